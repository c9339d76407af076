/**
 * The hand crank and the arm that turns it (docs/model.md M-4 to M-7). Every way of turning — drag,
 * touch strokes, keys, a typed rate — ends here as revolutions, and one limiter decides what the arm
 * can do: ceiling, inertia, load, fatigue and a human's unsteadiness.
 */

import { defineLayout } from "../kernel/layout.ts";
import { nextFraction } from "../kernel/random.ts";
import { S_PER_TICK } from "../kernel/tick.ts";
import { S_PER_MIN } from "../kernel/units.ts";
import { CENTRIFUGAL, HELPER, placeCode } from "./names.ts";

export const CRANK = defineLayout([
  "place",
  "missingFromClip",
  "head",
  "cranker",
  "askedTurns",
  "turns",
  "rateRpm",
  "turningS",
  "askedRpm",
  "jitterFrom",
  "jitterTo",
  "jitterAgeS",
  "revolutionsCount",
  "clickTurns",
]);
const C = CRANK.index;
const FITTED = placeCode("fitted");

/** Rate a fresh arm can reach without load, rpm (K): 3 L/min on a 26 mL/rev head needed 116 [S32]. */
const CRANK_CEILING_RPM = 130;
/**
 * How far the hand may lead the crank before the surplus is lost, revolutions: enough that five entries
 * a second reach the same ceiling as fifty.
 */
const LEAD_REVOLUTIONS_MAX = 1;
/** Time over which the crank catches up with the hand, s. */
const CATCH_UP_S = 0.25;
/** Change of rate the arm manages, rpm per s (K): full cadence within a second. */
const ACCELERATION_RPM_PER_S = 150;
/** Unsteadiness of cadence, ±8 % over 5 s (clinical.md A1.4). */
const JITTER_FRACTION = 0.08;
const JITTER_PERIOD_S = 5;
/** After two minutes the sustainable rate falls by 10 % a minute (clinical.md A1.4). */
const FATIGUE_AFTER_S = 120;
const FATIGUE_FRACTION_PER_MIN = 0.1;
/** Line pressure from which the load slows the arm, and the span over which it stops it (K). */
const LOAD_FROM_MMHG = 200;
const LOAD_SPAN_MMHG = 400;
/** Impeller turns per turn of a centrifugal pump's emergency drive: 3 L/min at 56–90 rpm [S32]. */
const CENTRIFUGAL_GEAR = 38;

/** What a tick hands on: cells instead of arguments (ADR 0045). */
const WORK = new Float64Array(3);
const REVOLUTIONS = 0;
const RATE_MAX_RPM = 1;
const WANDER = 2;

/** Rate in rpm this arm can keep up now against a line pressure in mmHg. */
export function crankRateMaxRpm(crank: Float64Array, linePressureMmHg: number): number {
  WORK[RATE_MAX_RPM] = linePressureMmHg;
  findRateMax(crank, WORK, RATE_MAX_RPM);
  return WORK[RATE_MAX_RPM];
}

/** Puts that rate where the line pressure stood. */
export function findRateMax(crank: Float64Array, cells: Float64Array, at: number): void {
  const tiredMin = Math.max(0, crank[C.turningS] - FATIGUE_AFTER_S) / S_PER_MIN;
  const fatigue = Math.max(0.3, 1 - FATIGUE_FRACTION_PER_MIN * tiredMin);
  const load = Math.max(0, (cells[at] - LOAD_FROM_MMHG) / LOAD_SPAN_MMHG);
  cells[at] = CRANK_CEILING_RPM * fatigue * Math.max(0.05, 1 - load);
}

/** The hand moves by signed revolutions (counter-clockwise positive); a surplus is lost. */
export function moveHand(crank: Float64Array, revolutions: number): void {
  WORK[REVOLUTIONS] = revolutions;
  follow(crank);
}

/** The hand moves by what stands in REVOLUTIONS. */
function follow(crank: Float64Array): void {
  const lead = crank[C.askedTurns] + WORK[REVOLUTIONS] - crank[C.turns];
  const kept = Math.min(LEAD_REVOLUTIONS_MAX, Math.max(-LEAD_REVOLUTIONS_MAX, lead));
  crank[C.askedTurns] = crank[C.turns] + kept;
}

/** Forget where hand and crank were: the crank was just fitted, taken off or handed over. */
export function restHand(crank: Float64Array): void {
  crank[C.askedTurns] = 0;
  crank[C.turns] = 0;
  crank[C.rateRpm] = 0;
  crank[C.turningS] = 0;
  crank[C.clickTurns] = 0;
}

/** A slow wander of cadence between seeded values, as a factor around 1, into WANDER. */
function wander(crank: Float64Array, random: Uint32Array, stream: number): void {
  crank[C.jitterAgeS] += S_PER_TICK;
  if (crank[C.jitterAgeS] >= JITTER_PERIOD_S) {
    crank[C.jitterAgeS] = 0;
    crank[C.jitterFrom] = crank[C.jitterTo] as number;
    crank[C.jitterTo] = (nextFraction(random, stream) * 2 - 1) * JITTER_FRACTION;
  }
  const share = crank[C.jitterAgeS] / JITTER_PERIOD_S;
  WORK[WANDER] = 1 + crank[C.jitterFrom] + (crank[C.jitterTo] - crank[C.jitterFrom]) * share;
}

/**
 * Advance the crank one tick on a head, against the line pressure in mmHg that stands in the cell; returns
 * true when another whole turn was completed (the click). `jammed` rotors do not move whatever the arm does.
 */
export function stepCrank(
  crank: Float64Array,
  cells: Float64Array,
  pressureAt: number,
  jammed: boolean,
  random: Uint32Array,
  stream: number,
): boolean {
  if (crank[C.place] !== FITTED) return false;
  wander(crank, random, stream);
  if (crank[C.cranker] === HELPER) {
    WORK[REVOLUTIONS] = ((crank[C.askedRpm] * WORK[WANDER]) / S_PER_MIN) * S_PER_TICK;
    follow(crank);
  }
  WORK[RATE_MAX_RPM] = cells[pressureAt];
  findRateMax(crank, WORK, RATE_MAX_RPM);
  const rateMax = jammed ? 0 : WORK[RATE_MAX_RPM];
  const wanted = ((crank[C.askedTurns] - crank[C.turns]) / CATCH_UP_S) * S_PER_MIN;
  const target = Math.min(rateMax, Math.max(-rateMax, wanted));
  const change = ACCELERATION_RPM_PER_S * S_PER_TICK;
  const rate = crank[C.rateRpm] + Math.min(change, Math.max(-change, target - crank[C.rateRpm]));
  crank[C.rateRpm] = jammed ? 0 : rate;
  const moved = (crank[C.rateRpm] / S_PER_MIN) * S_PER_TICK;
  crank[C.turns] += moved;
  WORK[REVOLUTIONS] = 0;
  follow(crank);
  crank[C.revolutionsCount] += Math.abs(moved);
  if (Math.abs(crank[C.rateRpm] as number) > 5) crank[C.turningS] += S_PER_TICK;
  crank[C.clickTurns] += Math.abs(moved);
  return clicked(crank);
}

function clicked(crank: Float64Array): boolean {
  if (crank[C.clickTurns] < 1) return false;
  crank[C.clickTurns] -= 1;
  return true;
}

/** Speed in rpm that the crank gives to the rotor of a kind of pump as it turns now, into the first of `into`. */
export function turnByCrank(crank: Float64Array, pumpType: number, into: Float64Array): void {
  const rateRpm = crank[C.rateRpm] as number;
  // An emergency drive pumps forward whichever way it is turned [S32]; a roller does not.
  into[0] = pumpType === CENTRIFUGAL ? Math.abs(rateRpm) * CENTRIFUGAL_GEAR : rateRpm;
}
