/** Rules for every file alike: its size, words that must not stay, and addresses of one machine. */
import type { SourceFile } from "../../support/sourceTree.ts";

export const LINES_MAX = 500; // from 300 on, ask why; beyond this a file needs a reason

const countLines = (text: string): number =>
  text.split("\n").length - (text.endsWith("\n") ? 1 : 0);

export function tooLong(files: readonly SourceFile[]): string[] {
  return files.filter(({ text }) => countLines(text) > LINES_MAX).map(({ path }) => path);
}

// Written in pieces, so that this file does not contain what it looks for.
const LEFTOVER = new RegExp(`\\b(?:${["FIX" + "ME", "X" + "XX", "HA" + "CK"].join("|")})\\b`);
const MACHINE_PATH = new RegExp(
  `(?:^|[\\s"'\`(=:,])/(?:${["root", "home", "work", "tmp"].join("|")})/`,
);

/** Each line as "file:line what". */
export function leftovers(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const word = LEFTOVER.exec(line) ?? MACHINE_PATH.exec(line);
      return word ? [`${path}:${index + 1} ${word[0].trim()}`] : [];
    }),
  );
}
