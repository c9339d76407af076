/** A feed that plays made-up readings, so that monitor and sound can be looked at without a world. */
import type { CaseFact, CaseFeed, Frame } from "../src/session/contract/protocol.ts";
import { SIGNAL_COUNT, signalIndex } from "../src/world/contract/signals.ts";

export interface FakeState {
  rpm: number;
  mapMmHg: number;
  rhythm: 0 | 1 | 2;
  alarm: boolean;
  alarmIds: readonly string[];
  acknowledged: boolean;
  nirs: number;
  svo2: number;
  flowLpm: number;
  cvp: number;
  speed: number;
  crank: boolean;
}

export function fakeFeed(state: FakeState): CaseFeed & { fact(fact: CaseFact): void; skip(s: number): void } {
  const frames = new Set<(frame: Frame) => void>();
  const facts = new Set<(fact: CaseFact) => void>();
  let tick = 0;
  let angle = 0;
  const make = (): Frame => {
    const readings = new Float64Array(SIGNAL_COUNT);
    const set = (id: string, value: number): void => {
      readings[signalIndex(id)] = value;
    };
    const s = tick / 50;
    const beat = (s / 0.8) % 1;
    const pulse = state.rhythm === 2 ? 22 * Math.exp(-((beat - 0.45) ** 2) / 0.02) : 0;
    const ripple = 2 * Math.sin(angle * 4 * Math.PI) + pulse;
    set("patient.arterialPressureMmHg", state.mapMmHg + ripple);
    set("patient.arterialPressureMeanMmHg", state.mapMmHg);
    set("patient.arterialPressureSystolicMmHg", state.mapMmHg + 2 + (pulse ? 20 : 0));
    set("patient.arterialPressureDiastolicMmHg", state.mapMmHg - 2);
    set("patient.centralVenousPressureMmHg", state.cvp + 0.4 * Math.sin(s * 1.4) + 0.2 * Math.sin(s * 7));
    set("patient.rhythm", state.rhythm);
    set("patient.nirsLeftFraction", state.nirs);
    set("patient.nirsRightFraction", state.nirs - 0.02);
    set("patient.nirsBaselineFraction", 0.68);
    set("patient.nasopharyngealC", 34.1 + s / 300);
    set("patient.bladderC", 34.8 - s / 900);
    set("patient.bisFraction", 0.44);
    set("circuit.venousSaturationDisplayedFraction", state.svo2);
    set("circuit.venousSensorFlow", state.flowLpm > 0.2 ? 1 : 0);
    set("circuit.arterialSaturationDisplayedFraction", 0.99);
    set("circuit.flowProbeValid", 1);
    set("circuit.arterialFlowDisplayedLpm", state.flowLpm);
    set("pump.arterial.carries", 1);
    set("pump.vent.carries", 2);
    set("pump.arterial.rotorRpm", state.rpm);
    set("pump.vent.rotorRpm", state.rpm > 0 ? 19 : 0);
    set("crank.place", state.crank ? 3 : 0);
    if (state.alarm) {
      for (const id of state.alarmIds) {
        set(`alarm.${id}.active`, 1);
        set(`alarm.${id}.acknowledged`, state.acknowledged ? 1 : 0);
      }
    }
    return { tick, readings };
  };
  let last = performance.now();
  setInterval(() => {
    const pageMs = performance.now();
    const ticks = Math.round(((pageMs - last) / 20) * state.speed);
    if (ticks < 1) return;
    last = pageMs;
    tick += ticks;
    angle += (state.rpm / 60) * ticks * 0.02;
    const frame = make();
    for (const listener of frames) listener(frame);
  }, 20);
  return {
    briefing: {
      scenarioTitle: "Fake",
      briefing: "",
      mode: "practice",
      seed: 1,
      patientSummary: "75 kg  175 cm  BSA 1.91 m²",
      bodySurfaceM2: 1.91,
      reservoirCapacityMl: 4000,
      reservoirMinimumMl: 200,
    },
    latest: make,
    onFrame(listener) {
      frames.add(listener);
      return () => frames.delete(listener);
    },
    onFact(listener) {
      facts.add(listener);
      return () => facts.delete(listener);
    },
    fact(fact) {
      for (const listener of facts) listener(fact);
    },
    skip(s) {
      for (let each = 0; each < s; each += 1) {
        tick += 50;
        const frame = make();
        for (const listener of frames) listener(frame);
      }
    },
  };
}
