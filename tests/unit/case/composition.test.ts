/** Normal cases that emergencies interrupt: put together from data, checked like files, played like cases. */
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { CaseContent } from "../../../src/case/caseSetup.ts";
import { recheckContent } from "../../../src/case/checkContent.ts";
import { composeContent } from "../../../src/case/composeContent.ts";
import {
  COMPOSITIONS_FOLDER,
  everyComposed,
  readComposition,
} from "../../../src/cli/compositions.ts";
import { readYamlFile } from "../../../src/cli/readLibrary.ts";
import { expertFor } from "../../../src/players/experts.ts";
import type { Script } from "../../../src/players/player.ts";
import { unplacedSource } from "../../../src/scenario/contract/source.ts";
import { drawEmergency, NOTHING } from "../../../src/scenario/drawInterruption.ts";
import { loadBuiltEngine } from "../../support/builtEngine.ts";
import { idle } from "../../support/otherPerfusionists.ts";
import { openCase, playCase } from "../../support/playCase.ts";

const { createCase: create } = await loadBuiltEngine();
const source = readYamlFile(path.join(COMPOSITIONS_FOLDER, "bypass-interrupted.yaml"));
if (!source.ok) throw new Error("The composition cannot be read.");
const read = readComposition(source.value);
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const { composition, contents } = read.value;
const normal = contents.get(composition.normal) as CaseContent;

const compose = (emergency: string, seed: number, variant?: string) =>
  composeContent({
    composition,
    normal,
    emergency: contents.get(emergency),
    wish: { seed, ...(variant === undefined ? {} : { variant }) },
  });

const onsetS = (content: CaseContent): number =>
  content.scenario.distractors.find(({ id }) => id === "interruption1")?.atS.min ?? -1;

const played = (content: CaseContent, script?: () => Script) =>
  playCase({ content, choices: { seed: 1 }, create }, (me) =>
    me.start(script?.() ?? (expertFor(content)?.(me) as Script)),
  );

test("every case it can be put together to passes the checker of files", () => {
  const problems = everyComposed(read.value).flatMap((content) => {
    const checked = recheckContent(content);
    return checked.ok
      ? []
      : [`${content.scenario.variants[0]?.id}: ${checked.problems[0].sentence}`];
  });
  expect(problems).toEqual([]);
});

describe("what is drawn", () => {
  const seeds = Array.from({ length: 400 }, (_none, seed) => seed);
  test("each emergency comes for some seed, and for some nothing does", () => {
    const drawn = new Set(seeds.map((seed) => drawEmergency(composition, { seed })));
    expect([...drawn].sort()).toEqual(
      [NOTHING, ...composition.interruptedBy.map(({ emergency }) => emergency)].sort(),
    );
  });
  test("the moment lies anywhere in the window, and only there", () => {
    const moments = seeds.slice(0, 60).map((seed) => onsetS(compose("b5-gas-supply", seed)));
    const { min, max } = composition.onsetS;
    expect(Math.min(...moments)).toBeGreaterThanOrEqual(min);
    expect(Math.max(...moments)).toBeLessThanOrEqual(max);
    expect(Math.max(...moments) - Math.min(...moments)).toBeGreaterThan(0.8 * (max - min));
  });
  test("title, briefing, machine and patient are the same whatever comes", () => {
    const told = [NOTHING, "a1-pump-failure", "b8-dissection"].map((id) => {
      const opened = openCase(compose(id, 5), { seed: 5 });
      return [opened.briefing, opened.drawn.pumpType];
    });
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  });
});

test("no two things of a composed case share a name", () => {
  const { scenario, rubric } = compose("a3-oxygenator-failure", 2);
  for (const ids of [
    rubric.marks.map(({ id }) => id),
    rubric.measures.map(({ id }) => id),
    scenario.distractors.map(({ id }) => id),
  ])
    expect(new Set(ids).size).toBe(ids.length);
});

describe.each([
  ["a1-pump-failure", "f"],
  ["b5-gas-supply", "c"],
])("%s, variant %s, in the middle of a quiet hour", (id, variant) => {
  const content = compose(id, 1, variant);
  test("the expert of both meets it, with marks of both", () => {
    const { report, log } = played(content);
    expect(report, report.because.join(" ")).toMatchObject({
      outcome: "met",
      endReason: "completed",
    });
    const letters = new Set(report.marks.map((mark) => mark.id.split(".")[0]));
    expect(letters).toEqual(new Set(["M1", id.split("-")[0]?.toUpperCase()]));
    const fault = log.find((line) => line.includes('"stage":"emergency'));
    expect(Number(fault?.split(" ")[0])).toBeCloseTo(onsetS(content), 0);
  });
});

test("doing nothing about it does not meet it", () => {
  const { report } = played(compose("b11-vasoplegia", 1, "c"), idle);
  expect(report.outcome).toBe("notMet");
  expect(report.pointsFraction).toBeLessThan(0.3);
});

test("what was done before the emergency does not answer it", () => {
  const content = compose("b11-vasoplegia", 1, "c");
  const { report } = playCase({ content, choices: { seed: 1 }, create }, (me) =>
    me.start(
      (function* () {
        yield* me.say("surgeon", "pauseSurgery");
        yield* me.say("anaesthetist", "callForHelp");
      })(),
    ),
  );
  const answered = report.marks.filter(
    ({ id, state }) => id.startsWith("B11") && (state === "inTime" || state === "late"),
  );
  expect(answered).toEqual([]);
});

test("a case in which nothing comes is the normal case, and is met as one", () => {
  expect(played(compose(NOTHING, 3)).report).toMatchObject({ outcome: "met", variant: "quiet" });
});

test("a composition that names what is not there is refused in words", () => {
  const wrong = {
    ...composition,
    interruptedBy: [{ emergency: "a9-nothing" }],
    normalVariants: ["z"],
  };
  const checked = readComposition(unplacedSource("wrong.yaml", wrong));
  expect(checked.ok ? [] : checked.problems.map(({ sentence }) => sentence)).toEqual([
    '"m1-managing-bypass" has no variant "z".',
    'There is no scenario "a9-nothing".',
  ]);
});
