/** Files made from code and data are as fresh as those. `node scripts/build-docs.mjs` makes them. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { alarmsPage } from "../../../src/cli/alarmsPage.ts";
import { readAllContents } from "../../../src/cli/allContents.ts";
import { jsonSchemaFiles } from "../../../src/cli/jsonSchemas.ts";
import { marksPage } from "../../../src/cli/marksPage.ts";
import { SCENARIOS_FOLDER } from "../../support/playCase.ts";

const HOW = "stale: run node scripts/build-docs.mjs";

describe("generated files", () => {
  test.each([...jsonSchemaFiles()])("scenarios/schema/%s is fresh", (name, text) => {
    const file = path.join(SCENARIOS_FOLDER, "schema", name);
    expect(fs.readFileSync(file, "utf8") === text, HOW).toBe(true);
  });
  test("there is no other schema", () => {
    const names = fs.readdirSync(path.join(SCENARIOS_FOLDER, "schema"));
    expect(names.sort()).toEqual([...jsonSchemaFiles().keys()].sort());
  });
  test("docs/marks.md is fresh", () => {
    const contents = readAllContents(SCENARIOS_FOLDER);
    if (!contents.ok) throw new Error(contents.problems[0].sentence);
    const file = path.join(SCENARIOS_FOLDER, "../docs/marks.md");
    expect(fs.readFileSync(file, "utf8") === marksPage(contents.value), HOW).toBe(true);
  });
  test("docs/alarms.md is fresh", () => {
    const file = path.join(SCENARIOS_FOLDER, "../docs/alarms.md");
    expect(fs.readFileSync(file, "utf8") === alarmsPage(), HOW).toBe(true);
  });
  test("every number in patients, circuits and machines has a source", () => {
    const contents = readAllContents(SCENARIOS_FOLDER);
    if (!contents.ok) throw new Error(contents.problems[0].sentence);
    for (const { patient, circuit } of contents.value) {
      for (const piece of [patient, circuit]) {
        const numbers = Object.entries(piece).filter(([, value]) => typeof value === "number");
        const named = Object.keys(piece.sources).join(" ");
        expect(numbers.map(([key]) => key).filter((key) => !named.includes(key))).toEqual([]);
      }
    }
  });
});
