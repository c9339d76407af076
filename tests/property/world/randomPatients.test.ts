/**
 * Patients nobody wrote, at machines set in any legal way: thirty seconds each without a number that is
 * none, a volume or content below nothing, or a reading outside its declared range. `RANDOM_PATIENTS=1000`
 * runs more of them, `RANDOM_PATIENTS_FROM` begins at another seed; a failure names its seed.
 */
import { expect, test } from "vitest";
import { readBinary } from "../../../src/kernel/binary.ts";
import { nextFraction, pick, STREAM_WORDS, seedStream } from "../../../src/kernel/random.ts";
import type { WorldSetup } from "../../../src/world/contract/setup.ts";
import { SIGNAL_COUNT, SIGNALS } from "../../../src/world/contract/signals.ts";
import type { WorldAction } from "../../../src/world/contract/world.ts";
import { createWorld } from "../../../src/world/createWorld.ts";
import { allocateState } from "../../../src/world/state/state.ts";
import { CELL_COUNT, OTHER_ANIONS } from "../../../src/world/topology.ts";
import { readWorldSetup } from "../../support/worldSetup.ts";

const COUNT = Number(process.env["RANDOM_PATIENTS"] ?? 4);
const FROM = Number(process.env["RANDOM_PATIENTS_FROM"] ?? 1);
const TICKS = 30 * 50;
const READ_EVERY_TICKS = 5;
const CONTENT_EVERY_TICKS = 50;
/** An amount that is used up ends within a rounding of nothing. */
const ROUNDING = 1e-9;

interface Dice {
  readonly seed: number;
  between(min: number, max: number): number;
  oneOf<T>(items: readonly T[]): T;
}

function diceOf(seed: number): Dice {
  const words = new Uint32Array(STREAM_WORDS);
  seedStream(words, 0, seed, "randomPatients");
  return {
    seed,
    between: (min, max) => min + (max - min) * nextFraction(words, 0),
    oneOf: (items) => pick(words, 0, items),
  };
}

function drawPatient(dice: Dice, { patient }: WorldSetup): void {
  const weightKg = dice.between(40, 140);
  const heightCm = dice.between(145, 200);
  patient.weightKg = weightKg;
  patient.heightCm = heightCm;
  patient.bodySurfaceM2 = Math.sqrt((weightKg * heightCm) / 3600);
  patient.ageYears = dice.between(18, 90);
  // Blood by surface, since fat holds little, and the prime on top of it.
  patient.bloodVolumeMl = dice.between(2500, 2900) * patient.bodySurfaceM2 + 1000;
  patient.hemoglobinGPerDl = dice.between(5, 14);
  patient.meanArterialPressureMmHg = dice.between(40, 90);
  patient.centralVenousPressureMmHg = dice.between(0, 10);
  patient.arterialComplianceMlPerMmHg = dice.between(0.8, 2.4);
  patient.venousComplianceMlPerMmHg = dice.between(50, 90) * patient.bodySurfaceM2;
  patient.oxygenUptakeMlPerMinPerM2 = dice.between(80, 150);
  patient.temperatureC = dice.between(18, 38);
  patient.brainQ10 = dice.between(1.8, 3);
  patient.reflexGainRatio = dice.between(0, 1);
  patient.contractilityRatio = dice.between(0.3, 1.4);
  patient.heartRatePerMin = dice.between(40, 110);
  patient.plasma.potassiumMmolPerL = dice.between(3, 6.5);
  patient.plasma.baseExcessMmolPerL = dice.between(-12, 8);
  patient.plasma.lactateMmolPerL = dice.between(0.5, 8);
  patient.plasma.albuminGPerL = dice.between(12, 45);
  patient.rhythm = dice.oneOf(["arrested", "arrested", "sinus", "ventricularFibrillation"]);
  patient.crossClamped = patient.rhythm === "arrested";
}

function drawMachine(dice: Dice, { machine, patient, circuit }: WorldSetup): void {
  machine.heads.arterial.flowLpm = Math.min(8, dice.between(1, 3) * patient.bodySurfaceM2);
  machine.heads.arterial.occlusionFraction = dice.between(0.85, 1.05);
  machine.heads.vent.flowLpm = dice.between(0, 0.6);
  machine.heads.suck1.flowLpm = dice.between(0, 0.8);
  machine.fio2Fraction = dice.between(0.21, 1);
  machine.sweepLpm = dice.between(0, 15);
  machine.waterSetPointC = dice.between(4, 42);
  circuit.reservoirStartMl = dice.between(300, 1200);
  machine.safety.levelLimitMl = dice.between(200, 600);
}

/** What may be turned at any time by a legal hand. */
const drawActs = (dice: Dice): readonly WorldAction[] => [
  { type: "gas.setFio2", fio2Fraction: dice.between(0.21, 1) },
  { type: "gas.setSweep", sweepLpm: dice.between(0, 15) },
  { type: "water.setPoint", temperatureC: dice.between(4, 42) },
  { type: "pump.setFlow", head: "arterial", flowLpm: dice.between(0, 7) },
];

const held = allocateState(0);

/** Other anions are what a drawn plasma's charges leave over; below nothing they are cations. */
const isCharge = (index: number): boolean => Math.floor(index / CELL_COUNT) === OTHER_ANIONS;

/** A volume or an amount below nothing (but for rounding), by its block, or null. */
function debtOf(snapshot: Uint8Array): string | null {
  readBinary(snapshot, "onbypass.world", (reader) => {
    reader.float64sInto(held.all);
    reader.uint32sInto(held.random);
  });
  for (const block of ["nodeVolumeMl", "cellVolumeMl", "cellAmount", "cellHeldGasMl"] as const) {
    const at = held[block].findIndex(
      (value, index) => value < -ROUNDING && !(block === "cellAmount" && isCharge(index)),
    );
    if (at >= 0) return `${block}[${at}] is ${held[block][at]}`;
  }
  return null;
}

/** Thirty seconds; what was wrong with the first reading that was, or null. */
function play(seed: number): string | null {
  const dice = diceOf(seed);
  const setup = readWorldSetup({
    pump: dice.oneOf(["roller", "centrifugal"]),
    seed,
    edit: (drawn) => {
      drawPatient(dice, drawn);
      drawMachine(dice, drawn);
    },
  });
  const world = createWorld(setup);
  const now = new Float64Array(SIGNAL_COUNT);
  for (let tick = 0; tick < TICKS; tick += 1) {
    if (tick === TICKS / 2) for (const act of drawActs(dice)) world.apply(act);
    world.step();
    if (tick % CONTENT_EVERY_TICKS === 0) {
      const debt = debtOf(world.snapshot());
      if (debt !== null) return `${debt} after ${tick / 50} s`;
    }
    if (tick % READ_EVERY_TICKS !== 0) continue;
    world.readings(now);
    const wrong = SIGNALS.findIndex(({ min, max }, at) => !(now[at] >= min && now[at] <= max));
    if (wrong >= 0) return `${SIGNALS[wrong].id} is ${now[wrong]} after ${tick / 50} s`;
  }
  return null;
}

test(
  `${COUNT} random patients at random machines keep every reading in its range`,
  () => {
    const failures: string[] = [];
    for (let seed = FROM; seed < FROM + COUNT; seed += 1) {
      try {
        const wrong = play(seed);
        if (wrong !== null) failures.push(`seed ${seed}: ${wrong}`);
      } catch (error) {
        failures.push(`seed ${seed}: ${String(error)}`);
      }
    }
    expect(failures).toEqual([]);
  },
  60_000 + COUNT * 10_000,
);
