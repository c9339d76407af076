/**
 * An engine small enough to reason about: one number that every act and every tick changes. It keeps
 * the promises of the real one: pure, hashable, restorable.
 */

import { hashString } from "../../../src/kernel/hash.ts";
import { failure, type Result, success } from "../../../src/kernel/result.ts";
import { isDirection } from "../../../src/scenario/contract/direction.ts";
import type { Report } from "../../../src/scoring/report.ts";
import type { CaseBriefing, CaseFact } from "../../../src/session/contract/protocol.ts";
import type { CaseEntry, EngineCase } from "../../../src/session/engine.ts";
import { isDirectorAction } from "../../../src/world/contract/actions.ts";
import { signalIndex } from "../../../src/world/contract/signals.ts";

export interface FakeSetup {
  readonly seed: number;
  readonly endTick: number;
}

const BRIEFING: CaseBriefing = {
  scenarioTitle: "A case for tests",
  briefing: "Nothing happens unless you do it.",
  mode: "practice",
  seed: 1,
  patientSummary: "75 kg",
  bodySurfaceM2: 1.91,
  reservoirCapacityMl: 4000,
  drugs: [],
  reservoirMinimumMl: 200,
};

const FLOW = signalIndex("circuit.arterialFlowDisplayedLpm");
const TRUE_FLOW = signalIndex("circuit.arterialFlowTrueLpm");
const PROBE = signalIndex("circuit.flowProbeValid");
const MAP = signalIndex("patient.arterialPressureMeanMmHg");
const NIRS = signalIndex("patient.nirsLeftFraction");
const BASELINE = signalIndex("patient.nirsBaselineFraction");
const RESERVOIR = signalIndex("circuit.reservoirVolumeMl");

export function createCase(setup: unknown): Result<EngineCase> {
  const { seed, endTick } = setup as FakeSetup;
  if (typeof seed !== "number") {
    return failure({ code: "case.setup", place: "seed", sentence: "The seed is missing." });
  }
  let tick = 0;
  let state = seed;
  const report = (): Report => ({
    formatVersion: 1,
    scenarioId: "fake",
    variant: "a",
    seed,
    mode: "practice",
    outcome: "notMet",
    because: ["Nothing was done."],
    onsetTick: 250,
    endTick: tick,
    endReason: "timeUp",
    pointsFraction: 0,
    marks: [],
    criticalFails: [],
    measures: [],
    questions: [],
  });
  return success({
    briefing: BRIEFING,
    tick: () => tick,
    step(entries: readonly CaseEntry[]): readonly CaseFact[] {
      const facts: CaseFact[] = [];
      for (const { action } of entries) {
        state = (Math.imul(state, 31) + JSON.stringify(action).length) >>> 0;
        if (
          action.type !== "fault.inject" &&
          action.type !== "fault.clear" &&
          !isDirection(action) &&
          !isDirectorAction(action)
        ) {
          facts.push({ type: "accepted", tick, action });
        }
      }
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      tick++;
      return facts;
    },
    readings(into: Float64Array) {
      into.fill(0);
      const share = state / 4294967296;
      into[PROBE] = 1;
      into[FLOW] = 4.5 + 0.1 * share;
      into[TRUE_FLOW] = into[FLOW];
      into[MAP] = 64 + 2 * share;
      into[NIRS] = 0.66;
      into[BASELINE] = 0.68;
      into[RESERVOIR] = 800;
    },
    hashHex: () => hashString(`${tick} ${state}`),
    snapshot: () => new Uint8Array(new Float64Array([tick, state]).buffer),
    restore(bytes: Uint8Array) {
      [tick, state] = new Float64Array(bytes.slice().buffer) as unknown as [number, number];
    },
    ended: () => tick >= endTick,
    report,
  });
}
