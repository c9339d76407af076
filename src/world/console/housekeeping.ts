/**
 * The rest of the machine, tick by tick: power and battery by load, timers and audio pause (docs/model.md
 * M-19). No physics of blood here.
 */

import { lpmToMlPerS } from "../../kernel/units.ts";
import { HEAD } from "../../machine/head.ts";
import { POWER_SOURCES, TIMERS } from "../contract/ids.ts";
import { SOCKETS } from "../contract/machineIds.ts";
import { MACHINE, UPKEEP } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";

const M = MACHINE.index;
const H = HEAD.index;
const U = UPKEEP.index;
const TICK_S = 0.02;
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

const READING_SLOTS = TIMERS.map((timer) => TIMER_SLOTS[timer][0]);
const RUNS_SLOTS = TIMERS.map((timer) => TIMER_SLOTS[timer][1]);

/** Slot of a timer's reading and of its running flag. */
export const timerSlots = (timer: (typeof TIMERS)[number]): readonly [number, number] =>
  TIMER_SLOTS[timer];

/** Console at rest, each turning head, and what else hangs on the protected sockets (K). */
const LOAD_CONSOLE = 0.4;
const LOAD_PER_HEAD = 0.15;
const LOAD_HEATER_COOLER = 3;
const LOAD_MONITOR = 0.2;
const PROTECTED = SOCKETS.indexOf("protected");

/** Weighs the battery; 1 = console with four heads running, for which its minutes are given. */
function weighBattery(state: WorldState): void {
  const { upkeep, machine, head } = state;
  upkeep[U.loadFraction] = LOAD_CONSOLE;
  for (let i = 0; i < head.length; i += 1)
    upkeep[U.loadFraction] += LOAD_PER_HEAD * (head[i] as Float64Array)[H.running];
  const heats = upkeep[U.heaterCoolerSocket] === PROTECTED && machine[M.waterRunning] === 1;
  if (heats) upkeep[U.loadFraction] += LOAD_HEATER_COOLER;
  if (upkeep[U.monitorSocket] === PROTECTED) upkeep[U.loadFraction] += LOAD_MONITOR;
}

export function stepPower(state: WorldState): void {
  const m = state.machine;
  const plugLeft = m[M.plugLeftS] as number;
  m[M.generatorLateS] = Math.max(0, m[M.generatorLateS] - TICK_S);
  // A plug in the emergency socket waits for the generator behind it.
  if (plugLeft > 0 && m[M.generatorLateS] === 0) {
    m[M.plugLeftS] = Math.max(0, plugLeft - TICK_S);
    if (m[M.plugLeftS] === 0) m[M.mainsLost] = 0;
  }
  const onBattery = m[M.mainsLost] === 1 && m[M.upsState] === UPS_WORKS && m[M.batteryS] > 0;
  weighBattery(state);
  if (onBattery) m[M.batteryS] = Math.max(0, m[M.batteryS] - TICK_S * state.upkeep[U.loadFraction]);
  const source = m[M.mainsLost] === 0 ? "mains" : onBattery ? "battery" : "none";
  m[M.powerSource] = POWER_SOURCES.indexOf(source);
  m[M.consolePowered] = source === "none" ? 0 : 1;
  if (source === "none") {
    for (const head of state.head) head[H.running] = 0;
  }
}

export function stepTimers(state: WorldState): void {
  const m = state.machine;
  const slow = m[M.flowProbeShownMlPerS] < lpmToMlPerS(NO_FLOW_LPM);
  if (!slow) m[M.noFlowTimerS] = 0;
  m[M.noFlowTimerRuns] = slow ? 1 : 0;
  for (let timer = 0; timer < TIMERS.length; timer += 1) {
    if (m[RUNS_SLOTS[timer] as number] === 1) m[READING_SLOTS[timer] as number] += TICK_S;
  }
  m[M.audioPauseS] = Math.max(0, m[M.audioPauseS] - TICK_S);
}
