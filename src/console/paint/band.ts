/** The top band: alarm bar with badge, words and its two keys; the three timers. */
import { COLOURS } from "../../tokens/colours.ts";
import type { Region } from "../../tokens/regions.ts";
import type { AlarmPriority } from "../../world/contract/alarms.ts";
import { alarmAge } from "../format.ts";
import type { AlarmBarPlace, TimerPlaces } from "../layout/consoleLayout.ts";
import {
  box,
  disc,
  fittingSize,
  key,
  type Pen,
  panel,
  stroke,
  text,
  textWidth,
  WHITE,
} from "./pen.ts";
import { alarmShape, bell } from "./shapes.ts";

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

/** Where the bar stands, and what the layout says of its parts. */
type BarPlace = AlarmBarPlace & { readonly bar: Region };

export function paintAlarmBar(pen: Pen, place: BarPlace, look: AlarmBarLook): void {
  const { x, y, w, h } = place.bar;
  const high = look.priority === "high";
  if (high) box(pen, x, y, w, h, { radius: 5, fill: COLOURS.high });
  else panel(pen, x, y, w, h, 5);
  if (look.priority) paintBadge(pen, place, look, look.priority);
  else {
    disc(pen, x + 28, y + h / 2, 8, { edge: COLOURS.t2, edgeWidth: 1.6 });
    text(pen, "No alarms", x + 54, y + h / 2 + 5, { size: 16, weight: 500, colour: COLOURS.t2 });
  }
  if (look.priority === "medium") {
    const line = look.frameWidth;
    box(pen, x + line / 2, y + line / 2, w - line, h - line, {
      radius: 5,
      edge: COLOURS.med,
      edgeWidth: line,
    });
  } else if (high && look.frameWidth > 2) {
    box(pen, x + 2, y + 2, w - 4, h - 4, { radius: 4, edge: WHITE, edgeWidth: 3 });
  }
  if (look.priority) paintWords(pen, place, look, high);
  paintPauseKey(pen, place.pause, look, high);
  paintListKey(pen, place.list, look, high);
}

function paintBadge(pen: Pen, place: BarPlace, look: AlarmBarLook, priority: AlarmPriority): void {
  const { x, y, h } = place.bar;
  const middle = y + h / 2;
  const colours = { high: COLOURS.highBadge, medium: COLOURS.med, low: COLOURS.panel };
  const inks = { high: WHITE, medium: COLOURS.medInk, low: COLOURS.low };
  if (priority !== "low") {
    const badge = new Path2D();
    badge.roundRect(x, y, place.badgeW, h, [5, 0, 0, 5]);
    pen.fillStyle = look.lit ? colours[priority] : priority === "high" ? "#6f1613" : "#7d6419";
    pen.fill(badge);
  }
  const ink = inks[priority];
  const shapeX = x + (place.isStacked ? 22 : 28);
  if (priority === "medium") {
    stroke(pen, `M${shapeX - 2} ${middle - 15}l15 15l-15 15l-15 -15Z`, COLOURS.medInk, 2);
    text(pen, "!!", shapeX - 2, middle + 6, {
      size: 16,
      weight: 800,
      align: "center",
      colour: ink,
    });
  } else {
    const isHigh = priority === "high";
    alarmShape(pen, priority, shapeX, middle, isHigh ? 25 : 22, MARKS[priority], isHigh);
  }
  const left = shapeX + (priority === "medium" ? 20 : 30) - (place.isStacked ? 6 : 0);
  text(pen, WORD[priority], left, middle - 4, {
    size: 13,
    weight: 700,
    colour: ink,
    spacing: priority === "medium" ? 0 : 0.8,
  });
  text(pen, alarmAge(look.activeS), left, middle + 14, {
    size: 14,
    weight: 600,
    colour: priority === "low" ? COLOURS.t2 : ink,
  });
}

function paintWords(pen: Pen, place: BarPlace, look: AlarmBarLook, high: boolean): void {
  const title = high ? look.title.toUpperCase() : look.title;
  const middle = place.bar.y + place.bar.h / 2;
  const left = place.bar.x + place.badgeW + 14;
  const right = place.pause.x - 12;
  const noteColour = high ? WHITE : COLOURS.t2;
  const titleColour = high ? WHITE : COLOURS.t1;
  if (place.isStacked) {
    const style = { size: 17.5, weight: high ? 700 : 600 } as const;
    const size = fittingSize(pen, title, right - left, style);
    text(pen, title, left - 4, middle - 3, { ...style, size, colour: titleColour });
    const [line = ""] = brokenLines(pen, look.text, right - left + 4, 13, 1);
    text(pen, line, left - 4, middle + 15, { size: 13, colour: noteColour });
    return;
  }
  const style = { size: high ? 22.5 : 22, weight: high ? 700 : 600 } as const;
  const size = fittingSize(pen, title, 300, style);
  text(pen, title, left, middle + 8, { ...style, size, colour: titleColour });
  const x = left + textWidth(pen, title, { ...style, size }) + 14;
  const lines = brokenLines(pen, look.text, right - x, 14.5, 2);
  const y = middle + (lines.length === 1 ? 6 : -3);
  lines.forEach((line, index) =>
    text(pen, line, x, y + index * 18, { size: 14.5, colour: noteColour }),
  );
}

/** Words broken over lines; what still does not fit ends in an ellipsis. */
function brokenLines(pen: Pen, words: string, width: number, size: number, most: number): string[] {
  const lines = [""];
  for (const word of words.split(" ")) {
    const last = lines[lines.length - 1] as string;
    const longer = last ? `${last} ${word}` : word;
    if (textWidth(pen, longer, { size }) <= width || last === "") lines[lines.length - 1] = longer;
    else if (lines.length < most) lines.push(word);
    else {
      lines[lines.length - 1] = `${last} …`;
      break;
    }
  }
  return lines;
}

function paintPauseKey(pen: Pen, { x, y, w, h }: Region, look: AlarmBarLook, high: boolean): void {
  const ink = high ? WHITE : COLOURS.t1;
  const down = key(pen, x, y, w, h, {
    fill: high ? "#8f1f19" : COLOURS.key,
    pressed: look.pauseKey === "down",
    hover: look.pauseKey === "hover",
  });
  const iconX = x + (w < 90 ? 16 : 20);
  bell(pen, iconX, y + 22 + down, ink, look.pauseLeft !== "");
  const left = iconX + (w < 90 ? 15 : 18);
  const style = { size: 13.5, weight: 600, colour: ink } as const;
  text(pen, look.pauseLeft ? "Paused" : "Audio", left, y + 19 + down, style);
  text(pen, look.pauseLeft || "pause", left, y + 36 + down, {
    ...style,
    size: look.pauseLeft ? 15 : 13.5,
  });
}

function paintListKey(pen: Pen, { x, y, w, h }: Region, look: AlarmBarLook, high: boolean): void {
  const ink = high ? WHITE : COLOURS.t1;
  const down = key(pen, x, y, w, h, {
    fill: high ? "#8f1f19" : COLOURS.key,
    pressed: look.listKey === "down",
    hover: look.listKey === "hover",
  });
  const iconX = x + (w < 90 ? 7 : 12);
  for (const line of [16, 22, 28])
    stroke(pen, `M${iconX} ${y + line + down}h${w < 90 ? 12 : 16}`, ink, 1.6, { cap: "butt" });
  const left = iconX + (w < 90 ? 18 : 26);
  text(pen, "Alarms", left, y + 19 + down, { size: 13.5, weight: 600, colour: ink });
  text(pen, `${look.activeCount} active`, left, y + 36 + down, {
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

export function paintTimer(pen: Pen, x: number, place: TimerPlaces, look: TimerLook): void {
  const { w, h, numeralPx } = place;
  if (look.hover) box(pen, x - 6, 4, w + 4, h, { radius: 5, fill: WHITE, alpha: 0.05 });
  if (look.urgent)
    box(pen, x - 5.25, 4.75, w - 1.5, h - 1.5, {
      radius: 5,
      fill: "#2a1310",
      edge: COLOURS.high,
      edgeWidth: 2.5,
    });
  if (look.urgent) alarmShape(pen, "high", x + w - 18, 15, 15);
  else
    disc(
      pen,
      x + w - 14,
      17,
      3,
      look.running ? { fill: COLOURS.accent } : { edge: COLOURS.dim, edgeWidth: 1.2 },
    );
  text(pen, look.name, x, 21, {
    size: 13,
    weight: look.urgent ? 700 : 500,
    colour: look.urgent ? COLOURS.t1 : COLOURS.t2,
  });
  text(pen, look.reading, x, h - 2, {
    size: numeralPx,
    weight: 600,
    colour: look.running ? COLOURS.t1 : COLOURS.t2,
  });
}

export function paintTimerRules(pen: Pen, { xs, h }: TimerPlaces): void {
  for (const x of xs.slice(1))
    stroke(pen, `M${x - 9.5} 12V${h - 2}`, COLOURS.edge, 1, { cap: "butt" });
}
