/** The rules of alarm sound, played over pretended page time at 50 steps a second. */
import { describe, expect, test } from "vitest";
import type { AlarmCondition } from "../../../src/sound/alarmConditions.ts";
import { readAlarms } from "../../../src/sound/alarmConditions.ts";
import { AlarmEngine, type SoundCommand } from "../../../src/sound/alarmEngine.ts";
import type { AlarmId, AlarmPriority } from "../../../src/world/contract/alarms.ts";
import { ALARMS } from "../../../src/world/contract/alarms.ts";
import { SIGNAL_COUNT, signalIndex } from "../../../src/world/contract/signals.ts";

const PLANS = {
  high: { durationS: 3.15, gapS: 5 },
  medium: { durationS: 0.94, gapS: 10 },
  low: { durationS: 0.57, gapS: 20 },
} as const;
const engine = (): AlarmEngine =>
  new AlarmEngine((priority, category) => ({
    name: `${priority} ${category}`,
    ...PLANS[priority],
  }));

const alarm = (
  id: AlarmId,
  priority: AlarmPriority,
  change: Partial<AlarmCondition> = {},
): AlarmCondition => ({
  id,
  priority,
  category: "general",
  active: true,
  acknowledged: false,
  ...change,
});
const HIGH = alarm("mapLow", "high");
const OTHER_HIGH = alarm("bubble", "high");
const MEDIUM = alarm("cvpHigh", "medium");
const LOW = alarm("waterOff", "low");

interface Moment {
  readonly alarms: readonly AlarmCondition[];
  readonly pauseLeftS?: number;
}

function play(
  subject: AlarmEngine,
  [fromS, toS]: readonly [number, number],
  at: (pageTimeS: number) => Moment,
): SoundCommand[] {
  const log: SoundCommand[] = [];
  for (let step = Math.round(fromS * 50); step < Math.round(toS * 50); step++) {
    const { alarms, pauseLeftS = 0 } = at(step / 50);
    log.push(...subject.step(alarms, pauseLeftS, step / 50));
  }
  return log;
}
const startsS = (log: readonly SoundCommand[]): number[] =>
  log.filter(({ type }) => type === "start").map(({ atS }) => atS);

describe("repeating", () => {
  test.each([
    ["high", HIGH, 8.15],
    ["medium", MEDIUM, 10.94],
    ["low", LOW, 20.57],
  ] as const)("%s bursts follow each other after their gap", (_name, one, everyS) => {
    const starts = startsS(play(engine(), [0, 65], () => ({ alarms: [one] })));
    expect(starts[0]).toBe(0);
    for (const [at, startS] of starts.entries()) {
      expect(Math.abs(startS - at * everyS)).toBeLessThan(0.021 * (at + 1));
    }
    expect(starts.length).toBeGreaterThanOrEqual(4);
  });

  test("sleep of the page is not made up for", () => {
    const subject = engine();
    subject.step([HIGH], 0, 0);
    expect(subject.step([HIGH], 0, 600)).toHaveLength(1);
    expect(subject.step([HIGH], 0, 600.02)).toHaveLength(0);
  });
});

describe("priority", () => {
  test("only the highest sounds", () => {
    const log = play(engine(), [0, 30], () => ({ alarms: [LOW, MEDIUM, HIGH] }));
    expect(log.every((one) => one.type === "start" && one.priority === "high")).toBe(true);
  });

  test("a higher alarm cuts off the burst of a lower one at once", () => {
    const log = play(engine(), [0, 2], (s) => ({ alarms: s < 0.4 ? [MEDIUM] : [MEDIUM, HIGH] }));
    expect(log.map(({ type, atS }) => [type, atS])).toEqual([
      ["start", 0],
      ["stop", 0.4],
      ["start", 0.4],
    ]);
    expect(log[2]).toMatchObject({ priority: "high", alarm: "mapLow" });
  });

  test("a lower alarm waits for the burst of a higher one", () => {
    const log = play(engine(), [0, 3], (s) => ({ alarms: s < 1 ? [HIGH] : [HIGH, MEDIUM] }));
    expect(log).toHaveLength(1);
  });

  test("a new alarm of the same priority does not wait for the gap", () => {
    const log = play(engine(), [0, 6], (s) => ({ alarms: s < 5 ? [HIGH] : [HIGH, OTHER_HIGH] }));
    expect(startsS(log)).toEqual([0, 5]);
    expect(log[1]).toMatchObject({ alarm: "bubble" });
  });

  test("when the higher one ends, the lower one is heard", () => {
    const log = play(engine(), [0, 20], (s) => ({ alarms: s < 1 ? [HIGH, LOW] : [LOW] }));
    expect(log.map(({ type }) => type)).toEqual(["start", "stop", "start"]);
    expect(log[2]).toMatchObject({ priority: "low" });
  });
});

describe("acknowledging", () => {
  test("stops the burst, and the alarm stays silent", () => {
    const log = play(engine(), [0, 60], (s) => ({
      alarms: [{ ...HIGH, acknowledged: s >= 1 }],
    }));
    expect(log.map(({ type, atS }) => [type, atS])).toEqual([
      ["start", 0],
      ["stop", 1],
    ]);
  });

  test("one of two leaves the other sounding", () => {
    const log = play(engine(), [0, 20], (s) => ({
      alarms: [{ ...HIGH, acknowledged: s >= 1 }, OTHER_HIGH],
    }));
    expect(log.some(({ type }) => type === "stop")).toBe(false);
    expect(log[1]).toMatchObject({ type: "start", alarm: "bubble" });
  });

  test("an alarm that clears is silent at once", () => {
    const log = play(engine(), [0, 30], (s) => ({ alarms: [{ ...HIGH, active: s < 1 }] }));
    expect(log.map(({ type }) => type)).toEqual(["start", "stop"]);
  });
});

describe("audio pause", () => {
  const pause = (s: number, fromS: number): number =>
    s < fromS ? 0 : Math.max(0, 120 - (s - fromS));

  test("silences what was active, and it comes back when the pause ends", () => {
    const log = play(engine(), [0, 130], (s) => ({ alarms: [HIGH], pauseLeftS: pause(s, 2) }));
    expect(log.map(({ type }) => type)).toEqual(["start", "stop", "start"]);
    expect(log[2]?.atS).toBeCloseTo(122, 1);
  });

  test("a new high alarm breaks through", () => {
    const log = play(engine(), [0, 12], (s) => ({
      alarms: s < 10 ? [HIGH] : [HIGH, OTHER_HIGH],
      pauseLeftS: pause(s, 2),
    }));
    expect(log.at(-1)).toMatchObject({ type: "start", atS: 10, alarm: "bubble" });
  });

  test("a new medium alarm breaks through low ones, not through high ones", () => {
    const later = (first: AlarmCondition) => (s: number) => ({
      alarms: s < 10 ? [first] : [first, MEDIUM],
      pauseLeftS: pause(s, 2),
    });
    expect(play(engine(), [9, 12], later(LOW))).toHaveLength(1);
    const quiet = engine();
    play(quiet, [0, 9], later(HIGH));
    expect(play(quiet, [9, 12], later(HIGH))).toHaveLength(0);
  });

  test("pressing pause again silences what broke through", () => {
    const subject = engine();
    play(subject, [0, 12], (s) => ({
      alarms: s < 10 ? [HIGH] : [HIGH, OTHER_HIGH],
      pauseLeftS: pause(s, 2),
    }));
    const log = play(subject, [12, 40], (s) => ({
      alarms: [HIGH, OTHER_HIGH],
      pauseLeftS: pause(s, 12),
    }));
    expect(log.map(({ type }) => type)).toEqual(["stop"]);
  });

  test("what flickers around its limit stays silenced", () => {
    const subject = engine();
    play(subject, [0, 3], (s) => ({ alarms: [HIGH], pauseLeftS: pause(s, 2) }));
    const log = play(subject, [3, 30], (s) => ({
      alarms: [{ ...HIGH, active: Math.floor(s) % 2 === 0 }],
      pauseLeftS: pause(s, 2),
    }));
    expect(log).toHaveLength(0);
  });

  test("sound that comes alive in mid-pause stays quiet about what was there", () => {
    const log = play(engine(), [50, 60], (s) => ({ alarms: [HIGH], pauseLeftS: pause(s, 2) }));
    expect(log).toHaveLength(0);
  });
});

test("after sound was dead, what is active sounds at once", () => {
  const subject = engine();
  play(subject, [0, 1], () => ({ alarms: [HIGH] }));
  subject.reset();
  expect(subject.step([HIGH], 0, 1)).toMatchObject([{ type: "start" }]);
});

test("readings give every alarm of the contract with its priority", () => {
  const readings = new Float64Array(SIGNAL_COUNT);
  readings[signalIndex("alarm.bubble.active")] = 1;
  readings[signalIndex("alarm.bubble.acknowledged")] = 1;
  const alarms = readAlarms(readings);
  expect(alarms.map(({ id }) => id)).toEqual(ALARMS.map(({ id }) => id));
  expect(alarms.filter(({ active }) => active)).toEqual([
    { id: "bubble", priority: "high", category: "perfusion", active: true, acknowledged: true },
  ]);
});

describe("sound turned off", () => {
  test("reminds once a minute, and a new high alarm breaks through", () => {
    const subject = engine();
    const off = Number.POSITIVE_INFINITY;
    const log = play(subject, [0, 200], (t) => ({
      alarms: t < 190 ? [MEDIUM] : [MEDIUM, OTHER_HIGH],
      pauseLeftS: off,
    }));
    const starts = log.filter((command) => command.type === "start");
    expect(starts.map(({ alarm: id }) => id).slice(0, 3)).toEqual([
      "reminder",
      "reminder",
      "reminder",
    ]);
    expect(startsS(log)[0]).toBeCloseTo(60, 0);
    expect(starts.find(({ alarm: id }) => id === "bubble")?.atS).toBeCloseTo(190, 1);
  });
});
