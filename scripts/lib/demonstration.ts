/**
 * npm start -- --demo: a data folder of its own with the demonstration department in it. The runs
 * behind its results are really played, by the scripted experts.
 */
import fs from "node:fs";
import path from "node:path";
import { loadCurrentEngine } from "../../src/cli/engineFiles.ts";
import { readRuleSets } from "../../src/cli/readRuleSets.ts";
import { EXPERTS } from "../../src/players/experts.ts";
import { openDatabase } from "../../src/server/database/openDatabase.ts";
import { recordPlay } from "../../src/server/demonstration/recordedPlay.ts";
import {
  DEMONSTRATION_ACCOUNTS,
  DEMONSTRATION_PASSWORD,
  type PlayedRun,
  seedDemonstration,
} from "../../src/server/demonstration/seedDemonstration.ts";
import { dayIn } from "../../src/server/department/calendarDay.ts";

const SEED = 2026;
const DAYS_FRESH = 7; // after that the department would look deserted, so it is made anew
/** What is played, by the expert or by somebody who only watches. */
const PLAYS: readonly (readonly [scenarioId: string, variant: string, isExpert: boolean])[] = [
  ["a1-pump-failure", "a", true],
  ["a1-pump-failure", "b", true],
  ["a1-pump-failure", "a", false],
  ["a2-gas-in-the-circuit", "a", true],
  ["a2-gas-in-the-circuit", "a", false],
  ["a3-oxygenator-failure", "a", true],
];

/** Runs of the critical scenarios, some of which met them. */
async function playRuns(nowMs: number): Promise<readonly PlayedRun[]> {
  const loaded = await loadCurrentEngine();
  return PLAYS.map(([scenarioId, variant, isExpert], index): PlayedRun => {
    const recordingId = `demonstration-${loaded.hash}-${index}`;
    const seed = index + 1;
    const wish = { loaded, scenarioId, recordingId, variant, seed, startedWallTimeMs: nowMs };
    const { recording, outcome } = recordPlay(wish, (me) => {
      if (isExpert) me.start(EXPERTS[scenarioId](me));
    });
    const isMet = outcome === "met";
    return { recordingId, scenarioId, variant, isMet, engineHash: loaded.hash, recording };
  });
}

/** Makes the data folder of the demonstration ready; what to say about it. */
export async function prepareDemonstration(dataDir: string, root: string): Promise<string> {
  const nowMs = Date.now();
  const stamp = path.join(dataDir, "made");
  const made = fs.existsSync(stamp) ? Number(fs.readFileSync(stamp, "utf8")) : 0;
  if (nowMs - made > DAYS_FRESH * 86_400_000) {
    fs.rmSync(dataDir, { recursive: true, force: true });
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const ruleSets = readRuleSets(path.join(root, "scenarios/currency"));
    if (!ruleSets.ok) throw new Error(ruleSets.problems[0].sentence);
    const runs = await playRuns(nowMs);
    const { database, close } = await openDatabase({ dataDir });
    const today = dayIn(timeZone, nowMs);
    const wish = { seed: SEED, today, timeZone, ruleSets: ruleSets.value, runs, nowMs };
    await seedDemonstration(database, wish);
    await close();
    fs.writeFileSync(stamp, String(nowMs));
  }
  const accounts = DEMONSTRATION_ACCOUNTS.map(([, email]) => email).join(", ");
  return `A demonstration: everybody in it is invented, and its records are no evidence.
Sign in as ${accounts}; the password is "${DEMONSTRATION_PASSWORD}".`;
}
