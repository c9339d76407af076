/**
 * The shapes that carry state before colour does: alarm triangle, diamond and circle; the tick, half
 * disc and slashed ring of the safety devices; the run, stop, held and fault marks of a head.
 */
import { COLOURS } from "../../tokens/colours.ts";
import { FACES } from "../../tokens/type.ts";
import type { AlarmPriority } from "../../world/contract/alarms.ts";
import type { HeadStatus } from "../../world/contract/ids.ts";
import { BLACK, disc, fill, type Pen, stroke, text, WHITE } from "./pen.ts";

export const PRIORITY_COLOUR: Readonly<Record<AlarmPriority, string>> = {
  high: COLOURS.high,
  medium: COLOURS.med,
  low: COLOURS.low,
};

/** The shape of a priority, `size` design pixels high, with its exclamation marks. */
export function alarmShape(
  pen: Pen,
  priority: AlarmPriority,
  x: number,
  y: number,
  size: number,
  marks = "!",
  onRed = false,
): void {
  const half = size / 2;
  const mark = (colour: string, dy: number, scale: number) =>
    text(pen, marks, x, y + dy, {
      size: size * scale,
      weight: 800,
      colour,
      align: "center",
      face: FACES.page,
    });
  if (priority === "high") {
    const path = `M${x} ${y - half}L${x + half * 1.12} ${y + half * 0.9}H${x - half * 1.12}Z`;
    fill(pen, path, onRed ? WHITE : COLOURS.high);
    stroke(pen, path, WHITE, onRed ? 2 : 1.2);
    mark(onRed ? COLOURS.highBadge : WHITE, half * 0.7, 0.52);
  } else if (priority === "medium") {
    fill(pen, `M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z`, COLOURS.med);
    mark(COLOURS.medInk, half * 0.4, marks.length > 1 ? 0.5 : 0.58);
  } else {
    disc(pen, x, y, half, { fill: COLOURS.low });
    mark(COLOURS.lowInk, half * 0.46, 0.66);
  }
}

export const STATUS_WORD: Readonly<Record<HeadStatus, string>> = {
  off: "Off",
  stop: "Stop",
  run: "Run",
  held: "Held",
  fault: "Fault",
};
export const STATUS_COLOUR: Readonly<Record<HeadStatus, string>> = {
  off: COLOURS.t2,
  stop: COLOURS.t2,
  run: COLOURS.accent,
  held: COLOURS.med,
  fault: COLOURS.highText,
};

/** The mark before the status word of a head. */
export function statusShape(pen: Pen, status: HeadStatus, x: number, y: number): void {
  if (status === "run") disc(pen, x, y, 4.5, { fill: COLOURS.accent });
  else if (status === "stop") disc(pen, x, y, 4, { edge: COLOURS.t2, edgeWidth: 1.6 });
  else if (status === "held") alarmShape(pen, "medium", x, y, 15);
  else if (status === "fault") alarmShape(pen, "high", x, y - 0.5, 16);
  else {
    disc(pen, x, y, 4.5, { edge: COLOURS.t2, edgeWidth: 1.5 });
    stroke(pen, `M${x - 4} ${y + 4}L${x + 4} ${y - 4}`, COLOURS.t2, 1.5);
  }
}

export type SafetyState = "armed" | "alarmOnly" | "off" | "override" | "tripped";

export function safetyShape(pen: Pen, state: SafetyState, x: number, y: number): void {
  if (state === "armed") {
    disc(pen, x, y, 7, { fill: COLOURS.accent });
    stroke(pen, `M${x - 3.4} ${y}L${x - 0.8} ${y + 2.8}L${x + 3.8} ${y - 3}`, "#16211a", 2);
  } else if (state === "alarmOnly") {
    fill(pen, `M${x} ${y - 8}A8 8 0 0 0 ${x} ${y + 8}Z`, COLOURS.t1);
    disc(pen, x, y, 7.5, { edge: COLOURS.t1, edgeWidth: 1.5 });
  } else if (state === "off") {
    disc(pen, x, y, 7, { edge: COLOURS.t2, edgeWidth: 1.5 });
    stroke(pen, `M${x - 5} ${y + 5}L${x + 5} ${y - 5}`, COLOURS.t2, 1.5);
  } else if (state === "override") {
    alarmShape(pen, "medium", x, y, 17);
  } else {
    alarmShape(pen, "high", x, y, 17);
  }
}

export type GlyphName =
  | "drugs"
  | "samples"
  | "teamTalk"
  | "checklist"
  | "record"
  | "store"
  | "machine"
  | "help";

const GLYPHS: Readonly<Record<GlyphName, string>> = {
  drugs:
    "M-4 -11h8v4h-8zM-4 -7q-3 2 -3 5v9q0 3 3 3h8q3 0 3 -3v-9q0 -3 -3 -5M-7 1h14M0 3v5M-2.5 5.5h5",
  samples: "M-5 -10h10M-4 -10v15q0 5 4 5t4 -5v-15M-4 0h8",
  teamTalk: "M-9 -7h18v11h-9l-5 5v-5h-4z",
  checklist: "M-8 -6l2 2l3 -4M-8 1l2 2l3 -4M0 -5h8M0 2h8M-6 8h0M0 8h8",
  record: "M-6 -9h9l4 4v14h-13zM-3 -2h7M-3 2h7M-3 6h4",
  store: "M-9 -9h18v18h-18zM-9 0h18M-3 -9v-0M-3 4h6M-3 -5h6",
  machine: "M-9 9h18v-8h-18zM-7 1v-10h14v10M-4 -5a3 3 0 1 0 .1 0M3 -6h3M3 -3h3M-5 5h4M3 5h2",
  help: "M-4 -4q0 -5 4 -5q4 0 4 4q0 3 -4 4v3M0 7v.5",
};

export function glyph(pen: Pen, name: GlyphName, x: number, y: number): void {
  pen.save();
  pen.translate(x, y);
  stroke(pen, GLYPHS[name], COLOURS.t1, 1.5);
  pen.restore();
}

/** A mains plug. */
export function plug(pen: Pen, x: number, y: number): void {
  pen.save();
  pen.translate(x - 1145.5, y - 539);
  stroke(
    pen,
    "M1142 530v5M1149 530v5M1139 535h13v3q0 6 -6.5 6q-6.5 0 -6.5 -6zM1145.5 544v5",
    COLOURS.t2,
    1.5,
  );
  pen.restore();
}

/** A bell, struck through while the sound is paused. */
export function bell(pen: Pen, x: number, y: number, colour: string, silent: boolean): void {
  pen.save();
  pen.translate(x - 950, y - 28);
  stroke(pen, "M943 33Q945 31 945 26Q945 20 950 20Q955 20 955 26Q955 31 957 33Z", colour, 1.6);
  stroke(pen, "M948 36Q950 38 952 36", colour, 1.6);
  if (silent) {
    stroke(pen, "M940 18L960 38", BLACK, 4);
    stroke(pen, "M940 18L960 38", colour, 1.8);
  }
  pen.restore();
}
