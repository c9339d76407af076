/**
 * Picks what the monitor shows out of a frame of readings, in the units it shows them in. Pure, so
 * that what a trainee is told can be tested without a canvas.
 */
import type { AlarmId, AlarmPriority } from "../world/contract/alarms.ts";
import { ALARMS } from "../world/contract/alarms.ts";
import type { Rhythm } from "../world/contract/ids.ts";
import { enumReading, signalIndex } from "../world/contract/signals.ts";

/** Below this pulse pressure a finger sensor finds no pulse (set by us). */
const PULSE_PRESSURE_MIN_MMHG = 15;

export interface AlarmMark {
  readonly priority: AlarmPriority;
  readonly acknowledged: boolean;
}

export interface MonitorReadings {
  readonly rhythm: Rhythm;
  readonly heartRatePerMin: number | null;
  readonly mapMmHg: number;
  readonly systolicMmHg: number;
  readonly diastolicMmHg: number;
  readonly cvpMmHg: number;
  readonly spo2Percent: number | null;
  readonly bis: number;
  readonly nirsLeftPercent: number;
  readonly nirsRightPercent: number;
  readonly nirsBaselinePercent: number;
  readonly nirsLeftChangePercent: number | null;
  readonly nirsRightChangePercent: number | null;
  readonly nasopharyngealC: number;
  readonly bladderC: number;
  readonly svo2Percent: number;
  readonly svo2HasFlow: boolean;
  readonly sao2Percent: number;
  readonly flowLpm: number | null;
  readonly flowIndex: number;
  readonly oxygenDeliveryIndex: number;
  readonly map: AlarmMark | null;
  readonly mapIsLow: boolean;
  readonly cvp: AlarmMark | null;
  readonly nirs: AlarmMark | null;
  readonly svo2: AlarmMark | null;
  /** One alarm stands for flow index and oxygen delivery. */
  readonly index: AlarmMark | null;
}

function alarmMark(readings: ArrayLike<number>, id: AlarmId): AlarmMark | null {
  if (readings[signalIndex(`alarm.${id}.active`)] !== 1) return null;
  const definition = ALARMS.find((alarm) => alarm.id === id);
  const acknowledged = readings[signalIndex(`alarm.${id}.acknowledged`)] === 1;
  return { priority: definition?.priority ?? "high", acknowledged };
}

/** Change from baseline in percent of the baseline, as cerebral oximeters give it. */
function changePercent(nowFraction: number, baselineFraction: number): number | null {
  return baselineFraction > 0 ? ((nowFraction - baselineFraction) / baselineFraction) * 100 : null;
}

/** Counted where the heart beats; nothing can be counted in a fibrillating one. */
function heartRate(rhythm: Rhythm, ratePerMin: number): number | null {
  return rhythm === "ventricularFibrillation" ? null : Math.round(ratePerMin);
}

export function readMonitor(readings: ArrayLike<number>): MonitorReadings {
  const of = (id: string): number => readings[signalIndex(id)] as number;
  const rhythm = enumReading(readings, "patient.rhythm") as Rhythm;
  const systolicMmHg = of("patient.arterialPressureSystolicMmHg");
  const diastolicMmHg = of("patient.arterialPressureDiastolicMmHg");
  const sao2Percent = of("circuit.arterialSaturationDisplayedFraction") * 100;
  const isBeating = rhythm === "sinus" || rhythm === "paced";
  const hasPulse = isBeating && systolicMmHg - diastolicMmHg >= PULSE_PRESSURE_MIN_MMHG;
  const left = of("patient.nirsLeftFraction");
  const right = of("patient.nirsRightFraction");
  const baseline = of("patient.nirsBaselineFraction");
  const mapLow = alarmMark(readings, "mapLow");
  return {
    rhythm,
    heartRatePerMin: heartRate(rhythm, of("patient.heartRatePerMin")),
    mapMmHg: of("patient.arterialPressureMeanMmHg"),
    systolicMmHg,
    diastolicMmHg,
    cvpMmHg: of("patient.centralVenousPressureMmHg"),
    spo2Percent: hasPulse ? sao2Percent : null,
    bis: of("patient.bisFraction") * 100,
    nirsLeftPercent: left * 100,
    nirsRightPercent: right * 100,
    nirsBaselinePercent: baseline * 100,
    nirsLeftChangePercent: changePercent(left, baseline),
    nirsRightChangePercent: changePercent(right, baseline),
    nasopharyngealC: of("patient.nasopharyngealC"),
    bladderC: of("patient.bladderC"),
    svo2Percent: of("circuit.venousSaturationDisplayedFraction") * 100,
    svo2HasFlow: of("circuit.venousSensorFlow") === 1,
    sao2Percent,
    flowLpm: of("circuit.flowProbeValid") === 1 ? of("circuit.arterialFlowDisplayedLpm") : null,
    flowIndex: of("circuit.flowIndexLpmPerM2"),
    oxygenDeliveryIndex: of("circuit.oxygenDeliveryIndexMlPerMinPerM2"),
    map: mapLow ?? alarmMark(readings, "mapHigh"),
    mapIsLow: mapLow !== null,
    cvp: alarmMark(readings, "cvpHigh"),
    nirs: alarmMark(readings, "nirsLow"),
    svo2: alarmMark(readings, "svo2Low"),
    index: alarmMark(readings, "indexLow"),
  };
}

/** One alarm stands for both sides: marks those beyond the limit, or both when it is neither's now. */
export function nirsSides(
  now: MonitorReadings,
  dropFraction: number,
): { readonly left: AlarmMark | null; readonly right: AlarmMark | null } {
  const isBeyond = (change: number | null): boolean =>
    change !== null && change <= -dropFraction * 100;
  const left = isBeyond(now.nirsLeftChangePercent);
  const right = isBeyond(now.nirsRightChangePercent);
  return { left: left || !right ? now.nirs : null, right: right || !left ? now.nirs : null };
}

export const RHYTHM_WORDS: Readonly<Record<Rhythm, string>> = {
  arrested: "Arrested",
  ventricularFibrillation: "VF",
  sinus: "Sinus",
  paced: "Paced",
};
