/** A reading on the field: name, value, unit; in alarm a frame in the priority's colour and its shape. */
import { COLOURS } from "../../tokens/colours.ts";
import type { Region } from "../../tokens/regions.ts";
import type { AlarmPriority } from "../../world/contract/alarms.ts";
import { box, type Pen, text, textWidth } from "./pen.ts";
import { alarmShape, PRIORITY_COLOUR } from "./shapes.ts";

export interface TagLook {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly alarm: AlarmPriority | null;
  readonly valueSize?: number;
  readonly layout?: "left" | "centred" | "inline" | "compact";
  readonly hover?: boolean;
}

const FACE = "#141312";
const EDGE = "#2d2a28";

export function tagFrame(
  pen: Pen,
  { x, y, w, h }: Region,
  alarm: AlarmPriority | null,
  hover = false,
): void {
  const face = hover ? "#1d1b1a" : FACE;
  if (alarm) {
    box(pen, x + 0.75, y + 0.75, w - 1.5, h - 1.5, {
      radius: 4,
      fill: face,
      edge: PRIORITY_COLOUR[alarm],
      edgeWidth: 1.5,
    });
  } else box(pen, x + 0.5, y + 0.5, w - 1, h - 1, { radius: 4, fill: face, edge: EDGE });
}

export function paintTag(pen: Pen, region: Region, look: TagLook): void {
  const { x, y, w, h } = region;
  tagFrame(pen, region, look.alarm, look.hover);
  const size = look.valueSize ?? 19;
  if (look.layout === "inline") {
    text(pen, look.name, x + 5, y + 17, { size: 12, colour: COLOURS.t2 });
    text(pen, look.value, x + w - 5, y + 18, { size, weight: 600, align: "right" });
  } else if (look.layout === "compact") {
    // The unit follows the name, where the value has no room for it beside itself.
    text(pen, look.name, x + 6, y + 14, { size: 12, colour: COLOURS.t2 });
    const nameWidth = textWidth(pen, look.name, { size: 12 });
    const unit = { size: 12, colour: COLOURS.t3 } as const;
    const fits = nameWidth + 9 + textWidth(pen, look.unit, unit) <= w - 4;
    if (fits) text(pen, look.unit, x + 6 + nameWidth + 3, y + 14, unit);
    else text(pen, look.unit, x + w - 6, y + h - 5, { ...unit, align: "right" });
    text(pen, look.value, x + 6, y + h - 5, { size, weight: 600 });
  } else if (look.layout === "centred") {
    text(pen, look.name, x + w / 2, y + Math.min(15, h / 2 - 4), {
      size: 12,
      colour: COLOURS.t2,
      align: "center",
    });
    text(pen, look.value, x + w / 2, y + h - (h < 40 ? 5 : 8), {
      size,
      weight: 600,
      align: "center",
    });
  } else {
    text(pen, look.name, x + 8, y + 14, { size: 12, colour: COLOURS.t2 });
    text(pen, look.value, x + 8, y + 34, { size, weight: 600 });
    text(pen, look.unit, x + w - 8, y + 33, { size: 12, colour: COLOURS.t3, align: "right" });
  }
  if (look.alarm) paintAlarm(pen, region, look, look.alarm);
}

/** Top right, or where the words leave room: over the corner, or beside a compact tag's value. */
function paintAlarm(
  pen: Pen,
  { x, y, w, h }: Region,
  { layout, value, valueSize = 19 }: TagLook,
  alarm: AlarmPriority,
): void {
  const valueEnd = 6 + textWidth(pen, value, { size: valueSize, weight: 600 });
  if (layout === "compact" && valueEnd + 22 <= w && w > 60)
    alarmShape(pen, alarm, x + w - 11, y + h - 11, 14);
  else if (layout === "inline" || layout === "compact") alarmShape(pen, alarm, x + w, y, 14);
  else alarmShape(pen, alarm, x + w - 11, y + 10, 14);
}
