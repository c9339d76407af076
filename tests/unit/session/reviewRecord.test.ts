/** The perfusion record that a trainee kept, compared with what happened. */
import { describe, expect, test } from "vitest";
import type { CaseFact, Trends } from "../../../src/session/contract/protocol.ts";
import { reviewRecord } from "../../../src/session/record/reviewRecord.ts";
import { TREND_SIGNALS } from "../../../src/session/review.ts";
import {
  QUANTITIES,
  type RecordEvent,
  type RecordQuantity,
} from "../../../src/world/contract/record.ts";
import { findSignal } from "../../../src/world/contract/signals.ts";

const EVERY_TICKS = 50;
const tickOf = (seconds: number): number => seconds * 50;

/** Trends of a second's step in which each named signal follows a rule of the seconds; the others are 0. */
function trendsOf(endS: number, rules: Readonly<Record<string, (s: number) => number>>): Trends {
  const columns = TREND_SIGNALS.map((signal) =>
    Float64Array.from({ length: endS + 1 }, (_, second) => rules[signal]?.(second) ?? 0),
  );
  return { everyTicks: EVERY_TICKS, signals: TREND_SIGNALS, columns };
}

const STEADY = {
  "circuit.arterialFlowTrueLpm": () => 4.6,
  "circuit.arterialFlowDisplayedLpm": () => 4.6,
  "patient.arterialPressureMeanMmHg": () => 63,
  "water.setPointC": () => 34,
};

const wrote = (s: number, quantity: RecordQuantity, value: number): CaseFact => ({
  type: "accepted",
  tick: tickOf(s),
  action: { type: "record.value", quantity, value },
});
const stamped = (s: number, event: RecordEvent): CaseFact => ({
  type: "accepted",
  tick: tickOf(s),
  action: { type: "record.event", event },
});

const reviewed = (
  facts: readonly CaseFact[],
  endS = 240,
  rules: Parameters<typeof trendsOf>[1] = STEADY,
) => reviewRecord({ facts, trends: trendsOf(endS, rules), endTick: tickOf(endS), surfaceM2: 1.9 });

test("everything that can be written is a reading that exists, for the trainee to see", () => {
  for (const { shown, truth } of Object.values(QUANTITIES)) {
    expect(findSignal(shown)?.audience).toBe("trainee");
    if (truth !== undefined) expect(findSignal(truth)).toBeDefined();
  }
});

describe("readings", () => {
  test("near what was shown are right; further off they are wrong, with the true value beside them", () => {
    const [row] = reviewed([
      wrote(60, "arterialFlow", 4.5),
      wrote(60, "meanArterialPressure", 80),
    ]).rows;
    expect(row?.values).toMatchObject([
      { quantity: "arterialFlow", verdict: "right", isDisplayWrong: false },
      { quantity: "meanArterialPressure", verdict: "wrong", shownUnits: 63, truthUnits: 63 },
    ]);
  });

  test("copied from a display that was wrong are right, and the debrief says what was so", () => {
    const frozen = { ...STEADY, "circuit.arterialFlowTrueLpm": () => 2.1 };
    const [row] = reviewed([wrote(60, "arterialFlow", 4.6)], 240, frozen).rows;
    expect(row?.values[0]).toMatchObject({
      verdict: "right",
      isDisplayWrong: true,
      shownUnits: 4.6,
    });
    expect(row?.values[0]?.truthUnits).toBeCloseTo(2.1);
  });

  test("of blood before any result came have no ground", () => {
    const [row] = reviewed([wrote(60, "act", 480)]).rows;
    expect(row?.values[0]).toMatchObject({ verdict: "unknown", truthUnits: undefined });
  });

  test("of an engine from before the record are left unjudged", () => {
    const trends = { everyTicks: EVERY_TICKS, signals: [], columns: [] };
    const facts = [wrote(60, "sweep", 2.5)];
    const { rows } = reviewRecord({ facts, trends, endTick: tickOf(120), surfaceM2: 1.9 });
    expect(rows[0]?.values[0]?.verdict).toBe("unknown");
  });
});

describe("events", () => {
  const clampOff: CaseFact = {
    type: "atTheTable",
    tick: tickOf(30),
    action: { type: "surgeon.open", site: "aortic" },
    sentence: "The clamp is off.",
  };
  test("are in time, late, missing, or without ground", () => {
    const verdicts = (facts: readonly CaseFact[]) =>
      reviewed(facts).events.map(({ event, verdict }) => `${event} ${verdict}`);
    expect(verdicts([clampOff, stamped(50, "crossClampOff")])).toEqual(["crossClampOff inTime"]);
    expect(verdicts([clampOff, stamped(170, "crossClampOff")])).toEqual(["crossClampOff late"]);
    expect(verdicts([clampOff])).toEqual(["crossClampOff missing"]);
    expect(verdicts([stamped(60, "heparin")])).toEqual(["heparin unfounded"]);
  });

  test("one entry stands for one event", () => {
    const heparin = (s: number): CaseFact => ({
      type: "accepted",
      tick: tickOf(s),
      action: { type: "drug.give", drug: "heparin", amount: 5000, unit: "U", route: "circuit" },
    });
    const { events } = reviewed([heparin(10), stamped(20, "heparin"), heparin(200)]);
    expect(events.map(({ verdict }) => verdict)).toEqual(["inTime", "missing"]);
  });

  test("of flow come from the flow: on bypass, full flow, a stretch of low flow, off again", () => {
    const flow = (s: number): number => {
      if (s < 60 || s > 400) return 0;
      if (s < 90) return 2;
      return s > 200 && s < 230 ? 1.5 : 4.6;
    };
    const rules = { ...STEADY, "circuit.arterialFlowTrueLpm": flow };
    const happened = reviewed([], 500, rules).events.map(({ event, happenedTick }) => [
      event,
      Math.round((happenedTick ?? 0) / 50),
    ]);
    expect(happened.map(([event]) => event)).toEqual([
      "onBypass",
      "fullFlow",
      "lowFlow",
      "offBypass",
    ]);
    for (const [index, second] of [60, 90, 201, 401].entries())
      expect(Math.abs((happened[index]?.[1] as number) - second)).toBeLessThanOrEqual(2);
  });

  test("of what broke come with its first sign, and what lay broken from the start is none by itself", () => {
    const broken = (s: number): CaseFact => ({
      type: "faultInjected",
      tick: tickOf(s),
      fault: { fault: "power.mainsLost", ups: "works" },
    });
    const onset: CaseFact = { type: "onset", tick: tickOf(45), variant: "a" };
    expect(reviewed([broken(0)]).events).toEqual([]);
    expect(reviewed([broken(40), onset]).events).toMatchObject([
      { event: "incident", happenedTick: tickOf(45), verdict: "missing" },
    ]);
  });

  test("of warming and cooling come from the set point that was changed", () => {
    const warmed: CaseFact = {
      type: "accepted",
      tick: tickOf(60),
      action: { type: "water.setPoint", temperatureC: 37 },
    };
    expect(reviewed([warmed]).events).toMatchObject([
      { event: "rewarmingBegun", verdict: "missing" },
    ]);
  });
});

describe("gaps", () => {
  test("longer than 10 min without a row are named; a short case has none", () => {
    expect(reviewed([], 590).gaps).toEqual([]);
    const { gaps } = reviewed([wrote(300, "arterialFlow", 4.6)], 1000);
    expect(gaps).toEqual([{ what: "row", fromTick: tickOf(300), toTick: tickOf(1000) }]);
  });
});
