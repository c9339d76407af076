/** What the emergencies around the three great ones rest on: each follows from a part that fails, and mends by hand. */
import { describe, expect, test } from "vitest";
import { WorldBench } from "../../support/worldSetup.ts";

const onBypass = (): WorldBench => new WorldBench().run(2);
const beating = (): WorldBench =>
  new WorldBench({
    edit: ({ patient }) => {
      patient.crossClamped = false;
      patient.rhythm = "sinus";
      patient.temperatureC = 35;
    },
  }).run(2);

describe("a slug in the venous line", () => {
  test("holds most of the return back until the line has been walked", () => {
    const bench = onBypass();
    const before = bench.mean("circuit.venousFlowTrueLpm", 2);
    bench.inject({ fault: "line.venousSlug", airMl: 170 });
    bench.act({ type: "pump.setFlow", head: "arterial", flowLpm: 1 }).run(8);
    const locked = bench.mean("circuit.venousFlowTrueLpm", 2);
    expect(locked).toBeLessThan(0.35 * before);
    bench.do({ type: "line.walkVenous" }).run(8.5);
    expect(bench.at("line.venous.gasFraction")).toBeLessThan(0.02);
    expect(bench.mean("circuit.venousFlowTrueLpm", 2)).toBeGreaterThan(1.5 * locked);
  });
});

describe("a vent that turns the wrong way", () => {
  test("fills the ventricle with air, though every display is right", () => {
    const bench = beating().inject({ fault: "pump.bootReversed", head: "vent" }).run(8);
    expect(bench.named("pump.vent.rotation")).toBe("clockwise");
    expect(bench.at("line.vent.gasFraction")).toBeGreaterThan(0.03);
  });
  test("is found in a jug, whichever way it was reversed, and sucks again when it is laid right", () => {
    const found = (bench: WorldBench): unknown => {
      bench.do({ type: "inspect", what: "ventTip" }).run(2);
      return bench.facts.findLast((fact) => fact.type === "seen");
    };
    const laid = onBypass().inject({ fault: "pump.bootReversed", head: "vent" });
    expect(found(laid)).toMatchObject({ finding: "abnormal" });
    laid.do({ type: "pump.stop", head: "vent" }).run(2);
    laid.do({ type: "pump.relayBoot", head: "vent" }).run(11);
    expect(found(laid)).toMatchObject({ finding: "asItShouldBe" });
    const turned = onBypass().inject({ fault: "pump.reversed", head: "vent" });
    expect(found(turned)).toMatchObject({ finding: "abnormal" });
  });
});

describe("a dissected aorta", () => {
  test("has a high line pressure over a low patient, on one side of the brain more", () => {
    const bench = onBypass();
    const line = bench.at("circuit.postmembranePressureMmHg");
    const own = bench.at("patient.arterialPressureMeanMmHg");
    bench.inject({ fault: "patient.dissection", severityFraction: 0.9, side: "right" }).run(30);
    expect(bench.at("circuit.postmembranePressureMmHg")).toBeGreaterThan(line + 50);
    expect(bench.at("patient.arterialPressureMeanMmHg")).toBeLessThan(0.6 * own);
    const gap = bench.at("patient.nirsLeftFraction") - bench.at("patient.nirsRightFraction");
    expect(gap).toBeGreaterThan(0.05);
    bench.act({ type: "surgeon.moveCannula" }).run(20);
    expect(bench.at("circuit.postmembranePressureMmHg")).toBeLessThan(line + 25);
    expect(bench.at("patient.arterialPressureMeanMmHg")).toBeGreaterThan(0.85 * own);
  });
});

describe("a surgical bleeding", () => {
  test("empties the reservoir into the field while the suckers stand still, and they bring it back", () => {
    const bench = onBypass();
    for (const head of ["suck1", "suck2"] as const) bench.act({ type: "pump.stop", head });
    bench.run(5);
    const [level, field] = [
      bench.at("circuit.reservoirVolumeMl"),
      bench.at("patient.bloodInFieldTrueMl"),
    ];
    bench.inject({ fault: "patient.bleeding", mlPerMinAt70MmHg: 300 }).run(120);
    const shed = bench.at("patient.bloodInFieldTrueMl") - field;
    expect(shed).toBeGreaterThan(350);
    expect(shed).toBeLessThan(700);
    const lost = level - bench.at("circuit.reservoirVolumeMl");
    expect(lost).toBeGreaterThan(0.4 * shed);
    bench.act({ type: "fault.clear", faultId: "patient.bleeding" });
    bench.do({ type: "pump.start", head: "suck1" });
    bench.do({ type: "pump.setRpm", head: "suck1", rpm: 120 }).run(120);
    expect(bench.at("patient.bloodInFieldTrueMl")).toBeLessThan(0.2 * shed);
    expect(bench.at("circuit.reservoirVolumeMl")).toBeGreaterThan(level - 0.7 * lost);
  });
});

describe("heparin that is gone", () => {
  test("shortens the clotting time, and every unit stays in the books", () => {
    const bench = onBypass();
    expect(bench.at("medicine.actTrueS")).toBeGreaterThan(480);
    bench.inject({ fault: "patient.heparinLost", leftFraction: 0.2 }).run(3);
    expect(bench.at("medicine.actTrueS")).toBeLessThan(300);
    expect(bench.at("ledger.drugErrorFraction")).toBeLessThan(1e-9);
  });
});

describe("a dead heater-cooler", () => {
  test("is exchanged only with its water off, and the spare runs", () => {
    const bench = onBypass().act({ type: "water.swapUnit" });
    expect(bench.facts.at(-1)).toMatchObject({ type: "refused", code: "stillConnected" });
    bench.inject({ fault: "water.unitDies" }).run(1);
    expect(bench.at("water.flowLpm")).toBe(0);
    bench.do({ type: "water.swapUnit" }).run(76);
    expect(bench.at("water.flowLpm")).toBeGreaterThan(10);
  });
});
