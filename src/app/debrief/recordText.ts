/** The perfusion record's comparison in words and as a table to take away. Pure. */
import { RECORD_EVENT_NAMES } from "../../description/names.ts";
import { decimals } from "../../description/numbers.ts";
import type {
  JudgedEvent,
  RecordGap,
  RecordReview,
  WrittenValue,
} from "../../session/record/reviewRecord.ts";
import { BLOOD_EVERY_S, QUANTITIES, ROW_EVERY_S } from "../../world/contract/record.ts";
import { tickText } from "../clockText.ts";

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** "Flow 4.60 L/min" */
export function writtenText({ quantity, writtenUnits }: WrittenValue): string {
  const { title, unit, digits } = QUANTITIES[quantity];
  return `${title} ${decimals(writtenUnits, digits)} ${unit}`.trimEnd();
}

/** What was so then, when it is not what was written: "shown 4.58, truly 3.90". */
export function truthText(value: WrittenValue): string {
  const { shownUnits: shown, truthUnits: truth, verdict, isDisplayWrong } = value;
  if (verdict === "unknown") return "no result had come";
  if (shown === undefined || truth === undefined) return "";
  const { digits } = QUANTITIES[value.quantity];
  if (isDisplayWrong) return `shown ${decimals(shown, digits)}, truly ${decimals(truth, digits)}`;
  return decimals(shown, digits);
}

export function eventText({ event, happenedTick, writtenTick, verdict }: JudgedEvent): string {
  const name = capitalised(RECORD_EVENT_NAMES[event]);
  const happened = happenedTick === null ? "" : tickText(happenedTick);
  const written = writtenTick === null ? "" : tickText(writtenTick);
  if (verdict === "missing") return `${name} at ${happened} is not in the record.`;
  if (verdict === "unfounded")
    return `${name} was written at ${written}; nothing like it happened.`;
  if (verdict === "late") return `${name} at ${happened} was written at ${written}.`;
  return `${name} at ${happened}, written at ${written}.`;
}

export function gapText({ what, fromTick, toTick }: RecordGap): string {
  const stretch = `between ${tickText(fromTick)} and ${tickText(toTick)}`;
  return what === "row"
    ? `No row of readings ${stretch}; one is asked every ${ROW_EVERY_S / 60} min.`
    : `No blood result ${stretch}; one is asked every ${BLOOD_EVERY_S / 60} min.`;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A table of time, entry, what was so, verdict: one line for each thing written, and for what is missing. */
export function recordCsv({ rows, events, gaps }: RecordReview): string {
  const lines: (readonly [time: string, entry: string, truth: string, verdict: string])[] = [
    ["time", "entry", "what was so", "verdict"],
  ];
  for (const { tick, values, notes } of rows) {
    for (const value of values)
      lines.push([tickText(tick), writtenText(value), truthText(value), value.verdict]);
    for (const note of notes) lines.push([tickText(tick), note, "", "note"]);
  }
  for (const one of events)
    lines.push([
      tickText(one.writtenTick ?? one.happenedTick ?? 0),
      eventText(one),
      "",
      one.verdict,
    ]);
  for (const gap of gaps) lines.push([tickText(gap.fromTick), gapText(gap), "", "gap"]);
  return `${lines.map((cells) => cells.map(quoted).join(",")).join("\r\n")}\r\n`;
}
