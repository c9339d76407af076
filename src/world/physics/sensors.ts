/**
 * What monitor and console show of the truth: lags, means, holds and failures (docs/model.md, equations
 * M-13 to M-17). A reading on a screen is never the state itself.
 */
import { lpmToMlPerS } from "../../kernel/units.ts";
import { transducerErrorMmHg } from "../../machine/transducer.ts";
import { p50MmHg, saturationFraction } from "../../physiology/blood/dissociation.ts";
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
import { bloodMl, cellC, cellSaturation, solveTensions } from "./cellBlood.ts";

const M = MACHINE.index;
const P = PATIENT.index;
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

const lag = (
  values: Float64Array,
  slot: number,
  target: number,
  lagS: number,
  dtS: number,
): void => {
  values[slot] += (target - values[slot]) * (dtS / lagS);
};

/** What a transducer adds to its pressure (M-45). */
const errorMmHg = (state: WorldState, transducer: number): number =>
  transducerErrorMmHg(state.transducer[transducer] as Float64Array);

/** What an in-line sensor makes of a true value: its calibration is a factor. */
const inline = (state: WorldState, id: InlineSensor, trueValue: number): number =>
  trueValue * (1 + (state.inlineErrors[INLINE_SENSORS.indexOf(id)] as number));

/** Fast sensors, every tick: pressures, flow probe, bubble detector, the beat-to-beat window. */
export function stepFastSensors(state: WorldState): void {
  const { patient, machine } = state;
  const arterial = state.nodePressureMmHg[AORTA] + errorMmHg(state, ARTERIAL);
  lag(patient, P.arterialMeanMmHg, arterial, MEAN_LAG_S, TICK_S);
  lag(patient, P.pulmonaryMeanMmHg, state.nodePressureMmHg[PULMONARY], SLOW_MEAN_LAG_S, TICK_S);
  patient[P.windowMaxMmHg] = Math.max(patient[P.windowMaxMmHg], arterial);
  patient[P.windowMinMmHg] = Math.min(patient[P.windowMinMmHg], arterial);
  patient[P.windowAgeS] += TICK_S;
  if (patient[P.windowAgeS] >= WINDOW_S) {
    patient[P.arterialSystolicMmHg] = patient[P.windowMaxMmHg] as number;
    patient[P.arterialDiastolicMmHg] = patient[P.windowMinMmHg] as number;
    patient[P.windowMaxMmHg] = arterial;
    patient[P.windowMinMmHg] = arterial;
    patient[P.windowAgeS] = 0;
  }
  const pre = state.nodePressureMmHg[PREMEMBRANE] + errorMmHg(state, BEFORE_MEMBRANE);
  lag(machine, M.premembraneShownMmHg, pre, PRESSURE_LAG_S, TICK_S);
  const post = state.nodePressureMmHg[FILTER] + errorMmHg(state, AFTER_MEMBRANE);
  lag(machine, M.postmembraneShownMmHg, post, PRESSURE_LAG_S, TICK_S);
  const shown = machine[M.postmembraneShownMmHg] as number;
  patient[P.linePressurePeakMmHg] = Math.max(patient[P.linePressurePeakMmHg], shown);
  if (machine[M.flowProbeFrozen] === 0) {
    const flow =
      machine[M.flowProbeFailed] === 1 ? 0 : (state.edgeFlowMlPerS[FILTER_OUTLET] as number);
    lag(machine, M.flowProbeShownMlPerS, flow, PROBE_LAG_S, TICK_S);
  }
  machine[M.bubbleShownMl] = bubbleMl(state);
}

/** Gas the detector has before it, mL: what stands there, or what passed within the last second (M-15). */
function bubbleMl(state: WorldState): number {
  const { cellIndex, flowEdgeIndex } = sightOf(state.sensor[DETECTOR] as Float64Array);
  const standing = state.cellAmount[amountIndex(GAS, cellIndex)] as number;
  const share = standing / Math.max(1, state.cellVolumeMl[cellIndex] as number);
  const passing = Math.abs(state.edgeFlowMlPerS[flowEdgeIndex] as number) * share * TICK_S;
  const train = state.machine[M.bubbleShownMl] * (1 - TICK_S / BUBBLE_TRAIN_S) + passing;
  return Math.max(standing, train);
}

export const SLOW_SENSOR_TICKS = 10;
const SLOW_S = SLOW_SENSOR_TICKS * TICK_S;

/** Slow sensors, every 0.2 s: optical, in-line gases and temperatures. */
export function stepSlowSensors(state: WorldState): void {
  const { machine, patient } = state;
  if (Math.abs(state.edgeFlowMlPerS[VENOUS_RETURN] as number) > SENSOR_FLOW_ML_PER_S) {
    lag(
      machine,
      M.venousSaturationShown,
      Math.min(1, inline(state, "venousSaturation", cellSaturation(state, venousSensorCell))),
      OPTICAL_LAG_S,
      SLOW_S,
    );
    const blood = Math.max(1, bloodMl(state, venousSensorCell));
    const hematocrit = state.cellAmount[amountIndex(RED, venousSensorCell)] / blood;
    const shown = inline(state, "hematocrit", hematocrit);
    lag(machine, M.hematocritShown, shown, OPTICAL_LAG_S, SLOW_S);
  }
  solveTensions(state, ARTERIAL_CELL);
  const po2 = state.cellPo2MmHg[ARTERIAL_CELL] as number;
  const pco2 = state.cellPco2MmHg[ARTERIAL_CELL] as number;
  const p50 = p50MmHg(state.cellPh[ARTERIAL_CELL], pco2, cellC(state, ARTERIAL_CELL));
  lag(machine, M.arterialPo2Shown, inline(state, "arterialGas", po2), OPTICAL_LAG_S, SLOW_S);
  lag(machine, M.arterialPco2Shown, inline(state, "arterialGas", pco2), OPTICAL_LAG_S, SLOW_S);
  lag(machine, M.arterialSaturationShown, saturationFraction(po2, p50), OPTICAL_LAG_S, SLOW_S);
  lag(machine, M.arterialShownC, cellC(state, ARTERIAL_CELL), THERMAL_LAG_S, SLOW_S);
  lag(machine, M.venousShownC, cellC(state, venousSensorCell), THERMAL_LAG_S, SLOW_S);
  lag(patient, P.nasopharyngealC, patient[P.brainTissueC], NASOPHARYNGEAL_LAG_S, SLOW_S);
  lag(patient, P.bladderC, patient[P.visceraTissueC], BLADDER_LAG_S, SLOW_S);
}
