/** Rules for the written pages: one title each, links that lead somewhere, and the requirements table. */
import path from "node:path";
import type { SourceFile } from "../../support/sourceTree.ts";

/** The text without fenced code, where # and [] mean other things. */
const prose = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, "");

export function titleProblems(pages: readonly SourceFile[]): string[] {
  return pages.flatMap(({ path: page, text }) => {
    const titles = prose(text).match(/^# \S.*$/gm) ?? [];
    return titles.length === 1 ? [] : [`${page} has ${titles.length} titles`];
  });
}

/** Relative links and images whose file is not there. Links to the web are not followed. */
export function brokenLinks(
  pages: readonly SourceFile[],
  exists: (file: string) => boolean,
): string[] {
  return pages.flatMap(({ path: page, text }) =>
    [...prose(text).matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)]
      .map(([, target]) => target)
      .filter((target) => !/^(?:[a-z]+:|#)/i.test(target))
      .filter((target) => !exists(path.posix.join(path.posix.dirname(page), target.split("#")[0])))
      .map((target) => `${page} -> ${target}`),
  );
}

export interface RequirementRow {
  readonly id: string;
  readonly status: string;
  readonly code: string;
  readonly proof: string;
}

/** Every id there must be a row for: what a service, a machine, a clinician and a product need. */
export const REQUIREMENT_IDS: readonly string[] = [
  ...Array.from({ length: 8 }, (_, i) => `S${i + 1}`),
  ...Array.from({ length: 25 }, (_, i) => `E${i + 1}`),
  ...Array.from({ length: 8 }, (_, i) => `C${i + 1}`),
  ...Array.from({ length: 7 }, (_, i) => `P${i + 1}`),
];

/** Columns: id | requirement | status | code | where a user meets it | test. */
export function requirementRows(text: string): RequirementRow[] {
  return text
    .split("\n")
    .filter((line) => /^\|\s*[SECP]\d+\s*\|/.test(line))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .map((cells) => ({ id: cells[1], status: cells[3], code: cells[4], proof: cells[6] ?? "" }));
}

/** File names in a cell: whatever stands in backticks. */
const filesIn = (cell: string): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, file]) => file);

export function requirementProblems(text: string, exists: (file: string) => boolean): string[] {
  const rows = requirementRows(text);
  const wrongCount = REQUIREMENT_IDS.flatMap((id) => {
    const count = rows.filter((row) => row.id === id).length;
    return count === 1 ? [] : [`${id} has ${count} rows`];
  });
  const unknown = rows.filter((row) => !REQUIREMENT_IDS.includes(row.id));
  const wrongRows = rows.flatMap(({ id, status, code, proof }) => {
    if (!["planned", "partly", "done"].includes(status))
      return [`${id} has the status "${status}"`];
    if (status === "planned") return [];
    const missing = [...filesIn(code), ...filesIn(proof)].filter((file) => !exists(file));
    const problems = missing.map((file) => `${id} names ${file}, which is not there`);
    if (status !== "done") return problems;
    if (filesIn(code).length === 0) problems.push(`${id} is done and names no code`);
    if (!filesIn(proof).some((file) => /^tests\/.+\.(?:test|spec)\.ts$/.test(file))) {
      problems.push(`${id} is done and names no test`);
    }
    return problems;
  });
  return [...wrongCount, ...unknown.map(({ id }) => `${id} is no requirement`), ...wrongRows];
}

/** Rows of the security page whose test is not there, or not under the name the row gives. */
export function securityProblems(
  text: string,
  readTest: (file: string) => string | undefined,
): string[] {
  const rows = text
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter((cells) => /^\d+\.\d+\.\d+$/.test(cells[1] ?? "") && cells.length === 7);
  return rows.flatMap(([, rule, , , file = "", name = ""]) => {
    const test = readTest(file.replaceAll("`", ""));
    if (test === undefined) return [`${rule}: ${file} is not there`];
    return test.includes(`("${name}"`) ? [] : [`${rule}: ${file} has no test "${name}"`];
  });
}
