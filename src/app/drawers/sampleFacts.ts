/** Samples as the facts tell of them: what was drawn and has not come back, and what has. */
import type { CaseFact } from "../../session/contract/protocol.ts";
import type { SampleResult, SampleSite, SampleTest } from "../../world/contract/samples.ts";

export interface WaitingSample {
  readonly tick: number;
  readonly test: SampleTest;
  readonly site: SampleSite;
}
export interface SampleSlip extends WaitingSample {
  readonly values: SampleResult;
}

/** Results, oldest first; `tick` is when the blood was drawn. */
export function resultsOf(facts: readonly CaseFact[]): readonly SampleSlip[] {
  return facts.flatMap((fact) =>
    fact.type === "sampleResult"
      ? [{ tick: fact.drawnTick, test: fact.test, site: fact.site, values: fact.values }]
      : [],
  );
}

/** Drawn, and not yet back. */
export function waitingOf(facts: readonly CaseFact[]): readonly WaitingSample[] {
  const back = resultsOf(facts);
  return facts.flatMap((fact): WaitingSample[] => {
    if (fact.type !== "accepted" || fact.action.type !== "sample.draw") return [];
    const { test, site } = fact.action;
    const isBack = back.some(
      (one) => one.tick === fact.tick && one.test === test && one.site === site,
    );
    return isBack ? [] : [{ tick: fact.tick, test, site }];
  });
}
