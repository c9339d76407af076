/**
 * Analysers: how long each takes, how many samples it takes at once, and how far it errs
 * (docs/model-drugs.md S-3 to S-5).
 */
import { nextNormal } from "../../kernel/random.ts";
import { ACT_DEVICES } from "../../physiology/clotting/actDevices.ts";
import type { Fact } from "../contract/facts.ts";
import {
  SAMPLE_SITES,
  SAMPLE_TESTS,
  SAMPLE_VALUES,
  type SampleResult,
  type SampleSite,
  type SampleTest,
  type SampleValue,
  VALUES_OF_TEST,
} from "../contract/samples.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { LAST, PENDING, PENDING_SLOTS } from "../state/medicineLayout.ts";
import { STREAM_OFFSET, type WorldState } from "../state/state.ts";
import type { SyringeValues } from "./syringe.ts";

const W = PENDING.index;
const L = LAST.index;
const TICKS_PER_S = 50;
/** Bottom of a slot's values: what a test does not measure stays at this. */
const NOT_MEASURED = -1e9;

/** From draw to result, s: walk, mix, measure, print (K; clinical.md B9 has 60 to 480 s). An ACT takes as long as it is. */
const TURNAROUND_S: Readonly<Record<SampleTest, number>> = {
  bloodGas: 100,
  act: 0,
  heparinAssay: 240,
  electrolytes: 100,
  hemoglobin: 60,
  coagulation: 1500,
};
/** Samples that one test takes at a time (K). */
const WELLS: Readonly<Record<SampleTest, number>> = {
  bloodGas: 1,
  act: 2,
  heparinAssay: 1,
  electrolytes: 1,
  hemoglobin: 1,
  coagulation: 2,
};
/** An ACT that does not clot is given up and printed as this, s (K). */
const ACT_LONGEST_S = 999;

/** Standard deviation of repeated readings: a share of the value, and a part that does not grow (K). */
const SCATTER: Readonly<Record<SampleValue, readonly [ofValueFraction: number, fixed: number]>> = {
  ph: [0, 0.004],
  pco2MmHg: [0.012, 0.3],
  po2MmHg: [0.012, 0.5],
  correctedPh: [0, 0],
  correctedPco2MmHg: [0, 0],
  correctedPo2MmHg: [0, 0],
  saturationFraction: [0.002, 0],
  bicarbonateMmolPerL: [0.01, 0],
  baseExcessMmolPerL: [0, 0.3],
  hemoglobinGPerDl: [0.01, 0.05],
  hematocritFraction: [0.012, 0],
  sodiumMmolPerL: [0.004, 0],
  potassiumMmolPerL: [0.01, 0.02],
  chlorideMmolPerL: [0.005, 0],
  calciumMmolPerL: [0.01, 0.005],
  magnesiumMmolPerL: [0.03, 0],
  lactateMmolPerL: [0.02, 0.05],
  glucoseMmolPerL: [0.015, 0.05],
  actS: [0, 0],
  heparinUPerMl: [0.08, 0.05],
  antithrombinUPerMl: [0.05, 0],
  plateletFraction: [0.05, 0],
};

const slotOf = (index: number): number => index * PENDING.size;

/** A free place for a sample of a test, or -1 when its analyser is full. */
export function freeSlot(state: WorldState, test: SampleTest): number {
  let running = 0;
  let free = -1;
  for (let index = 0; index < PENDING_SLOTS; index += 1) {
    const at = slotOf(index);
    if (state.samples[at + W.waits] === 0) free = free < 0 ? index : free;
    else if (state.samples[at + W.test] === SAMPLE_TESTS.indexOf(test)) running += 1;
  }
  return running >= WELLS[test] ? -1 : free;
}

function withError(state: WorldState, setup: WorldSetup, id: SampleValue, value: number): number {
  const [ofValue, fixed] =
    id === "actS" ? [ACT_DEVICES[setup.machine.actDevice].scatterFraction, 0] : SCATTER[id];
  const draw = nextNormal(state.random, STREAM_OFFSET.analysers);
  const read = value + draw * (Math.abs(value) * ofValue + fixed);
  if (id === "actS") return Math.min(ACT_LONGEST_S, Math.round(Math.max(1, read)));
  if (id === "saturationFraction") return Math.min(1, read);
  return id === "baseExcessMmolPerL" ? read : Math.max(0, read);
}

/** Put a syringe into its analyser. */
export function loadSample(
  state: WorldState,
  setup: WorldSetup,
  slot: number,
  sample: {
    readonly test: SampleTest;
    readonly site: SampleSite;
    readonly values: SyringeValues;
    readonly tick: number;
  },
): void {
  const { test, site, values, tick } = sample;
  const at = slotOf(slot);
  const { samples } = state;
  for (const id of SAMPLE_VALUES) samples[at + W[id]] = NOT_MEASURED;
  for (const id of VALUES_OF_TEST[test]) {
    const value = values[id];
    if (value !== undefined) samples[at + W[id]] = withError(state, setup, id, value);
  }
  const actS = samples[at + W.actS] as number;
  const takesS =
    test === "act" ? ACT_DEVICES[setup.machine.actDevice].handlingS + actS : TURNAROUND_S[test];
  samples[at + W.waits] = 1;
  samples[at + W.test] = SAMPLE_TESTS.indexOf(test);
  samples[at + W.site] = SAMPLE_SITES.indexOf(site);
  samples[at + W.drawnTick] = tick;
  samples[at + W.readyTick] = tick + Math.round(takesS * TICKS_PER_S);
}

/** What stands on the slip; venous gases are not kept as the last arterial ones. */
function readSlot(state: WorldState, at: number, isVenous: boolean): SampleResult {
  const result: Partial<Record<SampleValue, number>> = {};
  for (const id of SAMPLE_VALUES) {
    const value = state.samples[at + W[id]] as number;
    if (value === NOT_MEASURED) continue;
    result[id] = value;
    if (!isVenous) state.lastResults[L[id]] = value;
  }
  return result;
}

/** Results that are ready at this tick become facts (S-4). */
export function stepAnalysers(state: WorldState, tick: number, facts: Fact[]): void {
  const { samples } = state;
  for (let index = 0; index < PENDING_SLOTS; index += 1) {
    const at = slotOf(index);
    if (samples[at + W.waits] === 0 || samples[at + W.readyTick] > tick) continue;
    const test = SAMPLE_TESTS[samples[at + W.test] as number] as SampleTest;
    const site = SAMPLE_SITES[samples[at + W.site] as number] as SampleSite;
    const drawnTick = samples[at + W.drawnTick] as number;
    const values = readSlot(state, at, site === "venous");
    if (site !== "venous") state.lastResults[L[`${test}DrawnTick`]] = drawnTick + 1;
    samples.fill(0, at, at + PENDING.size);
    facts.push({ type: "sampleResult", tick, test, site, drawnTick, values });
  }
}
