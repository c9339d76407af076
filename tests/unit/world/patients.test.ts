/** Patients as data: each stands on bypass at its own size, and its disease changes what happens. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { patientSchema } from "../../../src/world/contract/setup.ts";
import { leastBloodMl } from "../../../src/world/physics/leastBlood.ts";
import { ROOT } from "../../support/sourceTree.ts";
import { readWorldSetup, type SetupOptions, WorldBench } from "../../support/worldSetup.ts";

const FOLDER = path.join(ROOT, "scenarios/patients");
const PATIENTS = fs
  .readdirSync(FOLDER)
  .map((name) => patientSchema.parse(parseYaml(fs.readFileSync(path.join(FOLDER, name), "utf8"))));
const byId = (id: string) => {
  const found = PATIENTS.find((patient) => patient.id === id);
  if (found === undefined) throw new Error(`There is no patient ${id}.`);
  return found;
};

/** Flow by surface, as far as the default venous cannula drains. */
const FLOW_LPM_MAX = 5;

const onBypass = (id: string, agglutinationBelowC?: number): SetupOptions => ({
  edit: (setup) => {
    setup.patient = { ...byId(id), ...(agglutinationBelowC && { agglutinationBelowC }) };
    const { bodySurfaceM2 } = setup.patient;
    setup.machine.heads.arterial.flowLpm = Math.min(FLOW_LPM_MAX, 2.4 * bodySurfaceM2);
  },
});

const benchOf = (id: string, agglutinationBelowC?: number) =>
  new WorldBench(onBypass(id, agglutinationBelowC));

test("there are at least ten, from 40 to 160 kg, and every disease named asks for targets", () => {
  expect(PATIENTS.length).toBeGreaterThan(10);
  const weights = PATIENTS.map(({ weightKg }) => weightKg);
  expect([Math.min(...weights), Math.max(...weights)]).toEqual([40, 160]);
  for (const { id, conditions, targets } of PATIENTS)
    if (conditions.length > 0) expect(targets, id).toBeDefined();
});

test.each(PATIENTS.filter(({ crossClamped }) => crossClamped).map(({ id }) => id))(
  "%s has blood enough for the default circuit and its own vessels",
  (id) => {
    const setup = readWorldSetup(onBypass(id));
    expect(setup.patient.bloodVolumeMl).toBeGreaterThanOrEqual(leastBloodMl(setup));
  },
);

test.each([
  ["small-40kg", 5],
  ["obese-160kg", 12],
  ["pregnant-79kg", 12],
])("%s stands on bypass", (id, roomMmHg) => {
  const bench = benchOf(id);
  const start = bench.at("patient.arterialPressureMeanMmHg");
  expect(Math.abs(start - byId(id).meanArterialPressureMmHg)).toBeLessThan(roomMmHg);
  bench.run(20);
  expect(Math.abs(bench.at("patient.arterialPressureMeanMmHg") - start)).toBeLessThan(6);
});

describe("disease", () => {
  test("a patient after days of heparin has a shorter clotting time for the same dose", () => {
    const resistant = benchOf("heparin-resistant-85kg").at("medicine.actTrueS");
    const usual = benchOf("adult-75kg").at("medicine.actTrueS");
    expect(resistant).toBeLessThan(usual - 60);
  });

  test("cold agglutinins clump in the fibres when the water is cold", () => {
    const bench = benchOf("cold-agglutinin-77kg", 35);
    bench.do({ type: "water.setPoint", temperatureC: 12 });
    bench.run(200);
    expect(bench.at("circuit.oxygenatorClotFraction")).toBeGreaterThan(0.05);
  });
});
