/** Nobody can learn when it happens, or tell from the first screen what will. */
import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { drawCase } from "../../../src/scenario/drawCase.ts";
import { type PossibleCase, possibleCases } from "../../../src/scenario/possibleCases.ts";
import { loadBuiltEngine } from "../../support/builtEngine.ts";
import { firstScreen, openCase, readContent, SCENARIOS_FOLDER } from "../../support/playCase.ts";

const { createCase: create } = await loadBuiltEngine();

const IDS = fs
  .readdirSync(SCENARIOS_FOLDER)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.replace(".yaml", ""))
  // A module hides nothing: it is learnt from, and asked for aloud.
  .filter((id) => readContent(id).scenario.kind === "emergency");

describe.each(IDS)("%s", (id) => {
  const { scenario } = readContent(id);
  test("spreads its onset over two minutes and more", () => {
    const onsets = Array.from({ length: 1000 }, (_, seed) => {
      const drawn = drawCase(scenario, { seed, variant: "drawn" });
      return drawn.ok ? drawn.value.onsetTick / 50 : Number.NaN;
    });
    expect(Math.max(...onsets) - Math.min(...onsets)).toBeGreaterThanOrEqual(120);
  });
  test("lets no distractor of the first moment depend on what will fail", () => {
    const early = scenario.distractors.filter(({ from }) => from === "start");
    expect(
      early.filter(({ variants }) => variants !== undefined).map(({ id: name }) => name),
    ).toEqual([]);
  });
});

/** First and last of what may come; `npm run qualify` compares all of them, on every seed it plays. */
describe.each(IDS)("the first screen of %s", (id) => {
  test("tells nothing of what will come", () => {
    const content = readContent(id);
    const [pumpType] = content.scenario.draws.pumpTypes;
    const cases = possibleCases(content.scenario).filter((one) => one.pumpType === pumpType);
    const [first, last] = [cases[0], cases.at(-1)].map((one) => {
      const { variant, cause } = one as PossibleCase;
      const choices = { variant, pumpType, seed: 7, ...(cause === "" ? {} : { cause }) };
      return firstScreen(openCase(content, choices, create));
    });
    expect(first?.length).toBeGreaterThan(100);
    expect(last).toEqual(first);
  });
});
