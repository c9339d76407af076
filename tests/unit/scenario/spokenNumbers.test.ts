/** Numbers that people name in the modules are those that the world would print. */
import { expect, test } from "vitest";
import { loadBuiltEngine } from "../../support/builtEngine.ts";
import { openCase, readContent } from "../../support/playCase.ts";

const { createCase: create } = await loadBuiltEngine();
const DRAW = { type: "sample.draw", site: "arterial", test: "act", discardMl: 5 } as const;
const TICKS_MAX = 50 * 590; // before the shortest of these cases is over

/** The ACT of a sample drawn so long after the start. */
function actDrawnAt(scenarioId: string, seed: number, atS: number): number {
  const choices = { variant: "a", pumpType: "roller", seed } as const;
  const engineCase = openCase(readContent(scenarioId), choices, create);
  for (let tick = 0; tick < TICKS_MAX; tick += 1) {
    const entry = { sequence: 1, tick, actor: "trainee", action: DRAW } as const;
    for (const fact of engineCase.step(tick === 50 * atS ? [entry] : [])) {
      if (fact.type === "sampleResult") return fact.values.actS ?? Number.NaN;
    }
  }
  throw new Error("No result came.");
}

test("the ACT that is called short in the module of drugs is below 480 s", () => {
  for (const seed of [1, 2]) expect(actDrawnAt("m2-giving-drugs", seed, 10)).toBeLessThan(480);
});
test("the ACT that the first bypass begins with is what the briefing says, but for the device's scatter", () => {
  const actS = actDrawnAt("m0-going-on-bypass", 1, 0);
  const said = Number(
    /ACT a minute ago was (\d+) s/.exec(readContent("m0-going-on-bypass").scenario.briefing)?.[1],
  );
  expect(Math.abs(actS - said)).toBeLessThan(30);
});
