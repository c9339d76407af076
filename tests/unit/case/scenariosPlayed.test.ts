/**
 * Every scenario but A1 (which has tests of its own), headless, one seed for each variant: the expert
 * brings it to its end, met, and doing nothing does not. `npm run qualify` plays everybody over many seeds.
 */
import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { possibleCases } from "../../../src/scenario/possibleCases.ts";
import { loadBuiltEngine, sourcesEngineHash } from "../../support/builtEngine.ts";
import { KINDS, type Kind, startKind } from "../../support/otherPerfusionists.ts";
import { contentHash, playCase, readContent, SCENARIOS_FOLDER } from "../../support/playCase.ts";

const { createCase: create } = await loadBuiltEngine();
const IDS = fs
  .readdirSync(SCENARIOS_FOLDER)
  .filter((name) => name.endsWith(".yaml") && !name.startsWith("a1-"))
  .map((name) => name.replace(".yaml", ""));
const CASES = IDS.flatMap((id) => {
  const content = readContent(id);
  const seen = new Set<string>();
  return possibleCases(content.scenario).flatMap((one) => {
    const name = `${one.variant} ${one.cause}`;
    if (seen.has(name)) return [];
    seen.add(name);
    return [{ id, content, ...one }];
  });
});

function play(one: (typeof CASES)[number], kind: Kind) {
  const { id, content, variant, cause, pumpType } = one;
  const choices = { variant, pumpType, seed: 1, ...(cause === "" ? {} : { cause }) };
  return playCase({ content, choices, create }, (me) => startKind(id, kind, me)).report;
}

describe.each(CASES)("$id, variant $variant $cause", (one) => {
  test("the expert meets it and brings it to its end, and every mark names what earned it", () => {
    const report = play(one, "expert");
    expect(report, report.because.join(" ")).toMatchObject({
      outcome: "met",
      endReason: "completed",
      criticalFails: [],
    });
    const unproven = report.marks.filter(
      ({ state, evidence }) => (state === "inTime" || state === "late") && evidence.length === 0,
    );
    expect(unproven.map(({ id }) => id)).toEqual([]);
  });
  test("doing nothing does not", () => {
    const report = play(one, "idle");
    expect(report.outcome).toBe("notMet");
    expect(report.pointsFraction).toBe(0);
  });
});

const tallyKey = (one: Record<string, unknown>): string =>
  ["scenario", "variant", "cause", "pumpType", "kind"].map((key) => one[key]).join(" ");

/** What has to stand on file: of each emergency every case, by everybody whose ending is declared. */
const declaredCases = () =>
  ["a1-pump-failure", ...IDS].flatMap((id) => {
    const { scenario } = readContent(id);
    if (scenario.kind === "module") return [];
    const declared = KINDS.filter((kind) => scenario.expected[kind] !== "either");
    return possibleCases(scenario).flatMap((one) =>
      declared.map((kind) => ({ scenario: id, ...one, kind })),
    );
  });

describe("docs/qualification.json", () => {
  const file = new URL("../../../docs/qualification.json", import.meta.url);
  test("was written by this engine and of these scenarios, or says that it is stale", async ({
    skip,
  }) => {
    const { engineHash, strayCount, tallies } = JSON.parse(fs.readFileSync(file, "utf8"));
    expect(tallies.length).toBeGreaterThan(0);
    const hash = await sourcesEngineHash();
    if (engineHash !== hash) skip(`stale: it names engine ${engineHash}, the sources' is ${hash}`);
    const named = (tallies as { scenario: string; contentHash: string }[]).map(
      ({ scenario, contentHash: of }): [string, string] => [scenario, of],
    );
    const changed = [...new Map(named)].filter(([id, of]) => contentHash(readContent(id)) !== of);
    if (changed.length > 0) skip(`stale: changed since, ${changed.map(([id]) => id).join(", ")}`);
    expect(strayCount).toBe(0);
    const onFile = new Set(tallies.map(tallyKey));
    expect(declaredCases().filter((one) => !onFile.has(tallyKey(one)))).toEqual([]);
  });
});
