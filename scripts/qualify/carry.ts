/**
 * Whether the figures of one engine may stand for another: only when the first seed of every tally does
 * the same on it, act for act and bit for bit (ADR 0048).
 */
import { failure, type Result, success } from "../../src/kernel/result.ts";
import type { Qualification } from "./qualificationFile.ts";
import { keyOf, type Tally } from "./tally.ts";

export interface CarryPlan {
  /** What has to be played on the new engine and compared. */
  readonly compare: readonly Tally[];
  /** Scenarios that are no longer what was played: their tallies are not carried. */
  readonly droppedScenarios: readonly string[];
}

/** What has to be compared, or why nothing can be. */
export function planCarry(
  { engineHash, tallies }: Qualification,
  isAsItWas: (tally: Tally) => boolean,
): Result<CarryPlan> {
  const compare = tallies.filter(isAsItWas);
  if (compare.length === 0) {
    return failure({
      code: "qualify.nothingToCarry",
      place: "tallies",
      sentence: "No figure on file is of a scenario as it is now.",
      remedy: "Play everything: npm run qualify -- --write.",
    });
  }
  const untracedCount = compare.filter(({ trace }) => trace === undefined).length;
  if (untracedCount > 0) {
    return failure({
      code: "qualify.untraced",
      place: "tallies",
      sentence: `${untracedCount} figures have no trace to compare with.`,
      remedy: `Go back to engine ${engineHash} and run npm run qualify -- --write --traces.`,
    });
  }
  const dropped = tallies.filter((tally) => !isAsItWas(tally));
  return success({
    compare,
    droppedScenarios: [...new Set(dropped.map(({ scenario }) => scenario))],
  });
}

/** The tallies that were not played, or did otherwise than is on file. */
export function differing(
  compare: readonly Tally[],
  traces: ReadonlyMap<string, string>,
): readonly Tally[] {
  return compare.filter((tally) => {
    const { trace } = tally;
    return trace === undefined || traces.get(keyOf(tally)) !== trace;
  });
}

/** The figures as they hold for the engine `to`, once nothing differs. */
export function carryTo(
  { engineHash: from, playedOn, carried }: Qualification,
  to: string,
  { compare }: CarryPlan,
): Qualification {
  const link = { from, to, tracesCompared: compare.length };
  return { engineHash: to, playedOn, carried: [...carried, link], tallies: compare };
}
