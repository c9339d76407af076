/** The machine check, transducers and in-line sensors, plugs and light, laps, and what neglect does. */
import { describe, expect, test } from "vitest";
import { CHECK_ITEMS, REGISTERED_DEVICES } from "../../../../src/world/contract/machineIds.ts";
import { WorldBench } from "../../../support/worldSetup.ts";

const lastDone = (bench: WorldBench): string => {
  const fact = bench.facts.findLast((each) => each.type === "taskDone");
  return fact?.type === "taskDone" ? fact.sentence : "";
};
const check = (bench: WorldBench, item: (typeof CHECK_ITEMS)[number]): string => {
  bench.do({ type: "check.perform", item }).run(5.1);
  return bench.named(`check.${item}`);
};

describe("the machine check", () => {
  test("passes point by point on a machine that is as it should be", () => {
    const bench = new WorldBench();
    expect(bench.named("check.battery")).toBe("open");
    for (const item of CHECK_ITEMS) expect(check(bench, item), item).toBe("passed");
  });
  test("finds an overdue tag and a leak to earth, which have to be acted on", () => {
    const bench = new WorldBench({
      edit: (setup) => {
        setup.machine.upkeep = {
          safetyTagOverdue: ["heaterCooler"],
          serviceOverdue: [],
          earthLeakageHigh: ["console"],
        };
      },
    }).run(0.5);
    expect(bench.at("alarm.upkeepOverdue.active")).toBe(1);
    expect(check(bench, "safetyTags")).toBe("finding");
    expect(lastDone(bench)).toContain("heater-cooler");
    expect(check(bench, "earthLeakage")).toBe("finding");
    for (const item of ["safetyTags", "earthLeakage"] as const) {
      bench.do({ type: "check.actOn", item }).run(15.1);
      expect(bench.named(`check.${item}`)).toBe("actedOn");
      expect(check(bench, item)).toBe("passed");
    }
    expect(bench.at("alarm.upkeepOverdue.active")).toBe(0);
  });
  test.each([
    ["oxygenAnalyser", { fault: "gas.analyserDrift", errorFraction: 0.08 }],
    ["scavenging", { fault: "gas.scavengingObstructed", openFraction: 0.3 }],
    ["levelSensors", { fault: "safety.sensorFails", device: "level", failure: "dead" }],
    ["bubbleDetectors", { fault: "safety.sensorFails", device: "bubble", failure: "dead" }],
    ["pressureZero", { fault: "monitor.zeroDrift", transducer: "arterial", offsetMmHg: 9 }],
    ["inlineSensors", { fault: "monitor.inlineDrift", sensor: "hematocrit", errorFraction: 0.1 }],
    ["handCrank", { fault: "crank.missing" }],
    ["directionAndTube", { fault: "spare.wrongTube" }],
    ["gasSupply", { fault: "gas.cylinderLow", contentsL: 50 }],
    ["heaterCooler", { fault: "water.pumpWeak", lostFraction: 0.5 }],
  ] as const)("%s finds what is wrong with it", (item, fault) => {
    expect(check(new WorldBench().inject(fault).run(0.5), item)).toBe("finding");
  });
  test("there is nothing to act on before a finding", () => {
    const bench = new WorldBench().act({ type: "check.actOn", item: "battery" });
    expect(bench.facts.at(-1)).toMatchObject({ type: "refused", code: "alreadySo" });
  });
});

test("a device past its service date fails at a moment the seed draws", () => {
  const worn = new WorldBench({
    seed: 5,
    edit: (setup) => {
      setup.machine.upkeep = {
        safetyTagOverdue: [],
        serviceOverdue: REGISTERED_DEVICES.slice(),
        earthLeakageHigh: [],
      };
    },
  });
  const hasFailed = (): boolean =>
    worn.at("alarm.headFault.active") === 1 ||
    worn.at("water.flowLpm") < 10 ||
    worn.at("gas.fio2TrueFraction") < 0.6 ||
    worn.at("transducer.arterial.errorMmHg") > 5;
  // Four devices: a quarter of an hour leaves one chance in four hundred that none has failed.
  const failedS = worn.until(900, hasFailed);
  expect(failedS).not.toBeNull();
  expect(failedS).toBeGreaterThan(1);
}, 60_000);

describe("transducers", () => {
  test("a drifted zero shows a wrong pressure until it is zeroed", () => {
    const bench = new WorldBench().run(2);
    const before = bench.at("patient.arterialPressureMeanMmHg");
    bench.inject({ fault: "monitor.zeroDrift", transducer: "arterial", offsetMmHg: 15 }).run(4);
    // The patient's own pressure wanders by a millimetre or so meanwhile.
    expect(Math.abs(bench.at("patient.arterialPressureMeanMmHg") - before - 15)).toBeLessThan(2);
    bench.do({ type: "monitor.zero", transducer: "arterial" }).run(12);
    expect(Math.abs(bench.at("patient.arterialPressureMeanMmHg") - before)).toBeLessThan(3);
  });
  test("one that hangs 13 cm too low reads 10 mmHg too high, also for its servo", () => {
    const bench = new WorldBench().run(2);
    const cvp = bench.at("patient.centralVenousPressureMmHg");
    bench.inject({ fault: "monitor.wrongHeight", transducer: "venous", heightCm: -13 }).run(1);
    expect(bench.at("patient.centralVenousPressureMmHg") - cvp).toBeCloseTo(10, 0);
    bench
      .do({ type: "safety.setLimit", device: "pressure", value: 185 })
      .inject({ fault: "monitor.wrongHeight", transducer: "postmembrane", heightCm: -50 })
      .run(3);
    expect(bench.named("pump.arterial.message")).toBe("pressureStop");
    bench.do({ type: "inspect", what: "transducers" }).run(2);
    expect(bench.facts.findLast((fact) => fact.type === "seen")).toMatchObject({
      finding: "abnormal",
    });
  });
  test("the gradient over the membrane is what both sides show", () => {
    const bench = new WorldBench().run(3);
    expect(bench.at("circuit.transmembraneGradientMmHg")).toBeCloseTo(
      bench.at("circuit.premembranePressureMmHg") - bench.at("circuit.postmembranePressureMmHg"),
      6,
    );
  });
});

describe("in-line sensors", () => {
  test("SvO2 and haematocrit drift away and come back by calibration", () => {
    const bench = new WorldBench().run(2);
    const [svo2, hct] = [
      bench.at("circuit.venousSaturationDisplayedFraction"),
      bench.at("circuit.hematocritDisplayedFraction"),
    ];
    bench
      .inject({ fault: "monitor.inlineDrift", sensor: "venousSaturation", errorFraction: 0.1 })
      .inject({ fault: "monitor.inlineDrift", sensor: "hematocrit", errorFraction: -0.2 })
      .run(20);
    expect(bench.at("circuit.venousSaturationDisplayedFraction")).toBeCloseTo(svo2 * 1.1, 2);
    expect(bench.at("circuit.hematocritDisplayedFraction")).toBeCloseTo(hct * 0.8, 2);
    expect(bench.at("alarm.hematocritLow.active")).toBe(1);
    bench.do({ type: "monitor.calibrate", sensor: "hematocrit" }).run(35);
    expect(bench.at("circuit.hematocritDisplayedFraction")).toBeCloseTo(hct, 2);
  });
});

describe("power and light", () => {
  test("the battery lasts by its load: a heater-cooler on the protected sockets empties it", () => {
    const lastsS = (protect: boolean): number => {
      const bench = new WorldBench({ edit: (setup) => (setup.machine.batteryMinutes = 1.2) });
      if (protect)
        bench.do({ type: "power.plug", device: "heaterCooler", socket: "protected" }).run(7);
      bench.inject({ fault: "power.mainsLost", ups: "works" });
      return bench.until(120, () => bench.named("power.source") === "none") as number;
    };
    const alone = lastsS(false);
    expect(alone).toBeGreaterThan(65);
    expect(lastsS(true)).toBeLessThan(alone / 2.5);
  }, 60_000);
  test("on the protected sockets the water runs on, and the load alarms", () => {
    const bench = new WorldBench()
      .do({ type: "power.plug", device: "heaterCooler", socket: "protected" })
      .run(7)
      .inject({ fault: "power.mainsLost", ups: "works" })
      .run(3);
    expect(bench.at("water.flowLpm")).toBeCloseTo(15, 6);
    expect(bench.at("alarm.batteryOverloaded.active")).toBe(1);
  });
  test("in the dark nothing is seen until the emergency light is on", () => {
    const bench = new WorldBench().inject({ fault: "power.lightsOut" });
    const sees = (): string => {
      bench.do({ type: "inspect", what: "cover" }).run(1.5);
      const seen = bench.facts.findLast((fact) => fact.type === "seen");
      return seen?.type === "seen" ? seen.finding : "";
    };
    expect(sees()).toBe("notVisible");
    expect(bench.at("alarm.lightsOut.active")).toBe(1);
    bench.do({ type: "power.light", on: true });
    expect(sees()).toBe("asItShouldBe");
  });
});

test("a lap keeps the timer's reading and counts", () => {
  const bench = new WorldBench().run(2).do({ type: "timer.lap", timer: "bypass" });
  const lap = bench.at("timer.bypass.lapS");
  bench.run(3).do({ type: "timer.lap", timer: "bypass" });
  expect(bench.at("timer.bypass.lapS") - lap).toBeCloseTo(3, 1);
  expect(bench.at("timer.bypass.lapCount")).toBe(2);
});
