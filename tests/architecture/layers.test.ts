/** Keeps imports pointing the way docs/architecture.md says, and shows that a wrong one is caught. */
import { describe, expect, test } from "vitest";
import { readTree, type SourceFile } from "../support/sourceTree.ts";
import { forbiddenImports } from "./rules/imports.ts";
import { ROOMS, roomOf } from "./rules/rooms.ts";

const SOURCES = readTree(["src"], [".ts", ".tsx"]);

/** Edges that exist today and must go. A stale entry fails too, so the list only shrinks. */
const KNOWN: readonly string[] = [];

const planted = (path: string, text: string): readonly SourceFile[] => [{ path, text }];

describe("layers", () => {
  const found = forbiddenImports(SOURCES);

  test("the walk sees the source", () => expect(SOURCES.length).toBeGreaterThan(30));
  test("every file lies in a room of the table", () =>
    expect(SOURCES.map((file) => file.path).filter((path) => !(roomOf(path) in ROOMS))).toEqual(
      [],
    ));
  test("every import is in the table", () =>
    expect(found.filter((edge) => !KNOWN.includes(edge))).toEqual([]));
  test("no entry of KNOWN is stale", () =>
    expect(KNOWN.filter((edge) => !found.includes(edge))).toEqual([]));
});

describe("a planted import is caught", () => {
  const cases: readonly [string, string, string, string][] = [
    ["static", "src/kernel/a.ts", 'import { x } from "../world/b.ts";', "src/world/b.ts"],
    ["type only", "src/records/a.ts", 'import type { X } from "../case/b.ts";', "src/case/b.ts"],
    ["re-export", "src/physiology/a.ts", 'export * from "../machine/b.ts";', "src/machine/b.ts"],
    ["dynamic", "src/monitor/a.ts", 'await import("../console/b.ts");', "src/console/b.ts"],
    ["by URL", "src/charts/a.ts", 'new URL("../app/b.ts", import.meta.url);', "src/app/b.ts"],
    ["package", "src/world/step.ts", 'import { z } from "zod";', "npm:zod"],
    ["Node", "src/session/a.ts", 'import fs from "node:fs";', "npm:node:fs"],
    [
      "other view's package",
      "src/console/a.ts",
      'import "pixi.js/unsafe-eval";',
      "npm:pixi.js/unsafe-eval",
    ],
    [
      "past the blood",
      "src/machine/a.ts",
      'import { x } from "../physiology/heart.ts";',
      "src/physiology/heart.ts",
    ],
    [
      "past the contract",
      "src/scenario/a.ts",
      'import { x } from "../world/step.ts";',
      "src/world/step.ts",
    ],
    [
      "past the contract",
      "src/description/a.ts",
      'import { x } from "../session/contract/x.ts";',
      "src/session/contract/x.ts",
    ],
    [
      "out of src",
      "src/case/a.ts",
      'import x from "../../scenarios/a.yaml?raw";',
      "scenarios/a.yaml",
    ],
    [
      "from the tokens",
      "src/tokens/a.ts",
      'import { x } from "../kernel/units.ts";',
      "src/kernel/units.ts",
    ],
  ];
  test.each(cases)("%s: %s", (_kind, path, text, target) =>
    expect(forbiddenImports(planted(path, text))).toEqual([`${path} -> ${target}`]),
  );
  test("a file outside every room", () =>
    expect(forbiddenImports(planted("src/stray.ts", ""))).toEqual([
      "src/stray.ts -> lies in no room",
    ]));
  test("what the table allows passes", () => {
    const allowed = [
      ["src/machine/a.ts", 'import { x } from "../physiology/blood/gas.ts";'],
      ["src/world/contract/a.ts", 'import { z } from "zod";'],
      ["src/case/a.ts", 'import { x } from "../world/step.ts";'],
      [
        "src/console/a.ts",
        'import { x } from "../tokens/colours.ts"; import Phaser from "phaser";',
      ],
      ["src/app/a.tsx", 'import { x } from "../console/a.ts"; import "preact";'],
    ].map(([path, text]) => ({ path, text }));
    expect(forbiddenImports(allowed)).toEqual([]);
  });
});
