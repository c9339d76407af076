/**
 * Patients nobody wrote, at machines set in any legal way: thirty seconds each without a number that is
 * none, a volume or content below nothing, or a reading outside its declared range. `RANDOM_PATIENTS=1000`
 * runs more of them, `RANDOM_PATIENTS_FROM` begins at another seed; a failure names its seed.
 */
import { expect, test } from "vitest";
import { readBinary } from "../../../src/kernel/binary.ts";
import { SIGNAL_COUNT, SIGNALS } from "../../../src/world/contract/signals.ts";
import type { WorldAction } from "../../../src/world/contract/world.ts";
import { createWorld } from "../../../src/world/createWorld.ts";
import { allocateState } from "../../../src/world/state/state.ts";
import { CELL_COUNT, OTHER_ANIONS } from "../../../src/world/topology.ts";
import { type Dice, diceOf, drawSetup, randomPatientSeeds } from "../../support/randomPatients.ts";

const SEEDS = randomPatientSeeds(4);
const TICKS = 30 * 50;
const READ_EVERY_TICKS = 5;
const CONTENT_EVERY_TICKS = 50;
/** An amount that is used up ends within a rounding of nothing. */
const ROUNDING = 1e-9;

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
  const world = createWorld(drawSetup(dice));
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
  `${SEEDS.length} random patients at random machines keep every reading in its range`,
  () => {
    const failures: string[] = [];
    for (const seed of SEEDS) {
      try {
        const wrong = play(seed);
        if (wrong !== null) failures.push(`seed ${seed}: ${wrong}`);
      } catch (error) {
        failures.push(`seed ${seed}: ${String(error)}`);
      }
    }
    expect(failures).toEqual([]);
  },
  60_000 + SEEDS.length * 10_000,
);
