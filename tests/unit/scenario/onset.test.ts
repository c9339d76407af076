/** Nobody can learn when it happens, or tell from the first screen what will. */
import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { drawCase } from "../../../src/scenario/drawCase.ts";
import { SIGNAL_COUNT, SIGNALS } from "../../../src/world/contract/signals.ts";
import { openCase, readContent, SCENARIOS_FOLDER } from "../../support/playCase.ts";

const IDS = fs
  .readdirSync(SCENARIOS_FOLDER)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.replace(".yaml", ""));

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

test("all variants of A3 open with the same readings", () => {
  const content = readContent("a3-oxygenator-failure");
  const first = content.scenario.variants.map(({ id }) => {
    const pumpType = "roller" as const;
    const choices = { variant: id, pumpType, seed: 7, distractors: [] };
    const opened = openCase(content, choices);
    for (let tick = 0; tick < 10; tick += 1) opened.step([]);
    const readings = new Float64Array(SIGNAL_COUNT);
    opened.readings(readings);
    return SIGNALS.map(({ audience }, index) => (audience === "trainee" ? readings[index] : 0));
  });
  for (const other of first.slice(1)) expect(other).toEqual(first[0]);
});
