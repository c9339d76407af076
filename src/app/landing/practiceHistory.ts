/**
 * What this device knows of somebody's practice: attempts, best and trend for each scenario, and when
 * to practise it next. Spacing follows what is known of decay: procedural scores had fallen by three
 * months in four of four studies (AEM Educ Train 2021;5:e10536), so nothing rests for longer than that
 * at first, and never for more than six. The steps between are set by us (PROVISIONAL).
 */
import type { RunHeader } from "../storage/runStore.ts";
import { runTitle } from "../storage/runTitle.ts";

const DAY_MS = 86_400_000;
/** Days until the next practice after so many results "met" in a row. */
const DAYS_AFTER_MET = [1, 7, 30, 90, 180] as const;
const TREND_COUNT = 5;

export interface PracticeLine {
  readonly scenarioId: string;
  readonly title: string;
  readonly attemptCount: number;
  readonly metCount: number;
  /** Best share of the points; null when no run kept one. */
  readonly bestFraction: number | null;
  /** The newest shares, oldest first. */
  readonly trendFractions: readonly number[];
  readonly dueWallTimeMs: number;
}

export const scenarioIdOf = ({ caseSetup, title }: RunHeader): string =>
  (caseSetup["scenario"] as { readonly id?: string } | undefined)?.id ?? title;

/** Runs that count: one's own, played to their end, not begun from a rewind. */
export const counts = ({ isOwn, outcome, branch }: RunHeader): boolean =>
  isOwn && outcome !== null && branch === null;

function lineOf(scenarioId: string, runs: readonly RunHeader[]): PracticeLine {
  const newest = runs[runs.length - 1] as RunHeader;
  const fractions = runs.flatMap(({ pointsFraction }) => pointsFraction ?? []);
  const lastMiss = runs.findLastIndex(({ outcome }) => outcome !== "met");
  const metInRow = runs.length - 1 - lastMiss;
  const days = DAYS_AFTER_MET[Math.min(metInRow, DAYS_AFTER_MET.length - 1)] as number;
  return {
    scenarioId,
    title: runTitle(newest),
    attemptCount: runs.length,
    metCount: runs.filter(({ outcome }) => outcome === "met").length,
    bestFraction: fractions.length === 0 ? null : Math.max(...fractions),
    trendFractions: fractions.slice(-TREND_COUNT),
    dueWallTimeMs: newest.startedWallTimeMs + days * DAY_MS,
  };
}

/** One line for each scenario that was practised, the one that is due first on top. */
export function practiceLines(runs: readonly RunHeader[]): readonly PracticeLine[] {
  const byScenario = new Map<string, RunHeader[]>();
  const inOrder = [...runs].sort((a, b) => a.startedWallTimeMs - b.startedWallTimeMs);
  for (const run of inOrder.filter(counts)) {
    const id = scenarioIdOf(run);
    byScenario.set(id, [...(byScenario.get(id) ?? []), run]);
  }
  return [...byScenario]
    .map(([id, list]) => lineOf(id, list))
    .sort((a, b) => a.dueWallTimeMs - b.dueWallTimeMs);
}
