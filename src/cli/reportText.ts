/** A report for a terminal. It says met or not met. */
import { ticksToS } from "../kernel/tick.ts";
import type { MarkResult, Report } from "../scoring/report.ts";
import { NOTICE } from "../session/contract/notice.ts";
import { stateWords } from "../session/lineStates.ts";

/** Enough digits to compare, none that only show how a computer counts. */
function valueText(value: number): string {
  return String(Number(value.toFixed(2)));
}

function markLine(mark: MarkResult): string {
  const { id, title, state, doneAtS, targetS } = mark;
  const done = doneAtS === null ? "-" : `${doneAtS.toFixed(1)} s`;
  const target = targetS === null ? "" : ` (target ${targetS} s)`;
  return `  ${id.padEnd(6)} ${stateWords(mark, state).padEnd(14)} ${done.padStart(8)}${target}  ${title}`;
}

export function reportText(report: Report): string {
  return [
    `Result: ${report.outcome === "met" ? "met" : "not met"}`,
    ...report.because.map((sentence) => `  ${sentence}`),
    `Scenario ${report.scenarioId}, variant ${report.variant}, seed ${report.seed}, ${report.mode}; ended: ${report.endReason}.`,
    `The clock of the marks started ${ticksToS(report.onsetTick).toFixed(1)} s after the start of the case.`,
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
