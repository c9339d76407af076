/** docs/qualification.json: every tally, with the engine they hold for and the one they were played on. */
import fs from "node:fs";
import path from "node:path";
import { keyOf, type Tally } from "./tally.ts";
import { tellingPlaces } from "./tellingPlaces.ts";

const FILE = path.resolve(import.meta.dirname, "../../docs/qualification.json");

/** One engine shown to do what another did (ADR 0048). */
export interface Carried {
  readonly from: string;
  readonly to: string;
  readonly tracesCompared: number;
}

export interface Qualification {
  /** The engine the figures hold for: the last one that was played on or carried to. */
  readonly engineHash: string;
  /** The engine the oldest tallies were played on. */
  readonly playedOn: string;
  /** Every step from there to `engineHash`, in order. */
  readonly carried: readonly Carried[];
  readonly tallies: readonly Tally[];
}

export function readQualification(): Qualification {
  const { engineHash, playedOn, carried, tallies } = JSON.parse(fs.readFileSync(FILE, "utf8"));
  return { engineHash, playedOn, carried, tallies };
}

export const countOf = (tallies: readonly Tally[], of: (tally: Tally) => number): number =>
  tallies.reduce((sum, tally) => sum + of(tally), 0);

export function writeQualification(qualification: Qualification): void {
  const { engineHash, playedOn, carried, tallies } = qualification;
  const sorted = tallies
    .map((tally) => ({ key: keyOf(tally), tally }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ tally }) => tally);
  const summary = {
    engineHash,
    playedOn,
    carried,
    command: "npm run qualify -- --write",
    caseCount: countOf(sorted, (tally) => tally.seedCount),
    strayCount: countOf(sorted, ({ strays }) => strays.length),
    tellingPlaces: tellingPlaces(sorted),
  };
  const lines = sorted.map((tally) => `  ${JSON.stringify(tally)}`).join(",\n");
  const head = JSON.stringify(summary, null, 1).slice(0, -2);
  // A run that is stopped in the middle of a line must not lose the figures before it.
  fs.writeFileSync(`${FILE}.new`, `${head},\n "tallies": [\n${lines}\n ]\n}\n`);
  fs.renameSync(`${FILE}.new`, FILE);
}
