/** Files stay small and clean, and the package stays pinned. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT, readTree } from "../support/sourceTree.ts";
import {
  LINES_MAX,
  type LockEntry,
  leftovers,
  missingBinaries,
  tooLong,
} from "./rules/housekeeping.ts";

const CODE = readTree(["src", "tests", "scripts"], [".ts", ".tsx", ".mjs"]);
const TEXTS = readTree(
  ["src", "scripts", "docs", "scenarios", "tests"],
  [".ts", ".tsx", ".mjs", ".md", ".css", ".yaml", ".html"],
);

/** Files over the limit, each with the reason. An entry whose file became short must go. */
const LONG_FOR_A_REASON: Readonly<Record<string, string>> = {};

const readJson = (name: string) => JSON.parse(fs.readFileSync(path.join(ROOT, name), "utf8"));

describe("sizes", () => {
  const found = tooLong(CODE);

  test("the walk sees the code", () => expect(CODE.length).toBeGreaterThan(40));
  test(`no file is longer than ${LINES_MAX} lines without a reason`, () =>
    expect(found.filter((file) => !(file in LONG_FOR_A_REASON))).toEqual([]));
  test("no reason is stale", () =>
    expect(Object.keys(LONG_FOR_A_REASON).filter((file) => !found.includes(file))).toEqual([]));
  test("a planted long file is caught", () => {
    const long = { path: "src/app/long.ts", text: "x\n".repeat(LINES_MAX + 1) };
    const short = { path: "src/app/short.ts", text: "x\n".repeat(LINES_MAX) };
    expect(tooLong([long, short])).toEqual(["src/app/long.ts"]);
  });
});

describe("leftovers", () => {
  test("no word or address of a machine stays behind", () => expect(leftovers(TEXTS)).toEqual([]));

  const word = ["FIX", "ME"].join("");
  const folder = ["/ho", "me/"].join("");
  test("planted ones are caught", () => {
    const text = `fine\n// ${word} later\nread("${folder}me/a")\nhttps://example.org${folder}a`;
    expect(leftovers([{ path: "src/app/a.ts", text }])).toEqual([
      `src/app/a.ts:2 ${word}`,
      `src/app/a.ts:3 "${folder}`,
    ]);
  });
});

describe("package", () => {
  const { dependencies, devDependencies } = readJson("package.json");
  const versions = Object.entries<string>({ ...dependencies, ...devDependencies });

  test("the walk sees the dependencies", () => expect(versions.length).toBeGreaterThan(10));
  test("every dependency is pinned exactly", () =>
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]));
  const locked: Record<string, LockEntry> = readJson("package-lock.json").packages;

  test("the lock file holds no download address", () =>
    expect(Object.keys(locked).filter((name) => locked[name].resolved !== undefined)).toEqual([]));
  test("the lock file names the binaries of every system", () =>
    expect(missingBinaries(locked)).toEqual([]));
  test("a planted gap in the lock file is caught", () => {
    const tool = { version: "1.0.0", optionalDependencies: { "tool-mac": "1.0.0" } };
    expect(missingBinaries({ "node_modules/tool": tool })).toEqual([
      "node_modules/tool wants tool-mac@1.0.0",
    ]);
    const binary = { version: "1.0.0" };
    expect(missingBinaries({ "node_modules/tool": tool, "node_modules/tool-mac": binary })).toEqual(
      [],
    );
  });
});
