/** Air in the circuit and in the patient: where it comes from, how it travels, what holds it, what it does. */
import { describe, expect, test } from "vitest";
import { WorldBench } from "../../support/worldSetup.ts";

const DELIVERED = "patient.airDeliveredMl";

/** The default adult with nothing to stop the pump, and nothing drawn or sucked beside it. */
function unguarded(pump: "roller" | "centrifugal" = "roller"): WorldBench {
  const bench = new WorldBench({ pump }).do(
    { type: "safety.setMode", device: "level", mode: "off" },
    { type: "safety.setMode", device: "bubble", mode: "off" },
  );
  for (const head of ["vent", "suck1", "suck2"] as const) bench.do({ type: "pump.stop", head });
  return bench;
}

/** Seconds until a line holds some air. */
const untilAir = (bench: WorldBench, line: string, limitS: number): number | null =>
  bench.until(limitS, () => {
    bench.world.tick();
    return bench.at(`line.${line}.gasFraction`) > 0.02;
  });

describe("a reservoir that empties", () => {
  const bench = unguarded();
  test("at 800 mL and 4.6 L/min lets air into the boot after 10.4 s and to the cannula after 16 to 23 s", () => {
    bench.do({ type: "line.clamp", site: "venous" });
    const boot = untilAir(bench, "pumpOutlet", 15) as number;
    expect(Math.abs(boot - 10.4)).toBeLessThan(1);
    const cannula =
      boot + (bench.until(15, () => (bench.world, bench.at(DELIVERED) > 0.5)) as number);
    expect(cannula).toBeGreaterThan(16);
    expect(cannula).toBeLessThan(23);
  });
  test("puts 77 mL past the boot in each further second, and less into the patient", () => {
    const before = bench.at("ledger.airTotalMl");
    const delivered = bench.at(DELIVERED);
    bench.run(2);
    const pumped = (bench.at("ledger.airTotalMl") - before) / 2;
    expect(Math.abs(pumped - 77)).toBeLessThan(8);
    expect(bench.at(DELIVERED) - delivered).toBeLessThan(bench.at("ledger.airTotalMl"));
  });
  test("sends air up both carotids and into the heart's own vessels, and the brain darkens", () => {
    const nirs = bench.at("patient.nirsLeftFraction");
    bench.run(20);
    for (const signal of ["patient.airBrainLeftMl", "patient.airBrainRightMl"] as const)
      expect(bench.at(signal)).toBeGreaterThan(1);
    expect(bench.at("patient.nirsLeftFraction")).toBeLessThan(nirs - 0.02);
    expect(bench.at("patient.ischaemiaDose")).toBeGreaterThan(0);
    expect(Math.abs(bench.at("ledger.airErrorMl"))).toBeLessThan(1e-6);
  });
});

describe("oxygenator and filter", () => {
  test("hold a bolus of 50 mL, and are overwhelmed by what keeps coming", () => {
    const bench = unguarded().do({ type: "line.clamp", site: "purge" });
    bench.inject({ fault: "line.airLeak", airMlPerMin: 1000 });
    bench.until(20, () => (bench.world, bench.at("ledger.airTotalMl") >= 50));
    bench.act({ type: "fault.clear", faultId: "line.airLeak" }).run(20);
    expect(bench.at("ledger.airTotalMl")).toBeGreaterThan(30);
    expect(bench.at(DELIVERED)).toBeLessThan(0.05);
    bench.inject({ fault: "line.airLeak", airMlPerMin: 1000 }).run(30);
    expect(bench.at(DELIVERED)).toBeGreaterThan(100);
  });
  test("are emptied by the open purge line", () => {
    const bench = unguarded();
    bench.inject({ fault: "line.airLeak", airMlPerMin: 1000 }).run(6);
    bench.act({ type: "fault.clear", faultId: "line.airLeak" }).run(10);
    const held = bench.at("ledger.airTotalMl");
    expect(held).toBeGreaterThan(15);
    bench.run(30);
    expect(bench.at("ledger.airTotalMl")).toBeLessThan(held - 15);
  });
});

describe("the bubble detector", () => {
  test("stops the pump for a large leak before a second's flow has gone past it", () => {
    const bench = new WorldBench();
    bench.inject({ fault: "line.airLeak", airMlPerMin: 900 });
    const stopped = bench.until(60, () => (bench.world, bench.at("pump.arterial.rotorRpm") < 1));
    expect(stopped).not.toBeNull();
    expect(bench.at(DELIVERED)).toBeLessThan(2);
  });
});

describe("air in the patient", () => {
  test("of 2 mL or more in the heart's vessels makes a beating heart weak and fibrillate within 20 s", () => {
    const bench = new WorldBench({
      edit: (setup) => {
        setup.patient.crossClamped = false;
        setup.patient.rhythm = "sinus";
      },
    }).do(
      { type: "safety.setMode", device: "bubble", mode: "off" },
      { type: "safety.setMode", device: "level", mode: "off" },
      { type: "line.clamp", site: "venous" },
    );
    bench.until(60, () => (bench.world, bench.at("patient.airCoronaryMl") > 2));
    expect(bench.named("patient.rhythm")).toBe("sinus");
    const strength = bench.at("patient.contractilityRatio");
    bench.do({ type: "pump.stop", head: "arterial" }).run(20);
    expect(bench.at("patient.contractilityRatio")).toBeLessThan(strength);
    expect(bench.named("patient.rhythm")).toBe("ventricularFibrillation");
  });
  test("leaves the brain slowly with the blood, and mostly within minutes when it is perfused backward", () => {
    const bench = unguarded();
    bench.inject({ fault: "line.airLeak", airMlPerMin: 1000 });
    bench.until(60, () => (bench.world, bench.at(DELIVERED) > 60));
    bench.act({ type: "fault.clear", faultId: "line.airLeak" }).run(40);
    const inBrain = (): number =>
      bench.at("patient.airBrainLeftMl") + bench.at("patient.airBrainRightMl");
    const lodged = inBrain();
    expect(lodged).toBeGreaterThan(3);
    expect(lodged).toBeLessThan(0.35 * bench.at(DELIVERED));
    bench.run(60);
    const afterMinute = inBrain();
    expect(afterMinute).toBeGreaterThan(0.8 * lodged);
    bench
      .do({ type: "line.clamp", site: "arterialTable" })
      .act(
        { type: "surgeon.close", site: "superiorCava" },
        { type: "surgeon.open", site: "retrogradeCerebral" },
        { type: "surgeon.open", site: "openArch" },
        { type: "pump.setFlow", head: "arterial", flowLpm: 1.5 },
      )
      .run(120);
    expect(inBrain()).toBeLessThan(0.65 * afterMinute);
    expect(bench.at("patient.airReturnedMl")).toBeGreaterThan(1);
    expect(Math.abs(bench.at("ledger.airErrorMl"))).toBeLessThan(1e-6);
  });
});

describe("pumps and siphon", () => {
  test("a roller pumps air; a cone that fills with it loses its prime", () => {
    const flowAfter = (pump: "roller" | "centrifugal"): number => {
      const bench = unguarded(pump).do({ type: "line.clamp", site: "venous" });
      return bench.run(16).at("circuit.arterialFlowTrueLpm");
    };
    expect(flowAfter("roller")).toBeGreaterThan(2);
    expect(flowAfter("centrifugal")).toBeLessThan(1);
  });
  test("air drawn in at the venous cannula breaks the siphon, and no air reaches the patient", () => {
    const bench = unguarded();
    const before = bench.run(2).at("circuit.venousFlowTrueLpm");
    bench.inject({ fault: "line.venousAirLeak", airMlPerMin: 4000 }).run(6);
    expect(bench.at("line.venous.gasFraction")).toBeGreaterThan(0.2);
    const ofBlood =
      bench.at("circuit.venousFlowTrueLpm") * (1 - bench.at("line.venous.gasFraction"));
    expect(ofBlood).toBeLessThan(0.75 * before);
    expect(bench.at(DELIVERED)).toBeLessThan(0.01);
  });
});
