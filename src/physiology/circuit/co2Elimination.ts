/**
 * Carbon dioxide leaving a membrane lung (docs/model-blood.md BL-44 to BL-46): blood runs against gas in
 * counter-current, conductance grows with blood flow, gas fills with what it takes up. Blood holds CO2
 * by the power law of douglas.ts.
 */
import { exp, expm1, log, pow } from "../../kernel/detMath.ts";
import type { Co2PowerLaw } from "../blood/douglas.ts";

/** A lung and what runs through it. */
export interface Co2Lung {
  readonly areaM2: number;
  readonly bloodFlowLpm: number;
  readonly sweepLpm: number;
  readonly inletPco2MmHg: number;
}

/**
 * Conductance at 1.8 L/min and its growth with flow, calibrated to three published points with 45 mmHg
 * at the inlet: 101 mL/min from 0.8 m² at 1.8 L/min and 41 from 0.4 m² at 0.9, both with 8 L/min of
 * sweep, and 4 mL/min more from 0.8 m² at 0.3 L/min when sweep rises from 2 to 8 (Intensive Care Med
 * Exp 2019 s40635-019-0244-3, pigs). The fourth, 35 at 2 L/min of sweep, is the check. The exponent is
 * inside the 0.4 to 0.6 of boundary layers.
 */
export const CO2_CONDUCTANCE = {
  referenceFlowLpm: 1.8,
  atReferenceMlPerMinPerM2PerMmHg: 3.8155,
  flowExponent: 0.474,
} as const;

/** Haemoglobin of those pigs is not in the abstract; 10 g/dL is usual for them (Chosen). */
export const PIG_HEMOGLOBIN_G_PER_DL = 10;

const CELLS = 60;
const HALVINGS = 40;
/** mmHg per mL/mL: from volume at standard conditions to pressure of warm moist gas. */
const MMHG_PER_VOLUME_FRACTION = 863;

/** Conductance for carbon dioxide at a blood flow, mL/min/m²/mmHg (BL-44). */
export function co2ConductanceMlPerMinPerM2PerMmHg(bloodFlowLpm: number): number {
  const { referenceFlowLpm, atReferenceMlPerMinPerM2PerMmHg, flowExponent } = CO2_CONDUCTANCE;
  return atReferenceMlPerMinPerM2PerMmHg * exp(flowExponent * log(bloodFlowLpm / referenceFlowLpm));
}

/** Mean over a cell of a difference that grows by e to the z along it, over its first value. */
const growth = (z: number): number => (Math.abs(z) < 1e-9 ? 1 : expm1(z) / z);

/**
 * PCO2 of the gas where it comes in, mmHg, if it left with a guessed PCO2: nought when the guess is
 * right, negative when it was too low.
 */
function gasInletMmHg(lung: Co2Lung, law: Co2PowerLaw, exhaustMmHg: number): number {
  const { scaleMlPerDl, exponentFraction } = law;
  const perCell = (co2ConductanceMlPerMinPerM2PerMmHg(lung.bloodFlowLpm) * lung.areaM2) / CELLS;
  const bloodDlPerMin = 10 * lung.bloodFlowLpm;
  const gasPerMmHg = (1000 * lung.sweepLpm) / MMHG_PER_VOLUME_FRACTION;
  let content = scaleMlPerDl * pow(lung.inletPco2MmHg, exponentFraction);
  let blood = lung.inletPco2MmHg;
  let gas = exhaustMmHg;
  for (let cell = 0; cell < CELLS && gas >= 0 && blood > gas; cell += 1) {
    const floor = gas > 0 ? scaleMlPerDl * pow(gas, exponentFraction) : 0;
    const slope = (bloodDlPerMin * exponentFraction * content) / blood;
    const next = Math.max(
      floor,
      content -
        (perCell * (blood - gas) * growth(perCell * (1 / gasPerMmHg - 1 / slope))) / bloodDlPerMin,
    );
    const moved = (content - next) * bloodDlPerMin;
    gas -= moved / gasPerMmHg;
    content = next;
    blood = pow(content / scaleMlPerDl, 1 / exponentFraction);
  }
  return gas;
}

/** Carbon dioxide a lung removes, mL/min at standard conditions: what its gas leaves with (BL-45). */
export function co2RemovalMlPerMin(lung: Co2Lung, law: Co2PowerLaw): number {
  if (lung.sweepLpm <= 0 || lung.bloodFlowLpm <= 0 || lung.inletPco2MmHg <= 0) return 0;
  let low = 0;
  let high = lung.inletPco2MmHg;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = 0.5 * (low + high);
    if (gasInletMmHg(lung, law, middle) < 0) low = middle;
    else high = middle;
  }
  return (0.5 * (low + high) * 1000 * lung.sweepLpm) / MMHG_PER_VOLUME_FRACTION;
}

/**
 * PCO2 behind a lung swept so fast that its gas stays empty, mmHg (BL-46): closed form of the same
 * balance, with the transfer of the lung given by one known pair of inlet and outlet.
 */
export function outletPco2MmHg(
  inletMmHg: number,
  law: Co2PowerLaw,
  known: { readonly inletMmHg: number; readonly outletMmHg: number },
): number {
  const power = law.exponentFraction - 1;
  const transfer = pow(known.outletMmHg, power) - pow(known.inletMmHg, power);
  return pow(pow(inletMmHg, power) + transfer, 1 / power);
}

/** Hima 2023: 80 of 100 mmHg were removed (Perfusion doi 10.1177/02676591231204565). */
export const HIMA_PAIR = { inletMmHg: 100, outletMmHg: 20 } as const;
