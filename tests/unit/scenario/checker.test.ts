/** The checker: each planted mistake is named with file, line, path, sentence and likely intention. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readYaml, readYamlBytes } from "../../../src/cli/yamlSource.ts";
import { SCENARIOS_FOLDER } from "../../support/playCase.ts";
import { lineOf, problemsWith } from "./plantedFile.ts";

interface Planted {
  readonly what: string;
  readonly file: "scenario" | "rubric";
  readonly from: string;
  readonly to: string;
  readonly code: string;
  readonly path?: string;
  readonly says?: RegExp;
  readonly remedy?: RegExp;
  /** Lines after the changed text where the mistake itself stands. */
  readonly below?: number;
}

const PLANTED: readonly Planted[] = [
  {
    what: "a misspelt key",
    file: "scenario",
    from: "briefing: >-",
    to: "breifing: >-",
    code: "scenario.unknownKey",
    path: "breifing",
    remedy: /"briefing"/,
  },
  {
    what: "a misspelt key inside a condition",
    file: "scenario",
    from: "forwardFlow: { signal: patient.systemicFlowTrueLpm, overS: 1, atLeast: 1 }",
    to: "forwardFlow: { signal: patient.systemicFlowTrueLpm, overS: 1, atLest: 1 }",
    code: "scenario.unknownKey",
    path: "conditions.forwardFlow.atLest",
    remedy: /"atLeast"/,
  },
  {
    what: "a signal nobody declared",
    file: "scenario",
    from: "{ signal: patient.ischaemiaDose, atLeast: 1 }",
    to: "{ signal: patient.ischemiaDose, atLeast: 1 }",
    code: "scenario.unknownValue",
    path: "conditions.harmed.any[0].signal",
    remedy: /"patient.ischaemiaDose"/,
  },
  {
    what: "an act nobody declared",
    file: "scenario",
    from: "any: [{ did: record.note }, { said: incidentReport }]",
    to: "any: [{ did: record.write }, { said: incidentReport }]",
    code: "scenario.unknownValue",
    remedy: /"record.note"/,
  },
  {
    what: "a fault nobody declared",
    file: "scenario",
    from: "fault: pump.couplingSlip",
    to: "fault: pump.couplingSlipp",
    code: "scenario.unknownValue",
    remedy: /"pump.couplingSlip"/,
  },
  {
    what: "a field a fault does not have",
    file: "scenario",
    from: "fault: pump.module, head: arterial",
    to: "fault: pump.module, haed: arterial",
    code: "scenario.unknownKey",
    says: /pump\.module/,
    remedy: /"head"/,
  },
  {
    what: "a span of a fault beyond what the fault allows",
    file: "scenario",
    from: "between: [800, 1000]",
    to: "between: [800, 5000]",
    code: "scenario.faultField",
    path: "variants[7].causes[1].faults[0].airMlPerMin",
  },
  {
    what: "a percentage where a fraction belongs",
    file: "rubric",
    from: "{ signal: line.reservoirOutlet.gasFraction, above: 0.02 }",
    to: "{ signal: line.reservoirOutlet.gasFraction, above: 2 }",
    code: "condition.outOfRange",
    says: /from 0 to 1/,
    remedy: /0\.02/,
  },
  {
    what: "a value outside the signal's range",
    file: "scenario",
    from: "{ signal: patient.airDeliveredMl, atLeast: 50 }",
    to: "{ signal: patient.airDeliveredMl, atLeast: -5 }",
    code: "condition.outOfRange",
  },
  {
    what: "a condition that can never hold",
    file: "scenario",
    from: "{ signal: patient.airDeliveredMl, atLeast: 50 }",
    to: "{ signal: patient.airDeliveredMl, atLeast: 50, below: 20 }",
    code: "condition.never",
  },
  {
    what: "a number compared like a list",
    file: "scenario",
    from: "{ signal: patient.airDeliveredMl, atLeast: 50 }",
    to: "{ signal: patient.airDeliveredMl, is: high }",
    code: "condition.wrongComparison",
  },
  {
    what: "a value an enum does not have",
    file: "scenario",
    from: "{ signal: pump.suck2.status, is: run }",
    to: "{ signal: pump.suck2.status, is: runs }",
    code: "condition.unknownValue",
    remedy: /"run"/,
  },
  {
    what: "an act that never has such a field",
    file: "rubric",
    from: "{ did: pump.clearJam, with: { head: arterial } }",
    to: "{ did: pump.clearJam, with: { head: arteriel } }",
    code: "condition.never",
  },
  {
    what: "a condition nobody named",
    file: "scenario",
    from: "- { when: { use: definitive }, go: restored }",
    to: "- { when: { use: definitve }, go: restored }",
    code: "condition.unknownCondition",
    path: "stages.noFlow.on[1].when.use",
    remedy: /"definitive"/,
  },
  {
    what: "conditions that go round in a circle",
    file: "scenario",
    from: "noFlow: { signal: patient.systemicFlowTrueLpm, overS: 1, below: 1 }",
    to: "noFlow: { not: { use: forwardFlow2 } }\n  forwardFlow2: { not: { use: noFlow } }",
    code: "condition.circle",
  },
  {
    what: "a stage nobody wrote",
    file: "scenario",
    from: "go: failing }",
    to: "go: failling }",
    code: "scenario.unknownStage",
    path: "stages.steady.on[0].go",
    remedy: /"failing"/,
  },
  {
    what: "a stage nothing leads to",
    file: "scenario",
    from: "  completed: { title:",
    to: "  lonely: { title: Alone, end: completed }\n  completed: { title:",
    code: "scenario.unreachableStage",
    path: "stages.lonely",
  },
  {
    what: "a stage without a way out",
    file: "scenario",
    from: "  timeUp: { title: Ten minutes have passed, end: timeUp }",
    to: "  timeUp: { title: Ten minutes have passed }",
    code: "scenario.noEnd",
    path: "stages.timeUp",
  },
  {
    what: "a variant id used twice",
    file: "scenario",
    from: "  - id: b\n    title: Jammed head",
    to: "  - id: a\n    title: Jammed head",
    code: "scenario.duplicate",
    path: "variants[1].id",
  },
  {
    what: "a variant a distractor does not know",
    file: "scenario",
    from: "    pumpTypes: [roller]\n    faults: [{ fault: spare.wrongTube }]",
    to: "    variants: [z]\n    faults: [{ fault: spare.wrongTube }]",
    code: "scenario.unknownVariant",
  },
  {
    what: "more distractors asked for than there are",
    file: "scenario",
    from: "distractorCount: { min: 1, max: 3 }",
    to: "distractorCount: { min: 1, max: 30 }",
    code: "scenario.fewDistractors",
    path: "draws.distractorCount",
    says: /^Up to 30 distractors are asked for, but no case has more than \d+ that fit\.$/,
    remedy: /let max be \d/,
  },
  {
    what: "a weight of nothing",
    file: "scenario",
    from: "  - id: a\n    title: Motor",
    to: "  - id: a\n    weightRatio: 0\n    title: Motor",
    code: "scenario.outOfRange",
    path: "variants[0].weightRatio",
    says: /must be more than 0, not 0/,
  },
  {
    what: "a span that runs backward",
    file: "scenario",
    from: "onsetS: { min: 20, max: 145 }",
    to: "onsetS: { min: 75, max: 30 }",
    code: "scenario.span",
    path: "draws.onsetS",
  },
  {
    what: "a patient that is not there",
    file: "scenario",
    from: "patient: adult-75kg",
    to: "patient: adult-75kgs",
    code: "scenario.missingFile",
    path: "patient",
    remedy: /"adult-75kg"/,
  },
  {
    what: "a machine with the other pump",
    file: "scenario",
    from: "roller: five-head-roller",
    to: "roller: five-head-centrifugal",
    code: "machine.pumpType",
  },
  {
    what: "a message nobody can say",
    file: "scenario",
    from: "message: airFound",
    to: "message: airFond",
    code: "scenario.unknownValue",
    remedy: /"airFound"/,
  },
  {
    what: "a number where a text belongs",
    file: "scenario",
    from: "title: The arterial pump stops",
    to: "title: 7",
    code: "scenario.wrongType",
    path: "title",
    says: /string/,
  },
  {
    what: "something missing",
    file: "scenario",
    from: "first: steady\n",
    to: "",
    code: "scenario.missing",
    says: /"first" is missing/,
  },
  {
    what: "a mark that no case can earn",
    file: "rubric",
    from: "applies: [{ variants: [b] }]",
    to: "applies: [{ variants: [b], pumpTypes: [centrifugal] }]",
    code: "rubric.appliesToNone",
    says: /A1\.07B/,
  },
  {
    what: "a mark for a variant the scenario has not",
    file: "rubric",
    from: "applies: [{ variants: [b] }]",
    to: "applies: [{ variants: [k] }]",
    code: "rubric.unknownVariant",
  },
  {
    what: "a fail time before the target",
    file: "rubric",
    from: "targetS: 8\n    failS: 20",
    to: "targetS: 8\n    failS: 2",
    code: "rubric.limits",
    below: 1,
  },
  {
    what: "a mark that follows one nobody wrote",
    file: "rubric",
    from: "after: [A1.02, A1.03]",
    to: "after: [A1.02, A1.30]",
    code: "rubric.unknownMark",
  },
  {
    what: "bands that overlap",
    file: "rubric",
    from: "greenAtMost: 60\n    redAtLeast: 180",
    to: "greenAtMost: 200\n    redAtLeast: 180",
    code: "rubric.bands",
  },
];

describe("planted mistakes", () => {
  test("are of more than twenty kinds", () => {
    expect(new Set(PLANTED.map(({ what }) => what)).size).toBeGreaterThanOrEqual(20);
  });
  test.each(PLANTED)("$what", ({ file, from, to, code, path, says, remedy, below = 0 }) => {
    const problems = problemsWith(file, from, to);
    const problem = problems.find((one) => one.code === code);
    expect(problem, JSON.stringify(problems, null, 1)).toBeDefined();
    if (problem === undefined) return;
    expect(problem.place).toMatch(/\.yaml:\d+:\d+/);
    expect(problem.sentence).toMatch(/^[A-Z"].*\.$/);
    if (path !== undefined) expect(problem.place).toContain(` ${path}`);
    if (says !== undefined) expect(problem.sentence).toMatch(says);
    expect(problem.remedy).toMatch(remedy ?? /^[A-Z].*[.?]$/);
    if (below > 0) expect(problem.place).toContain(`:${lineOf(file, from) + below}:`);
  });
  test("the line is that of the mistake", () => {
    const from = "go: failing }";
    const [problem] = problemsWith("scenario", from, "go: failling }");
    expect(problem.place).toContain(`a1-pump-failure.yaml:${lineOf("scenario", from)}:`);
  });
  test("the files as they are have no problem", () => {
    expect(problemsWith("scenario", "first: steady", "first: steady")).toEqual([]);
    expect(problemsWith("rubric", "passFraction: 0.7", "passFraction: 0.7")).toEqual([]);
  });
});

describe("malformed YAML", () => {
  test.each([
    ["an open bracket", "a: [1, 2\nb: 3\n", /bracket .* is not closed/],
    ["a tab for indentation", "a:\n\tb: 1\n", /begins with a tab/],
    ["a key twice", "a: 1\na: 2\n", /The key "a" stands here a second time/],
    ["bad indentation", "a:\n  b: 1\n c: 2\n", /column of its neighbours/],
    ["a colon in a text", "a: one: two\n", /colon in a text without quotes/],
    ["a quote that is not closed", 'a: "one\nb: 2\n', /not well-formed YAML/],
  ])("%s is refused once, with its place and what to do", (_what, text, sentence) => {
    const read = readYaml("mine.yaml", text);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problems).toHaveLength(1);
    expect(read.problems[0].place).toMatch(/^mine\.yaml:\d+:\d+$/);
    expect(read.problems[0].sentence).toMatch(sentence);
    expect(read.problems[0].remedy).toMatch(/\.$/);
  });
  test("letters that are no UTF-8 are refused, and a mark at the beginning is not", () => {
    const latin = Uint8Array.from([0x61, 0x3a, 0x20, 0xfc, 0x0a]);
    const read = readYamlBytes("mine.yaml", latin);
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(["file.encoding"]);
    const marked = new TextEncoder().encode("\uFEFFa: ü\r\n");
    expect(readYamlBytes("mine.yaml", marked)).toMatchObject({
      ok: true,
      value: { data: { a: "ü" } },
    });
  });
  test("a file of many aliases is refused", () => {
    const levels = Array.from({ length: 12 }, (_, i) =>
      i === 0
        ? "a0: &a0 [x,x,x,x,x,x,x,x,x]"
        : `a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(",")}]`,
    );
    const read = readYaml("bomb.yaml", levels.join("\n"));
    expect(read.ok).toBe(false);
  });
});

describe("the page for authors", () => {
  const read = (file: string) => fs.readFileSync(path.join(SCENARIOS_FOLDER, "..", file), "utf8");
  const page = read("docs/scenario-authoring.md");
  const folders = ["src/scenario", "src/scenario/contract", "src/scoring", "src/case"];
  const files = folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(SCENARIOS_FOLDER, "..", folder))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${folder}/${name}`),
  );
  const codes = files.flatMap((file) =>
    [...read(file).matchAll(/code: "([a-z]+\.[A-Za-z]+)"/g)].map(([, code]) => code),
  );

  test("explains every code the checker can give", () => {
    expect(codes.length).toBeGreaterThan(20);
    const missing = codes.filter((code) => {
      const ending = code.slice(code.indexOf("."));
      return !page.includes(`\`${code}\``) && !page.includes(`\`…${ending}\``);
    });
    expect(missing).toEqual([]);
  });
});
