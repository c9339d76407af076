/**
 * All of a world's state: one Float64Array cut into named blocks, and the words of its random streams.
 * Snapshots and hashes are these bytes in this order, so a field that is not here does not exist.
 */
import { STREAM_WORDS, seedStream } from "../../kernel/random.ts";
import { ALARM_BLOCK } from "../../machine/alarmBoard.ts";
import { CRANK } from "../../machine/crank.ts";
import { GAS } from "../../machine/gasSupply.ts";
import { HEAD } from "../../machine/head.ts";
import { WATER } from "../../machine/heaterCooler.ts";
import { OXYGENATOR_GAS } from "../../machine/oxygenator.ts";
import { OXYGENATOR_UNIT } from "../../machine/oxygenatorUnit.ts";
import { SENSOR } from "../../machine/sensor.ts";
import { TRANSDUCER } from "../../machine/transducer.ts";
import { HEADS, SAFETY_DEVICES } from "../contract/ids.ts";
import { CHECK_ITEMS, INLINE_SENSORS, TRANSDUCERS } from "../contract/machineIds.ts";
import { BEDS, CELL_COUNT, EDGE_COUNT, NODES, PLASMA_SPECIES, SPECIES_COUNT } from "../topology.ts";
import { ATTENTION_SIZE } from "./attention.ts";
import { CLAMPS_SIZE, MACHINE, PATIENT, TISSUE, UPKEEP } from "./layouts.ts";
import { DRUGS_SIZE, LAST, MEDICINE, SAMPLES_SIZE } from "./medicineLayout.ts";

/** Format of snapshots; raised when the blocks below change. */
export const STATE_VERSION = 6;

const BLOCKS = [
  ["nodeVolumeMl", NODES.length],
  ["nodePressureMmHg", NODES.length],
  ["edgeFlowMlPerS", EDGE_COUNT],
  ["edgeMovedMl", EDGE_COUNT],
  ["cellVolumeMl", CELL_COUNT],
  ["cellAmount", CELL_COUNT * SPECIES_COUNT],
  ["cellGasTailMl", CELL_COUNT],
  ["cellHeldGasMl", CELL_COUNT],
  ["bedOpenFraction", BEDS.length],
  ["bedPushedFraction", BEDS.length],
  ["cellPh", CELL_COUNT],
  ["cellPo2MmHg", CELL_COUNT],
  ["cellPco2MmHg", CELL_COUNT],
  ["gasSide", OXYGENATOR_GAS.size],
  ["tissue", BEDS.length * TISSUE.size],
  ["plasmaStart", PLASMA_SPECIES.length],
  ["plasmaIn", PLASMA_SPECIES.length],
  ["unit", OXYGENATOR_UNIT.size],
  ["patient", PATIENT.size],
  ["machine", MACHINE.size],
  ["heads", HEADS.length * HEAD.size],
  ["crank", CRANK.size],
  ["clamps", CLAMPS_SIZE],
  ["attention", ATTENTION_SIZE],
  ["alarms", ALARM_BLOCK.size],
  ["drugs", DRUGS_SIZE],
  ["medicine", MEDICINE.size],
  ["samples", SAMPLES_SIZE],
  ["lastResults", LAST.size],
  ["gasSupply", GAS.size],
  ["waterUnit", WATER.size],
  ["sensors", SAFETY_DEVICES.length * SENSOR.size],
  ["responses", SAFETY_DEVICES.length * HEADS.length],
  ["transducers", TRANSDUCERS.length * TRANSDUCER.size],
  ["inlineErrors", INLINE_SENSORS.length],
  ["upkeep", UPKEEP.size],
  ["checks", CHECK_ITEMS.length],
] as const;
export type BlockName = (typeof BLOCKS)[number][0];

const FLOAT_COUNT = BLOCKS.reduce((sum, [, size]) => sum + size, 0);

/** Where each block begins in the whole. */
export const BLOCK_START: ReadonlyMap<BlockName, number> = (() => {
  const starts = new Map<BlockName, number>();
  let start = 0;
  for (const [name, size] of BLOCKS) {
    starts.set(name, start);
    start += size;
  }
  return starts;
})();

/** Named random streams of the world; each consumer draws from its own. */
const STREAMS = ["crankJitter", "sensors", "analysers", "wear"] as const;
export const STREAM_OFFSET: Readonly<Record<(typeof STREAMS)[number], number>> = {
  crankJitter: 0,
  sensors: STREAM_WORDS,
  analysers: 2 * STREAM_WORDS,
  wear: 3 * STREAM_WORDS,
};

export type WorldState = Readonly<Record<BlockName, Float64Array>> & {
  /** Every block in one piece, in declared order. */
  readonly all: Float64Array;
  /** One view per head, in the order of HEADS. */
  readonly head: readonly Float64Array[];
  /** One view per safety sensor, in the order of SAFETY_DEVICES. */
  readonly sensor: readonly Float64Array[];
  /** One view per pressure transducer, in the order of TRANSDUCERS. */
  readonly transducer: readonly Float64Array[];
  readonly random: Uint32Array;
};

/** An empty state with its random streams seeded. */
export function allocateState(seed: number): WorldState {
  const all = new Float64Array(FLOAT_COUNT);
  const views: Partial<Record<BlockName, Float64Array>> = {};
  for (const [name, size] of BLOCKS) {
    const start = BLOCK_START.get(name) as number;
    views[name] = all.subarray(start, start + size);
  }
  const blocks = views as Record<BlockName, Float64Array>;
  const cut = (block: Float64Array, count: number): Float64Array[] => {
    const size = block.length / count;
    return Array.from({ length: count }, (_, at) => block.subarray(at * size, (at + 1) * size));
  };
  const head = cut(blocks.heads, HEADS.length);
  const sensor = cut(blocks.sensors, SAFETY_DEVICES.length);
  const transducer = cut(blocks.transducers, TRANSDUCERS.length);
  const random = new Uint32Array(STREAMS.length * STREAM_WORDS);
  for (const name of STREAMS) seedStream(random, STREAM_OFFSET[name], seed, `world.${name}`);
  return { ...blocks, all, head, sensor, transducer, random };
}
