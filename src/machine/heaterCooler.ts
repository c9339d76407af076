/**
 * The heater-cooler and its lines (docs/model.md M-37 to M-39): tank, thermostat, ice, pump, the two
 * hoses to the exchanger, and the cut-outs that keep water inside 4–42 °C, 10–25 L/min and 600 mmHg.
 */
import { defineLayout } from "../kernel/layout.ts";
import { S_PER_TICK, TICKS_PER_S } from "../kernel/tick.ts";
import { waterModeCode } from "./gasNames.ts";

export const WATER = defineLayout([
  "switchedOff",
  "mode",
  "setFlowLpm",
  "flowLpm",
  "pressureMmHg",
  "inletClamped",
  "outletClamped",
  "kinkOpenFraction",
  "iceKg",
  "runaway",
  "cutOutFailed",
  "cutOutTripped",
  "pumpWeakFraction",
  "leakMlPerSPerMmHg",
  "leakedMl",
  "rateCPerMin",
  /** The unit itself has died. */
  "dead",
]);
const W = WATER.index;
const HOLD = waterModeCode("hold");
const HEAT = waterModeCode("heat");
const COOL = waterModeCode("cool");

/** Limits of the exchanger's water (PS27 via standards.md 2.1). */
export const WATER_C_MIN = 4;
export const WATER_C_MAX = 42;
export const WATER_LPM_MIN = 10;

/** Water follows its target with this time constant, s (K). */
const WATER_LAG_S = 45;
/** Fastest change by heating and by cooling, °C per tick: 4 °C a minute; ice doubles cooling (K). */
const RATE_C_PER_TICK_MAX = 4 / 60 / TICKS_PER_S;
/** Heat taken up by a kilogram of ice, as °C of a 12 L tank (K): 334/(12 × 4.19). */
const TANK_C_PER_ICE_KG = 334 / (12 * 4.19);
/** Water at 15 L/min needs 200 mmHg through exchanger and hoses (K). */
const LINES_MMHG_PER_LPM2 = 200 / 225;
/** A shut line raises the pump to its dead-end pressure unless the relief valve opens, mmHg (K). */
const DEAD_END_MMHG = 560;
const DEAD_END_UNRELIEVED_MMHG = 780;
/** Room temperature to which a resting tank drifts, and how slowly, s (K). */
const ROOM_C = 20;
const DRIFT_S = 3600;

/** Where the tank is to go, °C. */
const TARGET = new Float64Array(1);

/** Where the thermostat wants the tank to go; a resting one goes to room temperature. */
function findTarget(water: Float64Array, tank: Float64Array, heats: boolean): void {
  const tankC = tank[0];
  TARGET[0] = tankC + (ROOM_C - tankC) * (WATER_LAG_S / DRIFT_S);
  if (!heats) return;
  if (water[W.runaway] === 1) TARGET[0] = 60;
  else if (water[W.mode] === HOLD) TARGET[0] = tank[1];
  else if (water[W.mode] === HEAT) TARGET[0] = WATER_C_MAX;
  else if (water[W.mode] === COOL) TARGET[0] = WATER_C_MIN;
}

/** The tank one tick later, °C, where it stood; what is set stands behind it. */
export function stepTank(water: Float64Array, tank: Float64Array, hasMains: boolean): void {
  const tankC = tank[0];
  findTarget(water, tank, hasMains && water[W.cutOutTripped] === 0);
  const target = TARGET[0];
  let change = (target - tankC) * (S_PER_TICK / WATER_LAG_S);
  const cools = change < 0 && water[W.iceKg] > 0;
  const most = RATE_C_PER_TICK_MAX * (cools ? 2 : 1);
  // The knob's small steps follow at their lag; a long way is bounded by what heater and chiller can do.
  if (Math.abs(target - tankC) > 3) change = Math.min(most, Math.max(-most, change));
  if (cools) water[W.iceKg] = Math.max(0, water[W.iceKg] + change / 2 / TANK_C_PER_ICE_KG);
  water[W.rateCPerMin] = change * TICKS_PER_S * 60;
  tank[0] = tankC + change;
}

/** Pump, hoses and relief: what flows and at which pressure; trips the cut-out above its limit. */
export function stepWaterLines(water: Float64Array, tank: Float64Array, pumps: boolean): void {
  const tankC = tank[0];
  const asked = pumps ? water[W.setFlowLpm] * (1 - water[W.pumpWeakFraction]) : 0;
  const shut = water[W.inletClamped] === 1 || water[W.outletClamped] === 1;
  const open = shut ? 0 : (water[W.kinkOpenFraction] as number);
  water[W.pressureMmHg] = DEAD_END_MMHG;
  if (water[W.cutOutFailed] === 1) water[W.pressureMmHg] = DEAD_END_UNRELIEVED_MMHG;
  const relieved = water[W.pressureMmHg] as number;
  const square = open > 0 ? LINES_MMHG_PER_LPM2 / (open * open * open * open) : 0;
  const most = square > 0 ? Math.sqrt(relieved / square) : 0;
  const flow = Math.min(asked, most);
  water[W.flowLpm] = flow;
  water[W.pressureMmHg] = 0;
  if (asked > 0) water[W.pressureMmHg] = flow < asked ? relieved : square * flow * flow;
  const outside = tankC > WATER_C_MAX + 0.5 || tankC < WATER_C_MIN - 0.5;
  if (outside && water[W.cutOutFailed] === 0) water[W.cutOutTripped] = 1;
}
