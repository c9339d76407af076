/**
 * A pressure row: scale, trace, numeral, limits, and the frame when it is in alarm. Arterial and
 * central venous pressure differ in layout, ladder and colour only.
 */
import { type Container, Graphics, Container as Layer } from "pixi.js";
import type { ColourToken } from "../tokens/colours.ts";
import { AlarmBadge } from "./alarmBadge.ts";
import type { Label } from "./label.ts";
import type { LabelBook } from "./labelBook.ts";
import type { AlarmMark } from "./monitorReadings.ts";
import { PressureScale } from "./pressureScale.ts";
import { SampleQueue } from "./sampleQueue.ts";
import type { PressurePlace, StripLayout } from "./stripLayout.ts";
import { TraceRow } from "./traceRow.ts";

export interface PressureRowDesign extends PressurePlace {
  readonly colour: ColourToken;
  readonly title: string;
  readonly ladderMmHg: readonly number[];
  /** Shares of the scale that get a line and a number. */
  readonly gridShares: readonly number[];
}

export interface PressureText {
  readonly value: string;
  readonly foot: string;
  readonly limits: string;
}

export class PressureRow {
  readonly samples = new SampleQueue();
  private readonly layout: StripLayout;
  private readonly design: PressureRowDesign;
  private readonly scale: PressureScale;
  private readonly trace: TraceRow;
  private readonly scaleLabels: Label[];
  private readonly title: Label;
  private readonly value: Label;
  private readonly foot: Label;
  private readonly limits: Label;
  private readonly badge: AlarmBadge;

  constructor(parent: Container, book: LabelBook, layout: StripLayout, design: PressureRowDesign) {
    this.layout = layout;
    const { colour, lane, frame } = design;
    this.design = design;
    this.scale = new PressureScale(design.ladderMmHg, lane);
    this.scaleLabels = this.addScale(parent, book);
    this.trace = new TraceRow(parent, layout.trace, colour, lane, (mmHg) => this.scale.yOf(mmHg));
    const cell = new Layer();
    parent.addChild(cell);
    const right = { rightPx: this.layout.edge.right, weight: "600", colour } as const;
    const baselinePx = design.footBaselinePx;
    this.title = book.add(cell, {
      ...right,
      text: design.title,
      baselinePx: design.titleBaselinePx,
      sizePx: 13,
    });
    this.value = book.add(cell, {
      ...right,
      baselinePx: design.valueBaselinePx,
      sizePx: design.valueSizePx,
    });
    this.foot = book.add(cell, { ...right, baselinePx, sizePx: 15 });
    const leftPx = design.limitsLeftPx;
    this.limits = book.add(cell, { leftPx, baselinePx, sizePx: 13, weight: "500", colour: "t3" });
    const centre = { xPx: frame.leftPx + 14, yPx: frame.topPx + 14 };
    this.badge = new AlarmBadge(cell, frame, centre);
  }

  clear(): void {
    this.trace.buffer.clear();
    this.samples.clear();
  }

  sweep(simS: number): void {
    this.trace.buffer.drawTo(simS, (atS) => this.samples.at(atS));
    if (this.scale.fit(this.trace.buffer.maximum())) this.writeScale();
    this.trace.draw();
  }

  write(text: PressureText, mark: AlarmMark | null): void {
    this.value.set(text.value);
    this.foot.set(text.foot);
    this.limits.set(text.limits);
    this.placeLimits(mark);
    const isHigh = mark?.priority === "high";
    this.title.paint(isHigh ? "white" : this.design.colour);
    this.value.paint(isHigh ? "white" : this.design.colour, mark === null ? "600" : "700");
    this.foot.paint(isHigh ? "white" : this.design.colour);
    this.limits.paint(mark === null ? "t3" : isHigh ? "white" : "med");
  }

  flash(mark: AlarmMark | null, pageTimeMs: number, reducedMotion: boolean): boolean {
    return this.badge.update(mark, pageTimeMs, reducedMotion);
  }

  /** Three-digit pressures leave no room beside them: the limits move up, clear of the alarm shape. */
  private placeLimits(mark: AlarmMark | null): void {
    const { limitsLeftPx, limitsBaselinePx, footBaselinePx, titleBaselinePx, frame } = this.design;
    if (limitsBaselinePx !== footBaselinePx) {
      this.limits.moveTo(this.layout.edge.right - this.limits.widthPx, limitsBaselinePx);
      return;
    }
    if (this.layout.edge.right - this.foot.widthPx > limitsLeftPx + this.limits.widthPx + 4) {
      this.limits.moveTo(limitsLeftPx, footBaselinePx);
    } else {
      this.limits.moveTo(mark === null ? limitsLeftPx : frame.leftPx + 25, titleBaselinePx);
    }
  }

  private addScale(parent: Container, book: LabelBook): Label[] {
    const grid = new Graphics();
    const { lane, gridShares } = this.design;
    const labels = gridShares.map((share) => {
      const y = Math.round(lane.bottomPx - share * (lane.bottomPx - lane.topPx));
      grid
        .rect(this.layout.trace.leftPx, y, this.layout.trace.widthPx, 1)
        .fill({ color: "#fff", alpha: 0.07 });
      const baselinePx = y + 4;
      const leftPx = this.layout.edge.labelLeft;
      return book.add(parent, { leftPx, baselinePx, sizePx: 12, weight: "500", colour: "t3" });
    });
    parent.addChild(grid);
    this.writeScale(labels);
    return labels;
  }

  private writeScale(labels: readonly Label[] = this.scaleLabels): void {
    for (const [index, label] of labels.entries()) {
      const share = this.design.gridShares[index] as number;
      label.set(String(Math.round(this.scale.topMmHg * share)));
    }
  }
}
