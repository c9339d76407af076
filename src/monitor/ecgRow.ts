/** Electrocardiogram: the drawn line, the rate, and the rhythm in a word. */
import type { Container } from "pixi.js";
import type { Rhythm } from "../world/contract/ids.ts";
import { BeatClock } from "./beatClock.ts";
import { ecgMv } from "./ecgWave.ts";
import type { Label } from "./label.ts";
import type { LabelBook } from "./labelBook.ts";
import { type MonitorReadings, RHYTHM_WORDS } from "./monitorReadings.ts";
import { numberText } from "./numberText.ts";
import type { StripLayout } from "./stripLayout.ts";
import { TraceRow } from "./traceRow.ts";

export class EcgRow {
  readonly beats = new BeatClock();
  private readonly trace: TraceRow;
  private readonly value: Label;
  private readonly word: Label;

  constructor(
    parent: Container,
    book: LabelBook,
    layout: StripLayout,
    place: NonNullable<StripLayout["ecg"]>,
  ) {
    const yOf = (mv: number): number => place.zeroPx - mv * place.pxPerMv;
    this.trace = new TraceRow(parent, layout.trace, "ecg", place.lane, yOf);
    const right = { rightPx: layout.edge.right, weight: "600", colour: "ecg" } as const;
    book.add(parent, { ...right, text: "HR", baselinePx: place.nameBaselinePx, sizePx: 13 });
    this.value = book.add(parent, {
      ...right,
      baselinePx: place.valueBaselinePx,
      sizePx: place.valueSizePx,
    });
    this.word = book.add(parent, {
      leftPx: place.wordLeftPx,
      baselinePx: place.valueBaselinePx,
      sizePx: 13,
      weight: "500",
      colour: "t2",
    });
  }

  clear(): void {
    this.trace.buffer.clear();
    this.beats.clear();
  }

  sweep(simS: number, rhythm: Rhythm): void {
    this.trace.buffer.drawTo(simS, (atS) => ecgMv(rhythm, atS, this.beats.at(atS)));
    this.trace.draw();
  }

  write(now: MonitorReadings): void {
    this.value.set(numberText(now.heartRatePerMin));
    this.word.set(RHYTHM_WORDS[now.rhythm]);
  }
}
