/** docs/model-drugs.md and the code name the same equations. */
import { expect, test } from "vitest";
import { readTree } from "../../support/sourceTree.ts";

const CITED = /\b([DSE])-(\d+)(?: to (?:\1-)?(\d+))?/g;

function numbersIn(text: string): string[] {
  return [...text.matchAll(CITED)].flatMap(([, letter, first, last]) => {
    const from = Number(first);
    return Array.from(
      { length: Number(last ?? first) - from + 1 },
      (_, index) => `${letter}-${from + index}`,
    );
  });
}

const page =
  readTree(["docs"], [".md"]).find(({ path }) => path === "docs/model-drugs.md")?.text ?? "";
const defined = new Set([...page.matchAll(/\*\*([DSE]-\d+)\*\*/g)].map(([, number]) => number));
const cited = new Set(
  readTree(["src/physiology", "src/world", "src/cli"], [".ts"])
    .flatMap(({ text }) => text.match(/\/\*[\s\S]*?\*\/|\/\/.*$|by: "[^"]*"/gm) ?? [])
    .flatMap(numbersIn),
);

test("the page defines equations", () => expect(defined.size).toBeGreaterThan(30));

test("every equation number in the code is defined on the page", () =>
  expect([...cited].filter((number) => !defined.has(number))).toEqual([]));

test("every equation on the page is cited by the code that computes it", () =>
  expect([...defined].filter((number) => !cited.has(number))).toEqual([]));
