/** The expert takes over a run where somebody left it: the past stays, and the case is brought to its end. */
import { describe, expect, test } from "vitest";
import { EXPERTS } from "../../../src/players/experts.ts";
import { createPlayOn } from "../../../src/players/playOn.ts";
import { openCase, readContent } from "../../support/playCase.ts";

const content = readContent("b21-false-alarms");
const CHOICES = { variant: "a", pumpType: "roller", seed: 3 } as const;
const expert = EXPERTS["b21-false-alarms"];

describe("the expert from a moment of somebody else's run", () => {
  const left = openCase(content, CHOICES);
  const fromTick = left.drawn.onsetTick + 200;
  const hashAt: string[] = [];
  while (left.tick() < fromTick) left.step([]);
  hashAt.push(left.hashHex());

  test("meets what idleness of four seconds began", () => {
    const play = createPlayOn({
      engineCase: left,
      seed: 3,
      tickMax: 40_000,
      begin: (me) => expert && me.start(expert(me)),
    });
    while (!play.isDone()) play.advance(400);
    const report = left.report();
    expect(report.outcome, report.because.join(" ")).toBe("met");
    expect(report.onsetTick).toBe(left.drawn.onsetTick);
  });

  test("finds the past as it was: the same log gives the same state at that tick", () => {
    const again = openCase(content, CHOICES);
    while (again.tick() < fromTick) again.step([]);
    expect(again.hashHex()).toBe(hashAt[0]);
  });

  test("stops at the last tick it is given", () => {
    const short = openCase(content, CHOICES);
    const play = createPlayOn({ engineCase: short, seed: 1, tickMax: 100, begin: () => undefined });
    play.advance(1000);
    expect(short.tick()).toBe(100);
    expect(play.isDone()).toBe(true);
  });
});
