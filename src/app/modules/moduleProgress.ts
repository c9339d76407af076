/** How far somebody has come with a module on this device, in words. */
import { dateText } from "../clockText.ts";
import { counts, scenarioIdOf } from "../landing/practiceHistory.ts";
import type { RunHeader } from "../storage/runStore.ts";

export interface ModuleProgress {
  readonly guided: string;
  readonly assessed: string;
}

const byTime = (one: RunHeader, other: RunHeader): number =>
  one.startedWallTimeMs - other.startedWallTimeMs;

/** The newest run says how it stands. */
export function moduleProgress(scenarioId: string, runs: readonly RunHeader[]): ModuleProgress {
  const own = runs.filter((run) => counts(run) && scenarioIdOf(run) === scenarioId).sort(byTime);
  const guided = own.findLast(({ mode }) => mode === "practice");
  const assessed = own.findLast(({ mode }) => mode === "exam");
  return {
    guided: guided ? `Played to its end, ${dateText(guided.startedWallTimeMs)}` : "Not played yet",
    assessed: assessed ? resultText(assessed) : "Not taken yet",
  };
}

function resultText({ outcome, pointsFraction, startedWallTimeMs }: RunHeader): string {
  const share = typeof pointsFraction === "number" ? `, ${Math.round(pointsFraction * 100)} %` : "";
  return `${outcome === "met" ? "Met" : "Not met"}${share}, ${dateText(startedWallTimeMs)}`;
}
