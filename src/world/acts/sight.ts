/** What a look answers: a finding and a sentence. */
import type { Finding } from "../contract/facts.ts";
import type { WorldSetup } from "../contract/setup.ts";
import type { WorldState } from "../state/state.ts";

export interface Sight {
  readonly finding: Finding;
  readonly sentence: string;
}
export type Look = (state: WorldState, setup: WorldSetup) => Sight;

export const normal = (sentence: string): Sight => ({ finding: "asItShouldBe", sentence });
export const wrong = (sentence: string): Sight => ({ finding: "abnormal", sentence });
export const hidden = (sentence: string): Sight => ({ finding: "notVisible", sentence });
export const when = (isWrong: boolean, ifWrong: string, ifNormal: string): Sight =>
  isWrong ? wrong(ifWrong) : normal(ifNormal);
