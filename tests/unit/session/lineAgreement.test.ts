/** How far two assessors agree line by line: the share that is the same, and Cohen's kappa by the book. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type LinePair, lineAgreementOf } from "../../../src/session/lineAgreement.ts";
import { statesOf } from "../../../src/session/lineStates.ts";
import type { CountedLine } from "../../../src/session/rubricLines.ts";

const lineOf = (index: number, more: Partial<CountedLine> = {}): CountedLine => ({
  id: `T1.${index}`,
  class: index % 3 === 2 ? "mustNot" : "must",
  critical: false,
  title: `Line ${index}`,
  targetS: null,
  state: index % 3 === 2 ? "clean" : "inTime",
  doneAtS: null,
  points: 0,
  pointsMax: 3,
  ...more,
});
const LINES = Array.from({ length: 12 }, (_, index) => lineOf(index));
const judge = (index: number, judged: CountedLine["state"], reason = "") => ({
  markId: `T1.${index}`,
  judged,
  reason,
});

test("the first one's word is the count unless it was overruled, and lines nobody judged second do not count", () => {
  const first = [judge(1, "late", "Seen late.")];
  const second = [judge(0, "inTime"), judge(1, "inTime"), judge(2, "clean")];
  const { lines, ...counts } = lineAgreementOf(LINES, first, second);
  expect(counts).toMatchObject({ bothCount: 3, sameCount: 2 });
  expect(lines[1]).toMatchObject({
    counted: "inTime",
    first: "late",
    reason: "Seen late.",
    second: "inTime",
  });
  expect(lines[3]).toMatchObject({ first: "inTime", second: null });
});

/** What a state says of a line, whatever its kind. */
function wordOf({ class: kind }: LinePair, state: string): string {
  if (kind === "mustNot") return state === "clean" ? "inTime" : "notDone";
  return state;
}

/** By the book: agreement found and agreement by chance from a table's margins (Cohen 1960). */
function kappaByTable(lines: readonly LinePair[]): number {
  const words = lines.map((line) => [wordOf(line, line.first), wordOf(line, line.second ?? "")]);
  const share = (test: (pair: string[]) => boolean) => words.filter(test).length / words.length;
  const found = share(([one, other]) => one === other);
  const byChance = ["inTime", "late", "notDone", "clean"]
    .map((word) => share(([one]) => one === word) * share(([, other]) => other === word))
    .reduce((sum, one) => sum + one, 0);
  return (found - byChance) / (1 - byChance);
}

test("kappa is Cohen's, as a table of the words of all kinds of line gives it", () => {
  const state = (index: number) => fc.constantFrom(...statesOf(lineOf(index)));
  const states = fc.tuple(...LINES.map((_, index) => state(index)));
  fc.assert(
    fc.property(states, states, (counted, judged) => {
      const lines = LINES.map((line, index) => ({ ...line, state: counted[index] }));
      const second = judged.map((one, index) => judge(index, one));
      const agreement = lineAgreementOf(lines, undefined, second);
      const wanted = kappaByTable(agreement.lines);
      if (agreement.kappaRatio === null) expect(wanted).toBeNaN();
      else expect(agreement.kappaRatio).toBeCloseTo(wanted, 9);
    }),
    { seed: 6 },
  );
});

test("there is no kappa of one line, nor of lines that are all as wanted", () => {
  const one = lineAgreementOf(LINES, undefined, [judge(0, "late")]);
  expect(one).toMatchObject({ bothCount: 1, sameCount: 0, kappaRatio: null });
  const all = LINES.map(({ state }, index) => judge(index, state));
  expect(lineAgreementOf(LINES, undefined, all)).toMatchObject({
    bothCount: 12,
    sameCount: 12,
    kappaRatio: null,
  });
});
