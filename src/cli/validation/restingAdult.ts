/**
 * A healthy adult at rest, off bypass, as the world makes him: the default circuit and machine stand with
 * their lines clamped beside an awake patient with a beating heart. Settled once and read many times.
 */
import { type WorldSetup, worldSetupSchema } from "../../world/contract/setup.ts";
import { SIGNAL_COUNT, signalIndex } from "../../world/contract/signals.ts";
import { createWorld } from "../../world/createWorld.ts";
import { readScenarioFolder } from "../readLibrary.ts";
import { SCENARIO_FOLDER } from "../scenarioContent.ts";

/**
 * The reference adult of physiology.md 5 (BioGears' reference column: output 5.6 L/min, mean pressure 70
 * to 105, blood 5674 mL, pulse 72; CVSim's compliances). Strength and filling pressure are set by us so
 * that ejection fraction, pressure, rate and organ flows lie in the bands given there, so those rows are a
 * calibration and no evidence.
 */
const PATIENT = {
  crossClamped: false,
  rhythm: "sinus",
  isAwake: true,
  temperatureC: 37,
  hemoglobinGPerDl: 14.5,
  meanArterialPressureMmHg: 88,
  centralVenousPressureMmHg: 5.3,
  criticalClosingPressureMmHg: 13,
  arterialComplianceMlPerMmHg: 1.42,
  venousComplianceMlPerMmHg: 103,
  cardiacIndexLpmPerM2: 2.93,
  contractilityRatio: 1.6,
  reflexGainRatio: 1,
  bleedingMlPerSPerMmHg: 0,
} as const;
const BLOOD_ML = 5674;
/** Blood of a primed circuit that stands beside him, mL: reservoir, oxygenator and lines. */
const CIRCUIT_ML = 1680;
const READ_TICKS = 150;

function restingSetup(): WorldSetup {
  const { patients, circuits, machines, drugs } = readScenarioFolder(SCENARIO_FOLDER);
  const setup = worldSetupSchema.parse({
    patient: patients.get("adult-75kg")?.data,
    circuit: circuits.get("adult-hardshell")?.data,
    machine: machines.get("five-head-roller")?.data,
    drugs: [...drugs.values()].map(({ data }) => data),
    seed: 1,
  });
  Object.assign(setup.patient, PATIENT, { bloodVolumeMl: BLOOD_ML + CIRCUIT_ML });
  for (const head of ["arterial", "vent", "suck1", "suck2"] as const) {
    setup.machine.heads[head].flowLpm = 0;
  }
  setup.machine.clampsClosed = ["venous", "arterial", "recirculation", "bridge", "cardioplegia"];
  return setup;
}

let means: Float64Array | null = null;

/** Mean of a signal over three seconds of rest. */
export function atRest(signal: string): number {
  if (means === null) {
    const world = createWorld(restingSetup());
    const now = new Float64Array(SIGNAL_COUNT);
    const sum = new Float64Array(SIGNAL_COUNT);
    for (let tick = 0; tick < READ_TICKS; tick += 1) {
      world.step();
      world.readings(now);
      for (let i = 0; i < SIGNAL_COUNT; i += 1) sum[i] += (now[i] as number) / READ_TICKS;
    }
    means = sum;
  }
  return means[signalIndex(signal)] as number;
}
