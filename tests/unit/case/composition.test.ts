/** Normal cases that emergencies interrupt: put together from data, checked like files, played like cases. */
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { CaseContent } from "../../../src/case/caseSetup.ts";
import { recheckContent } from "../../../src/case/checkContent.ts";
import { composeContent } from "../../../src/case/composeContent.ts";
import {
  COMPOSITIONS_FOLDER,
  everyComposed,
  type ReadComposition,
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

function readNamed(id: string): ReadComposition {
  const source = readYamlFile(path.join(COMPOSITIONS_FOLDER, `${id}.yaml`));
  if (!source.ok) throw new Error(`The composition ${id} cannot be read.`);
  const read = readComposition(source.value);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const IDS = ["going-on-interrupted", "bypass-interrupted", "weaning-interrupted"] as const;
const COMPOSITIONS = new Map(IDS.map((id) => [id, readNamed(id)]));
const named = (id: (typeof IDS)[number]) => COMPOSITIONS.get(id) as ReadComposition;
const { composition } = named("bypass-interrupted");

const composeOf =
  ({ composition, contents }: ReadComposition) =>
  (emergency: string, seed: number, variant?: string) =>
    composeContent({
      composition,
      normal: contents.get(composition.normal) as CaseContent,
      emergency: contents.get(emergency),
      wish: { seed, ...(variant === undefined ? {} : { variant }) },
    });
const compose = composeOf(named("bypass-interrupted"));

const onsetS = (content: CaseContent): number =>
  content.scenario.distractors.find(({ id }) => id === "interruption1")?.atS.min ?? -1;

const played = (content: CaseContent, script?: () => Script) =>
  playCase({ content, choices: { seed: 1 }, create }, (me) =>
    me.start(script?.() ?? (expertFor(content)?.(me) as Script)),
  );

describe.each(IDS)("%s", (id) => {
  const read = named(id);
  test("every case it can be put together to passes the checker of files", () => {
    const problems = everyComposed(read).flatMap((content) => {
      const checked = recheckContent(content);
      return checked.ok
        ? []
        : [`${content.scenario.variants[0]?.id}: ${checked.problems[0].sentence}`];
    });
    expect(problems).toEqual([]);
  });
  test("says of every emergency that it may come, or why it does not", () => {
    const { interruptedBy, notInterruptedBy } = read.composition;
    const spoken = [...interruptedBy, ...notInterruptedBy].map(({ emergency }) => emergency);
    const emergencies = [...read.contents.keys()].filter((one) => !one.startsWith("m"));
    expect(spoken.sort()).toEqual(emergencies.sort());
    for (const { variants, onsetS, because } of interruptedBy)
      expect(because === undefined).toBe(variants === undefined && onsetS === undefined);
  });
  test("title, briefing, machine and patient are the same whatever comes", () => {
    const told = [NOTHING, "b8-dissection"].map((emergency) => {
      const opened = openCase(composeOf(read)(emergency, 5), { seed: 5 });
      return [opened.briefing, opened.drawn.pumpType];
    });
    expect(told[1]).toEqual(told[0]);
  });
  test("a case in which nothing comes is the normal case, and is met as one", () => {
    const { report } = played(composeOf(read)(NOTHING, 3));
    expect(report, report.because.join(" ")).toMatchObject({ outcome: "met", variant: "quiet" });
  });
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
  test("an emergency with a window of its own comes only then", () => {
    const weaning = composeOf(named("weaning-interrupted"));
    const moments = seeds.slice(0, 60).map((seed) => onsetS(weaning("b16-reversed-vent", seed)));
    expect(Math.max(...moments)).toBeLessThanOrEqual(150);
    expect(Math.max(...moments)).toBeGreaterThan(130);
  });
});

describe.each([
  ["going-on-interrupted", "b8-dissection", "c", "M0"],
  ["bypass-interrupted", "a1-pump-failure", "f", "M1"],
  ["bypass-interrupted", "b5-gas-supply", "c", "M1"],
  // Off bypass in the end, which its own marks forbid while it runs.
  ["weaning-interrupted", "b6-air-lock", "c", "M4"],
] as const)("%s by %s, variant %s", (composed, id, variant, module) => {
  const content = composeOf(named(composed))(id, 1, variant);
  test("the expert of both meets it, with marks of both", () => {
    const { report, log } = played(content);
    expect(report, report.because.join(" ")).toMatchObject({
      outcome: "met",
      endReason: "completed",
    });
    const letters = new Set(report.marks.map((mark) => mark.id.split(".")[0]));
    expect(letters).toEqual(new Set([module, id.split("-")[0]?.toUpperCase()]));
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

test("whoever finds the analyser busy waits for it, and sees meanwhile that the dose does nothing", () => {
  const { report, log } = played(compose("b9-anticoagulation", 1, "b"));
  expect(log.filter((line) => line.includes('"code":"analyserBusy"'))).toHaveLength(1);
  expect(report, report.because.join(" ")).toMatchObject({ outcome: "met" });
});

test("slowing down for the emergency does not forfeit what the weaning asks", () => {
  const { report } = played(
    composeOf(named("weaning-interrupted"))("b7-low-venous-return", 1, "b"),
  );
  const early = report.marks.filter(({ id }) => id === "M4.01" || id === "M4.03");
  expect(early.map(({ state }) => state)).toEqual(["inTime", "inTime"]);
});

test("a composition that names what is not there is refused in words", () => {
  const wrong = {
    ...composition,
    interruptedBy: [
      { emergency: "a9-nothing" },
      { emergency: "b5-gas-supply", onsetS: { min: 10, max: 40 } },
    ],
    normalVariants: ["z"],
  };
  const checked = readComposition(unplacedSource("wrong.yaml", wrong));
  expect(checked.ok ? [] : checked.problems.map(({ sentence }) => sentence)).toEqual([
    '"m1-managing-bypass" has no variant "z".',
    'There is no scenario "a9-nothing".',
    "This is not within 20 to 130, when emergencies come.",
  ]);
});
