/** A report for a terminal. It says met or not met. */
import type { MarkResult, MarkState, Report } from "../scoring/report.ts";
import { NOTICE } from "../session/contract/notice.ts";

const STATES: Readonly<Record<MarkState, string>> = {
  inTime: "in time",
  late: "late",
  notDone: "not done",
  clean: "did not happen",
  violated: "HAPPENED",
};

/** Enough digits to compare, none that only show how a computer counts. */
function valueText(value: number): string {
  return String(Number(value.toFixed(2)));
}

function markLine({ id, title, state, doneAtS, targetS }: MarkResult): string {
  const done = doneAtS === null ? "-" : `${doneAtS.toFixed(1)} s`;
  const target = targetS === null ? "" : ` (target ${targetS} s)`;
  return `  ${id.padEnd(6)} ${STATES[state].padEnd(14)} ${done.padStart(8)}${target}  ${title}`;
}

export function reportText(report: Report): string {
  return [
    `Result: ${report.outcome === "met" ? "met" : "not met"}`,
    ...report.because.map((sentence) => `  ${sentence}`),
    `Scenario ${report.scenarioId}, variant ${report.variant}, seed ${report.seed}, ${report.mode}; ended: ${report.endReason}.`,
    ...(report.criticalFails.length > 0
      ? ["Critical fails:", ...report.criticalFails.map((fail) => `  ${fail}`)]
      : []),
    "Marks:",
    ...report.marks.map(markLine),
    "Measures:",
    ...report.measures.map(({ title, value, unit }) =>
      `  ${title}: ${valueText(value)} ${unit}`.trimEnd(),
    ),
    NOTICE,
    "",
  ].join("\n");
}
