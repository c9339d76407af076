/** What an assessor is told beside the outcome about the lines that were overruled. */
import { expect, test } from "vitest";
import { overrulingWords } from "../../../src/app/room/overrulingWords.ts";
import type { MarkResult } from "../../../src/scoring/report.ts";

const markOf = (id: string, more: Partial<MarkResult>): MarkResult => ({
  id,
  class: "must",
  critical: false,
  title: `Line ${id}`,
  why: "",
  state: "inTime",
  doneAtS: 3,
  targetS: 5,
  failS: null,
  points: 3,
  pointsMax: 3,
  evidence: [],
  ...more,
});
const REPORT = {
  pointsFraction: 0.5,
  marks: [
    markOf("A1.01", {}),
    markOf("A1.02", { critical: true, state: "notDone", doneAtS: null, points: 0 }),
    markOf("A1.03", { critical: true }),
    markOf("A1.N1", { class: "mustNot", state: "violated", points: -3, pointsMax: 0 }),
  ],
};
const judge = (markId: string, judged: MarkResult["state"]) => ({
  markId,
  judged,
  reason: "Seen.",
});

test("nothing where every line stands as counted", () => {
  expect(overrulingWords(REPORT, undefined)).toEqual([]);
  expect(overrulingWords(REPORT, [])).toEqual([]);
});

test("that lines which are not critical leave the machine's outcome, with the points that hang on them", () => {
  expect(overrulingWords(REPORT, [judge("A1.01", "late"), judge("A1.N1", "clean")])).toEqual([
    "You overruled 2 lines, none critical; the machine's outcome stands as counted, yours is the one you choose below.",
    "Of the 9 points that applied, 6 hang on lines you overruled; the machine's 50 % are not counted anew.",
  ]);
});

test("that a critical fail is taken back, or found where the machine counted none", () => {
  const [which, back] = overrulingWords(REPORT, [judge("A1.02", "inTime")]);
  expect(which).toMatch(/^You overruled 1 critical line; the machine's outcome stands/);
  expect(back).toBe("The machine counted “Line A1.02” as a critical fail, which you do not.");
  expect(overrulingWords(REPORT, [judge("A1.03", "notDone")])[1]).toBe(
    "You judge “Line A1.03” a critical fail, which the machine did not count.",
  );
  expect(overrulingWords(REPORT, [judge("A1.03", "late")])).toHaveLength(2);
});
