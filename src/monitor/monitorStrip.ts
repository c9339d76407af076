/** The whole strip as one picture: rows, cells and trend, told what to show and asked to draw. */
import { Container } from "pixi.js";
import { signalIndex } from "../world/contract/signals.ts";
import { CellGrid } from "./cellGrid.ts";
import { EcgRow } from "./ecgRow.ts";
import { LabelBook } from "./labelBook.ts";
import type { MonitorLimits } from "./limits.ts";
import { type MonitorReadings, readMonitor } from "./monitorReadings.ts";
import { numberText } from "./numberText.ts";
import { PressureRow } from "./pressureRow.ts";
import { addChrome } from "./stripChrome.ts";
import type { StripLayout } from "./stripLayout.ts";
import { TemperatureRate } from "./temperatureRate.ts";
import { TrendPanel } from "./trendPanel.ts";

const ARTERIAL = signalIndex("patient.arterialPressureMmHg");
const BEAT = signalIndex("patient.beatFraction");
const RATE = signalIndex("patient.heartRatePerMin");
const VENOUS = signalIndex("patient.centralVenousPressureMmHg");
const NASOPHARYNGEAL = signalIndex("patient.nasopharyngealC");
const BLADDER = signalIndex("patient.bladderC");

export class MonitorStrip {
  readonly stage = new Container();
  private readonly book = new LabelBook();
  private readonly limits: MonitorLimits;
  readonly layout: StripLayout;
  private readonly ecg: EcgRow | undefined;
  private readonly abp: PressureRow;
  private readonly cvp: PressureRow;
  private readonly cells: CellGrid;
  private readonly trend: TrendPanel | undefined;
  private readonly nasopharyngeal = new TemperatureRate();
  private readonly bladder = new TemperatureRate();

  constructor(layout: StripLayout, patient: string, limits: MonitorLimits) {
    this.layout = layout;
    this.limits = limits;
    const { stage, book } = this;
    addChrome(stage, book, layout, patient);
    this.ecg = layout.ecg && new EcgRow(stage, book, layout, layout.ecg);
    this.abp = new PressureRow(stage, book, layout, {
      ...layout.abp,
      colour: "abp",
      title: "MAP",
      ladderMmHg: [120, 180, 240, 300],
      gridShares: [0, 0.5, 1],
    });
    this.cvp = new PressureRow(stage, book, layout, {
      ...layout.cvp,
      colour: "cvp",
      title: "CVP",
      ladderMmHg: [20, 40, 60],
      gridShares: [0, 1],
    });
    this.cells = new CellGrid(stage, book, limits, layout);
    this.trend = layout.trend && new TrendPanel(stage, book, limits, layout, layout.trend);
  }

  /** Device pixels per design pixel, and CSS pixels per design pixel. */
  setScale(density: number, cssPerDesign: number): void {
    this.stage.scale.set(cssPerDesign);
    this.book.setDensity(density);
  }

  /** Forgets the sweeps, as after a seek. */
  clear(): void {
    this.ecg?.clear();
    this.abp.clear();
    this.cvp.clear();
  }

  sample(simS: number, readings: ArrayLike<number>): void {
    this.ecg?.beats.push(simS, readings[BEAT] as number, readings[RATE] as number);
    this.abp.samples.push(simS, readings[ARTERIAL] as number);
    this.cvp.samples.push(simS, readings[VENOUS] as number);
    this.nasopharyngeal.record(simS, readings[NASOPHARYNGEAL] as number);
    this.bladder.record(simS, readings[BLADDER] as number);
    this.trend?.sample(simS, readings);
  }

  sweep(simS: number, now: MonitorReadings): void {
    this.ecg?.sweep(simS, now.rhythm);
    this.abp.sweep(simS);
    this.cvp.sweep(simS);
  }

  /** Writes every numeral; the caller keeps this at four times a second. */
  write(readings: ArrayLike<number>): MonitorReadings {
    const now = readMonitor(readings);
    this.ecg?.write(now);
    this.abp.write(this.mapText(now), now.map);
    const cvpLimit = `high ${this.limits.cvpMaxMmHg}`;
    this.cvp.write({ value: numberText(now.cvpMmHg), foot: "", limits: cvpLimit }, now.cvp);
    this.cells.write(now, {
      nasopharyngealPerMin: this.nasopharyngeal.perMinute(),
      bladderPerMin: this.bladder.perMinute(),
    });
    this.trend?.write();
    return now;
  }

  flash(now: MonitorReadings, pageTimeMs: number, reducedMotion: boolean): boolean {
    const rows = [
      this.abp.flash(now.map, pageTimeMs, reducedMotion),
      this.cvp.flash(now.cvp, pageTimeMs, reducedMotion),
      this.cells.flash(now, pageTimeMs, reducedMotion),
    ];
    return rows.includes(true);
  }

  private mapText(now: MonitorReadings) {
    const { mapMinMmHg: low, mapMaxMmHg: high } = this.limits;
    const crossed = now.mapIsLow ? `low ${low}` : `high ${high}`;
    return {
      value: numberText(now.mapMmHg),
      foot: `${numberText(now.systolicMmHg)}/${numberText(now.diastolicMmHg)}`,
      limits: now.map === null ? `${low}–${high}` : crossed,
    };
  }
}
