/** A trace tells two cases apart by what was done, what happened and how they stood. */
import { expect, test } from "vitest";
import { Trace } from "../../../scripts/qualify/trace.ts";
import type { CaseEntry } from "../../../src/case/case.ts";
import { openCase, readContent } from "../../support/playCase.ts";

const content = readContent("b21-false-alarms");
const START: CaseEntry = {
  actor: "trainee",
  action: { type: "gas.setSweep", sweepLpm: 3 },
};

function traceOf(seed: number, ticks: number, actAt = -1): string {
  const opened = openCase(content, { variant: "a", pumpType: "roller", seed });
  const trace = new Trace();
  while (opened.tick() < ticks) {
    const entries = opened.tick() === actAt ? [START] : [];
    trace.addStep(opened, entries, opened.step(entries));
  }
  return trace.endHex(opened);
}

const FIRST = traceOf(1, 100);

test("the same case has the same trace", () => {
  expect(FIRST).toMatch(/^[0-9a-f]{16}$/);
  expect(traceOf(1, 100)).toBe(FIRST);
});

test("an act, its tick, another seed and another end each make another trace", () => {
  const others = [traceOf(1, 100, 50), traceOf(1, 100, 55), traceOf(2, 100), traceOf(1, 101)];
  expect(new Set([FIRST, ...others]).size).toBe(5);
});

test("an act that changes nothing is in the trace", () => {
  const trace = (entries: readonly CaseEntry[]): string => {
    const opened = openCase(content, { variant: "a", pumpType: "roller" });
    const one = new Trace();
    one.addStep(opened, entries, opened.step([]));
    return one.endHex(opened);
  };
  expect(trace([START])).not.toBe(trace([]));
});
