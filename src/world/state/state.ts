/**
 * All of a world's state: one Float64Array cut into named blocks, and the words of its random streams.
 * Snapshots and hashes are these bytes in this order, so a field that is not here does not exist.
 */
import { STREAM_WORDS, seedStream } from "../../kernel/random.ts";
import { ALARM_BLOCK } from "../../machine/alarmBoard.ts";
import { CRANK } from "../../machine/crank.ts";
import { HEAD } from "../../machine/head.ts";
import { OXYGENATOR, OXYGENATOR_GAS } from "../../machine/oxygenator.ts";
import { HEADS } from "../contract/ids.ts";
import { BEDS, CELL_COUNT, EDGE_COUNT, NODES, PLASMA_SPECIES, SPECIES_COUNT } from "../topology.ts";
import { ATTENTION_SIZE } from "./attention.ts";
import { CLAMPS_SIZE, MACHINE, PATIENT, TISSUE } from "./layouts.ts";

/** Format of snapshots; raised when the blocks below change. */
export const STATE_VERSION = 3;

const BLOCKS = [
  ["nodeVolumeMl", NODES.length],
  ["nodePressureMmHg", NODES.length],
  ["edgeFlowMlPerS", EDGE_COUNT],
  ["edgeMovedMl", EDGE_COUNT],
  ["cellVolumeMl", CELL_COUNT],
  ["cellAmount", CELL_COUNT * SPECIES_COUNT],
  ["cellPh", CELL_COUNT],
  ["cellPo2MmHg", CELL_COUNT],
  ["cellPco2MmHg", CELL_COUNT],
  ["gasSide", OXYGENATOR_GAS.size],
  ["oxygenator", OXYGENATOR.size],
  ["tissue", BEDS.length * TISSUE.size],
  ["plasmaStart", PLASMA_SPECIES.length],
  ["plasmaIn", PLASMA_SPECIES.length],
  ["patient", PATIENT.size],
  ["machine", MACHINE.size],
  ["heads", HEADS.length * HEAD.size],
  ["crank", CRANK.size],
  ["clamps", CLAMPS_SIZE],
  ["attention", ATTENTION_SIZE],
  ["alarms", ALARM_BLOCK.size],
] as const;
type BlockName = (typeof BLOCKS)[number][0];

const FLOAT_COUNT = BLOCKS.reduce((sum, [, size]) => sum + size, 0);

/** Named random streams of the world; each consumer draws from its own. */
const STREAMS = ["crankJitter", "sensors"] as const;
export const STREAM_OFFSET: Readonly<Record<(typeof STREAMS)[number], number>> = {
  crankJitter: 0,
  sensors: STREAM_WORDS,
};

export type WorldState = Readonly<Record<BlockName, Float64Array>> & {
  /** Every block in one piece, in declared order. */
  readonly all: Float64Array;
  /** One view per head, in the order of HEADS. */
  readonly head: readonly Float64Array[];
  readonly random: Uint32Array;
};

/** An empty state with its random streams seeded. */
export function allocateState(seed: number): WorldState {
  const all = new Float64Array(FLOAT_COUNT);
  const views: Partial<Record<BlockName, Float64Array>> = {};
  let start = 0;
  for (const [name, size] of BLOCKS) {
    views[name] = all.subarray(start, start + size);
    start += size;
  }
  const blocks = views as Record<BlockName, Float64Array>;
  const head = HEADS.map((_, index) =>
    blocks.heads.subarray(index * HEAD.size, (index + 1) * HEAD.size),
  );
  const random = new Uint32Array(STREAMS.length * STREAM_WORDS);
  for (const name of STREAMS) seedStream(random, STREAM_OFFSET[name], seed, `world.${name}`);
  return { ...blocks, all, head, random };
}
