/** What helps and holds back the venous return: the vacuum regulator of the reservoir, and the occluder on the line. */
import { describe, expect, test } from "vitest";
import { traineeActionSchema } from "../../../../src/world/contract/actions.ts";
import { RESERVOIR_VACUUM_MMHG_MAX } from "../../../../src/world/contract/limits.ts";
import { WorldBench } from "../../../support/worldSetup.ts";

const VOLUME = "circuit.reservoirVolumeMl";

describe("vacuum on the reservoir", () => {
  test("opens vented, and draws blood from the patient while it is on", () => {
    const vented = new WorldBench().run(10);
    const ventedMl = vented.at(VOLUME);
    expect(vented.at("gas.vacuumMmHg")).toBe(0);
    const drawn = new WorldBench().do({ type: "gas.setVacuum", vacuumMmHg: 40 }).run(10);
    expect(drawn.at("gas.vacuumMmHg")).toBe(40);
    expect(drawn.at(VOLUME)).toBeGreaterThan(ventedMl + 30);
  });

  test("vented again, the level settles back", () => {
    const bench = new WorldBench().do({ type: "gas.setVacuum", vacuumMmHg: 40 }).run(10);
    const high = bench.at(VOLUME);
    bench.do({ type: "gas.setVacuum", vacuumMmHg: 0 }).run(20);
    expect(bench.at(VOLUME)).toBeLessThan(high);
  });

  test("more than the regulator gives is no act", () => {
    const parse = (vacuumMmHg: number) =>
      traineeActionSchema.safeParse({ type: "gas.setVacuum", vacuumMmHg }).success;
    expect([parse(RESERVOIR_VACUUM_MMHG_MAX), parse(RESERVOIR_VACUUM_MMHG_MAX + 1)]).toEqual([
      true,
      false,
    ]);
  });
});

describe("the occluder on the venous line", () => {
  test("half open it holds blood in the patient, and the level falls under the running pump", () => {
    const open = new WorldBench().run(8);
    const openMl = open.at(VOLUME);
    const cvpMmHg = open.at("patient.centralVenousPressureMmHg");
    const shut = new WorldBench().do({ type: "line.restrict", site: "venous", openFraction: 0.65 });
    shut.run(8);
    expect(shut.at("line.venous.occluderOpenFraction")).toBe(0.65);
    expect(shut.at(VOLUME)).toBeLessThan(openMl - 100);
    expect(shut.at("patient.centralVenousPressureMmHg")).toBeGreaterThan(cvpMmHg + 0.5);
  });
});
