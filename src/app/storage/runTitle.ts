/** How a kept run is called: a drill keeps to itself what it was until it has ended. */
import type { CaseMode } from "../../session/contract/protocol.ts";
import type { RunHeader } from "./runStore.ts";

export const MODE_NAMES: Readonly<Record<CaseMode, string>> = {
  practice: "Practice",
  drill: "Drill",
  exam: "Exam",
};
export const DRILL_TITLE = "Drill";

type Named = Pick<RunHeader, "mode" | "title" | "caseSetup" | "isEnded">;

export function runTitle({ mode, title, caseSetup, isEnded }: Named): string {
  const isSecret = mode === "drill" && !isEnded;
  if (isSecret || title !== DRILL_TITLE) return title;
  return (caseSetup["scenario"] as { readonly title?: string } | undefined)?.title ?? title;
}
