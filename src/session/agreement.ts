/**
 * How far two people who judged the same case apart from one another agree: item by item, in counts, and
 * for the manner as Cohen's weighted kappa. Of one case that says little, so each figure says of how many
 * items it is.
 */
import { MANNER_CATEGORIES, type Rating } from "./contract/signedRecord.ts";
import { kappaOf } from "./kappa.ts";

/** What both were asked; `index` counts the elements of a category of manner. */
export interface ItemPair {
  readonly item: "outcome" | "globalScore" | "entrustmentScore" | MannerCategory;
  readonly index: number;
  /** Null where it was not rated. */
  readonly first: number | string | null;
  readonly second: number | string | null;
}

type MannerCategory = (typeof MANNER_CATEGORIES)[number];

export interface Agreement {
  readonly items: readonly ItemPair[];
  /** Items that both rated. */
  readonly bothCount: number;
  /** Of those, items with the same answer. */
  readonly sameCount: number;
  /** Cohen's kappa with linear weights over the manner; null where it cannot be had. */
  readonly kappaRatio: number | null;
  /** Elements of manner that both rated: what kappa is of. */
  readonly kappaItemCount: number;
}

export function agreementOf(first: Rating, second: Rating): Agreement {
  const manner = MANNER_CATEGORIES.flatMap((item) =>
    first.manner[item].map((score, index) => ({
      item,
      index,
      first: score,
      second: second.manner[item][index] ?? null,
    })),
  );
  const whole = (["globalScore", "entrustmentScore", "outcome"] as const).map(
    (item): ItemPair => ({ item, index: 0, first: first[item], second: second[item] }),
  );
  const items: readonly ItemPair[] = [...manner, ...whole];
  const both = items.filter((pair) => pair.first !== null && pair.second !== null);
  const scores = manner.flatMap((pair) =>
    pair.first === null || pair.second === null ? [] : [[pair.first, pair.second] as const],
  );
  return {
    items,
    bothCount: both.length,
    sameCount: both.filter((pair) => pair.first === pair.second).length,
    kappaRatio: kappaOf(scores, (one, other) => Math.abs(one - other)),
    kappaItemCount: scores.length,
  };
}
