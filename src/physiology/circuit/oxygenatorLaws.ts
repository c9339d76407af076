/**
 * Oxygen transfer, pressure drop, shunt and heat of an oxygenator (docs/model-blood.md BL-37 to BL-43).
 * What the running machine does cell by cell is in src/machine/oxygenator.ts; here are the published
 * lines and balances that it must agree with.
 */
import { exp, log } from "../../kernel/detMath.ts";
import { type ContentConstants, contentMlPerDl } from "../blood/oxygenModels.ts";
import type { OxygenatorDevice } from "./oxygenatorDevices.ts";

const DL_PER_L = 10;

/** FiO2 a device needs for an oxygen uptake in mL/min at its study's PaO2 (BL-37). */
export function fio2Needed(device: OxygenatorDevice, uptakeMlPerMin: number): number | null {
  if (device.fio2ByUptake !== undefined) {
    const { interceptFraction, slopeFractionPerUnits } = device.fio2ByUptake;
    return interceptFraction + slopeFractionPerUnits * uptakeMlPerMin;
  }
  const perFio2 = device.transferAtFio2OneMlPerMin;
  return perFio2 === undefined ? null : uptakeMlPerMin / perFio2;
}

/** Oxygen transfer in mL/min a device reaches at an FiO2: the same line read the other way (BL-37). */
export function transferAtFio2MlPerMin(device: OxygenatorDevice, fio2: number): number | null {
  if (device.fio2ByUptake !== undefined) {
    const { interceptFraction, slopeFractionPerUnits } = device.fio2ByUptake;
    return Math.max(0, (fio2 - interceptFraction) / slopeFractionPerUnits);
  }
  if (device.transferAtFio2OneMlPerMin !== undefined)
    return fio2 * device.transferAtFio2OneMlPerMin;
  return fio2 === 1 ? (device.transferMlPerMinMax ?? null) : null;
}

/** Blood-side pressure drop in mmHg at a flow in L/min (BL-38). */
export function pressureDropMmHg(device: OxygenatorDevice, flowLpm: number): number | null {
  if (device.drop === undefined) return null;
  const { interceptMmHg, slopeMmHgPerLpm, flowLpmMin } = device.drop;
  if (flowLpm >= flowLpmMin) return interceptMmHg + slopeMmHgPerLpm * flowLpm;
  return ((interceptMmHg + slopeMmHgPerLpm * flowLpmMin) / flowLpmMin) * flowLpm;
}

/** Share of blood that passes as if it had met no gas (BL-39). */
export function shuntFraction(device: OxygenatorDevice, flowLpm: number): number | null {
  if (device.shuntByFlow === undefined) return null;
  const { interceptFraction, slopeFractionPerUnits } = device.shuntByFlow;
  return Math.min(1, interceptFraction + slopeFractionPerUnits * flowLpm);
}

/** Blood on one side of a membrane lung. */
export interface OxygenState {
  readonly saturationFraction: number;
  readonly po2MmHg: number;
}

/** What blood can hold: its haemoglobin and the constants of content. */
export interface OxygenCarrier extends ContentConstants {
  readonly hemoglobinGPerDl: number;
}

/** Oxygen blood takes up between two states, mL/min (BL-40). */
export function uptakeMlPerMin(
  flowLpm: number,
  carrier: OxygenCarrier,
  venous: OxygenState,
  arterial: OxygenState,
): number {
  const at = ({ saturationFraction, po2MmHg }: OxygenState): number =>
    contentMlPerDl(carrier.hemoglobinGPerDl, saturationFraction, po2MmHg, carrier);
  return DL_PER_L * flowLpm * (at(arterial) - at(venous));
}

/**
 * Conductance for oxygen of contemporary lungs, mL/min/m²/mmHg between gas and arterial blood, by
 * flow per m² (BL-41). Two points of one study fix it: 101 mL/min/m² at 229 mmHg, 143 at 287; at 2.5
 * and 2.4 mL/dL these are flows of 4.04 and 5.96 L/min/m². Its exponent, 0.31, is near the 0.4 to 0.6
 * that boundary layers give.
 */
export const FLOW_PATH_STUDY = {
  low: { transferMlPerMinPerM2: 101, gradientMmHg: 229, transferMlPerDl: 2.5 },
  high: { transferMlPerMinPerM2: 143, gradientMmHg: 287, transferMlPerDl: 2.4 },
} as const;

const conductanceOf = (point: {
  readonly transferMlPerMinPerM2: number;
  readonly gradientMmHg: number;
}): number => point.transferMlPerMinPerM2 / point.gradientMmHg;

const flowOf = (point: {
  readonly transferMlPerMinPerM2: number;
  readonly transferMlPerDl: number;
}): number => point.transferMlPerMinPerM2 / (DL_PER_L * point.transferMlPerDl);

/** Conductance for oxygen at a flow per surface in L/min/m² (BL-41). */
export function oxygenConductanceMlPerMinPerM2PerMmHg(flowLpmPerM2: number): number {
  const { low, high } = FLOW_PATH_STUDY;
  const exponent = log(conductanceOf(high) / conductanceOf(low)) / log(flowOf(high) / flowOf(low));
  return conductanceOf(low) * exp(exponent * log(flowLpmPerM2 / flowOf(low)));
}

/** Flow per surface of that study at its lowest and highest flow, L/min/m². */
export const STUDY_FLOW_LPM_PER_M2 = {
  low: flowOf(FLOW_PATH_STUDY.low),
  high: flowOf(FLOW_PATH_STUDY.high),
} as const;

/** Pressure of oxygen between gas and arterial blood that a transfer needs, mmHg (BL-41). */
export function oxygenGradientMmHg(transferMlPerMinPerM2: number, flowLpmPerM2: number): number {
  return transferMlPerMinPerM2 / oxygenConductanceMlPerMinPerM2PerMmHg(flowLpmPerM2);
}

/** Performance factor of a heat exchanger: warming over the greatest possible (BL-42). */
export function performanceFactor(bloodInC: number, bloodOutC: number, waterInC: number): number {
  return (bloodOutC - bloodInC) / (waterInC - bloodInC);
}

/** Blood temperature behind a heat exchanger of a performance factor, °C (BL-42). */
export function bloodOutC(bloodInC: number, waterInC: number, factor: number): number {
  return bloodInC + factor * (waterInC - bloodInC);
}

/** Performance factor over flow for a conductance in kJ/min/°C: one minus e to the transfer units (BL-43). */
export function performanceFactorAtFlow(
  conductanceKjPerMinPerC: number,
  flowLpm: number,
  bloodHeatKjPerLPerC: number,
): number {
  return 1 - exp(-conductanceKjPerMinPerC / (bloodHeatKjPerLPerC * flowLpm));
}
