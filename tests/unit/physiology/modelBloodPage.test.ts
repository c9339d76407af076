/** docs/model-blood.md and the code name the same equations. */
import { expect, test } from "vitest";
import { readTree } from "../../support/sourceTree.ts";

const CITED = /\bBL-(\d+)(?: to (?:BL-)?(\d+))?/g;

function numbersIn(text: string): number[] {
  return [...text.matchAll(CITED)].flatMap(([, first, last]) => {
    const from = Number(first);
    return Array.from({ length: Number(last ?? first) - from + 1 }, (_, index) => from + index);
  });
}

const page =
  readTree(["docs"], [".md"]).find(({ path }) => path === "docs/model-blood.md")?.text ?? "";
const defined = new Set(
  [...page.matchAll(/\*\*BL-(\d+)\*\*/g)].map(([, number]) => Number(number)),
);
const cited = new Set(
  readTree(["src/physiology", "src/cli"], [".ts"]).flatMap(({ text }) => numbersIn(text)),
);

test("the page defines equations", () => expect(defined.size).toBeGreaterThan(60));

test("every equation number in the code is defined on the page", () =>
  expect([...cited].filter((number) => !defined.has(number))).toEqual([]));

test("every equation on the page is cited by the code that computes it", () =>
  expect([...defined].filter((number) => !cited.has(number))).toEqual([]));
