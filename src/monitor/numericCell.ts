/** A value with its name above and a note below; framed, tinted and marked while in alarm. */
import { type Container, Container as Layer } from "pixi.js";
import type { ColourToken } from "../tokens/colours.ts";
import { AlarmBadge } from "./alarmBadge.ts";
import type { Label, LabelStyle } from "./label.ts";
import type { LabelBook } from "./labelBook.ts";
import type { AlarmMark } from "./monitorReadings.ts";
import type { CellShape } from "./stripLayout.ts";

export interface NumericCellDesign extends CellShape {
  readonly leftPx: number;
  readonly topPx: number;
  readonly colour: ColourToken;
  /** Name, and what hangs below the line after it: "SpO" and "2". */
  readonly name: string;
  readonly subscript?: string;
  readonly nameAfter?: string;
  readonly footRightColour?: ColourToken;
}

export interface CellText {
  readonly value: string;
  readonly foot?: string;
  readonly footRight?: string;
}

export class NumericCell {
  private readonly layer = new Layer();
  private readonly design: NumericCellDesign;
  private readonly names: Label[] = [];
  private readonly value: Label;
  private readonly foot: Label;
  private readonly footRight: Label;
  private readonly badge: AlarmBadge;

  constructor(parent: Container, book: LabelBook, design: NumericCellDesign) {
    this.design = design;
    const { layer } = this;
    layer.position.set(design.leftPx, design.topPx);
    parent.addChild(layer);
    const endPx = this.addName(book);
    const { colour, footBaselinePx: baselinePx, labelLeftPx: leftPx } = design;
    this.value = book.add(layer, {
      rightPx: design.valueRightPx,
      baselinePx: design.valueBaselinePx,
      sizePx: design.valueSizePx,
      weight: "600",
      colour,
    });
    const note = { baselinePx, sizePx: 13, weight: "500" } as const;
    this.foot = book.add(layer, { ...note, leftPx, colour: "t2" });
    const footRightColour = design.footRightColour ?? "t2";
    this.footRight = book.add(layer, {
      ...note,
      baselinePx: design.footRightBaselinePx,
      rightPx: design.footRightPx,
      weight: "600",
      colour: footRightColour,
    });
    const centre = { xPx: endPx + 15, yPx: design.nameBaselinePx - 5 };
    this.badge = new AlarmBadge(layer, design.frame, centre);
  }

  write(text: CellText, mark: AlarmMark | null): void {
    this.value.set(text.value);
    this.foot.set(text.foot ?? "");
    this.footRight.set(text.footRight ?? "");
    const alarmColour = mark === null ? null : mark.priority === "medium" ? "med" : "t1";
    for (const name of this.names) name.paint(alarmColour ?? this.design.colour);
    const isUnit = this.design.footRightBaselinePx === this.design.valueBaselinePx;
    const noteColour = this.design.footRightColour ?? "t2";
    this.footRight.paint(isUnit ? noteColour : (alarmColour ?? noteColour));
  }

  flash(mark: AlarmMark | null, pageTimeMs: number, reducedMotion: boolean): boolean {
    return this.badge.update(mark, pageTimeMs, reducedMotion);
  }

  /** The face's subset has no subscript digits, so a smaller digit is set lower. Returns the end. */
  private addName(book: LabelBook): number {
    const { name, subscript, nameAfter, colour, labelLeftPx, nameBaselinePx } = this.design;
    const add = (text: string, leftPx: number, style: Partial<LabelStyle> = {}): number => {
      const base = { baselinePx: nameBaselinePx, sizePx: 14, weight: "600", colour } as const;
      const label = book.add(this.layer, { ...base, ...style, text, leftPx });
      this.names.push(label);
      return leftPx + label.widthPx;
    };
    let endPx = add(name, labelLeftPx);
    if (subscript)
      endPx = add(subscript, endPx + 0.5, { sizePx: 10, baselinePx: nameBaselinePx + 3 });
    if (nameAfter) endPx = add(nameAfter, endPx + 1);
    return endPx;
  }
}
