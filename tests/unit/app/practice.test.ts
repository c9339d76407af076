/** The history on the device, and the three things to keep and to change. */
import { describe, expect, test } from "vitest";
import { keepAndChange } from "../../../src/app/debrief/keepAndChange.ts";
import { practiceLines } from "../../../src/app/landing/practiceHistory.ts";
import { moduleProgress } from "../../../src/app/modules/moduleProgress.ts";
import type { RunHeader } from "../../../src/app/storage/runStore.ts";
import { runTitle } from "../../../src/app/storage/runTitle.ts";
import type { MarkResult, Report } from "../../../src/scoring/report.ts";

const DAY_MS = 86_400_000;
const run = (day: number, more: Partial<RunHeader> = {}): RunHeader => ({
  recordingId: `run-${day}-0000`,
  engineHash: "0000000000000000",
  title: "The arterial pump stops",
  mode: "practice",
  startedWallTimeMs: day * DAY_MS,
  caseSetup: { scenario: { id: "a1" } },
  branch: null,
  tick: 1000,
  isEnded: true,
  outcome: "met",
  pointsFraction: 0.8,
  isOwn: true,
  ...more,
});
const dueDay = (runs: readonly RunHeader[]): number =>
  (practiceLines(runs)[0]?.dueWallTimeMs ?? 0) / DAY_MS;

describe("what to practise next", () => {
  test("comes again a day after a miss, and later the more often it was met in a row", () => {
    expect(dueDay([run(10, { outcome: "notMet" })])).toBe(11);
    expect(dueDay([run(10)])).toBe(17);
    expect(dueDay([run(10), run(17)])).toBe(47);
    expect(dueDay([run(10), run(17), run(20, { outcome: "notMet" })])).toBe(21);
  });
  test("never rests for more than half a year", () => {
    expect(dueDay([1, 2, 3, 4, 5, 6, 7].map((day) => run(day)))).toBe(187);
  });
  test("counts neither rewound runs, nor unfinished ones, nor those of others", () => {
    const strays = [
      run(1, { branch: { fromRecordingId: "run-0-0000", tick: 5 } }),
      run(2, { outcome: null }),
      run(3, { isOwn: false }),
    ];
    expect(practiceLines(strays)).toEqual([]);
    expect(practiceLines([...strays, run(4)])[0]).toMatchObject({ attemptCount: 1, metCount: 1 });
  });
  test("a drill counts for the scenario it turned out to be, and is called a drill until then", () => {
    const drill = run(5, {
      mode: "drill",
      title: "Drill",
      caseSetup: { scenario: { id: "a1", title: "The arterial pump stops" } },
    });
    expect(practiceLines([run(4), drill])).toMatchObject([
      { title: "The arterial pump stops", attemptCount: 2 },
    ]);
    expect(runTitle({ ...drill, isEnded: false })).toBe("Drill");
    expect(runTitle(drill)).toBe("The arterial pump stops");
    const rewound = { ...drill, mode: "practice", isEnded: false } as const;
    expect(runTitle(rewound)).toBe("The arterial pump stops");
  });
  test("shows best and trend, oldest first", () => {
    const [line] = practiceLines([
      run(3, { pointsFraction: 0.9 }),
      run(1, { pointsFraction: 0.4 }),
    ]);
    expect(line).toMatchObject({ bestFraction: 0.9, trendFractions: [0.4, 0.9] });
  });
});

const mark = (id: string, more: Partial<MarkResult>): MarkResult => ({
  id,
  class: "must",
  critical: false,
  title: id,
  why: "",
  state: "inTime",
  doneAtS: 1,
  targetS: 10,
  failS: 20,
  points: 3,
  pointsMax: 3,
  evidence: [],
  ...more,
});

test("three to keep are the earliest that count most; three to change begin with what was critical", () => {
  const lost = { state: "notDone", doneAtS: null, points: 0 } as const;
  const marks = [
    mark("late", { state: "late", points: 1 }),
    mark("early", { doneAtS: 1 }),
    mark("slow", { doneAtS: 9 }),
    mark("small", { class: "should", points: 1, pointsMax: 1 }),
    mark("middle", { doneAtS: 5 }),
    mark("missed", lost),
    mark("harm", { class: "mustNot", critical: true, state: "violated", points: 0, pointsMax: 0 }),
  ];
  const { keep, change } = keepAndChange({ marks } as unknown as Report);
  expect(keep.map(({ id }) => id)).toEqual(["early", "middle", "slow"]);
  expect(change.map(({ id }) => id)).toEqual(["harm", "missed", "late"]);
});

describe("how far a module has come", () => {
  test("is nothing before it was played to its end", () => {
    const begun = run(1, { outcome: null });
    expect(moduleProgress("a1", [begun])).toEqual({
      guided: "Not played yet",
      assessed: "Not taken yet",
    });
    expect(moduleProgress("m1", [run(1)]).guided).toBe("Not played yet");
  });
  test("tells practice from exam, and the newest result counts", () => {
    const exam = (day: number, outcome: "met" | "notMet", pointsFraction: number) =>
      run(day, { mode: "exam", outcome, pointsFraction });
    const runs = [exam(9, "met", 0.91), run(2), exam(5, "notMet", 0.4)];
    expect(moduleProgress("a1", runs).guided).toMatch(/^Played to its end, /);
    expect(moduleProgress("a1", runs).assessed).toMatch(/^Met, 91 %, /);
  });
});
