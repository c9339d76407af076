/** One thing for a thread to do: one possible case, one scripted perfusionist, so many seeds. */
import { createHash } from "node:crypto";
import type { PossibleCase } from "../../src/scenario/possibleCases.ts";
import { loadBuiltEngine } from "../../tests/support/builtEngine.ts";
import { type Kind, SLOW_PACE, startKind } from "../../tests/support/otherPerfusionists.ts";
import { playCase, readContent } from "../../tests/support/playCase.ts";

export interface Task extends PossibleCase {
  readonly scenario: string;
  /** Digest of the scenario with all it names. */
  readonly contentHash: string;
  readonly kind: Kind;
  readonly seedCount: number;
}

export interface Tally extends Task {
  readonly expected: string;
  readonly metCount: number;
  /** Seeds that ended otherwise than the scenario declares. */
  readonly strays: readonly number[];
  /** What a trainee saw first, by seed, as a digest: equal screens have equal ones. */
  readonly firstScreens: readonly string[];
}

const engine = await loadBuiltEngine();

export function playTask(task: Task): Tally {
  const { scenario, kind, seedCount, variant, cause, pumpType } = task;
  const content = readContent(scenario);
  const expected = content.scenario.expected[kind];
  const firstScreens: string[] = [];
  const strays: number[] = [];
  let metCount = 0;
  for (let seed = 1; seed <= seedCount; seed += 1) {
    const { report, firstScreen } = playCase(
      {
        content,
        choices: { variant, pumpType, seed, ...(cause === "" ? {} : { cause }) },
        create: engine.createCase,
        ...(kind === "slow" ? { paceFactor: SLOW_PACE } : {}),
      },
      (me) => startKind(scenario, kind, me),
    );
    const digest = createHash("sha256").update(JSON.stringify(firstScreen)).digest("hex");
    firstScreens.push(digest.slice(0, 16));
    if (report.outcome === "met") metCount += 1;
    if (expected !== "either" && report.outcome !== expected) strays.push(seed);
  }
  return { ...task, expected, metCount, strays, firstScreens };
}
