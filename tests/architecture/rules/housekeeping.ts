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

export interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Where Node would look for a package from a folder of the lock file, nearest first. */
function lookups(from: string, name: string): string[] {
  const parts = from === "" ? [] : from.split("/node_modules/");
  const folders = parts.map((_, index) =>
    parts.slice(0, parts.length - index).join("/node_modules/"),
  );
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
}

/**
 * Binaries for other systems that the lock file leaves out, as "package wants name@version". npm ci
 * refuses such a file on any machine whose registry does not carry them.
 */
export function missingBinaries(packages: Readonly<Record<string, LockEntry>>): string[] {
  return Object.entries(packages).flatMap(([from, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([, version]) => /^\d/.test(version))
      .filter(([name, version]) => {
        const found = lookups(from, name).find((place) => packages[place] !== undefined);
        return found === undefined || packages[found].version !== version;
      })
      .map(([name, version]) => `${from} wants ${name}@${version}`),
  );
}
