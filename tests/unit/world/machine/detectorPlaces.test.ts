/** Where a bubble detector is clipped on decides what it sees, and how early the pump stops. */
import { describe, expect, test } from "vitest";
import { DETECTOR_PLACES, type DetectorPlace } from "../../../../src/world/contract/machineIds.ts";
import { WorldBench } from "../../../support/worldSetup.ts";

const AIR = { fault: "line.airLeak", airMlPerMin: 600 } as const;
/** Seconds from air at the reservoir's outlet until the main detector has stopped the pump. */
function stopsAfterS(place: DetectorPlace): number {
  const bench = new WorldBench({
    edit: ({ machine }) => {
      machine.detectorPlaces.bubble = place;
    },
  }).run(2);
  bench.inject(AIR);
  for (let s = 0; s < 90; s += 0.2)
    if (bench.run(0.2).at("safety.bubble.tripped") === 1) return s + 0.2;
  return Number.POSITIVE_INFINITY;
}

test("the nearer to where air enters, the sooner it stops the pump", () => {
  const seconds = DETECTOR_PLACES.map(stopsAfterS);
  expect(seconds[0]).toBeLessThan(3);
  expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
  expect(seconds[3]).toBeGreaterThan((seconds[0] as number) + 2);
});

describe("moving one", () => {
  test("it is seated and tested at its new place, and a dead one is found by that", () => {
    const bench = new WorldBench().inject({
      fault: "safety.sensorFails",
      device: "bubble",
      failure: "dead",
    });
    expect(bench.named("safety.bubble.place")).toBe("arterialLine");
    bench.do({ type: "safety.moveDetector", device: "bubble", place: "pumpOutlet" }).run(7);
    expect(bench.named("safety.bubble.place")).toBe("pumpOutlet");
    const done = bench.facts.findLast((fact) => fact.type === "taskDone");
    expect(done?.type === "taskDone" && done.sentence).toMatch(/was wrong/);
  });
  test("to where it is already is refused", () => {
    const bench = new WorldBench().act({
      type: "safety.moveDetector",
      device: "bubbleFilter",
      place: "oxygenatorOutlet",
    });
    expect(bench.facts.at(-1)).toMatchObject({ type: "refused", code: "alreadySo" });
  });
  test("behind the place where air enters it sees none of it", () => {
    const blind = new WorldBench().do({
      type: "safety.moveDetector",
      device: "bubble",
      place: "reservoirOutlet",
    });
    blind.run(7).inject({ fault: "pump.reversed", head: "vent" }).run(5);
    expect(blind.at("safety.bubble.shownValue")).toBe(0);
  });
});
