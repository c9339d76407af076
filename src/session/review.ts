/**
 * One verified run through a whole recording, collecting what a debrief needs: trends, facts and the
 * report. A host drives it in slices so that it can show progress.
 */
import type { Problem } from "../kernel/result.ts";
import { QUANTITIES } from "../world/contract/record.ts";
import { SIGNAL_COUNT, signalIndex } from "../world/contract/signals.ts";
import type { CaseFact, Trends } from "./contract/protocol.ts";
import type { Replay } from "./replay.ts";

/** 0.2 s: fine enough to see a clamp, small enough for a 90 min case. */
export const TREND_EVERY_TICKS = 10;

const PLOTTED = [
  "circuit.arterialFlowTrueLpm",
  "circuit.arterialFlowDisplayedLpm",
  "patient.arterialPressureMeanMmHg",
  "patient.nirsLeftFraction",
  "patient.nirsBaselineFraction",
  "circuit.reservoirVolumeMl",
  "water.setPointC",
];
/** What a perfusion record can be compared with. */
const RECORDED = Object.values(QUANTITIES).flatMap(({ shown, truth }) =>
  truth === undefined ? [shown] : [shown, truth],
);
export const TREND_SIGNALS: readonly string[] = [...new Set([...PLOTTED, ...RECORDED])];

export interface ReviewRun {
  isDone(): boolean;
  /** Goes on for some ticks; a problem when a checkpoint differs. */
  advance(ticks: number): Problem | undefined;
  trends(): Trends;
  facts(): readonly CaseFact[];
}

export function createReviewRun(replay: Replay): ReviewRun {
  const sampleCount = Math.floor(replay.endTick / TREND_EVERY_TICKS) + 1;
  const columns = TREND_SIGNALS.map(() => new Float64Array(sampleCount));
  const indices = TREND_SIGNALS.map((id) => signalIndex(id));
  const readings = new Float64Array(SIGNAL_COUNT);
  const facts: CaseFact[] = [];

  const sample = () => {
    const tick = replay.tick();
    if (tick % TREND_EVERY_TICKS !== 0) return;
    replay.engineCase.readings(readings);
    indices.forEach((signal, column) => {
      columns[column][tick / TREND_EVERY_TICKS] = readings[signal];
    });
  };
  sample();

  return {
    isDone: () => replay.tick() >= replay.endTick,
    advance(ticks) {
      const target = Math.min(replay.endTick, replay.tick() + ticks);
      while (replay.tick() < target) {
        const problem = replay.step((fact) => facts.push(fact));
        if (problem !== undefined) return problem;
        sample();
      }
      return undefined;
    },
    trends: () => ({ everyTicks: TREND_EVERY_TICKS, signals: TREND_SIGNALS, columns }),
    facts: () => facts,
  };
}
