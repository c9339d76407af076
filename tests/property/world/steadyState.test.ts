/**
 * Patients nobody wrote, at machines set in any legal way, left alone: each comes to rest. Pressures, flow
 * and reservoir stand still, and what heat and gas stores move slowly for an hour moves ever more slowly.
 * `RANDOM_PATIENTS=1000` runs more of them, `RANDOM_PATIENTS_FROM` begins at another seed.
 */
import { expect, test } from "vitest";
import { SIGNAL_COUNT, signalIndex } from "../../../src/world/contract/signals.ts";
import type { World } from "../../../src/world/contract/world.ts";
import { createWorld } from "../../../src/world/createWorld.ts";
import { diceOf, drawSetup, randomPatientSeeds } from "../../support/randomPatients.ts";

const SEEDS = randomPatientSeeds(2);
const RESERVOIR = "circuit.reservoirVolumeMl";
const CARBON_DIOXIDE = "circuit.arterialCarbonDioxideTensionDisplayedMmHg";
const LEFT_ATRIUM_AT = signalIndex("patient.leftAtrialPressureMmHg");
const RESERVOIR_AT = signalIndex(RESERVOIR);
const SWEEP_AT = signalIndex("gas.sweepTrueLpm");
const PCO2_AT = signalIndex("blood.arterialCarbonDioxideTensionMmHg");
const REMOVED_AT = signalIndex("oxygenator.carbonDioxideRemovedMlPerMin");
const UPTAKE_AT = signalIndex("patient.oxygenUptakeMlPerMin");
const TICKS_PER_S = 50;
const MEAN_TICKS = 10 * TICKS_PER_S;
const MINUTE_TICKS = 60 * TICKS_PER_S;
const READ_EVERY_TICKS = 5;
/** When it must have come to rest; later for whom a heart woke or a device stopped the pump just then. */
const REST_MINUTES = [10, 20, 30];

/**
 * What fluid mechanics settles in minutes: the most that means over ten seconds may move in one. All are
 * below what a monitor or a scale of 25 mL shows; what is left is tone that follows temperature and
 * the missing pulse (C-18, 12 min) and veins that fill or drain with 100 s.
 */
const AT_REST: readonly (readonly [string, number])[] = [
  ["patient.arterialPressureMeanMmHg", 1],
  ["patient.centralVenousPressureMmHg", 0.2],
  ["patient.systemicFlowTrueLpm", 0.03],
  [RESERVOIR, 15],
];
/**
 * What waits for heat and gas stores: a body of 75 kg takes half an hour to follow its water. In a minute it
 * moves less than five minutes before, or less than its display's last digit would show.
 */
const COMING_TO_REST: readonly (readonly [string, number])[] = [
  ["patient.nasopharyngealC", 0.1],
  ["circuit.venousSaturationDisplayedFraction", 0.01],
  [CARBON_DIOXIDE, 1],
];
/**
 * A heart that does not eject, behind a vent that takes less than the bronchi return, fills from the reservoir
 * until the level device stops the pump: the one thing a case left alone does not settle (seeds 134 and 149).
 */
const BLOWN_UP_MMHG = 15;
/**
 * Below so much sweep the gas carries off less CO2 than a body makes, until its tension has risen for two hours
 * and more (seeds 541 and 572): no machine would let that pass, but nothing of it settles in half an hour.
 */
const SHORT_OF_SWEEP_LPM = 0.5;
const WATCHED = [...AT_REST, ...COMING_TO_REST];
const WATCHED_AT = WATCHED.map(([signal]) => signalIndex(signal));

/** A world left alone, and its clock. */
interface Alone {
  readonly world: World;
  tick: number;
}

function waitUntil(alone: Alone, tick: number): void {
  for (; alone.tick < tick; alone.tick += 1) alone.world.step();
}

const now = new Float64Array(SIGNAL_COUNT);

/** Means over ten seconds, in the order of WATCHED. */
function means(alone: Alone): number[] {
  const sums = WATCHED.map(() => 0);
  const end = alone.tick + MEAN_TICKS;
  while (alone.tick < end) {
    waitUntil(alone, alone.tick + READ_EVERY_TICKS);
    alone.world.readings(now);
    WATCHED_AT.forEach((at, index) => {
      sums[index] += now[at];
    });
  }
  return sums.map((sum) => (sum * READ_EVERY_TICKS) / MEAN_TICKS);
}

/** How much each moves in the minute that begins here. */
function moves(alone: Alone, minute: number): number[] {
  waitUntil(alone, minute * MINUTE_TICKS);
  const before = means(alone);
  waitUntil(alone, (minute + 1) * MINUTE_TICKS);
  return means(alone).map((mean, index) => Math.abs(mean - before[index]));
}

/** What still moves too much at this minute. */
function restlessAt(alone: Alone, minute: number): readonly string[] {
  const earlier = moves(alone, minute - 5);
  const later = moves(alone, minute);
  const isBlownUp = now[LEFT_ATRIUM_AT] > BLOWN_UP_MMHG;
  const isShortOfSweep = now[SWEEP_AT] < SHORT_OF_SWEEP_LPM;
  return WATCHED.flatMap(([signal, room], index) => {
    if (isBlownUp && signal === RESERVOIR) return [];
    if (isShortOfSweep && signal === CARBON_DIOXIDE) return [];
    const allowed = index < AT_REST.length ? room : Math.max(room, earlier[index]);
    return later[index] <= allowed ? [] : [`${signal} by ${later[index]} after ${minute} min`];
  });
}

/** What has not come to rest by the last of the minutes; empty when all has by any of them. */
function restless(seed: number): readonly string[] {
  const alone: Alone = { world: createWorld(drawSetup(diceOf(seed))), tick: 0 };
  let found: readonly string[] = [];
  for (const minute of REST_MINUTES) {
    found = restlessAt(alone, minute);
    if (found.length === 0) return [];
  }
  return found.map((sentence) => `seed ${seed}: ${sentence}`);
}

test(
  `${SEEDS.length} random patients at random machines come to rest when nobody acts`,
  () => expect(SEEDS.flatMap(restless)).toEqual([]),
  60_000 + SEEDS.length * 40_000,
);

test("seed 134: a fibrillating heart fills behind a vent of 0.03 L/min, and empties by one that takes what runs in", () => {
  const alone: Alone = { world: createWorld(drawSetup(diceOf(134))), tick: 0 };
  const at = (minute: number) => {
    waitUntil(alone, minute * MINUTE_TICKS);
    alone.world.readings(now);
    return { atriumMmHg: now[LEFT_ATRIUM_AT], reservoirMl: now[RESERVOIR_AT] };
  };
  const [early, later] = [at(3), at(4)];
  expect(later.atriumMmHg).toBeGreaterThan(early.atriumMmHg + 1);
  expect(later.reservoirMl).toBeLessThan(early.reservoirMl - 20);
  alone.world.apply({ type: "pump.setFlow", head: "vent", flowLpm: 0.5 });
  const vented = at(6);
  expect(vented.atriumMmHg).toBeLessThan(5);
  expect(vented.reservoirMl).toBeGreaterThan(later.reservoirMl);
});

test("seed 541: a sweep of 0.34 L/min carries off a sixth of the CO2 that is made, which piles up until more gas comes", () => {
  const alone: Alone = { world: createWorld(drawSetup(diceOf(541))), tick: 0 };
  const at = (minute: number) => {
    waitUntil(alone, minute * MINUTE_TICKS);
    alone.world.readings(now);
    return { pco2MmHg: now[PCO2_AT], carriedOff: now[REMOVED_AT] / now[UPTAKE_AT] };
  };
  const [early, later] = [at(5), at(10)];
  expect(early.carriedOff).toBeLessThan(0.25);
  expect(later.pco2MmHg).toBeGreaterThan(early.pco2MmHg + 5);
  alone.world.apply({ type: "gas.setSweep", sweepLpm: 3 });
  const swept = at(15);
  expect(swept.pco2MmHg).toBeLessThan(early.pco2MmHg);
});
