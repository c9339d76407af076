/**
 * Conditions compiled to nodes over one Float64Array, so that their whole memory is part of the
 * snapshot. A node answers with the tick at which it became true, or NEVER while it is not.
 */
import type { Fact } from "../../world/contract/facts.ts";
import type { Moment } from "./moment.ts";

/** What a node answers while it is not true. */
export const NEVER = -1;

/** Readings are looked at this often. Five ticks = 0.1 s (architecture.md section 4). */
export const TICKS_PER_EVALUATION = 5;

export type Update = (cells: Float64Array, moment: Moment) => void;

export interface ConditionNode {
  /** First of the node's cells; its answer is kept there. */
  readonly cellOffset: number;
  readonly cellCount: number;
  readonly children: readonly ConditionNode[];
  /** Forgets what it counted when a stage is entered. */
  readonly sinceStage: boolean;
  /** Its answer stands until the next fact: it looks at no reading and at no clock, nor do its children. */
  readonly byFactsOnly?: boolean;
  /** What a true leaf says as evidence, of its newest fact or of the first; empty for logic. */
  words(isNewest: boolean): string;
  /** Its parts are proved by what came last, not by what came first. */
  readonly isInOrder?: boolean;
  /** Writes the tick of truth, or NEVER, into its first cell. Children have been updated before. */
  readonly update: Update;
  /** Cell with the tick of the newest fact it counted, for nodes that count facts. */
  readonly newestCellOffset?: number;
  /** Takes a fact in between two evaluations. */
  observe?(cells: Float64Array, fact: Fact, moment: Moment): boolean;
}

/** The answer a node gave at the last evaluation. */
export function truthTick(cells: Float64Array, node: ConditionNode): number {
  return cells[node.cellOffset];
}

/** Keeps the tick at which something became true: the old one while it stays true. */
export function hold(
  cells: Float64Array,
  cellOffset: number,
  isTrue: boolean,
  moment: Moment,
): void {
  if (!isTrue) cells[cellOffset] = NEVER;
  else if (cells[cellOffset] === NEVER) cells[cellOffset] = moment.tick;
}

/** When a true condition last had a reason to be true: its newest fact, or now for a reading. */
export function newestTick(cells: Float64Array, node: ConditionNode, nowTick: number): number {
  if (node.newestCellOffset !== undefined) return cells[node.newestCellOffset];
  let newest = NEVER;
  for (let at = 0; at < node.children.length; at += 1) {
    const child = node.children[at];
    if (truthTick(cells, child) === NEVER) continue;
    newest = Math.max(newest, newestTick(cells, child, nowTick));
  }
  return newest === NEVER ? nowTick : newest;
}
