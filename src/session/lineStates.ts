/**
 * What the state of a checklist's line is called, and what it means: apart from the reading of reports, so that a
 * page that shows them does not load what checks them.
 */
import type { MarkResult, MarkState } from "../scoring/report.ts";

type Line = Pick<MarkResult, "class">;
type TimedLine = Pick<MarkResult, "class" | "targetS">;

/** The states that a line can be judged to be in. The scoring calls a line clean that a run had no need of. */
export const statesOf = ({ class: kind }: Line): readonly MarkState[] =>
  kind === "mustNot" ? ["clean", "violated"] : ["inTime", "late", "notDone", "clean"];

const HARM: Readonly<Partial<Record<MarkState, string>>> = {
  clean: "did not happen",
  violated: "happened",
};
const DONE: Readonly<Partial<Record<MarkState, string>>> = {
  inTime: "in time",
  late: "late",
  notDone: "not done",
  clean: "not needed",
};
const KEPT_UP: Readonly<Partial<Record<MarkState, string>>> = {
  inTime: "kept up",
  late: "kept up in part",
  notDone: "not kept up",
  clean: "not needed",
};

/** A state in words that fit the line. */
export function stateWords(line: TimedLine, state: MarkState): string {
  if (line.class === "mustNot") return HARM[state] ?? state;
  return (line.targetS === null ? KEPT_UP : DONE)[state] ?? state;
}

/** The scoring calls a line clean that a run had no need of: it earns nothing and costs nothing. */
export const isNotNeeded = ({ class: kind }: Line, state: MarkState): boolean =>
  kind !== "mustNot" && state === "clean";
