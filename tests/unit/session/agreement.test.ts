/** How far two assessors agree: counts of items, and Cohen's weighted kappa with its number of items. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreementOf } from "../../../src/session/agreement.ts";
import type { Rating } from "../../../src/session/contract/signedRecord.ts";

type Score = number | null;

const ratingOf = (scores: readonly Score[], more: Partial<Rating> = {}): Rating => ({
  outcome: "met",
  globalScore: null,
  entrustmentScore: null,
  manner: {
    situationAwareness: scores.slice(0, 4),
    decisionMaking: scores.slice(4, 8),
    taskManagement: scores.slice(8, 12),
    teamwork: scores.slice(12, 16),
  },
  comment: "",
  ...more,
});

const STEPS = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4];
const sixteen = fc.array(fc.constantFrom(...STEPS), { minLength: 16, maxLength: 16 });
const none: readonly Score[] = Array.from({ length: 16 }, () => null);

/** By the book: a table of categories by categories, its margins, and weights that grow with distance. */
function kappaByTable(one: readonly number[], other: readonly number[]): number {
  const share = (test: (index: number) => boolean): number =>
    one.filter((_, index) => test(index)).length / one.length;
  let found = 0;
  let expected = 0;
  for (const [row, a] of STEPS.entries()) {
    for (const [column, b] of STEPS.entries()) {
      const weight = Math.abs(row - column);
      found += weight * share((index) => one[index] === a && other[index] === b);
      expected +=
        weight * share((index) => one[index] === a) * share((index) => other[index] === b);
    }
  }
  return 1 - found / expected;
}

describe("agreement of two ratings", () => {
  test("counts the items that both rated, and those with the same answer", () => {
    const first = ratingOf([3, 3, 2, null, ...none.slice(4)], { globalScore: 4 });
    const second = ratingOf([3, 2.5, null, 1, ...none.slice(4)], {
      globalScore: 4,
      entrustmentScore: 2,
      outcome: "borderline",
    });
    // Two elements of manner, the whole and the outcome were rated by both; one element and the whole are the same.
    const { items, ...counts } = agreementOf(first, second);
    expect(counts).toMatchObject({ bothCount: 4, sameCount: 2, kappaItemCount: 2 });
    expect(items).toHaveLength(19);
    expect(items.at(-1)).toEqual({
      item: "outcome",
      index: 0,
      first: "met",
      second: "borderline",
    });
  });

  test("has Cohen's weighted kappa, as a table of categories gives it", () => {
    fc.assert(
      fc.property(sixteen, sixteen, (one, other) => {
        const { kappaRatio, kappaItemCount } = agreementOf(ratingOf(one), ratingOf(other));
        expect(kappaItemCount).toBe(16);
        const isSingle = new Set([...one, ...other]).size === 1;
        if (isSingle) expect(kappaRatio).toBeNull();
        else expect(kappaRatio).toBeCloseTo(kappaByTable(one, other), 9);
      }),
    );
  });

  test("is one for the same judgement, below zero for the opposite one", () => {
    const low = [...Array(8).fill(1), ...Array(8).fill(4)];
    const same = agreementOf(ratingOf(low), ratingOf(low));
    expect(same).toMatchObject({ kappaRatio: 1, bothCount: 17, sameCount: 17 });
    const opposite = agreementOf(ratingOf(low), ratingOf([...low].reverse()));
    expect(opposite.kappaRatio).toBeCloseTo(-1, 9);
  });

  test("has no kappa where nothing can differ, or hardly anything was rated", () => {
    const three = ratingOf(Array(16).fill(3));
    expect(agreementOf(three, three)).toMatchObject({ kappaRatio: null, kappaItemCount: 16 });
    const single = ratingOf([3, ...none.slice(1)]);
    expect(agreementOf(single, three)).toMatchObject({ kappaRatio: null, kappaItemCount: 1 });
  });
});
