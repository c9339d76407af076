/**
 * The rest of the machine, tick by tick: power and battery, water, timers and audio pause (docs/model.md
 * M-19). No physics of blood here.
 */

import { lpmToMlPerS } from "../../kernel/units.ts";
import { HEAD } from "../../machine/head.ts";
import { POWER_SOURCES, TIMERS } from "../contract/ids.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";

const M = MACHINE.index;
const H = HEAD.index;
const TICK_S = 0.02;
/** Water follows the set point with this time constant, s (K). */
const WATER_LAG_S = 45;
/** Below this the No flow timer runs, L/min (ui.md section 5). */
const NO_FLOW_LPM = 1;
export const UPS_WORKS = 0;
export const UPS_ABSENT = 1;
export const UPS_FAILED = 2;

const TIMER_SLOTS = {
  bypass: [M.bypassTimerS, M.bypassTimerRuns],
  crossClamp: [M.crossClampTimerS, M.crossClampTimerRuns],
  cardioplegia: [M.cardioplegiaTimerS, M.cardioplegiaTimerRuns],
  noFlow: [M.noFlowTimerS, M.noFlowTimerRuns],
} as const;

/** Slot of a timer's reading and of its running flag. */
export const timerSlots = (timer: (typeof TIMERS)[number]): readonly [number, number] =>
  TIMER_SLOTS[timer];

export function stepPower(state: WorldState): void {
  const m = state.machine;
  const plugLeft = m[M.plugLeftS] as number;
  if (plugLeft > 0) {
    m[M.plugLeftS] = Math.max(0, plugLeft - TICK_S);
    if (m[M.plugLeftS] === 0) m[M.mainsLost] = 0;
  }
  const onBattery = m[M.mainsLost] === 1 && m[M.upsState] === UPS_WORKS && m[M.batteryS] > 0;
  if (onBattery) m[M.batteryS] = Math.max(0, m[M.batteryS] - TICK_S);
  const source = m[M.mainsLost] === 0 ? "mains" : onBattery ? "battery" : "none";
  m[M.powerSource] = POWER_SOURCES.indexOf(source);
  m[M.consolePowered] = source === "none" ? 0 : 1;
  if (source === "none") {
    for (const head of state.head) head[H.running] = 0;
  }
}

export function stepWater(state: WorldState): void {
  const m = state.machine;
  const target = m[M.mainsLost] === 1 ? (m[M.waterC] as number) : (m[M.waterSetPointC] as number);
  m[M.waterC] += (target - m[M.waterC]) * (TICK_S / WATER_LAG_S);
}

export function stepTimers(state: WorldState): void {
  const m = state.machine;
  const slow = m[M.flowProbeShownMlPerS] < lpmToMlPerS(NO_FLOW_LPM);
  if (!slow) m[M.noFlowTimerS] = 0;
  m[M.noFlowTimerRuns] = slow ? 1 : 0;
  for (const timer of TIMERS) {
    const [reading, runs] = TIMER_SLOTS[timer];
    if (m[runs] === 1) m[reading] += TICK_S;
  }
  m[M.audioPauseS] = Math.max(0, m[M.audioPauseS] - TICK_S);
}
