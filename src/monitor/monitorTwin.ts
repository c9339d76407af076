/**
 * The monitor as text: a group that screen readers and tests can read, next to the canvas that they
 * cannot. Once a second at most, and only lines that changed; it is not a live region.
 */
import type { MonitorLimits } from "./limits.ts";
import {
  type AlarmMark,
  type MonitorReadings,
  nirsSides,
  RHYTHM_WORDS,
} from "./monitorReadings.ts";
import { numberText } from "./numberText.ts";

function alarmWords(mark: AlarmMark | null, word: string): string {
  if (mark === null) return "";
  return `, ${mark.priority} priority alarm: ${word}${mark.acknowledged ? ", acknowledged" : ""}`;
}

const spoken = (value: number | null, unit: string, decimals = 0): string =>
  value === null ? "no value" : `${numberText(value, decimals)}${unit}`;

function heartWords(now: MonitorReadings): string {
  const word =
    now.rhythm === "ventricularFibrillation"
      ? "ventricular fibrillation"
      : RHYTHM_WORDS[now.rhythm];
  return `Heart rate ${spoken(now.heartRatePerMin, " per min")}, ${word}`;
}

/** One line of text for each numeral of the strip, in its order. */
export function monitorLines(now: MonitorReadings, limits: MonitorLimits): readonly string[] {
  const mapAlarm = alarmWords(now.map, now.mapIsLow ? "low" : "high");
  const sides = nirsSides(now, limits.nirsDropFraction);
  const nirs = (side: "left" | "right", value: number, change: number | null): string =>
    `NIRS ${side} ${spoken(value, " %")}, baseline ${spoken(now.nirsBaselinePercent, " %")}, ` +
    `change ${spoken(change, " %")}, limit ${numberText(-limits.nirsDropFraction * 100)} %` +
    alarmWords(sides[side], "low");
  const svo2Limit = `limit ${numberText(limits.svo2MinFraction * 100)} %`;
  return [
    heartWords(now),
    `MAP ${spoken(now.mapMmHg, " mmHg")}, limits ${limits.mapMinMmHg} to ${limits.mapMaxMmHg}${mapAlarm}`,
    `ABP ${numberText(now.systolicMmHg)}/${numberText(now.diastolicMmHg)} mmHg`,
    `CVP ${spoken(now.cvpMmHg, " mmHg")}, limit ${limits.cvpMaxMmHg}${alarmWords(now.cvp, "high")}`,
    now.spo2Percent === null ? "SpO2 no pulse" : `SpO2 ${spoken(now.spo2Percent, " %")}`,
    `BIS ${spoken(now.bis, "")}`,
    nirs("left", now.nirsLeftPercent, now.nirsLeftChangePercent),
    nirs("right", now.nirsRightPercent, now.nirsRightChangePercent),
    `Nasopharyngeal ${spoken(now.nasopharyngealC, " °C", 1)}`,
    `Bladder ${spoken(now.bladderC, " °C", 1)}`,
    `SvO2 ${spoken(now.svo2Percent, " %")}, ${now.svo2HasFlow ? svo2Limit : "no flow past the sensor"}` +
      alarmWords(now.svo2, "low"),
    `SaO2 ${spoken(now.sao2Percent, " %")}`,
    now.flowLpm === null
      ? "Arterial flow no signal"
      : `Arterial flow ${spoken(now.flowLpm, " L/min", 1)}`,
  ];
}

const HIDDEN: Readonly<Record<string, string>> = {
  position: "absolute",
  left: "0",
  top: "0",
  width: "1px",
  height: "1px",
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
};

export class MonitorTwin {
  private readonly group: HTMLElement;
  private readonly lines: HTMLElement[] = [];

  constructor(host: HTMLElement) {
    this.group = document.createElement("div");
    this.group.setAttribute("role", "group");
    this.group.setAttribute("aria-label", "Patient monitor");
    Object.assign(this.group.style, HIDDEN);
    host.append(this.group);
  }

  write(texts: readonly string[]): void {
    for (const [index, text] of texts.entries()) {
      let line = this.lines[index];
      if (line === undefined) {
        line = document.createElement("p");
        this.lines.push(line);
        this.group.append(line);
      }
      if (line.textContent !== text) line.textContent = text;
    }
  }

  remove(): void {
    this.group.remove();
  }
}
