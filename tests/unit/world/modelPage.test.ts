/** docs/model.md and the code name the same equations. */
import { expect, test } from "vitest";
import { readTree } from "../../support/sourceTree.ts";

const NUMBER = /\b([BCTMPW])-(\d+)(?: to (?:\1-)?(\d+))?/g;

/** Every equation number in a text, ranges written out. */
function numbersIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, letter, first, last] of text.matchAll(NUMBER)) {
    for (let at = Number(first); at <= Number(last ?? first); at += 1) found.add(`${letter}-${at}`);
  }
  return found;
}

const page = readTree(["docs"], [".md"]).find(({ path }) => path === "docs/model.md")?.text ?? "";
const defined = new Set([...page.matchAll(/\*\*([BCTMPW]-\d+)\*\*/g)].map(([, number]) => number));
const code = readTree(["src/world", "src/machine", "src/physiology"], [".ts"]);

test("the page defines equations", () => expect(defined.size).toBeGreaterThan(40));

test("every equation number in the code is defined on the page", () => {
  const cited = new Set(
    code.flatMap(({ text }) =>
      // Only comments cite; a subtraction such as T-7 would not.
      (text.match(/\/\*[\s\S]*?\*\/|\/\/.*$/gm) ?? []).flatMap((comment) => [
        ...numbersIn(comment),
      ]),
    ),
  );
  expect([...cited].filter((number) => !defined.has(number)).sort()).toEqual([]);
});

test("every equation on the page is cited by the code that computes it", () => {
  const cited = new Set(code.flatMap(({ text }) => [...numbersIn(text)]));
  expect([...defined].filter((number) => !cited.has(number)).sort()).toEqual([]);
});
