/** The numeric cells: the grid of six and the pair of circuit saturations under it. */
import type { Container } from "pixi.js";
import type { ColourToken } from "../tokens/colours.ts";
import type { LabelBook } from "./labelBook.ts";
import type { MonitorLimits } from "./limits.ts";
import { type AlarmMark, type MonitorReadings, nirsSides } from "./monitorReadings.ts";
import { changeText, MISSING, numberText } from "./numberText.ts";
import { type CellText, NumericCell, type NumericCellDesign } from "./numericCell.ts";
import { CELL, SATURATION } from "./stripLayout.ts";

export interface TemperatureRates {
  readonly nasopharyngealPerMin: number | null;
  readonly bladderPerMin: number | null;
}

type CellName = "spo2" | "bis" | "nirsLeft" | "nirsRight" | "naso" | "bladder" | "svo2" | "sao2";

interface CellOrder {
  readonly name: CellName;
  readonly row: number;
  readonly column: number;
  readonly colour: ColourToken;
  readonly title: string;
  readonly subscript?: string;
}

const CELLS: readonly CellOrder[] = [
  { name: "spo2", row: 0, column: 0, colour: "spo", title: "SpO", subscript: "2" },
  { name: "bis", row: 0, column: 1, colour: "tmp", title: "BIS" },
  { name: "nirsLeft", row: 1, column: 0, colour: "nirs", title: "NIRS L" },
  { name: "nirsRight", row: 1, column: 1, colour: "nirs", title: "NIRS R" },
  { name: "naso", row: 2, column: 0, colour: "tmp", title: "Nasoph." },
  { name: "bladder", row: 2, column: 1, colour: "tmp", title: "Bladder" },
  { name: "svo2", row: 3, column: 0, colour: "t1", title: "SvO", subscript: "2" },
  { name: "sao2", row: 3, column: 1, colour: "t1", title: "SaO", subscript: "2" },
];

function cellDesign({ row, column, colour, title, subscript, name }: CellOrder): NumericCellDesign {
  const isSaturation = row === CELL.topsPx.length;
  const leftPx = CELL.columnsPx[column] as number;
  const shared = {
    leftPx,
    colour,
    name: title,
    ...(subscript ? { subscript } : {}),
    labelLeftPx: CELL.labelLeftPx,
    ...(name === "naso" || name === "bladder" ? { footRightColour: "t3" as const } : {}),
  };
  const inset = CELL.frameInset;
  if (isSaturation) {
    return {
      ...shared,
      topPx: SATURATION.topPx,
      nameBaselinePx: SATURATION.nameBaselinePx,
      valueRightPx: SATURATION.valueRightPx,
      valueBaselinePx: SATURATION.valueBaselinePx,
      valueSizePx: 27,
      footBaselinePx: SATURATION.footBaselinePx,
      footRightPx: SATURATION.unitRightPx,
      footRightBaselinePx: SATURATION.valueBaselinePx,
      frame: { ...inset, heightPx: SATURATION.frameHeightPx },
    };
  }
  return {
    ...shared,
    topPx: CELL.topsPx[row] as number,
    nameBaselinePx: CELL.labelBaselinePx,
    valueRightPx: CELL.valueRightPx,
    valueBaselinePx: CELL.valueBaselinePx,
    valueSizePx: 44,
    footBaselinePx: CELL.footBaselinePx,
    footRightPx: CELL.valueRightPx,
    footRightBaselinePx: CELL.footBaselinePx,
    frame: inset,
  };
}

function nirsText(nowPercent: number, baselinePercent: number, change: number | null): CellText {
  return {
    value: numberText(nowPercent),
    foot: `base ${numberText(baselinePercent)} %`,
    footRight: change === null ? "" : `${changeText(change)} %`,
  };
}

function temperatureText(temperatureC: number, ratePerMin: number | null): CellText {
  const footRight = `rate ${ratePerMin === null ? MISSING : `${changeText(ratePerMin, 1)}/min`}`;
  return { value: numberText(temperatureC, 1), foot: "°C", footRight };
}

export class CellGrid {
  private readonly cells: ReadonlyMap<CellName, NumericCell>;
  private readonly limits: MonitorLimits;

  constructor(parent: Container, book: LabelBook, limits: MonitorLimits) {
    this.limits = limits;
    this.cells = new Map(
      CELLS.map((order) => [order.name, new NumericCell(parent, book, cellDesign(order))]),
    );
  }

  write(now: MonitorReadings, rates: TemperatureRates): void {
    const write = (name: CellName, text: CellText, mark: AlarmMark | null = null): void =>
      this.cells.get(name)?.write(text, mark);
    const spo2Foot = now.spo2Percent === null ? "no pulse" : "%";
    write("spo2", { value: numberText(now.spo2Percent), foot: spo2Foot });
    write("bis", { value: numberText(now.bis) });
    const base = now.nirsBaselinePercent;
    const { left, right } = nirsSides(now, this.limits.nirsDropFraction);
    write("nirsLeft", nirsText(now.nirsLeftPercent, base, now.nirsLeftChangePercent), left);
    write("nirsRight", nirsText(now.nirsRightPercent, base, now.nirsRightChangePercent), right);
    write("naso", temperatureText(now.nasopharyngealC, rates.nasopharyngealPerMin));
    write("bladder", temperatureText(now.bladderC, rates.bladderPerMin));
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
    };
    let changed = false;
    for (const [name, cell] of this.cells) {
      changed = cell.flash(marks[name] ?? null, pageTimeMs, reducedMotion) || changed;
    }
    return changed;
  }
}
