/**
 * Every scenario but A1 (which has tests of its own), headless, one seed for each variant: the expert
 * brings it to its end, met, and doing nothing does not, and both do what docs/qualification.json says they did.
 * `npm run qualify` plays everybody over many seeds.
 */
import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { playSeed, TRACED_SEED } from "../../../scripts/qualify/playSeed.ts";
import { readQualification } from "../../../scripts/qualify/qualificationFile.ts";
import { nameOf, type Playing, type Tally } from "../../../scripts/qualify/tally.ts";
import { possibleCases } from "../../../src/scenario/possibleCases.ts";
import { loadBuiltEngine, sourcesEngineHash } from "../../support/builtEngine.ts";
import { KINDS, type Kind } from "../../support/otherPerfusionists.ts";
import { contentHash, readContent, SCENARIOS_FOLDER } from "../../support/playCase.ts";

const { createCase: create } = await loadBuiltEngine();
const CONTENTS = new Map(
  fs
    .readdirSync(SCENARIOS_FOLDER)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.replace(".yaml", ""))
    .map((id) => [id, readContent(id)]),
);
const CASES = [...CONTENTS].flatMap(([id, content]) => {
  if (id.startsWith("a1-")) return [];
  const seen = new Set<string>();
  return possibleCases(content.scenario).flatMap((one) => {
    const name = `${one.variant} ${one.cause}`;
    if (seen.has(name)) return [];
    seen.add(name);
    return [{ id, content, ...one }];
  });
});

const QUALIFIED = readQualification();
const ENGINE_HASH = await sourcesEngineHash();
const HASHES = new Map([...CONTENTS].map(([id, content]) => [id, contentHash(content)]));
/** Scenarios that are no longer what the figures on file are of. */
const CHANGED_IDS = new Set(
  QUALIFIED.tallies
    .filter((tally) => HASHES.get(tally.scenario) !== tally.contentHash)
    .map(({ scenario }) => scenario),
);

/** What the file says that the first seed does; of another engine or scenario it says nothing. */
function traceOnFile(playing: Playing): string | undefined {
  if (QUALIFIED.engineHash !== ENGINE_HASH || CHANGED_IDS.has(playing.scenario)) return;
  return QUALIFIED.tallies.find((tally) => nameOf(tally) === nameOf(playing))?.trace;
}

function play({ id: scenario, content, ...possible }: (typeof CASES)[number], kind: Kind) {
  const playing = { scenario, ...possible, kind };
  const { report, trace } = playSeed(playing, TRACED_SEED, { content, create });
  expect(trace, "it does otherwise than when it was qualified").toBe(traceOnFile(playing) ?? trace);
  return report;
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

/** What has to stand on file: of each emergency every case, by everybody whose ending is declared. */
const declaredCases = () =>
  [...CONTENTS].flatMap(([id, { scenario }]) => {
    if (scenario.kind === "module") return [];
    const declared = KINDS.filter((kind) => scenario.expected[kind] !== "either");
    return possibleCases(scenario).flatMap((one) =>
      declared.map((kind) => ({ scenario: id, ...one, kind })),
    );
  });

describe("docs/qualification.json", () => {
  const { engineHash, playedOn, carried, tallies } = QUALIFIED;

  test("was written by this engine and of these scenarios, or says that it is stale", ({
    skip,
  }) => {
    expect(tallies.length).toBeGreaterThan(0);
    if (engineHash !== ENGINE_HASH) {
      skip(`stale: it names engine ${engineHash}, the sources' is ${ENGINE_HASH}`);
    }
    if (CHANGED_IDS.size > 0) skip(`stale: changed since, ${[...CHANGED_IDS].join(", ")}`);
    expect(tallies.flatMap(({ strays }) => strays)).toEqual([]);
    const onFile = new Set(tallies.map(nameOf));
    expect(declaredCases().filter((one) => !onFile.has(nameOf(one)))).toEqual([]);
  });

  test("has a trace of every tally, so that it can be carried to an engine that does the same", () => {
    expect(tallies.filter(({ trace }) => !/^[0-9a-f]{16}$/.test(trace ?? "")).map(nameOf)).toEqual(
      [],
    );
  });

  test("holds for its engine by an unbroken chain from every engine it was played on", () => {
    const engines = [playedOn, ...carried.map(({ to }) => to)];
    expect(carried.map(({ from }) => from)).toEqual(engines.slice(0, -1));
    expect(engines.at(-1)).toBe(engineHash);
    expect(tallies.filter((tally) => !engines.includes(tally.playedOn)).map(nameOf)).toEqual([]);
  });

  test("was carried only with every tally compared that is older than the step", () => {
    const isOlder = (tally: Tally, step: number): boolean =>
      tally.playedOn === playedOn || carried.slice(0, step).some(({ to }) => to === tally.playedOn);
    // More may have been compared: of a scenario that changed later, tallies were played anew.
    const short = carried.filter(
      ({ tracesCompared }, step) =>
        tallies.filter((tally) => isOlder(tally, step)).length > tracesCompared,
    );
    expect(short).toEqual([]);
  });
});
