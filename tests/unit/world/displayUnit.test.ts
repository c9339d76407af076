/** A head reads in L/min or rpm as the perfusionist chooses, and each follows from the other. */
import { expect, test } from "vitest";
import { WorldBench } from "../../support/worldSetup.ts";

test("a head shows rpm when asked and L/min when asked again, turning all the while", () => {
  const bench = new WorldBench();
  expect(bench.at("pump.arterial.showsRpm")).toBe(0);
  bench.act({ type: "pump.setDisplayUnit", head: "arterial", unit: "rpm" }).run(1);
  expect(bench.at("pump.arterial.showsRpm")).toBe(1);
  expect(bench.named("pump.arterial.status")).toBe("run");
  bench.act({ type: "pump.setDisplayUnit", head: "arterial", unit: "lpm" }).run(1);
  expect(bench.at("pump.arterial.showsRpm")).toBe(0);
});

test("flow shown is speed shown times the displacement of the tube that is set", () => {
  const bench = new WorldBench();
  const flowLpm = bench.at("pump.arterial.flowDisplayedLpm");
  expect(flowLpm).toBeCloseTo((bench.at("pump.arterial.speedDisplayedRpm") * 45) / 1000, 6);
  expect(flowLpm).toBeCloseTo(4.6, 1);
});
