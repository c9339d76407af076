/** The written pages hold together, and the requirements table tells the truth. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT, readTree, type SourceFile } from "../support/sourceTree.ts";
import {
  brokenLinks,
  REQUIREMENT_IDS,
  requirementProblems,
  requirementRows,
  securityProblems,
  titleProblems,
} from "./rules/documents.ts";

const ROOT_PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"];

const PAGES: readonly SourceFile[] = [
  ...ROOT_PAGES.map((name) => ({
    path: name,
    text: fs.readFileSync(path.join(ROOT, name), "utf8"),
  })),
  ...readTree(["docs"], [".md"]),
];
const exists = (file: string): boolean => fs.existsSync(path.join(ROOT, file));
const REQUIREMENTS = PAGES.find((page) => page.path === "docs/requirements.md")?.text ?? "";

describe("pages", () => {
  test("the walk sees the pages", () => expect(PAGES.length).toBeGreaterThan(12));
  test("each page has one title", () => expect(titleProblems(PAGES)).toEqual([]));
  test("relative links lead to files", () => expect(brokenLinks(PAGES, exists)).toEqual([]));
  test("the README says that this is not for clinical use", () =>
    expect(PAGES[0].text).toContain("Not for clinical use"));

  test("the README shows the console once there is a picture of it", () =>
    expect(PAGES[0].text.includes("](docs/images/console.png)")).toBe(
      exists("docs/images/console.png"),
    ));

  test("a planted second title is caught", () => {
    const page = { path: "docs/a.md", text: "# One\n```\n# not a title\n```\n# Two\n" };
    expect(titleProblems([page])).toEqual(["docs/a.md has 2 titles"]);
  });
  test("a planted broken link is caught", () => {
    const text = "[a](b.md#part) [c](../README.md) ![d](images/d.png) [e](https://example.org)";
    expect(brokenLinks([{ path: "docs/a.md", text }], (file) => file === "README.md")).toEqual([
      "docs/a.md -> b.md#part",
      "docs/a.md -> images/d.png",
    ]);
  });
});

describe("security rules", () => {
  const text = PAGES.find((page) => page.path === "docs/security.md")?.text ?? "";
  const readTest = (file: string): string | undefined =>
    exists(file) ? fs.readFileSync(path.join(ROOT, file), "utf8") : undefined;
  test("each that is called held has its test, by its name", () => {
    expect(securityProblems(text, readTest)).toEqual([]);
    expect(text.match(/^\| \d+\.\d+\.\d+ \| [12] \| .* \| `tests\//gm)?.length).toBeGreaterThan(40);
  });
  test("a planted row without its test is caught", () => {
    const rows = "| 1.2.3 | 1 | a | `tests/a.test.ts` | b |\n| 1.2.4 | 1 | a | `gone` | b |";
    const read = (file: string) => (file === "tests/a.test.ts" ? 'test("c", ' : undefined);
    expect(securityProblems(rows, read)).toEqual([
      '1.2.3: `tests/a.test.ts` has no test "b"',
      "1.2.4: `gone` is not there",
    ]);
  });
});

describe("requirements", () => {
  test("every row is in order", () =>
    expect(requirementProblems(REQUIREMENTS, exists)).toEqual([]));
  test("the table was read", () =>
    expect(requirementRows(REQUIREMENTS)).toHaveLength(REQUIREMENT_IDS.length));

  const row = (id: string, status: string, code = "", proof = ""): string =>
    `| ${id} | words | ${status} | ${code} | page | ${proof} |`;
  const others = REQUIREMENT_IDS.slice(1).map((id) => row(id, "planned"));
  const cases: readonly [string, string[], string[]][] = [
    ["a missing row", [], ["S1 has 0 rows"]],
    ["a row twice", [row("S1", "planned"), row("S1", "planned")], ["S1 has 2 rows"]],
    ["an unknown id", [row("S1", "planned"), row("E26", "planned")], ["E26 is no requirement"]],
    ["an unknown status", [row("S1", "soon")], ['S1 has the status "soon"']],
    [
      "done without proof",
      [row("S1", "done")],
      ["S1 is done and names no code", "S1 is done and names no test"],
    ],
    [
      "done with a proof that is gone",
      [row("S1", "done", "`src/a.ts`", "`tests/unit/gone.test.ts`")],
      ["S1 names tests/unit/gone.test.ts, which is not there"],
    ],
  ];
  test.each(cases)("%s is caught", (_what, rows, problems) =>
    expect(
      requirementProblems([...rows, ...others].join("\n"), (file) => file === "src/a.ts"),
    ).toEqual(problems),
  );
});
