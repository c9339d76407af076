/** Changing the oxygenator: where things are, what a cut line does, and what a new unit brings. */
import { describe, expect, test } from "vitest";
import type { Inspectable } from "../../../src/world/contract/ids.ts";
import type { WorldAction } from "../../../src/world/contract/world.ts";
import { WorldBench } from "../../support/worldSetup.ts";

const job = (bench: WorldBench, action: WorldAction, limitS = 100): WorldBench => {
  bench.do(action).until(limitS, () => bench.named("hands.task") === "none");
  return bench;
};
/** Code of the newest refusal. */
const lastRefusal = (bench: WorldBench): string => {
  const refused = bench.facts.filter((fact) => fact.type === "refused").at(-1);
  return refused?.type === "refused" ? refused.code : "";
};
const findingOf = (bench: WorldBench, what: Inspectable): string => {
  bench.do({ type: "inspect", what }).run(1.2);
  const seen = bench.facts.filter((fact) => fact.type === "seen").at(-1);
  return seen?.type === "seen" && seen.what === what ? seen.finding : "";
};
const CLAMPS = ["arterial", "venous", "oxygenatorInlet", "oxygenatorOutlet"] as const;

/** Spare and tools are at the machine, filled and tapped free of bubbles. */
function laidOut(): WorldBench {
  const bench = new WorldBench();
  for (const item of ["oxygenator", "changeoutKit"] as const)
    bench.inject({ fault: "store.moved", item, place: "atMachine" });
  job(bench, { type: "oxygenator.prime" });
  return job(bench, { type: "oxygenator.tapBubbles" });
}

/** Off bypass with four clamps on, gas and water off, ready for the scissors. */
function readyToCut(bench = laidOut()): WorldBench {
  bench.do({ type: "pump.stop", head: "arterial" }).run(1);
  for (const site of CLAMPS) bench.do({ type: "line.clamp", site });
  job(bench, { type: "oxygenator.gasLine", connected: false });
  return job(bench, { type: "oxygenator.waterLines", connected: false });
}

function connected(bench: WorldBench, orientation: "alongArrow" | "againstArrow"): WorldBench {
  job(bench, { type: "oxygenator.cut" });
  job(bench, { type: "oxygenator.connect", orientation });
  job(bench, { type: "oxygenator.gasLine", connected: true });
  return job(bench, { type: "oxygenator.waterLines", connected: true });
}

const gasMl = (bench: WorldBench): number => bench.at("line.oxygenator.gasFraction") * 250;

/** Round the recirculation line, both patient lines clamped. */
function recirculate(bench: WorldBench, seconds: number): WorldBench {
  for (const site of ["oxygenatorInlet", "oxygenatorOutlet", "recirculation"] as const)
    bench.do({ type: "line.unclamp", site });
  bench.do(
    { type: "safety.override", device: "bubble", durationS: 120 },
    { type: "pump.setFlow", head: "arterial", flowLpm: 2 },
    { type: "pump.start", head: "arterial" },
  );
  return bench.run(seconds);
}

describe("fetching", () => {
  test("takes longer from farther away, and nobody is at the console meanwhile", () => {
    const bench = new WorldBench();
    bench.do({ type: "store.fetch", item: "oxygenator", by: "self" }).run(1);
    expect(bench.at("hands.away")).toBe(1);
    bench.act({ type: "line.clamp", site: "arterial" });
    expect(lastRefusal(bench)).toBe("away");
    expect(bench.until(100, () => bench.at("hands.away") === 0)).toBeCloseTo(44, 0);
    expect(bench.named("store.oxygenator.place")).toBe("atMachine");
    bench.do({ type: "store.fetch", item: "changeoutKit", by: "self" });
    expect(bench.until(100, () => bench.at("hands.away") === 0)).toBeCloseTo(12, 0);
  });
  test("by the helper leaves the hands free and the helper away", () => {
    const bench = new WorldBench().act({ type: "team.arrive", who: "helper" });
    bench.do({ type: "store.fetch", item: "oxygenator", by: "helper" }).run(1);
    expect(bench.at("team.helperHere")).toBe(0);
    expect(bench.at("hands.away")).toBe(0);
    bench.run(46);
    expect(bench.at("team.helperHere")).toBe(1);
    expect(bench.named("store.oxygenator.place")).toBe("atMachine");
  });
  test("what is out of stock cannot be fetched", () => {
    const bench = new WorldBench();
    bench.inject({ fault: "store.moved", item: "oxygenator", place: "none" });
    bench.act({ type: "store.fetch", item: "oxygenator", by: "self" });
    expect(lastRefusal(bench)).toBe("noSpare");
  });
});

describe("cutting", () => {
  test("is refused without scissors, and while gas or water hold the unit", () => {
    const bench = new WorldBench();
    bench.act({ type: "oxygenator.cut" });
    expect(lastRefusal(bench)).toBe("notAtHand");
    bench.inject({ fault: "store.moved", item: "changeoutKit", place: "atMachine" });
    bench.act({ type: "oxygenator.cut" });
    expect(lastRefusal(bench)).toBe("stillConnected");
  });
  test("between clamps spills nothing; an unclamped inlet spills what the pump moves", () => {
    const tidy = job(readyToCut(), { type: "oxygenator.cut" }).run(5);
    expect(tidy.named("oxygenator.inCircuit")).toBe("none");
    expect(tidy.at("circuit.spilledTrueMl")).toBeLessThan(1);
    tidy.do(
      { type: "line.unclamp", site: "oxygenatorInlet" },
      { type: "pump.start", head: "arterial" },
    );
    tidy.run(5);
    expect(tidy.at("circuit.spilledTrueMl")).toBeGreaterThan(200);
    expect(Math.abs(tidy.at("ledger.volumeErrorMl"))).toBeLessThan(1e-6);
  });
});

describe("the new unit", () => {
  test("primed, connected and recirculated, oxygenates as the first did", () => {
    const bench = connected(readyToCut(), "alongArrow");
    recirculate(bench, 40);
    expect(gasMl(bench)).toBeLessThan(0.1);
    bench.do({ type: "line.clamp", site: "recirculation" });
    for (const site of ["arterial", "venous"] as const) bench.do({ type: "line.unclamp", site });
    bench.do({ type: "pump.setFlow", head: "arterial", flowLpm: 4.6 }).run(60);
    expect(bench.at("circuit.arterialSaturationDisplayedFraction")).toBeGreaterThan(0.98);
    expect(bench.at("patient.airDeliveredMl")).toBeLessThan(0.05);
    for (const kept of ["volume", "oxygen", "carbonDioxide", "redCell"])
      expect(Math.abs(bench.at(`ledger.${kept}ErrorMl`)), kept).toBeLessThan(1e-6);
    expect(Math.abs(bench.at("ledger.heatErrorKj"))).toBeLessThan(1e-6);
  });
  test("is free of the clot that grew in the first", () => {
    const bench = laidOut().inject({ fault: "patient.heparinLost", leftFraction: 0 });
    readyToCut(bench).run(60);
    expect(bench.at("circuit.oxygenatorClotFraction")).toBeGreaterThan(0.1);
    job(bench, { type: "oxygenator.cut" });
    job(bench, { type: "oxygenator.connect", orientation: "alongArrow" });
    expect(bench.run(0.5).at("circuit.oxygenatorClotFraction")).toBeLessThan(0.01);
  });
  test("connected dry sends its air to the aorta when it is not washed out first", () => {
    const dry = new WorldBench();
    dry.inject({ fault: "store.moved", item: "oxygenator", place: "atMachine" });
    dry.inject({ fault: "store.moved", item: "changeoutKit", place: "atMachine" });
    const bench = connected(readyToCut(dry), "alongArrow");
    expect(gasMl(bench)).toBeGreaterThan(200);
    for (const site of CLAMPS) bench.do({ type: "line.unclamp", site });
    bench.do({ type: "safety.setMode", device: "bubble", mode: "off" });
    bench.do({ type: "pump.start", head: "arterial" }).run(15);
    expect(bench.at("patient.airDeliveredMl")).toBeGreaterThan(50);
  });
  test("against its arrow transfers a little less: gas and blood run side by side", () => {
    const saturation = (orientation: "alongArrow" | "againstArrow"): number => {
      const bench = connected(readyToCut(), orientation);
      recirculate(bench, 40).do({ type: "line.clamp", site: "recirculation" });
      for (const site of ["arterial", "venous"] as const) bench.do({ type: "line.unclamp", site });
      bench.do({ type: "pump.setFlow", head: "arterial", flowLpm: 4.6 }).run(60);
      expect(bench.at("oxygenator.reversed")).toBe(orientation === "againstArrow" ? 1 : 0);
      return bench.at("circuit.arterialOxygenTensionDisplayedMmHg");
    };
    expect(saturation("againstArrow")).toBeLessThan(saturation("alongArrow") - 1);
  });
});

describe("a failing oxygenator", () => {
  test("whose fibres fail lets the blood darken, pressures unchanged", () => {
    const bench = new WorldBench().inject({ fault: "oxygenator.fibres", transferFraction: 0.05 });
    const gradient = bench.at("circuit.transmembraneGradientMmHg");
    bench.run(180);
    expect(bench.at("circuit.arterialSaturationDisplayedFraction")).toBeLessThan(0.85);
    expect(bench.mean("circuit.transmembraneGradientMmHg", 3)).toBeGreaterThan(gradient * 0.8);
  });
  test("that clots drives the pressure before it up, and the flow of a cone down", () => {
    const bench = new WorldBench({ pump: "centrifugal" });
    const before = bench.mean("circuit.transmembraneGradientMmHg", 2);
    const flow = bench.mean("circuit.arterialFlowTrueLpm", 2);
    bench.inject({ fault: "oxygenator.clot", openFraction: 0.25 }).run(120);
    expect(bench.mean("circuit.transmembraneGradientMmHg", 2)).toBeGreaterThan(before * 1.5);
    expect(bench.mean("circuit.arterialFlowTrueLpm", 2)).toBeLessThan(flow - 0.5);
  });
  test("that leaks loses blood to the floor, and the ledger knows how much", () => {
    const bench = new WorldBench().inject({ fault: "oxygenator.leak", mlPerMin: 200 }).run(60);
    expect(bench.at("circuit.spilledTrueMl")).toBeGreaterThan(120);
    expect(Math.abs(bench.at("ledger.volumeErrorMl"))).toBeLessThan(1e-6);
  });
  test("looks like a gas line that slipped off, but for what the hand finds", () => {
    const bench = new WorldBench().inject({ fault: "gas.lineOff" }).run(100);
    expect(bench.at("circuit.arterialSaturationDisplayedFraction")).toBeLessThan(0.85);
    expect(findingOf(bench, "gasLine")).toBe("abnormal");
    expect(findingOf(bench, "oxygenator")).toBe("asItShouldBe");
  });
});
