/** The top band: alarm bar with badge, words and its two keys; the three timers. */
import { COLOURS } from "../../tokens/colours.ts";
import type { AlarmPriority } from "../../world/contract/alarms.ts";
import { alarmAge } from "../format.ts";
import { bell, alarmShape } from "./shapes.ts";
import {
  box,
  disc,
  fittingSize,
  key,
  panel,
  type Pen,
  stroke,
  text,
  textWidth,
  WHITE,
} from "./pen.ts";

export interface AlarmBarLook {
  readonly priority: AlarmPriority | null;
  readonly title: string;
  readonly text: string;
  readonly activeS: number;
  /** Whether the badge is in the lit half of its flash. */
  readonly lit: boolean;
  readonly frameWidth: number;
  readonly pauseLeft: string;
  readonly activeCount: number;
  readonly pauseKey: string;
  readonly listKey: string;
}

const MARKS = { high: "!!!", medium: "!!", low: "!" } as const;
const WORD = { high: "HIGH", medium: "MEDIUM", low: "LOW" } as const;

export function paintAlarmBar(pen: Pen, look: AlarmBarLook): void {
  const high = look.priority === "high";
  if (high) box(pen, 308, 5, 812, 46, { radius: 5, fill: COLOURS.high });
  else panel(pen, 308, 5, 812, 46, 5);
  if (look.priority) paintBadge(pen, look, look.priority);
  else {
    disc(pen, 336, 28, 8, { edge: COLOURS.t2, edgeWidth: 1.6 });
    text(pen, "No alarms", 362, 33, { size: 16, weight: 500, colour: COLOURS.t2 });
  }
  if (look.priority === "medium") {
    const w = look.frameWidth;
    box(pen, 308 + w / 2, 5 + w / 2, 812 - w, 46 - w, {
      radius: 5,
      edge: COLOURS.med,
      edgeWidth: w,
    });
  } else if (high && look.frameWidth > 2) {
    box(pen, 310, 7, 808, 42, { radius: 4, edge: WHITE, edgeWidth: 3 });
  }
  if (look.priority) paintWords(pen, look, high);
  paintKeys(pen, look, high);
}

function paintBadge(pen: Pen, look: AlarmBarLook, priority: AlarmPriority): void {
  const colours = { high: COLOURS.highBadge, medium: COLOURS.med, low: COLOURS.panel };
  const inks = { high: WHITE, medium: COLOURS.medInk, low: COLOURS.low };
  const badge = new Path2D();
  badge.roundRect(308, 5, priority === "low" ? 0 : 98, 46, [5, 0, 0, 5]);
  if (priority !== "low") {
    pen.fillStyle = look.lit ? colours[priority] : priority === "high" ? "#6f1613" : "#7d6419";
    pen.fill(badge);
  }
  const ink = inks[priority];
  if (priority === "medium") {
    stroke(pen, "M334 13L349 28L334 43L319 28Z", COLOURS.medInk, 2);
    text(pen, "!!", 334, 34, { size: 16, weight: 800, align: "center", colour: ink });
  } else
    alarmShape(
      pen,
      priority,
      336,
      28,
      priority === "high" ? 25 : 22,
      MARKS[priority],
      priority === "high",
    );
  text(pen, WORD[priority], 366 - (priority === "medium" ? 10 : 0), 24, {
    size: 13,
    weight: 700,
    colour: ink,
    spacing: priority === "medium" ? 0 : 0.8,
  });
  text(pen, alarmAge(look.activeS), 366 - (priority === "medium" ? 10 : 0), 42, {
    size: 14,
    weight: 600,
    colour: priority === "low" ? COLOURS.t2 : ink,
  });
}

function paintWords(pen: Pen, look: AlarmBarLook, high: boolean): void {
  const style = { size: high ? 22.5 : 22, weight: high ? 700 : 600 } as const;
  const title = high ? look.title.toUpperCase() : look.title;
  const size = fittingSize(pen, title, 300, style);
  text(pen, title, 420, 36, { ...style, size, colour: high ? WHITE : COLOURS.t1 });
  const x = 420 + textWidth(pen, title, { ...style, size }) + 14;
  const lines = twoLines(pen, look.text, 918 - x);
  const y = lines.length === 1 ? 34 : 25;
  lines.forEach((line, index) =>
    text(pen, line, x, y + index * 18, { size: 14.5, colour: high ? WHITE : COLOURS.t2 }),
  );
}

/** Words broken over at most two lines; what still does not fit ends in an ellipsis. */
function twoLines(pen: Pen, words: string, width: number): string[] {
  const lines = [""];
  for (const word of words.split(" ")) {
    const last = lines[lines.length - 1] as string;
    const longer = last ? `${last} ${word}` : word;
    if (textWidth(pen, longer, { size: 14.5 }) <= width || last === "")
      lines[lines.length - 1] = longer;
    else if (lines.length < 2) lines.push(word);
    else {
      lines[1] = `${last} …`;
      break;
    }
  }
  return lines;
}

function paintKeys(pen: Pen, look: AlarmBarLook, high: boolean): void {
  const face = high ? "#8f1f19" : COLOURS.key;
  const ink = high ? WHITE : COLOURS.t1;
  const pause = key(pen, 930, 6, 92, 44, {
    fill: face,
    pressed: look.pauseKey === "down",
    hover: look.pauseKey === "hover",
  });
  bell(pen, 950, 28 + pause, ink, look.pauseLeft !== "");
  text(pen, look.pauseLeft ? "Paused" : "Audio", 968, 25 + pause, {
    size: 13.5,
    weight: 600,
    colour: ink,
  });
  text(pen, look.pauseLeft || "pause", 968, 42 + pause, {
    size: look.pauseLeft ? 15 : 13.5,
    weight: 600,
    colour: ink,
  });
  const list = key(pen, 1026, 6, 90, 44, {
    fill: face,
    pressed: look.listKey === "down",
    hover: look.listKey === "hover",
  });
  for (const y of [22, 28, 34]) stroke(pen, `M1038 ${y + list}H1054`, ink, 1.6, { cap: "butt" });
  text(pen, "Alarms", 1064, 25 + list, { size: 13.5, weight: 600, colour: ink });
  text(pen, `${look.activeCount} active`, 1064, 42 + list, {
    size: 13.5,
    colour: high ? WHITE : COLOURS.t2,
  });
}

export interface TimerLook {
  readonly name: string;
  readonly reading: string;
  readonly running: boolean;
  readonly hover: boolean;
  readonly urgent: boolean;
}

export function paintTimer(pen: Pen, x: number, look: TimerLook): void {
  if (look.hover) box(pen, x - 6, 4, 102, 48, { radius: 5, fill: WHITE, alpha: 0.05 });
  if (look.urgent)
    box(pen, x - 5.25, 4.75, 96.5, 46.5, {
      radius: 5,
      fill: "#2a1310",
      edge: COLOURS.high,
      edgeWidth: 2.5,
    });
  if (look.urgent) alarmShape(pen, "high", x + 80, 15, 15);
  else
    disc(
      pen,
      x + 84,
      17,
      3,
      look.running ? { fill: COLOURS.accent } : { edge: COLOURS.dim, edgeWidth: 1.2 },
    );
  text(pen, look.name, x, 21, {
    size: 13,
    weight: look.urgent ? 700 : 500,
    colour: look.urgent ? COLOURS.t1 : COLOURS.t2,
  });
  text(pen, look.reading, x, 46, {
    size: 25,
    weight: 600,
    colour: look.running ? COLOURS.t1 : COLOURS.t2,
  });
}

export const TIMER_X = [1128, 1232, 1336] as const;
export function paintTimerRules(pen: Pen): void {
  for (const x of [1222.5, 1326.5]) stroke(pen, `M${x} 12V46`, COLOURS.edge, 1, { cap: "butt" });
}
