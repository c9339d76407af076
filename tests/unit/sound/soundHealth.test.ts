/** Whatever keeps alarms from being heard must show: each failure alone ends in another state than ok. */
import { expect, test } from "vitest";
import { type SoundSigns, soundReport } from "../../../src/sound/soundHealth.ts";

const GOOD: SoundSigns = {
  context: "running",
  isLoaded: true,
  loadError: null,
  playFailed: false,
  clockMoves: true,
  volume: 0.8,
};

test("all signs good is the only way to ok", () => {
  expect(soundReport(GOOD).state).toBe("ok");
});

test.each([
  ["no audio at all", { context: null }, "failed"],
  ["a file that does not load", { loadError: "404" }, "failed"],
  ["volume at nought", { volume: 0 }, "off"],
  ["a suspended context", { context: "suspended" }, "blocked"],
  ["a context interrupted by a call", { context: "interrupted" }, "blocked"],
  ["a closed context", { context: "closed" }, "blocked"],
  ["sounds still loading", { isLoaded: false }, "blocked"],
  ["a clock that stands still", { clockMoves: false }, "blocked"],
  ["a refused sound", { playFailed: true }, "blocked"],
] as const)("%s is said", (_name, change, state) => {
  const report = soundReport({ ...GOOD, ...change });
  expect(report.state).toBe(state);
  expect(report.sentence).toMatch(/^[A-Z].+\S$/);
});
