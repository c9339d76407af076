/** Mean pressure, flow and cerebral saturation over the last 20 minutes, with their limits as bands. */
import { type Container, Graphics } from "pixi.js";
import { COLOURS, type ColourToken } from "../tokens/colours.ts";
import { signalIndex } from "../world/contract/signals.ts";
import type { Label } from "./label.ts";
import type { LabelBook } from "./labelBook.ts";
import type { MonitorLimits } from "./limits.ts";
import { MINUS, numberText } from "./numberText.ts";
import type { StripLayout } from "./stripLayout.ts";
import { TREND_MINUTES, TrendHistory } from "./trendHistory.ts";

const MAP = signalIndex("patient.arterialPressureMeanMmHg");
const FLOW = signalIndex("circuit.arterialFlowDisplayedLpm");
const FLOW_VALID = signalIndex("circuit.flowProbeValid");
const NIRS_LEFT = signalIndex("patient.nirsLeftFraction");
const NIRS_RIGHT = signalIndex("patient.nirsRightFraction");

interface TrendRow {
  readonly title: string;
  readonly colour: ColourToken;
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
}

const ROWS: readonly TrendRow[] = [
  { title: "MAP", colour: "abp", min: 0, max: 100, decimals: 0 },
  { title: "Flow", colour: "tmp", min: 0, max: 6, decimals: 1 },
  { title: "NIRS", colour: "nirs", min: 30, max: 90, decimals: 0 },
];

export class TrendPanel {
  private readonly place: NonNullable<StripLayout["trend"]>;
  private readonly history: TrendHistory;
  private readonly lines = new Graphics();
  private readonly values: readonly Label[];
  private readonly latest = [Number.NaN, Number.NaN, Number.NaN];

  constructor(
    parent: Container,
    book: LabelBook,
    limits: MonitorLimits,
    { edge }: StripLayout,
    place: NonNullable<StripLayout["trend"]>,
  ) {
    this.place = place;
    this.history = new TrendHistory(place.widthPx, ROWS.length);
    parent.addChild(this.backdrop(limits));
    parent.addChild(this.lines);
    this.values = ROWS.map((row, index) => {
      const middlePx = (this.place.rowTopsPx[index] as number) + this.place.rowHeightPx / 2;
      const { colour, title: text } = row;
      const baselinePx = middlePx + 5;
      const leftPx = edge.labelLeft;
      book.add(parent, { text, leftPx, baselinePx, sizePx: 12.5, weight: "600", colour });
      const rightPx = edge.right;
      return book.add(parent, { rightPx, baselinePx, sizePx: 17, weight: "600", colour });
    });
    const axis = {
      baselinePx: this.place.axisBaselinePx,
      sizePx: 12,
      weight: "500",
      colour: "t3",
    } as const;
    book.add(parent, { ...axis, leftPx: this.place.leftPx, text: `${MINUS}${TREND_MINUTES} min` });
    book.add(parent, { ...axis, rightPx: this.place.leftPx + this.place.widthPx, text: "now" });
  }

  /** Keeps the values of a frame; cheap enough for every one, drawn or not. */
  sample(simS: number, readings: ArrayLike<number>): void {
    const of = (index: number): number => readings[index] as number;
    this.latest[0] = of(MAP);
    this.latest[1] = of(FLOW_VALID) === 1 ? of(FLOW) : Number.NaN;
    this.latest[2] = Math.min(of(NIRS_LEFT), of(NIRS_RIGHT)) * 100;
    this.history.record(simS, this.latest);
  }

  write(): void {
    for (const [index, label] of this.values.entries()) {
      label.set(numberText(this.latest[index] as number, (ROWS[index] as TrendRow).decimals));
    }
    this.draw();
  }

  private yOf(rowIndex: number, value: number): number {
    const { min, max } = ROWS[rowIndex] as TrendRow;
    const share = Math.min(1, Math.max(0, (value - min) / (max - min)));
    return (this.place.rowTopsPx[rowIndex] as number) + (1 - share) * this.place.rowHeightPx;
  }

  private backdrop(limits: MonitorLimits): Graphics {
    const sheet = new Graphics();
    const top = this.yOf(0, limits.mapMaxMmHg);
    const heightPx = this.yOf(0, limits.mapMinMmHg) - top;
    sheet
      .rect(this.place.leftPx, top, this.place.widthPx, heightPx)
      .fill({ color: "#fff", alpha: 0.06 });
    for (const top of this.place.rowTopsPx) {
      sheet.rect(this.place.leftPx, top + this.place.rowHeightPx + 3, this.place.widthPx, 1);
    }
    return sheet.fill("#2e2b29");
  }

  private draw(): void {
    const lines = this.lines.clear();
    const rightPx = this.place.leftPx + this.place.widthPx;
    for (const [index, row] of ROWS.entries()) {
      let isDown = false;
      let x = rightPx;
      for (let back = 0; back < this.place.widthPx; back++) {
        const value = this.history.at(index, back);
        x = rightPx - back;
        if (Number.isNaN(value)) {
          isDown = false;
          continue;
        }
        const y = this.yOf(index, value);
        if (isDown) lines.lineTo(x, y);
        else lines.moveTo(x, y);
        isDown = true;
      }
      lines.stroke({ width: 1.5, color: COLOURS[row.colour], join: "round", cap: "round" });
    }
  }
}
