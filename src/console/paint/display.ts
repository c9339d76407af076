/**
 * A head's display: code and role (or its message), the numeral in the unit it shows first, the other
 * unit, and the status as shape and word.
 */
import { COLOURS } from "../../tokens/colours.ts";
import { TYPE } from "../../tokens/type.ts";
import type { HeadStatus } from "../../world/contract/ids.ts";
import type { Bay } from "../bays.ts";
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

export function paintDisplay(pen: Pen, bay: Bay, look: DisplayLook): void {
  const { x, y, w, h } = bay.display;
  const main = bay.head === "arterial";
  const left = x + (main ? 10 : 10);
  const right = x + w - 10;
  glass(pen, x, y, w, h);
  text(pen, bay.code, left, y + 20, {
    size: 15.5,
    weight: 700,
    spacing: 0.4,
    colour: look.lit ? COLOURS.t1 : COLOURS.t3,
  });
  const codeWidth = textWidth(pen, bay.code, { size: 15.5, weight: 700, spacing: 0.4 });
  const corner = look.message || look.role;
  if (corner) {
    const style = { size: 13, weight: look.message ? 700 : 500 } as const;
    text(pen, corner, right, y + 20, {
      ...style,
      size: fittingSize(pen, corner, w - 26 - codeWidth, style),
      align: "right",
      colour: look.message ? STATUS_COLOUR[look.status] : COLOURS.t2,
    });
  }
  const size = main ? TYPE.num1 : 43;
  const baseline = y + (main ? 67 : 63);
  const unitWidth = textWidth(pen, look.unit, { size: 13 });
  const numeral = { size, weight: 600 } as const;
  const fits = fittingSize(pen, look.numeral, w - 26 - unitWidth, numeral);
  text(pen, look.numeral, left - 2, baseline, {
    ...numeral,
    size: fits,
    colour: look.lit ? COLOURS.t1 : COLOURS.t3,
  });
  text(pen, look.unit, right, baseline, { size: 13, colour: COLOURS.t2, align: "right" });
  text(pen, look.other, left, y + 93, { size: 15, colour: COLOURS.t2 });
  const word = STATUS_WORD[look.status];
  const style = { size: 14, weight: look.status === "fault" ? 700 : 600 } as const;
  text(pen, word, right, y + 93, { ...style, align: "right", colour: STATUS_COLOUR[look.status] });
  statusShape(
    pen,
    look.status,
    right - textWidth(pen, word, style) - (look.status === "fault" ? 14 : 11),
    y + 88,
  );
}
