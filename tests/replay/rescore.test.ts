/** Old runs under a changed rubric: the same run, and exactly the marks that changed. */
import { describe, expect, test } from "vitest";
import { createCase } from "../../src/case/case.ts";
import type { PlannedAct } from "../../src/cli/actionsFile.ts";
import { runCase } from "../../src/cli/caseRunner.ts";
import { loadContent } from "../../src/cli/scenarioContent.ts";
import type { Rubric } from "../../src/scoring/rubric.schema.ts";
import { rescore } from "../../src/session/rescore.ts";
import { loadBuiltEngine } from "../support/builtEngine.ts";
import { readContent } from "../support/playCase.ts";
import { faultsOfRun, recordRun } from "../support/recordedRuns.ts";
import { valueOf } from "../unit/session/testRecording.ts";

const ENGINE = { createCase };
const SCENARIOS = ["a1-pump-failure", "a2-gas-in-the-circuit", "b7-low-venous-return"];
const content = loadContent("a2-gas-in-the-circuit");
const ACTS: readonly PlannedAct[] = [
  { tick: 3700, actor: "trainee", action: { type: "pump.stop", head: "arterial" } },
  { tick: 3760, actor: "trainee", action: { type: "line.clamp", site: "arterial" } },
  { tick: 3820, actor: "trainee", action: { type: "line.clamp", site: "venous" } },
];
const { recording } = runCase({
  loaded: { engine: ENGINE, hash: "0000000000000000" },
  content,
  wishes: { variant: "h", seed: 2, mode: "practice" },
  acts: ACTS,
  tickMax: 4200,
});
const changed = (edit: (rubric: Rubric) => Rubric): Rubric => edit(structuredClone(content.rubric));

describe("scoring a recorded run again", () => {
  test("under the same rubric changes nothing, twice over", () => {
    const first = valueOf(rescore(ENGINE, recording, content.rubric));
    const second = valueOf(rescore(ENGINE, recording, content.rubric));
    expect(first.difference.marks).toEqual([]);
    expect(first.difference.measures).toEqual([]);
    expect(second).toEqual(first);
    expect(first.after).toEqual(first.before);
  });

  test("names exactly the mark whose limit changed, and the one that was taken out", () => {
    const rubric = changed((old) => ({
      ...old,
      marks: old.marks
        .filter(({ id }) => id !== "A2.19")
        .map((mark) => ("targetS" in mark && mark.id === "A2.01" ? { ...mark, targetS: 4 } : mark)),
    }));
    const { difference } = valueOf(rescore(ENGINE, recording, rubric));
    expect(difference.marks.map(({ id }) => id)).toEqual(["A2.01", "A2.19"]);
    expect(difference.marks[1]?.after).toBe("not in this rubric");
    expect(difference.measures).toEqual([]);
  });

  test("refuses a run that does not replay as it was recorded", () => {
    const entries = recording.entries.map((entry) => ({ ...entry, tick: entry.tick + 10 }));
    const result = rescore(ENGINE, { ...recording, entries }, content.rubric);
    expect(result.ok ? "" : result.problems[0].code).toBe("replay.differs");
  });

  test("refuses a rubric that is not one, with its place", () => {
    const result = rescore(ENGINE, recording, { ...content.rubric, marks: [] });
    expect(result.ok ? "" : result.problems[0].place).toContain("marks");
  });
});

/** A small sample of `npm run qualify:rescore`, which takes a thousand. */
describe("runs of scripted perfusionists", async () => {
  const engine = await loadBuiltEngine();
  const contents = SCENARIOS.map(readContent);
  const run = recordRun(engine, contents, 13);
  const content = contents[13 % contents.length] as (typeof contents)[number];
  test("replay to their hash, and score the same whenever they are scored", () => {
    expect(run.recording.entries.length).toBeGreaterThan(0);
    expect(faultsOfRun(engine, run, content)).toEqual([]);
  });
  test("are found out when their log was changed", () => {
    const entries = run.recording.entries.slice(1);
    const changed = { ...run, recording: { ...run.recording, entries } };
    expect(faultsOfRun(engine, changed, content)).not.toEqual([]);
  });
});
