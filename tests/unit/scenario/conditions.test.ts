/** The condition language, one meaning per test. */
import { describe, expect, test } from "vitest";
import { createReader } from "../../../src/kernel/binaryReader.ts";
import { createWriter } from "../../../src/kernel/binaryWriter.ts";
import type { Condition } from "../../../src/scenario/contract/condition.schema.ts";
import { ConditionHarness, did, said } from "./conditionHarness.ts";

const FLOW = "circuit.arterialFlowTrueLpm";
const lowFlow: Condition = { signal: FLOW, below: 1 };

describe("comparisons", () => {
  test.each([
    [{ signal: FLOW, below: 1 }, 0.9, true],
    [{ signal: FLOW, below: 1 }, 1, false],
    [{ signal: FLOW, atMost: 1 }, 1, true],
    [{ signal: FLOW, above: 1 }, 1, false],
    [{ signal: FLOW, atLeast: 1 }, 1, true],
    [{ signal: FLOW, atLeast: 1, atMost: 2 }, 1.5, true],
    [{ signal: FLOW, atLeast: 1, atMost: 2 }, 2.1, false],
  ])("%j at %d is %s", (condition, value, expected) => {
    expect(new ConditionHarness(condition).reading(FLOW, value).run(0.1)).toBe(expected);
  });
  test("a flag and a name of a list", () => {
    const clamp = "clamp.arterial.closed";
    const closed = new ConditionHarness({ signal: clamp, is: true });
    expect(closed.reading(clamp, true).run(0.1)).toBe(true);
    expect(closed.reading(clamp, false).run(0.1)).toBe(false);
    const status = "pump.arterial.status";
    const busy = new ConditionHarness({ signal: status, is: ["run", "held"] });
    expect(busy.reading(status, "held").run(0.1)).toBe(true);
    expect(busy.reading(status, "stop").run(0.1)).toBe(false);
    const notOff = new ConditionHarness({ signal: status, isNot: "off" });
    expect(notOff.reading(status, "off").run(0.1)).toBe(false);
    expect(notOff.reading(status, "run").run(0.1)).toBe(true);
  });
  test("a mean ignores a ripple that crosses the limit", () => {
    const harness = new ConditionHarness({ signal: FLOW, overS: 1, atLeast: 2 });
    for (let i = 0; i < 30; i++) harness.reading(FLOW, i % 2 === 0 ? 0.5 : 4).run(0.1);
    expect(harness.reading(FLOW, 0.5).run(0.1)).toBe(true);
    expect(harness.reading(FLOW, 0).run(1)).toBe(false);
  });
  test("a rate is the change per second over its window", () => {
    const volume = "circuit.reservoirVolumeMl";
    const rising = new ConditionHarness({ rateOf: volume, overS: 2, above: 50 });
    for (let i = 0; i < 19; i++) expect(rising.reading(volume, 800 + i * 6).run(0.1)).toBe(false);
    for (let i = 19; i < 30; i++) rising.reading(volume, 800 + i * 6).run(0.1);
    expect(rising.run(0.1)).toBe(true);
    expect(rising.run(2)).toBe(false);
  });
});

describe("facts", () => {
  test("an act counts with its fields, from its own tick", () => {
    const harness = new ConditionHarness({ did: "line.clamp", with: { site: ["arterial"] } });
    harness.run(1.02);
    expect(harness.fact(did({ type: "line.clamp", site: "venous" })).run(0.1)).toBe(false);
    const { tick } = harness;
    expect(harness.fact(did({ type: "line.clamp", site: "arterial" })).run(0.1)).toBe(true);
    expect(harness.sinceTick()).toBe(tick);
    expect(harness.proofs()).toEqual([{ tick, sentence: "Line clamp: arterial." }]);
  });
  test("a count is reached with the last of them", () => {
    const harness = new ConditionHarness({ did: "pump.reset", count: 2 });
    const reset = did({ type: "pump.reset", head: "arterial" });
    expect(harness.fact(reset).run(1)).toBe(false);
    const { tick } = harness;
    expect(harness.fact(reset).run(1)).toBe(true);
    expect(harness.sinceTick()).toBe(tick);
  });
  test("what was said to whom", () => {
    const harness = new ConditionHarness({ said: ["noFlow", "powerLost"], to: "surgeon" });
    expect(harness.fact(said("noFlow", "helper")).run(0.1)).toBe(false);
    expect(harness.fact(said("powerLost")).run(0.1)).toBe(true);
  });
  test("what was seen, and what it showed", () => {
    const look = { type: "seen", what: "cover", finding: "abnormal", sentence: "Ajar." };
    const harness = new ConditionHarness({ saw: "cover", finding: "abnormal" });
    expect(harness.fact({ ...look, finding: "asItShouldBe" }).run(0.1)).toBe(false);
    expect(harness.fact(look).run(0.1)).toBe(true);
  });
  test("a refusal with its code, a finished job, an alarm", () => {
    const act = { type: "crank.fit", head: "arterial" };
    const refused = new ConditionHarness({ refused: "crank.fit", codes: ["headNotOff"] });
    const fact = { type: "refused", action: act, code: "coverClosed", sentence: "" };
    expect(refused.fact(fact).run(0.1)).toBe(false);
    expect(refused.fact({ ...fact, code: "headNotOff" }).run(0.1)).toBe(true);
    const job = new ConditionHarness({ taskDone: "clearJam" });
    expect(job.fact({ type: "taskDone", task: "clearJam", sentence: "Out." }).run(0.1)).toBe(true);
    const alarm = new ConditionHarness({ alarmRaised: ["mapLow"] });
    expect(alarm.fact({ type: "alarmRaised", alarm: "mapLow" }).run(0.1)).toBe(true);
  });
  test("within so many seconds it fades", () => {
    const harness = new ConditionHarness({ said: "noFlow", withinS: 2 });
    expect(harness.fact(said("noFlow")).run(1)).toBe(true);
    expect(harness.run(2)).toBe(false);
  });
  test("before the fault nothing counts, unless it says so", () => {
    const later = new ConditionHarness({ said: "noFlow" });
    later.faultTick = -1;
    expect(later.fact(said("noFlow")).run(1)).toBe(false);
    const always = new ConditionHarness({ said: "noFlow", since: "start" });
    always.faultTick = -1;
    expect(always.fact(said("noFlow")).run(1)).toBe(true);
  });
  test("since the stage is forgotten when the stage changes", () => {
    const harness = new ConditionHarness({ said: "noFlow", since: "stage" });
    expect(harness.fact(said("noFlow")).run(0.1)).toBe(true);
    expect(harness.enterStage("second").run(0.1)).toBe(false);
  });
});

describe("logic and time", () => {
  test("all since the last, any since the first, at least so many since the one that made it so", () => {
    const parts = ["noFlow", "powerLost", "airFound"].map((message) => ({ said: message }));
    const all = new ConditionHarness({ all: parts });
    const any = new ConditionHarness({ any: parts });
    const two = new ConditionHarness({ atLeastCount: 2, of: parts });
    const ticks: number[] = [];
    for (const message of ["airFound", "noFlow", "powerLost"]) {
      ticks.push(all.tick);
      for (const harness of [all, any, two]) harness.fact(said(message)).run(1);
    }
    expect([any.sinceTick(), two.sinceTick(), all.sinceTick()]).toEqual(ticks);
  });
  test("not", () => {
    const harness = new ConditionHarness({ not: lowFlow });
    expect(harness.reading(FLOW, 0).run(0.1)).toBe(false);
    expect(harness.reading(FLOW, 4).run(0.1)).toBe(true);
  });
  test("holds needs the time without a break", () => {
    const harness = new ConditionHarness({ holds: lowFlow, forS: 3 });
    expect(harness.reading(FLOW, 0).run(2.9)).toBe(false);
    expect(harness.reading(FLOW, 4).run(0.1)).toBe(false);
    expect(harness.reading(FLOW, 0).run(3)).toBe(false);
    expect(harness.run(0.2)).toBe(true);
  });
  test("recently lasts, ever stays", () => {
    const recently = new ConditionHarness({ recently: lowFlow, withinS: 5 });
    const ever = new ConditionHarness({ ever: lowFlow });
    for (const harness of [recently, ever]) harness.reading(FLOW, 0).run(1);
    expect(recently.reading(FLOW, 4).run(4)).toBe(true);
    expect(recently.run(2)).toBe(false);
    expect(ever.reading(FLOW, 4).run(60)).toBe(true);
  });
  test("in order: an act before the one it must follow does not count", () => {
    const steps: Condition = { inOrder: [{ did: "boot.move" }, { saw: "occlusion" }] };
    const look = { type: "seen", what: "occlusion", finding: "abnormal", sentence: "Loose." };
    const move = did({ type: "boot.move", from: "arterial", to: "suck2" });
    const harness = new ConditionHarness(steps);
    expect(harness.fact(look).run(1)).toBe(false);
    expect(harness.fact(move).run(1)).toBe(false);
    expect(harness.fact({ ...look, sentence: "Just right." }).run(1)).toBe(true);
    expect(harness.proofs().map(({ sentence }) => sentence)).toContain("Just right.");
  });
  test("in order: a reading need only still be so", () => {
    const harness = new ConditionHarness({ inOrder: [{ said: "noFlow" }, lowFlow] });
    harness.reading(FLOW, 0).run(5);
    expect(harness.fact(said("noFlow")).run(0.1)).toBe(true);
  });
  test("elapsed since fault, start, stage and the sign that starts the clock", () => {
    const sinceSign = new ConditionHarness({ elapsedS: 10, since: "clock" });
    expect(sinceSign.run(20)).toBe(false);
    sinceSign.clockTick = sinceSign.tick;
    expect(sinceSign.run(9.9)).toBe(false);
    expect(sinceSign.run(0.2)).toBe(true);
    const sinceFault = new ConditionHarness({ elapsedS: 10 });
    sinceFault.faultTick = 250;
    expect(sinceFault.run(14.9)).toBe(false);
    expect(sinceFault.run(0.2)).toBe(true);
    const never = new ConditionHarness({ elapsedS: 0 });
    never.faultTick = -1;
    expect(never.run(100)).toBe(false);
    const sinceStage = new ConditionHarness({ elapsedS: 2, since: "stage" });
    expect(sinceStage.run(3)).toBe(true);
    expect(sinceStage.enterStage("second").run(1)).toBe(false);
  });
  test("what was drawn, the stage, and a named condition", () => {
    const drawn = (wanted: object) => new ConditionHarness({ drawn: wanted }).run(0.1);
    expect(drawn({ variant: ["a", "h"] })).toBe(true);
    expect(drawn({ variant: "h", cause: "level" })).toBe(false);
    expect(drawn({ pumpType: "centrifugal" })).toBe(false);
    expect(new ConditionHarness({ stage: ["first"] }).run(0.1)).toBe(true);
    const named = new ConditionHarness({ not: { use: "low" } }, { low: lowFlow });
    expect(named.reading(FLOW, 4).run(0.1)).toBe(true);
  });
});

describe("memory", () => {
  test("a saved set goes on where it was", () => {
    const condition: Condition = {
      all: [
        { inOrder: [{ said: "noFlow" }, { holds: { signal: FLOW, overS: 1, below: 1 }, forS: 3 }] },
        { did: "pump.reset", count: 2 },
      ],
    };
    const play = (harness: ConditionHarness) => {
      harness.fact(did({ type: "pump.reset", head: "arterial" })).run(2);
      return [harness.run(2), harness.sinceTick(), harness.proofs()];
    };
    const first = new ConditionHarness(condition);
    const second = new ConditionHarness(condition);
    for (const harness of [first, second]) {
      harness.reading(FLOW, 0).fact(said("noFlow")).run(1);
      harness.fact(did({ type: "pump.reset", head: "arterial" })).run(1);
    }
    const { writer, finish } = createWriter("test", 1);
    first.set.save(writer);
    const { reader } = createReader(finish(), "test");
    second.run(0);
    second.set.load(reader);
    expect(play(second)).toEqual(play(first));
  });
});
