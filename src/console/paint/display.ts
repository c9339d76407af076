/**
 * A head's display: code and role (or its message), the numeral in the unit it shows first, the other
 * unit, and the status as shape and word. A narrow one stacks them and leaves the other unit out.
 */
import { COLOURS } from "../../tokens/colours.ts";
import type { HeadStatus } from "../../world/contract/ids.ts";
import type { Bay, HeadShape } from "../layout/consoleLayout.ts";
import { fittingSize, glass, type Pen, text, textWidth } from "./pen.ts";
import { STATUS_COLOUR, STATUS_WORD, statusShape } from "./shapes.ts";

export interface DisplayLook {
  readonly lit: boolean;
  readonly role: string;
  readonly message: string;
  readonly status: HeadStatus;
  readonly numeral: string;
  readonly unit: string;
  readonly other: string;
}

export function paintDisplay(pen: Pen, bay: Bay, shape: HeadShape, look: DisplayLook): void {
  const { x, y, w, h } = bay.display;
  glass(pen, x, y, w, h);
  if (shape.displayIsNarrow) paintStacked(pen, bay, shape, look);
  else paintBeside(pen, bay, shape, look);
}

const ink = ({ lit }: DisplayLook): string => (lit ? COLOURS.t1 : COLOURS.t3);
const numeralPx = ({ head }: Bay, { numeralPx: px }: HeadShape): number =>
  head === "arterial" ? px.arterial : px.other;

/** What a long message moves numeral and unit down by, px: it needs a line more above them. */
const LONG_MESSAGE_PX = 4;

function paintStacked(pen: Pen, bay: Bay, shape: HeadShape, look: DisplayLook): void {
  const { x, y, w, h } = bay.display;
  const left = x + 7;
  const right = x + w - 7;
  text(pen, bay.code, left, y + 17, { size: 14, weight: 700, colour: ink(look) });
  const isLong = paintCorner(pen, look, left, y + 31, w - 12);
  const top = isLong ? y + LONG_MESSAGE_PX : y;
  const isMain = bay.head === "arterial";
  const numeral = { size: numeralPx(bay, shape), weight: 600 } as const;
  const size = fittingSize(pen, look.numeral, w - (isMain ? 12 : 14), numeral);
  const baseline = top + (isMain ? 73 : 68);
  const lit = ink(look);
  text(pen, look.numeral, right, baseline, { ...numeral, size, align: "right", colour: lit });
  const unitY = top + (isMain ? 87 : 83);
  text(pen, look.unit, right, unitY, { size: 12, colour: COLOURS.t2, align: "right" });
  paintStatus(pen, look, right, y + h - 11);
}

/** Role or message; a message too long for one line takes two, and that is told. */
function paintCorner(pen: Pen, look: DisplayLook, x: number, y: number, width: number): boolean {
  const words = look.message || look.role;
  if (!words) return false;
  const isMessage = look.message !== "";
  const style = { size: 12.5, weight: isMessage ? 700 : 500 } as const;
  const colour = isMessage ? STATUS_COLOUR[look.status] : COLOURS.t2;
  const size = fittingSize(pen, words, width, style);
  const isLong = textWidth(pen, words, { ...style, size }) > width;
  const lines = isLong ? words.split(" ") : [words];
  lines.forEach((line, index) =>
    text(pen, line, x, y + index * 12 - (isLong ? 2 : 0), { ...style, size, colour }),
  );
  return isLong;
}

function paintBeside(pen: Pen, bay: Bay, shape: HeadShape, look: DisplayLook): void {
  const { x, y, w } = bay.display;
  const left = x + 10;
  const right = x + w - 10;
  const code = { size: 15.5, weight: 700, spacing: 0.4 } as const;
  text(pen, bay.code, left, y + 20, { ...code, colour: ink(look) });
  const corner = look.message || look.role;
  if (corner) {
    const style = { size: 13, weight: look.message ? 700 : 500 } as const;
    text(pen, corner, right, y + 20, {
      ...style,
      size: fittingSize(pen, corner, w - 26 - textWidth(pen, bay.code, code), style),
      align: "right",
      colour: look.message ? STATUS_COLOUR[look.status] : COLOURS.t2,
    });
  }
  const baseline = y + (bay.head === "arterial" ? 67 : 63);
  const unitWidth = textWidth(pen, look.unit, { size: 13 });
  const numeral = { size: numeralPx(bay, shape), weight: 600 } as const;
  const fits = fittingSize(pen, look.numeral, w - 26 - unitWidth, numeral);
  text(pen, look.numeral, left - 2, baseline, { ...numeral, size: fits, colour: ink(look) });
  text(pen, look.unit, right, baseline, { size: 13, colour: COLOURS.t2, align: "right" });
  text(pen, look.other, left, y + 93, { size: 15, colour: COLOURS.t2 });
  paintStatus(pen, look, right, y + 93);
}

function paintStatus(pen: Pen, { status }: DisplayLook, right: number, baseline: number): void {
  const word = STATUS_WORD[status];
  const style = { size: 14, weight: status === "fault" ? 700 : 600 } as const;
  text(pen, word, right, baseline, { ...style, align: "right", colour: STATUS_COLOUR[status] });
  const left = right - textWidth(pen, word, style);
  statusShape(pen, status, left - (status === "fault" ? 14 : 11), baseline - 5);
}
