/** A key in the wrong column: the checker says where it belongs, and how far that is. */
import { describe, expect, test } from "vitest";
import { checkScenario } from "../../../src/scenario/checkScenario.ts";
import { unplacedSource } from "../../../src/scenario/contract/source.ts";
import { problemsWith } from "./plantedFile.ts";

interface Misplaced {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly says: string;
  readonly file?: "scenario" | "rubric";
}

const MISPLACED: readonly Misplaced[] = [
  {
    what: "of a stage, at the top of the file",
    from: "first: steady\n",
    to: "first: steady\nguide: { task: Look., where: There., why: So. }\n",
    says: 'There is no key "guide" here: it belongs under "stages.<name>", 4 columns further right.',
  },
  {
    what: "of the draws, beside them",
    from: "draws:\n",
    to: "onsetS: { min: 1, max: 2 }\ndraws:\n",
    says: 'There is no key "onsetS" here: it belongs under "draws", 2 columns further right.',
  },
  {
    what: "of the file, inside one of its parts",
    from: "team:\n",
    to: "team:\n  kind: emergency\n",
    says: 'There is no key "kind" here: it belongs beside "team", 2 columns further left.',
  },
  {
    what: "of a variant, inside a cause",
    from: "      - id: cover\n",
    to: "      - id: cover\n        clockFrom: { use: noFlow }\n",
    says: 'There is no key "clockFrom" here: it belongs beside "causes", 4 columns further left.',
  },
  {
    what: "of a condition, inside what it holds",
    from: "    forS: 5\n  harmed",
    to: "      forS: 5\n  harmed",
    says: 'The key "forS" does not go with the others here: it belongs beside "holds", 2 columns further left.',
  },
  {
    what: "of a condition, where columns mean nothing",
    from: "{ holds: { use: forwardFlow }, forS: 3 }",
    to: "{ holds: { use: forwardFlow, forS: 3 } }",
    says: 'The key "forS" does not go with the others here: it belongs beside "holds".',
  },
  {
    what: "of a stage, in the column of the stages' names",
    from: "    on:\n      - { when: { elapsedS: 0, since: fault }, go: failing }\n",
    to: "  on:\n      - { when: { elapsedS: 0, since: fault }, go: failing }\n",
    says: '"on" is read as one of the names under "stages": it belongs under such a name, 2 columns further right.',
  },
  {
    what: "that several places have",
    from: "      who: runner\n",
    to: "      who: runner\n      text: Coming.\n",
    says: 'There is no key "text" here: it is known under "teaching[]", "distractors[].speech" and "stages.<name>.enter[]".',
  },
  {
    what: "of a measure, in a mark",
    file: "rubric",
    from: "marks:\n  - id: A1.CF\n",
    to: "marks:\n  - id: A1.CF\n    decides: true\n",
    says: 'There is no key "decides" here: it belongs under "measures[]".',
  },
];

describe("a key that belongs elsewhere", () => {
  test.each(MISPLACED)("$what", ({ file = "scenario", from, to, says }) => {
    const problems = problemsWith(file, from, to);
    const problem = problems.find(({ sentence }) => sentence === says);
    expect(problem, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(problem?.place).toMatch(/\.yaml:\d+:\d+ /);
    expect(problem?.remedy).toMatch(/^Move it there/);
  });
  test("is not guessed at when a word here is nearly the same", () => {
    const [problem] = problemsWith("scenario", "      effect: {", "      efect: {");
    expect(problem).toMatchObject({
      sentence: 'There is no key "efect" here.',
      remedy: 'Did you mean "effect"?',
    });
  });
  test("is not guessed at when many places have it, or none", () => {
    for (const key of ["min", "prompt"]) {
      const [problem] = problemsWith("scenario", "team:\n", `team:\n  ${key}: 1\n`);
      expect(problem).toMatchObject({
        sentence: `There is no key "${key}" here.`,
        remedy: "Known here: otherwise, otherwiseDelayS, replies, reactions.",
      });
    }
  });
  test("is never suggested in its own place", () => {
    const measured = "{ signal: patient.ischaemiaDose, atLeast: 1 }";
    const counted = "{ signal: patient.ischaemiaDose, atLeast: 1, withinS: 4 }";
    expect(problemsWith("scenario", measured, counted)).toMatchObject([
      {
        sentence: 'The key "withinS" does not go with the others here.',
        remedy: "Known here: signal, overS, is, isNot, above, atLeast, below, atMost.",
      },
    ]);
  });
  test("has no column in data that never was a file", () => {
    const checked = checkScenario(unplacedSource("sent", { guide: {} }));
    const said = checked.ok ? [] : checked.problems.map(({ sentence }) => sentence);
    expect(said).toContain('There is no key "guide" here.');
  });
});
