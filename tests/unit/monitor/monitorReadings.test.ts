/** What a trainee is told, from readings: numbers with their signs, limits, alarms, and their words. */
import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/monitor/limits.ts";
import { readMonitor } from "../../../src/monitor/monitorReadings.ts";
import { monitorLines } from "../../../src/monitor/monitorTwin.ts";
import { changeText, MISSING, numberText } from "../../../src/monitor/numberText.ts";
import { RHYTHMS } from "../../../src/world/contract/ids.ts";
import { SIGNAL_COUNT, SIGNALS, signalIndex } from "../../../src/world/contract/signals.ts";

function readings(values: Readonly<Record<string, number>> = {}): Float64Array {
  const all = new Float64Array(SIGNAL_COUNT);
  const start = {
    "patient.arterialPressureMeanMmHg": 65.2,
    "patient.arterialPressureSystolicMmHg": 67,
    "patient.arterialPressureDiastolicMmHg": 63,
    "patient.centralVenousPressureMmHg": 3,
    "patient.nirsLeftFraction": 0.66,
    "patient.nirsRightFraction": 0.5,
    "patient.nirsBaselineFraction": 0.68,
    "patient.nasopharyngealC": 34.14,
    "patient.bladderC": 34.8,
    "patient.bisFraction": 0.44,
    "circuit.venousSaturationDisplayedFraction": 0.68,
    "circuit.venousSensorFlow": 1,
    "circuit.arterialSaturationDisplayedFraction": 0.99,
    "circuit.flowProbeValid": 1,
    "circuit.arterialFlowDisplayedLpm": 4.6,
    ...values,
  };
  for (const [id, value] of Object.entries(start)) all[signalIndex(id)] = value;
  return all;
}
const lines = (values: Readonly<Record<string, number>> = {}): string =>
  monitorLines(readMonitor(readings(values)), DEFAULT_LIMITS).join("\n");

describe("numbers", () => {
  test("the minus is a minus, and nought has no sign", () => {
    expect(numberText(-3)).toBe("\u22123");
    expect(numberText(-0.04, 1)).toBe("0.0");
    expect(changeText(0.2, 1)).toBe("+0.2");
    expect(changeText(-0.2, 1)).toBe("\u22120.2");
    expect(changeText(0)).toBe("0");
  });
  test("a missing value is two dashes", () => {
    expect(numberText(null)).toBe(MISSING);
    expect(numberText(Number.NaN)).toBe(MISSING);
  });
});

describe("text twin", () => {
  test("gives every numeral with unit and limits", () => {
    const text = lines();
    expect(text).toContain("MAP 65 mmHg, limits 50 to 80");
    expect(text).toContain("ABP 67/63 mmHg");
    expect(text).toContain("CVP 3 mmHg, limit 15");
    expect(text).toContain("NIRS left 66 %, baseline 68 %, change \u22123 %, limit \u221220 %");
    expect(text).toContain("SvO2 68 %, limit 60 %");
    expect(text).toContain("Nasopharyngeal 34.1 °C");
    expect(text).toContain("Arterial flow 4.6 L/min");
  });

  test("says an alarm with its priority", () => {
    expect(lines({ "alarm.mapLow.active": 1 })).toContain("high priority alarm: low");
    expect(lines({ "alarm.mapHigh.active": 1 })).toContain("medium priority alarm: high");
    const known = lines({ "alarm.svo2Low.active": 1, "alarm.svo2Low.acknowledged": 1 });
    expect(known).toContain("medium priority alarm: low, acknowledged");
  });

  test("says which side of the brain is low, or both when it cannot tell", () => {
    const sides = (leftFraction: number): string[] =>
      lines({ "alarm.nirsLow.active": 1, "patient.nirsLeftFraction": leftFraction })
        .split("\n")
        .filter((line) => line.startsWith("NIRS") && line.includes("alarm"))
        .map((line) => line.slice(5, 10).trim());
    expect(sides(0.66)).toEqual(["right"]); // the right one is 26 % down throughout
    expect(sides(0.4)).toEqual(["left", "right"]);
    const recovered = lines({ "alarm.nirsLow.active": 1, "patient.nirsRightFraction": 0.6 });
    expect(recovered.match(/priority alarm: low/g)).toHaveLength(2);
  });

  test("does not pretend: no pulse, no flow past the sensor, no probe", () => {
    const text = lines({ "circuit.venousSensorFlow": 0, "circuit.flowProbeValid": 0 });
    expect(text).toContain("SpO2 no pulse");
    expect(text).toContain("SvO2 68 %, no flow past the sensor");
    expect(text).toContain("Arterial flow no signal");
  });
});

describe("rhythm", () => {
  const rhythm = (name: (typeof RHYTHMS)[number]) => ({ "patient.rhythm": RHYTHMS.indexOf(name) });
  test("an arrested heart has rate 0, a fibrillating one none", () => {
    expect(readMonitor(readings(rhythm("arrested"))).heartRatePerMin).toBe(0);
    expect(readMonitor(readings(rhythm("ventricularFibrillation"))).heartRatePerMin).toBeNull();
    const beating = { ...rhythm("sinus"), "patient.heartRatePerMin": 91.6 };
    expect(readMonitor(readings(beating)).heartRatePerMin).toBe(92);
  });
  test("a finger pulse needs a beating heart that ejects", () => {
    const ejecting = { "patient.arterialPressureSystolicMmHg": 95 };
    expect(readMonitor(readings(rhythm("sinus"))).spo2Percent).toBeNull();
    expect(readMonitor(readings({ ...rhythm("sinus"), ...ejecting })).spo2Percent).toBeCloseTo(99);
    expect(readMonitor(readings({ ...rhythm("arrested"), ...ejecting })).spo2Percent).toBeNull();
  });
});

test("a monitor shows trainee signals only", async () => {
  const { readdirSync, readFileSync } = await import("node:fs");
  const room = new URL("../../../src/monitor/", import.meta.url);
  const source = readdirSync(room).map((file) => readFileSync(new URL(file, room), "utf8"));
  const named = SIGNALS.filter(({ id }) => source.some((text) => text.includes(`"${id}"`)));
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter(({ audience }) => audience !== "trainee")).toEqual([]);
});
