/** Mains, battery and the emergency supply: what lasts how long, and what a late generator means. */
import { describe, expect, test } from "vitest";
import { WorldBench } from "../../../support/worldSetup.ts";

const MAINS_LOST = { fault: "power.mainsLost", ups: "works" } as const;

describe("a worn battery", () => {
  test("carries the console for what is left in it, and then every head stands", () => {
    const bench = new WorldBench()
      .inject(MAINS_LOST)
      .inject({ fault: "power.batteryWorn", leftS: 5 });
    bench.run(3);
    expect(bench.named("power.source")).toBe("battery");
    expect(bench.at("circuit.arterialFlowTrueLpm")).toBeGreaterThan(4);
    bench.run(6);
    expect(bench.named("power.source")).toBe("none");
    expect(bench.named("pump.arterial.status")).not.toBe("run");
  });
  test("lasts longer when heads are stopped", () => {
    const source = (isShed: boolean): string => {
      const bench = new WorldBench()
        .inject(MAINS_LOST)
        .inject({ fault: "power.batteryWorn", leftS: 8 });
      const heads = isShed ? (["suck1", "suck2", "vent"] as const) : [];
      for (const head of heads) bench.act({ type: "pump.stop", head });
      return bench.run(12).named("power.source");
    };
    expect(source(true)).toBe("battery");
    expect(source(false)).toBe("none");
  });
});

describe("a late generator", () => {
  test("leaves the emergency socket dead until it runs", () => {
    const bench = new WorldBench()
      .inject({ fault: "power.mainsLost", ups: "failed" })
      .inject({ fault: "power.generatorLate", startsS: 45 });
    bench.act({ type: "power.movePlug" }).run(40);
    expect(bench.named("power.source")).toBe("none");
    bench.run(8);
    expect(bench.named("power.source")).toBe("mains");
  });
});
