/**
 * What monitor and console show of the truth: lags, means, holds and failures (docs/model.md, equations
 * M-13 to M-17). A reading on a screen is never the state itself.
 */
import { lpmToMlPerS } from "../../kernel/units.ts";
import { transducerErrorMmHg } from "../../machine/transducer.ts";
import { BLOOD_ROW, createBloodRow } from "../../physiology/blood/bloodRow.ts";
import { findP50, findSaturation } from "../../physiology/blood/dissociation.ts";
import { SAFETY_DEVICES } from "../contract/ids.ts";
import {
  INLINE_SENSORS,
  type InlineSensor,
  TRANSDUCERS,
  type Transducer,
} from "../contract/machineIds.ts";
import { sightOf } from "../state/detectorPlaces.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  amountIndex,
  edgeIndex,
  GAS,
  lastCell,
  nodeIndex,
  RED,
  venousSensorCell,
} from "../topology.ts";
import { CELL_BLOOD, createCellBlood, readCell, solveTensions } from "./cellBlood.ts";

const M = MACHINE.index;
const P = PATIENT.index;
const C = CELL_BLOOD.index;
const B = BLOOD_ROW.index;
const DETECTOR = SAFETY_DEVICES.indexOf("bubble");
const TICK_S = 0.02;
/** Lags of displays, s (K). */
const PRESSURE_LAG_S = 0.4;
const MEAN_LAG_S = 0.45;
const SLOW_MEAN_LAG_S = 1.5;
const PROBE_LAG_S = 0.6;
const OPTICAL_LAG_S = 3;
const THERMAL_LAG_S = 6;
/** Bubbles that follow one another within this time count as one, s (K). */
const BUBBLE_TRAIN_S = 1;
/** Below this an optical sensor has no flow past it. */
const SENSOR_FLOW_ML_PER_S = lpmToMlPerS(0.2);
const WINDOW_S = 2;
/**
 * Nasopharyngeal and bladder sites follow brain and viscera, s: set by us so that both follow arterial
 * blood within 4–6 and 12–20 min (clinical.md 0.4, PROVISIONAL).
 */
const NASOPHARYNGEAL_LAG_S = 60;
const BLADDER_LAG_S = 600;

const FILTER_OUTLET = edgeIndex("filterOutlet");
const VENOUS_RETURN = edgeIndex("venousReturn");
const PREMEMBRANE = nodeIndex("premembrane");
const FILTER = nodeIndex("filter");
const AORTA = nodeIndex("aorta");
const PULMONARY = nodeIndex("pulmonaryArtery");
const transducerIndex = (id: Transducer): number => TRANSDUCERS.indexOf(id);
const ARTERIAL = transducerIndex("arterial");
const BEFORE_MEMBRANE = transducerIndex("premembrane");
const AFTER_MEMBRANE = transducerIndex("postmembrane");
const ARTERIAL_CELL = lastCell("filter");

/** What a display follows: set before each, since a number that is handed over may come in a box. */
const TRUTH = new Float64Array(1);

/** A display comes nearer to the truth, by its lag. */
function follow(shown: Float64Array, slot: number, lagS: number, dtS: number): void {
  shown[slot] += (TRUTH[0] - shown[slot]) * (dtS / lagS);
}

/** What a transducer makes of the pressure at a node, into TRUTH (M-45). */
function transduce(state: WorldState, node: number, transducer: number): void {
  TRUTH[0] =
    state.nodePressureMmHg[node] +
    transducerErrorMmHg(state.transducer[transducer] as Float64Array);
}

/** What an in-line sensor makes of a true value: its calibration is a factor. */
function calibrate(state: WorldState, sensor: number): void {
  TRUTH[0] *= 1 + state.inlineErrors[sensor];
}
const inlineIndex = (id: InlineSensor): number => INLINE_SENSORS.indexOf(id);
const VENOUS_OPTICAL = inlineIndex("venousSaturation");
const HEMATOCRIT = inlineIndex("hematocrit");
const BLOOD_GAS = inlineIndex("arterialGas");

/** Fast sensors, every tick: pressures, flow probe, bubble detector, the beat-to-beat window. */
export function stepFastSensors(state: WorldState): void {
  const { patient, machine } = state;
  transduce(state, AORTA, ARTERIAL);
  follow(patient, P.arterialMeanMmHg, MEAN_LAG_S, TICK_S);
  followBeat(patient);
  TRUTH[0] = state.nodePressureMmHg[PULMONARY];
  follow(patient, P.pulmonaryMeanMmHg, SLOW_MEAN_LAG_S, TICK_S);
  transduce(state, PREMEMBRANE, BEFORE_MEMBRANE);
  follow(machine, M.premembraneShownMmHg, PRESSURE_LAG_S, TICK_S);
  transduce(state, FILTER, AFTER_MEMBRANE);
  follow(machine, M.postmembraneShownMmHg, PRESSURE_LAG_S, TICK_S);
  const shown = machine[M.postmembraneShownMmHg] as number;
  patient[P.linePressurePeakMmHg] = Math.max(patient[P.linePressurePeakMmHg], shown);
  if (machine[M.flowProbeFrozen] === 0) {
    TRUTH[0] = machine[M.flowProbeFailed] === 1 ? 0 : state.edgeFlowMlPerS[FILTER_OUTLET];
    follow(machine, M.flowProbeShownMlPerS, PROBE_LAG_S, TICK_S);
  }
  detectBubbles(state);
}

/** Highest and lowest pressure of the last two seconds, of what TRUTH holds. */
function followBeat(patient: Float64Array): void {
  const arterial = TRUTH[0];
  patient[P.windowMaxMmHg] = Math.max(patient[P.windowMaxMmHg], arterial);
  patient[P.windowMinMmHg] = Math.min(patient[P.windowMinMmHg], arterial);
  patient[P.windowAgeS] += TICK_S;
  if (patient[P.windowAgeS] < WINDOW_S) return;
  patient[P.arterialSystolicMmHg] = patient[P.windowMaxMmHg] as number;
  patient[P.arterialDiastolicMmHg] = patient[P.windowMinMmHg] as number;
  patient[P.windowMaxMmHg] = arterial;
  patient[P.windowMinMmHg] = arterial;
  patient[P.windowAgeS] = 0;
}

/** Gas the detector has before it: what stands there, or what passed within the last second (M-15). */
function detectBubbles(state: WorldState): void {
  const { machine } = state;
  const { cellIndex, flowEdgeIndex } = sightOf(state.sensor[DETECTOR] as Float64Array);
  const standing = state.cellAmount[amountIndex(GAS, cellIndex)] as number;
  const share = standing / Math.max(1, state.cellVolumeMl[cellIndex] as number);
  const passing = Math.abs(state.edgeFlowMlPerS[flowEdgeIndex] as number) * share * TICK_S;
  const train = machine[M.bubbleShownMl] * (1 - TICK_S / BUBBLE_TRAIN_S) + passing;
  machine[M.bubbleShownMl] = Math.max(standing, train);
}

export const SLOW_SENSOR_TICKS = 10;
const SLOW_S = SLOW_SENSOR_TICKS * TICK_S;

const read = createCellBlood();
const blood = createBloodRow();

/** Slow sensors, every 0.2 s: optical, in-line gases and temperatures. */
export function stepSlowSensors(state: WorldState): void {
  const { machine, patient } = state;
  if (Math.abs(state.edgeFlowMlPerS[VENOUS_RETURN] as number) > SENSOR_FLOW_ML_PER_S) {
    lookIntoVenousLine(state);
  }
  lookIntoArterialLine(state);
  TRUTH[0] = read[C.temperatureC];
  follow(machine, M.arterialShownC, THERMAL_LAG_S, SLOW_S);
  readCell(state, venousSensorCell, read);
  TRUTH[0] = read[C.temperatureC];
  follow(machine, M.venousShownC, THERMAL_LAG_S, SLOW_S);
  TRUTH[0] = patient[P.brainTissueC];
  follow(patient, P.nasopharyngealC, NASOPHARYNGEAL_LAG_S, SLOW_S);
  TRUTH[0] = patient[P.visceraTissueC];
  follow(patient, P.bladderC, BLADDER_LAG_S, SLOW_S);
}

function lookIntoVenousLine(state: WorldState): void {
  readCell(state, venousSensorCell, read);
  TRUTH[0] = read[C.saturationFraction];
  calibrate(state, VENOUS_OPTICAL);
  TRUTH[0] = Math.min(1, TRUTH[0]);
  follow(state.machine, M.venousSaturationShown, OPTICAL_LAG_S, SLOW_S);
  const redMl = state.cellAmount[amountIndex(RED, venousSensorCell)] as number;
  TRUTH[0] = redMl / Math.max(1, read[C.bloodMl]);
  calibrate(state, HEMATOCRIT);
  follow(state.machine, M.hematocritShown, OPTICAL_LAG_S, SLOW_S);
}

/** Leaves what was read of the line's last cell in `read`. */
function lookIntoArterialLine(state: WorldState): void {
  const { machine } = state;
  solveTensions(state, ARTERIAL_CELL);
  readCell(state, ARTERIAL_CELL, read);
  blood[B.ph] = state.cellPh[ARTERIAL_CELL];
  blood[B.pco2MmHg] = state.cellPco2MmHg[ARTERIAL_CELL];
  blood[B.po2MmHg] = state.cellPo2MmHg[ARTERIAL_CELL];
  blood[B.temperatureC] = read[C.temperatureC];
  findP50(blood);
  findSaturation(blood);
  TRUTH[0] = blood[B.po2MmHg];
  calibrate(state, BLOOD_GAS);
  follow(machine, M.arterialPo2Shown, OPTICAL_LAG_S, SLOW_S);
  TRUTH[0] = blood[B.pco2MmHg];
  calibrate(state, BLOOD_GAS);
  follow(machine, M.arterialPco2Shown, OPTICAL_LAG_S, SLOW_S);
  TRUTH[0] = blood[B.saturationFraction];
  follow(machine, M.arterialSaturationShown, OPTICAL_LAG_S, SLOW_S);
}
