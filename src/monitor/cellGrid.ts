/** The numeric cells: the grid of six and the pair of circuit saturations under it. */
import type { Container } from "pixi.js";
import type { ColourToken } from "../tokens/colours.ts";
import type { LabelBook } from "./labelBook.ts";
import type { MonitorLimits } from "./limits.ts";
import {
  type AlarmMark,
  type MonitorReadings,
  nirsSides,
  RHYTHM_WORDS,
} from "./monitorReadings.ts";
import { changeText, MISSING, numberText } from "./numberText.ts";
import { type CellText, NumericCell, type NumericCellDesign } from "./numericCell.ts";
import type { CellName, CellPlace, StripLayout } from "./stripLayout.ts";

export interface TemperatureRates {
  readonly nasopharyngealPerMin: number | null;
  readonly bladderPerMin: number | null;
}

interface CellOrder {
  readonly name: CellName;
  readonly colour: ColourToken;
  readonly title: string;
  readonly subscript?: string;
  readonly titleAfter?: string;
}

const CELLS: readonly CellOrder[] = [
  { name: "heart", colour: "ecg", title: "HR" },
  { name: "spo2", colour: "spo", title: "SpO", subscript: "2" },
  { name: "bis", colour: "tmp", title: "BIS" },
  { name: "nirsLeft", colour: "nirs", title: "NIRS L" },
  { name: "nirsRight", colour: "nirs", title: "NIRS R" },
  { name: "naso", colour: "tmp", title: "Nasoph." },
  { name: "bladder", colour: "tmp", title: "Bladder" },
  { name: "svo2", colour: "t1", title: "SvO", subscript: "2" },
  { name: "sao2", colour: "t1", title: "SaO", subscript: "2" },
  { name: "index", colour: "t1", title: "Index" },
  { name: "do2i", colour: "t1", title: "DO", subscript: "2", titleAfter: "i" },
];

function cellDesign(order: CellOrder, { leftPx, topPx, shape }: CellPlace): NumericCellDesign {
  const { colour, title, subscript, titleAfter, name } = order;
  return {
    ...shape,
    leftPx,
    topPx,
    colour,
    name: title,
    ...(subscript ? { subscript } : {}),
    ...(titleAfter ? { nameAfter: titleAfter } : {}),
    ...(name === "naso" || name === "bladder" ? { footRightColour: "t3" as const } : {}),
  };
}

function nirsText(
  nowPercent: number,
  baselinePercent: number,
  change: number | null,
  isNarrow: boolean,
): CellText {
  return {
    value: numberText(nowPercent),
    foot: `base ${numberText(baselinePercent)}${isNarrow ? "" : " %"}`,
    footRight: change === null ? "" : `${changeText(change)} %`,
  };
}

function temperatureText(
  temperatureC: number,
  ratePerMin: number | null,
  isNarrow: boolean,
): CellText {
  const rate = ratePerMin === null ? MISSING : `${changeText(ratePerMin, 1)}/min`;
  const footRight = isNarrow ? rate : `rate ${rate}`;
  return { value: numberText(temperatureC, 1), foot: "°C", footRight };
}

export class CellGrid {
  private readonly cells: ReadonlyMap<CellName, NumericCell>;
  private readonly limits: MonitorLimits;
  private readonly isNarrow: boolean;

  constructor(parent: Container, book: LabelBook, limits: MonitorLimits, layout: StripLayout) {
    this.limits = limits;
    this.isNarrow = layout.cellsAreNarrow;
    const cells = new Map<CellName, NumericCell>();
    for (const order of CELLS) {
      const place = layout.cells[order.name];
      if (place) cells.set(order.name, new NumericCell(parent, book, cellDesign(order, place)));
    }
    this.cells = cells;
  }

  write(now: MonitorReadings, rates: TemperatureRates): void {
    const write = (name: CellName, text: CellText, mark: AlarmMark | null = null): void =>
      this.cells.get(name)?.write(text, mark);
    const spo2Foot = now.spo2Percent === null ? "no pulse" : "%";
    write("spo2", { value: numberText(now.spo2Percent), foot: spo2Foot });
    write("heart", { value: numberText(now.heartRatePerMin), foot: RHYTHM_WORDS[now.rhythm] });
    write("bis", { value: numberText(now.bis) });
    write("index", { value: numberText(now.flowIndex, 2), foot: "L/min/m²" }, now.index);
    write("do2i", { value: numberText(now.oxygenDeliveryIndex), foot: "mL/min/m²" }, now.index);
    const base = now.nirsBaselinePercent;
    const { left, right } = nirsSides(now, this.limits.nirsDropFraction);
    write(
      "nirsLeft",
      nirsText(now.nirsLeftPercent, base, now.nirsLeftChangePercent, this.isNarrow),
      left,
    );
    write(
      "nirsRight",
      nirsText(now.nirsRightPercent, base, now.nirsRightChangePercent, this.isNarrow),
      right,
    );
    const narrow = this.isNarrow;
    write("naso", temperatureText(now.nasopharyngealC, rates.nasopharyngealPerMin, narrow));
    const bladder = temperatureText(now.bladderC, rates.bladderPerMin, narrow);
    write("bladder", narrow ? { value: bladder.value, foot: "°C" } : bladder);
    const svo2Foot = now.svo2HasFlow
      ? `low ${numberText(this.limits.svo2MinFraction * 100)}`
      : "no flow";
    write("svo2", { value: numberText(now.svo2Percent), foot: svo2Foot, footRight: "%" }, now.svo2);
    write("sao2", { value: numberText(now.sao2Percent), foot: "in line", footRight: "%" });
  }

  flash(now: MonitorReadings, pageTimeMs: number, reducedMotion: boolean): boolean {
    const { left, right } = nirsSides(now, this.limits.nirsDropFraction);
    const marks: Partial<Record<CellName, AlarmMark | null>> = {
      nirsLeft: left,
      nirsRight: right,
      svo2: now.svo2,
      index: now.index,
      do2i: now.index,
    };
    let changed = false;
    for (const [name, cell] of this.cells) {
      changed = cell.flash(marks[name] ?? null, pageTimeMs, reducedMotion) || changed;
    }
    return changed;
  }
}
