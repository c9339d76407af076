/**
 * A drill: a scenario that nobody announced, drawn from a chosen set, whose onset comes when it comes. What is told
 * beforehand is the same for all of them (briefing.ts).
 */
import { assert } from "../kernel/assert.ts";
import { nextInt, STREAM_WORDS, seedStream } from "../kernel/random.ts";
import type { CaseContent } from "./caseSetup.ts";

/** The onset of a drill, s from the start: wider than a scenario's own, so that quiet minutes say nothing (set by us). */
export const DRILL_ONSET_S = { min: 20, max: 300 } as const;

/** One of the ids, evenly, by the seed; the order of the list does not matter. */
export function drawDrill(ids: readonly string[], seed: number): string {
  assert(ids.length > 0, "a drill is drawn from at least one scenario");
  const words = new Uint32Array(STREAM_WORDS);
  seedStream(words, 0, seed, "case.drill");
  return [...ids].sort()[nextInt(words, 0, 0, ids.length - 1)] as string;
}

/** The content with the onset of a drill. */
export function drilled(content: CaseContent): CaseContent {
  const { scenario } = content;
  return {
    ...content,
    scenario: { ...scenario, draws: { ...scenario.draws, onsetS: { ...DRILL_ONSET_S } } },
  };
}
