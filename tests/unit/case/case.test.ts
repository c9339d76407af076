/** A case as a whole: determinism, snapshot, order of a tick, refusals. */
import { describe, expect, test } from "vitest";
import type { Case, CaseEntry } from "../../../src/case/case.ts";
import { createCase, entryProblem } from "../../../src/case/case.ts";
import * as engine from "../../../src/case/engine.ts";
import { SIGNAL_COUNT } from "../../../src/world/contract/signals.ts";
import { openCase, readContent, setupOf } from "../../support/playCase.ts";

const content = readContent();
const trainee = (action: CaseEntry["action"]): CaseEntry => ({ actor: "trainee", action });

/** Some acts at fixed ticks after the start. */
const ACTS: Readonly<Record<number, CaseEntry>> = {
  20: trainee({ type: "gas.setSweep", sweepLpm: 3 }),
  2300: trainee({ type: "team.say", to: "surgeon", message: "noFlow" }),
  2320: trainee({ type: "line.clamp", site: "arterial" }),
  2400: trainee({ type: "team.say", to: "helper", message: "callForHelp" }),
  2450: trainee({ type: "inspect", what: "headMessage" }),
};

function runTo(played: Case, tick: number): readonly string[] {
  const facts: string[] = [];
  while (played.tick() < tick) {
    const entry = ACTS[played.tick()];
    for (const fact of played.step(entry === undefined ? [] : [entry])) {
      facts.push(JSON.stringify(fact));
    }
  }
  return facts;
}

describe("determinism", () => {
  test("the same setup and acts give the same facts, readings and hash", () => {
    const first = openCase(content, { variant: "a", seed: 3 });
    const second = openCase(content, { variant: "a", seed: 3 });
    expect(first.hashHex()).toBe(second.hashHex());
    expect(runTo(first, 3000)).toEqual(runTo(second, 3000));
    expect(first.hashHex()).toMatch(/^[0-9a-f]{16}$/);
    expect(first.hashHex()).toBe(second.hashHex());
    const readings = [first, second].map((one) => {
      const into = new Float64Array(SIGNAL_COUNT);
      one.readings(into);
      return into;
    });
    expect(readings[0]).toEqual(readings[1]);
  });
  test("another seed, another hash", () => {
    const hashes = [3, 4].map((seed) => openCase(content, { variant: "a", seed }).hashHex());
    expect(hashes[0]).not.toBe(hashes[1]);
  });
  test("the order of keys in the setup changes nothing", () => {
    const setup = setupOf(content, { variant: "h", cause: "air", seed: 9 });
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, reversed(inner)]),
      );
    };
    const [plain, turned] = [setup, reversed(setup)].map((data) => {
      const made = createCase(data);
      if (!made.ok) throw new Error(made.problems[0].sentence);
      return made.value;
    });
    expect(runTo(turned, 600)).toEqual(runTo(plain, 600));
    expect(turned.hashHex()).toBe(plain.hashHex());
  });
});

describe("snapshot", () => {
  test("restored into a fresh case it goes on bit for bit, report included", () => {
    const first = openCase(content, { variant: "a", seed: 3 });
    runTo(first, 2430);
    const bytes = first.snapshot();
    const second = openCase(content, { variant: "a", seed: 3 });
    second.restore(bytes);
    expect(second.tick()).toBe(2430);
    expect(second.hashHex()).toBe(first.hashHex());
    expect(runTo(second, 3600)).toEqual(runTo(first, 3600));
    expect(second.hashHex()).toBe(first.hashHex());
    expect(second.report()).toEqual(first.report());
  });
  test("damaged bytes are refused", () => {
    const played = openCase(content, { variant: "a", seed: 3 });
    const bytes = played.snapshot();
    bytes[bytes.length - 3] ^= 1;
    expect(() => openCase(content, { variant: "a", seed: 3 }).restore(bytes)).toThrow(/checksum/);
  });
});

describe("a tick", () => {
  test("what the scenario decides in one tick is done in the next", () => {
    const played = openCase(content, { variant: "a", seed: 3, distractors: [] });
    const { onsetTick } = played.drawn;
    const facts = runTo(played, onsetTick + 10).map((text) => JSON.parse(text));
    const injected = facts.find(({ type }) => type === "faultInjected");
    expect(injected.tick).toBe(onsetTick);
    expect(facts.find(({ type }) => type === "onset")).toMatchObject({ tick: onsetTick });
  });
  test("distractors that were there from the start are there at the first tick", () => {
    const played = openCase(content, { variant: "a", seed: 3, distractors: ["missingCrank"] });
    const facts = played.step([]).map((fact) => JSON.stringify(fact));
    expect(facts.join(" ")).toContain("crank.missing");
  });
  test("a supervisor may inject a fault, a trainee may not", () => {
    const action = {
      type: "fault.inject",
      fault: { fault: "flowProbe.failed" },
    } as const;
    const played = openCase(content, { variant: "a", seed: 3 });
    const facts = played.step([{ actor: "supervisor", action }]);
    expect(facts.map(({ type }) => type)).toContain("faultInjected");
    expect(() => played.step([{ actor: "trainee", action }])).toThrow(/trainee/);
    expect(entryProblem({ actor: "trainee", action }).ok).toBe(false);
    expect(entryProblem({ actor: "supervisor", action }).ok).toBe(true);
  });
  test("help that was called comes once, after 15 to 30 s", () => {
    const call = trainee({ type: "team.say", to: "helper", message: "callForHelp" });
    const played = openCase(content, { variant: "a", seed: 3, distractors: [] });
    const arrivals: number[] = [];
    while (played.tick() < 50 * 60) {
      const isCall = played.tick() === 100 || played.tick() === 300;
      for (const fact of played.step(isCall ? [call] : [])) {
        if (fact.type === "helperArrived") arrivals.push(fact.tick);
      }
    }
    expect(arrivals).toHaveLength(1);
    expect(arrivals[0]).toBeGreaterThan(100 + 15 * 50);
    expect(arrivals[0]).toBeLessThan(100 + 33 * 50);
  });
});

describe("before the end", () => {
  test("the report says that the case was stopped", () => {
    const played = openCase(content, { variant: "a", seed: 3 });
    runTo(played, 100);
    expect(played.ended()).toBe(false);
    expect(played.report()).toMatchObject({ outcome: "notMet", endReason: "stopped" });
    expect(played.report().because).toEqual(["The case ended before anything failed."]);
  });
  test("the briefing gives nothing away", () => {
    const briefings = ["a", "f", "h"].map((variant) => {
      const { briefing } = openCase(content, { variant, pumpType: "roller", seed: 3 });
      return JSON.stringify(briefing);
    });
    expect(new Set(briefings).size).toBe(1);
    expect(briefings[0]).toContain("75 kg");
  });
});

describe("a setup that is wrong", () => {
  const setup = setupOf(content, {});
  test.each([
    ["unknown key", { ...setup, verion: 1 }, "case.unknownKey"],
    ["missing part", { ...setup, patient: undefined }, "case.missing"],
    ["seed out of range", { ...setup, seed: -1 }, "case.outOfRange"],
    ["unknown variant", { ...setup, variant: "zz" }, "case.unknownVariant"],
    ["not a setup at all", 7, "case.wrongType"],
    [
      "a scenario with a hole",
      { ...setup, scenario: { ...setup.scenario, first: "nowhere" } },
      "scenario.unknownStage",
    ],
    [
      "pieces that are not the ones named",
      { ...setup, patient: { ...setup.patient, id: "somebody-else" } },
      "scenario.missingFile",
    ],
    [
      "blood that does not fill the vessels",
      { ...setupOf(content, {}), patient: { ...content.patient, bloodVolumeMl: 3800 } },
      "patient.bloodVolume",
    ],
  ])("%s is refused with a sentence", (_what, data, code) => {
    const made = createCase(data);
    expect(made.ok).toBe(false);
    if (made.ok) return;
    expect(made.problems.map((problem) => problem.code)).toContain(code);
    for (const { sentence } of made.problems) expect(sentence).toMatch(/\.$/);
  });
});

describe("the engine", () => {
  test("offers what hosts need", () => {
    expect(engine.ENGINE_FORMAT).toBe(1);
    expect(engine.SIGNALS).toHaveLength(engine.SIGNAL_COUNT);
    expect(engine.ACTION_TYPES).toContain("crank.turn");
    expect(engine.FAULT_IDS).toContain("line.airLeak");
  });
  test("reads acts from outside", () => {
    const good = engine.parseTraineeAction({ type: "pump.start", head: "arterial" });
    expect(good.ok).toBe(true);
    const bad = engine.parseTraineeAction({ type: "pump.start", head: "arteriel" });
    expect(bad).toMatchObject({ ok: false });
    if (!bad.ok) expect(bad.problems[0].remedy).toBe('Did you mean "arterial"?');
    const typo = engine.parseTraineeAction({ type: "pump.strat", head: "arterial" });
    if (!typo.ok) expect(typo.problems[0].remedy).toBe('Did you mean "pump.start"?');
    const fault = { type: "fault.inject", fault: { fault: "crank.missing" } };
    expect(engine.parseTraineeAction(fault).ok).toBe(false);
    expect(engine.parseFaultAction(fault).ok).toBe(true);
  });
});
