/**
 * What is in the syringe: the blood that stands where it was drawn, and what the port held before
 * (docs/model-drugs.md S-1, S-2). Values are those of a perfect analyser at 37 °C.
 */
import { exp } from "../../kernel/detMath.ts";
import {
  baseExcessMmolPerL,
  PLASMA_37,
  plasmaBicarbonateMmolPerL,
} from "../../physiology/blood/acidBase.ts";
import { p50MmHg } from "../../physiology/blood/dissociation.ts";
import { po2FromContentMmHg } from "../../physiology/blood/oxygenContent.ts";
import { HEMOGLOBIN_G_PER_RED_CELL_ML } from "../../physiology/blood/properties.ts";
import {
  CO2_LOG10_PER_C,
  phAtTemperature,
  po2AtTemperatureMmHg,
  pressureAtTemperatureMmHg,
} from "../../physiology/blood/temperatureCorrection.ts";
import { ACT_DEVICES } from "../../physiology/clotting/actDevices.ts";
import { clottingTimeS } from "../../physiology/clotting/anticoagulation.ts";
import type { SampleSite, SampleValue } from "../contract/samples.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { bloodMl, cellC, cellSaturation, plasmaPerL, solveTensions } from "../physics/cellBlood.ts";
import { MEDICINE } from "../state/medicineLayout.ts";
import type { WorldState } from "../state/state.ts";
import {
  amountIndex,
  CALCIUM,
  CHLORIDE,
  GLUCOSE,
  LACTATE,
  lastCell,
  MAGNESIUM,
  O2,
  POTASSIUM,
  RED,
  SODIUM,
  venousSensorCell,
} from "../topology.ts";

const R = MEDICINE.index;

/** What stands in a port or line before it is cleared, mL (K). */
const DEAD_SPACE_ML = 1.2;
/** Heparin in the flush of a patient's line, U/mL (K). */
const FLUSH_HEPARIN_U_PER_ML = 2;
/** Below this a cell holds no blood to draw. */
const DRY_ML = 1;
/** What a flush leaves in a port: saline. */
const SALINE_MMOL_PER_L = 154;
const AIR_PO2_MMHG = 150;
const AIR_PCO2_MMHG = 0.3;
const NEWTON_ROUNDS = 4;

const CELL_OF: Readonly<Record<SampleSite, number>> = {
  arterial: lastCell("filter"),
  venous: venousSensorCell,
  patientLine: lastCell("aorta"),
};

export type SyringeValues = Readonly<Partial<Record<SampleValue, number>>>;

/** Share of the syringe that stood in the port, after a discard (S-2). */
const portShare = (discardMl: number): number => 0.5 * exp(-discardMl / DEAD_SPACE_ML);

/** True when there is blood to draw at a site. */
export const canDraw = (state: WorldState, site: SampleSite): boolean =>
  bloodMl(state, CELL_OF[site]) > DRY_ML;

/** PO2 in mmHg that the cell's oxygen has at 37 °C, where an analyser measures it. */
function po2At37MmHg(state: WorldState, cell: number, hemoglobin: number): number {
  const content = (state.cellAmount[amountIndex(O2, cell)] / bloodMl(state, cell)) * 100;
  const p50 = p50MmHg(state.cellPh[cell] as number, state.cellPco2MmHg[cell] as number, 37);
  let po2 = state.cellPo2MmHg[cell] as number;
  for (let round = 0; round < NEWTON_ROUNDS; round += 1)
    po2 = po2FromContentMmHg(content, p50, hemoglobin, po2);
  return po2;
}

function gasesOf(
  gases: { readonly ph: number; readonly pco2MmHg: number; readonly po2MmHg: number },
  hemoglobin: number,
  patientC: number,
): SyringeValues {
  const { ph, pco2MmHg, po2MmHg } = gases;
  const bicarbonate = plasmaBicarbonateMmolPerL(ph, pco2MmHg, PLASMA_37);
  return {
    ph,
    pco2MmHg,
    po2MmHg,
    correctedPh: phAtTemperature(ph, patientC),
    correctedPco2MmHg: pressureAtTemperatureMmHg(pco2MmHg, patientC, CO2_LOG10_PER_C),
    correctedPo2MmHg: po2AtTemperatureMmHg(po2MmHg, patientC),
    bicarbonateMmolPerL: bicarbonate,
    baseExcessMmolPerL: baseExcessMmolPerL(bicarbonate, ph, hemoglobin),
  };
}

function clottingOf(state: WorldState, setup: WorldSetup, flush: number): SyringeValues {
  const m = state.medicine;
  const heparin =
    m[R.heparinTrueUPerMl] * (1 - flush) + (flush > 0 ? FLUSH_HEPARIN_U_PER_ML * flush : 0);
  const device = ACT_DEVICES[setup.machine.actDevice];
  return {
    actS: clottingTimeS(
      {
        heparinUPerMl: heparin,
        antithrombinUPerMl: m[R.antithrombinUPerMl] * (1 - flush),
        responseRatio: setup.patient.clotting.heparinResponseRatio,
        factorFraction: m[R.factorFraction] * (1 - flush),
      },
      device,
    ),
    heparinUPerMl: heparin,
    antithrombinUPerMl: m[R.antithrombinUPerMl] * (1 - flush),
    plateletFraction: m[R.factorFraction] * (1 - flush),
  };
}

/** Ions, lactate and glucose of plasma, mmol/L; ionised calcium and magnesium (S-6). */
function electrolytesOf(state: WorldState, cell: number, port: number): SyringeValues {
  const of = (species: number, inPort = 0): number =>
    plasmaPerL(state, cell, species) * (1 - port) + inPort * port;
  return {
    sodiumMmolPerL: of(SODIUM, SALINE_MMOL_PER_L),
    potassiumMmolPerL: of(POTASSIUM),
    chlorideMmolPerL: of(CHLORIDE, SALINE_MMOL_PER_L),
    calciumMmolPerL: of(CALCIUM),
    magnesiumMmolPerL: of(MAGNESIUM),
    lactateMmolPerL: of(LACTATE),
    glucoseMmolPerL: of(GLUCOSE),
  };
}

/** Everything that could be measured in a syringe drawn now (S-1, S-2). */
export function drawSyringe(
  state: WorldState,
  setup: WorldSetup,
  site: SampleSite,
  discardMl: number,
): SyringeValues {
  const cell = CELL_OF[site];
  solveTensions(state, cell);
  const stood = portShare(discardMl);
  const blood = bloodMl(state, cell);
  const red = (state.cellAmount[amountIndex(RED, cell)] / blood) * (1 - stood);
  const hemoglobin = red * HEMOGLOBIN_G_PER_RED_CELL_ML * 100;
  const mix = (own: number, port: number): number => own * (1 - stood) + port * stood;
  const gases = {
    ph: state.cellPh[cell] as number,
    pco2MmHg: mix(state.cellPco2MmHg[cell] as number, AIR_PCO2_MMHG),
    po2MmHg: mix(po2At37MmHg(state, cell, hemoglobin / (1 - stood)), AIR_PO2_MMHG),
  };
  return {
    ...gasesOf(gases, hemoglobin, cellC(state, cell)),
    saturationFraction: cellSaturation(state, cell),
    hemoglobinGPerDl: hemoglobin,
    hematocritFraction: red,
    ...electrolytesOf(state, cell, stood),
    ...clottingOf(state, setup, site === "patientLine" ? stood : 0),
  };
}
