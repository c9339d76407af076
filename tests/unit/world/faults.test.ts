/** What breaks, and what follows from it: slip, module, power, interlock, electronic clamp, cone. */
import { describe, expect, test } from "vitest";
import { WorldBench } from "../../support/worldSetup.ts";

const FLOW = "circuit.arterialFlowTrueLpm";
const SHOWN = "circuit.arterialFlowDisplayedLpm";
const MAP = "patient.arterialPressureMeanMmHg";

describe("coupling slip", () => {
  test("shows speed and flow on the head while the rotor stands and no blood moves", () => {
    const bench = new WorldBench().inject({ fault: "pump.couplingSlip", head: "arterial" }).run(4);
    expect(bench.at("pump.arterial.speedDisplayedRpm")).toBeGreaterThan(100);
    expect(bench.at("pump.arterial.flowDisplayedLpm")).toBeCloseTo(4.6, 1);
    expect(bench.named("pump.arterial.status")).toBe("run");
    expect(bench.at("pump.arterial.rotorRpm")).toBe(0);
    expect(Math.abs(bench.at(FLOW))).toBeLessThan(0.1);
    expect(bench.at(SHOWN)).toBeLessThan(0.2);
  });
  test("leaves a rotor that a crank can turn", () => {
    const bench = new WorldBench().inject({ fault: "pump.couplingSlip", head: "arterial" });
    expect(bench.fitCrank().crank(6, 67).at(FLOW)).toBeGreaterThan(2);
  });
});

describe("a failed motor", () => {
  test("latches a fault; a reset lets it start once more, and it fails again", () => {
    const bench = new WorldBench().inject({ fault: "pump.motor", head: "arterial" }).run(2);
    expect(bench.named("pump.arterial.message")).toBe("motorFault");
    expect(bench.named("pump.vent.status")).toBe("run");
    bench.do({ type: "pump.reset", head: "arterial" }, { type: "pump.start", head: "arterial" });
    bench.run(0.2);
    expect(bench.named("pump.arterial.status")).toBe("fault");
  });
  test("is mended by the spare module, which there is only one of", () => {
    const bench = new WorldBench().inject({ fault: "pump.motor", head: "arterial" }).run(1);
    const off = { type: "pump.setPower", head: "arterial", on: false } as const;
    const exchange = { type: "pump.exchangeModule", head: "arterial" } as const;
    bench.do(off, exchange).run(76);
    bench.do(
      { type: "pump.setPower", head: "arterial", on: true },
      { type: "pump.setFlow", head: "arterial", flowLpm: 4.6 },
      { type: "pump.start", head: "arterial" },
    );
    expect(bench.run(5).mean(FLOW, 2)).toBeCloseTo(4.6, 0);
    bench.do({ type: "pump.stop", head: "arterial" }, off).act(exchange);
    expect(bench.facts.at(-1)).toMatchObject({ type: "refused", code: "noSpare" });
  });
});

describe("a jam", () => {
  test("stops the rotor at once, shows overload, and comes out by hand when it can", () => {
    const bench = new WorldBench().inject({
      fault: "pump.jam",
      head: "arterial",
      clearable: true,
    });
    expect(bench.run(1).named("pump.arterial.message")).toBe("overload");
    expect(bench.at("pump.arterial.rotorRpm")).toBe(0);
    bench.do(
      { type: "pump.setPower", head: "arterial", on: false },
      { type: "pump.openCover", head: "arterial" },
      { type: "pump.clearJam", head: "arterial" },
    );
    bench
      .run(9)
      .do(
        { type: "pump.closeCover", head: "arterial" },
        { type: "pump.setPower", head: "arterial", on: true },
        { type: "pump.reset", head: "arterial" },
        { type: "pump.start", head: "arterial" },
      );
    expect(bench.run(4).mean(FLOW, 1)).toBeCloseTo(4.6, 0);
  });
});

describe("power", () => {
  test("a lost module darkens one head and leaves the console alive", () => {
    const bench = new WorldBench().inject({ fault: "pump.module", head: "arterial" }).run(4);
    expect(bench.named("pump.arterial.status")).toBe("off");
    expect(bench.at("pump.arterial.powered")).toBe(0);
    expect(bench.named("pump.vent.status")).toBe("run");
    expect(bench.named("power.source")).toBe("mains");
    expect(Math.abs(bench.at(FLOW))).toBeLessThan(0.2);
  });
  test("with a working battery every head runs on, and the battery counts down", () => {
    const bench = new WorldBench().inject({ fault: "power.mainsLost", ups: "works" }).run(10);
    expect(bench.named("power.source")).toBe("battery");
    expect(bench.mean(FLOW, 2)).toBeCloseTo(4.57, 1); // the purge takes its share
    expect(bench.at("power.batteryLeftS")).toBeCloseTo(3600 - 12, 0);
    expect(bench.at("alarm.onBattery.active")).toBe(1);
    expect(bench.at("water.flowLpm")).toBe(0);
  });
  test.each(["absent", "failed"] as const)("with the battery %s every head stops", (ups) => {
    const bench = new WorldBench().inject({ fault: "power.mainsLost", ups }).run(3);
    expect(bench.named("power.source")).toBe("none");
    for (const head of ["arterial", "vent", "suck1"])
      expect(bench.at(`pump.${head}.rotorRpm`)).toBeCloseTo(0, 5);
    expect(Math.abs(bench.at(FLOW))).toBeLessThan(0.2);
    expect(bench.at("alarm.consolePower.active")).toBe(1);
  });
  test("a crank works without any power", () => {
    const bench = new WorldBench().inject({ fault: "power.mainsLost", ups: "failed" });
    expect(bench.fitCrank().crank(6, 67).at(FLOW)).toBeGreaterThan(2);
  });
  test("the plug in the emergency supply brings power back, and heads wait for START", () => {
    const bench = new WorldBench()
      .inject({ fault: "power.mainsLost", ups: "absent" })
      .run(1)
      .do({ type: "power.movePlug" })
      .run(32);
    expect(bench.named("power.source")).toBe("mains");
    expect(bench.named("pump.arterial.status")).toBe("stop");
    bench.do({ type: "pump.start", head: "arterial" });
    expect(bench.run(3).mean(FLOW, 1)).toBeCloseTo(4.6, 0);
  });
  test("an empty battery is the end of it", () => {
    const bench = new WorldBench({ edit: (setup) => (setup.machine.batteryMinutes = 0.2) });
    bench.inject({ fault: "power.mainsLost", ups: "works" }).run(11);
    expect(bench.named("power.source")).toBe("battery");
    expect(bench.run(3).named("power.source")).toBe("none");
  });
});

describe("an interlock", () => {
  test.each([
    ["cover", "coverOpen", { type: "pump.closeCover", head: "arterial" }],
    ["emergencyStop", "emergencyStop", { type: "pump.reset", head: "arterial" }],
  ] as const)("of %s names itself and one action clears it", (cause, message, remedy) => {
    const bench = new WorldBench().inject({ fault: "pump.interlock", head: "arterial", cause });
    expect(bench.run(2).named("pump.arterial.message")).toBe(message);
    expect(Math.abs(bench.at(FLOW))).toBeLessThan(0.3);
    bench.do(remedy, { type: "pump.start", head: "arterial" });
    expect(bench.run(3).mean(FLOW, 1)).toBeCloseTo(4.6, 0);
  });
});

describe("the electronic clamp closed in error", () => {
  const closed = (indicator: "showsOpen" | "showsClosed" = "showsOpen"): WorldBench =>
    new WorldBench().inject({ fault: "electronicClamp.closedInError", indicator });

  test("stops flow while the head looks normal, and pressure before it climbs 100 to 200 mmHg a second", () => {
    const bench = closed();
    const start = bench.at("circuit.postmembranePressureMmHg");
    bench.run(0.4);
    expect(bench.named("pump.arterial.status")).toBe("run");
    expect(bench.at("patient.systemicFlowTrueLpm")).toBeLessThan(0.5);
    const slopeMmHgPerS = (): number => {
      const before = bench.at("circuit.postmembranePressureMmHg");
      return (bench.run(0.3).at("circuit.postmembranePressureMmHg") - before) / 0.3;
    };
    const slope = slopeMmHgPerS();
    expect(slope).toBeGreaterThan(100);
    expect(slope).toBeLessThan(220);
    expect(bench.at("circuit.postmembranePressureMmHg")).toBeGreaterThan(start);
  });
  test("trips the pressure servo, which stops the pump and says so", () => {
    const bench = closed();
    const trippedS = bench.until(5, () => bench.at("safety.pressure.tripped") === 1);
    expect(trippedS).toBeLessThan(2.5);
    expect(bench.run(1).named("pump.arterial.message")).toBe("pressureStop");
    expect(bench.at("circuit.postmembranePressureMmHg")).toBeLessThan(450);
    expect(bench.run(4).at(MAP)).toBeLessThan(25);
  });
  test("has a lamp that may deny it, and jaws that do not", () => {
    expect(closed("showsOpen").at("electronicClamp.lampClosed")).toBe(0);
    expect(closed("showsOpen").at("electronicClamp.jawsClosed")).toBe(1);
    expect(closed("showsClosed").at("electronicClamp.lampClosed")).toBe(1);
  });
  test("does not obey the panel; taking the line out by hand restores flow", () => {
    const bench = closed().run(3);
    bench.do({ type: "electronicClamp.command", open: true }).run(1);
    expect(bench.at("electronicClamp.jawsClosed")).toBe(1);
    bench.do({ type: "electronicClamp.releaseByHand" }).run(3);
    bench.do({ type: "safety.reset", device: "pressure" }).run(0.1);
    bench.do({ type: "pump.start", head: "arterial" });
    expect(bench.run(3).mean(FLOW, 1)).toBeCloseTo(4.6, 0);
  });
});

describe("a centrifugal pump", () => {
  const stop = (): WorldBench =>
    new WorldBench({ pump: "centrifugal" }).do({ type: "pump.stop", head: "arterial" });

  test("that stops lets blood run back from the patient until a clamp holds it", () => {
    const bench = stop().run(3);
    expect(bench.at(FLOW)).toBeLessThan(-0.3);
    expect(bench.at("alarm.reverseFlow.active")).toBe(1);
    bench.do({ type: "line.clamp", site: "arterial" }).run(2);
    expect(Math.abs(bench.at(FLOW))).toBeLessThan(0.1);
  });
  test("runs back by 0.3 to 1.5 L/min", () => {
    let lowest = 0;
    const bench = stop();
    bench.run(6, () => (lowest = Math.min(lowest, bench.at(FLOW))));
    expect(lowest).toBeLessThan(-0.3);
    expect(lowest).toBeGreaterThan(-1.5);
  });
  test("that is decoupled shows rpm, and pressure falls", () => {
    const bench = new WorldBench({ pump: "centrifugal" })
      .inject({ fault: "centrifugal.decoupled" })
      .run(5);
    expect(bench.at("pump.arterial.speedDisplayedRpm")).toBeGreaterThan(3000);
    expect(bench.at("pump.arterial.rotorRpm")).toBeLessThan(5);
    expect(bench.at(MAP)).toBeLessThan(20);
  });
  test("that is decoupled catches again when its drive has stood still", () => {
    const bench = new WorldBench({ pump: "centrifugal" })
      .inject({ fault: "centrifugal.decoupled" })
      .run(3)
      .do({ type: "line.clamp", site: "arterial" }, { type: "pump.stop", head: "arterial" })
      .run(6)
      .do(
        { type: "pump.reset", head: "arterial" },
        { type: "pump.setRpm", head: "arterial", rpm: 2000 },
        { type: "pump.start", head: "arterial" },
      )
      .run(4)
      .do(
        { type: "line.unclamp", site: "arterial" },
        { type: "pump.setRpm", head: "arterial", rpm: 3650 },
      )
      .run(8);
    expect(bench.mean(FLOW, 1)).toBeGreaterThan(4);
  });
  test("spun to 1500 rpm before the clamp opens moves no blood backward; at 500 rpm it does", () => {
    const lowestAt = (rpm: number): number => {
      const bench = stop()
        .do({ type: "line.clamp", site: "arterial" })
        .run(8)
        .do(
          { type: "pump.setRpm", head: "arterial", rpm },
          { type: "pump.start", head: "arterial" },
        )
        .run(4)
        .do({ type: "line.unclamp", site: "arterial" });
      let lowest = 0;
      bench.run(4, () => (lowest = Math.min(lowest, bench.at(FLOW))));
      return lowest;
    };
    expect(lowestAt(1500)).toBeGreaterThan(-0.05);
    expect(lowestAt(500)).toBeLessThan(-0.1);
  });
  test("loses flow against pressure, where a roller does not", () => {
    const flows = (["roller", "centrifugal"] as const).map((pump) => {
      const bench = new WorldBench({ pump });
      bench.do({ type: "safety.setMode", device: "pressure", mode: "alarmOnly" });
      bench.inject({ fault: "line.kink", site: "arterial", openFraction: 0.3 });
      return bench.run(20).mean(FLOW, 2);
    });
    expect(flows[0]).toBeGreaterThan(4.4);
    expect(flows[1]).toBeLessThan(3.8);
  });
});

describe("the flow probe", () => {
  test("frozen, it keeps its number while the patient has no flow", () => {
    const bench = new WorldBench().inject({ fault: "flowProbe.frozen" });
    bench.inject({ fault: "pump.motor", head: "arterial" }).run(5);
    expect(bench.at(SHOWN)).toBeGreaterThan(4.3);
    expect(Math.abs(bench.at(FLOW))).toBeLessThan(0.1);
  });
  test("failed, it reads nothing while blood moves", () => {
    const bench = new WorldBench().inject({ fault: "flowProbe.failed" }).run(6);
    expect(bench.at(SHOWN)).toBeLessThan(0.1);
    expect(bench.at("circuit.flowProbeValid")).toBe(0);
    expect(bench.mean(FLOW, 3)).toBeCloseTo(4.57, 1); // the purge takes its share
  });
});
