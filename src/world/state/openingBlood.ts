/**
 * Blood as a cell holds it when a case opens: the patient's plasma and haemoglobin, arterial or venous
 * gas (docs/model.md C-9, B-12). What is not measured among the anions makes up the patient's base excess.
 */
import { exp } from "../../kernel/detMath.ts";
import { bicarbonateMmolPerL } from "../../physiology/blood/carbonDioxide.ts";
import { p50MmHg } from "../../physiology/blood/dissociation.ts";
import { phAtPco2 } from "../../physiology/blood/douglas.ts";
import {
  bufferMeqPerLPerPh,
  chargeLineMeqPerL,
  co2MlPerDlPerMmHg,
  lineBicarbonateMmolPerL,
} from "../../physiology/blood/electroneutral.ts";
import { oxygenContentMlPerDl } from "../../physiology/blood/oxygenContent.ts";
import {
  BLOOD_HEAT_KJ_PER_ML_C,
  HEMOGLOBIN_G_PER_RED_CELL_ML,
} from "../../physiology/blood/properties.ts";
import type { Patient } from "../contract/setup.ts";
import {
  ALBUMIN,
  amountIndex,
  CALCIUM,
  CHLORIDE,
  CO2,
  FREE_HEMOGLOBIN,
  GLUCOSE,
  HEAT,
  LACTATE,
  MAGNESIUM,
  O2,
  OTHER_ANIONS,
  POTASSIUM,
  RED,
  SODIUM,
} from "../topology.ts";
import type { WorldState } from "./state.ts";

const LN_10 = 2.302585092994046;
const ARTERIAL_PCO2_MMHG = 40;
const VENOUS_PH_FALL = 0.03;
const PO2_MMHG = { arterial: 200, venous: 36 } as const;
const SATURATION_FRACTION = { arterial: 0.99, venous: 0.7 } as const;

type BloodKind = "arterial" | "venous";

/** What fills one mL of the patient's blood, by species. */
export interface OpeningBlood {
  readonly ph: Readonly<Record<BloodKind, number>>;
  readonly pco2MmHg: Readonly<Record<BloodKind, number>>;
  /** Plasma species, per litre of plasma. */
  readonly plasmaPerL: readonly (readonly [species: number, perL: number])[];
}

const pco2At = (ph: number, bicarbonate: number): number =>
  bicarbonate / (0.0307 * exp(LN_10 * (ph - 6.1)));

/** Work out the anions that nobody measures, and the opening pH, from the patient's base excess (B-12). */
export function openingBlood(patient: Patient): OpeningBlood {
  const { plasma, hemoglobinGPerDl: hb } = patient;
  const cations =
    plasma.sodiumMmolPerL +
    plasma.potassiumMmolPerL +
    2 * (plasma.calciumMmolPerL + plasma.magnesiumMmolPerL);
  const measured = cations - plasma.chlorideMmolPerL - plasma.lactateMmolPerL;
  const arterialPh = phAtPco2(ARTERIAL_PCO2_MMHG, plasma.baseExcessMmolPerL, hb);
  const bicarbonate = bicarbonateMmolPerL(arterialPh, plasma.baseExcessMmolPerL, hb);
  const buffer = bufferMeqPerLPerPh(plasma.albuminGPerL, hb);
  const withoutOthers = chargeLineMeqPerL(measured, plasma.albuminGPerL, hb);
  const onLine = lineBicarbonateMmolPerL(arterialPh, withoutOthers, buffer);
  const carbonate = (withoutOthers - buffer * arterialPh) / onLine;
  const others = (onLine - bicarbonate) * carbonate;
  const venousPh = arterialPh - VENOUS_PH_FALL;
  const venous = lineBicarbonateMmolPerL(venousPh, withoutOthers - others, buffer);
  return {
    ph: { arterial: arterialPh, venous: venousPh },
    pco2MmHg: { arterial: pco2At(arterialPh, bicarbonate), venous: pco2At(venousPh, venous) },
    plasmaPerL: [
      [SODIUM, plasma.sodiumMmolPerL],
      [POTASSIUM, plasma.potassiumMmolPerL],
      [CALCIUM, plasma.calciumMmolPerL],
      [MAGNESIUM, plasma.magnesiumMmolPerL],
      [CHLORIDE, plasma.chlorideMmolPerL],
      [LACTATE, plasma.lactateMmolPerL],
      [OTHER_ANIONS, others],
      [ALBUMIN, plasma.albuminGPerL],
      [GLUCOSE, plasma.glucoseMmolPerL],
      [FREE_HEMOGLOBIN, plasma.freeHemoglobinGPerL],
    ],
  };
}

/** Fill one cell with the patient's blood. */
export function fillCell(
  state: WorldState,
  patient: Patient,
  blood: OpeningBlood,
  { cell, ml, kind }: { cell: number; ml: number; kind: BloodKind },
): void {
  const { hemoglobinGPerDl: hb, temperatureC } = patient;
  const ph = blood.ph[kind];
  const po2 = PO2_MMHG[kind];
  const pco2 = blood.pco2MmHg[kind];
  const o2 = oxygenContentMlPerDl(po2, p50MmHg(ph, pco2, temperatureC), hb);
  const co2 = pco2 * co2MlPerDlPerMmHg(ph, SATURATION_FRACTION[kind], hb);
  const redMl = (hb / 100 / HEMOGLOBIN_G_PER_RED_CELL_ML) * ml;
  state.cellVolumeMl[cell] = ml;
  state.cellPh[cell] = ph;
  state.cellPo2MmHg[cell] = po2;
  state.cellPco2MmHg[cell] = pco2;
  const amounts = state.cellAmount;
  amounts[amountIndex(O2, cell)] = (o2 / 100) * ml;
  amounts[amountIndex(CO2, cell)] = (co2 / 100) * ml;
  amounts[amountIndex(RED, cell)] = redMl;
  amounts[amountIndex(HEAT, cell)] = temperatureC * BLOOD_HEAT_KJ_PER_ML_C * ml;
  for (const [species, perL] of blood.plasmaPerL) {
    amounts[amountIndex(species, cell)] = (perL / 1000) * (ml - redMl);
  }
}
