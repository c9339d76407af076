/** What a thread does: every seed of a task, or only the one that is traced. */
import { loadBuiltEngine } from "../../tests/support/builtEngine.ts";
import { readContent } from "../../tests/support/playCase.ts";
import { playSeed, type SeedPlayed, TRACED_SEED } from "./playSeed.ts";
import type { Tally, Task } from "./tally.ts";

/** A tally as a thread gives it: which engine this is, whoever asked knows. */
export type Counted = Omit<Tally, "playedOn"> & { readonly trace: string };

const { createCase: create } = await loadBuiltEngine();

export function playTask(task: Task): Counted {
  const content = readContent(task.scenario);
  const expected = content.scenario.expected[task.kind];
  const firstScreens: string[] = [];
  const strays: number[] = [];
  let metCount = 0;
  let trace = "";
  for (let seed = 1; seed <= task.seedCount; seed += 1) {
    const played = playSeed(task, seed, { content, create });
    const { outcome } = played.report;
    firstScreens.push(played.firstScreen);
    if (outcome === "met") metCount += 1;
    if (expected !== "either" && outcome !== expected) strays.push(seed);
    if (seed === TRACED_SEED) trace = played.trace;
  }
  return { ...task, expected, metCount, strays, firstScreens, trace };
}

export function playTraced(task: Task): SeedPlayed {
  return playSeed(task, TRACED_SEED, { content: readContent(task.scenario), create });
}
