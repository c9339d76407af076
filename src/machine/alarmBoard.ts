/**
 * The alarm board: turns conditions into alarms with their delay, latch and acknowledgement
 * (docs/model.md M-20). It knows nothing of what a condition means.
 */
import { S_PER_TICK } from "../kernel/tick.ts";

/** Alarms the board has room for; the world asserts that its table fits. */
const SLOTS = 128;
const FIELDS = 4;
export const ALARM_BLOCK = { size: SLOTS * FIELDS, slots: SLOTS } as const;

const HOLDING_S = 0;
const ACTIVE = 1;
const ACKNOWLEDGED = 2;
const ACTIVE_S = 3;

/** Place of what is told of an alarm, on the board. */
export const alarmPlace = (slot: number, field: "active" | "acknowledged" | "activeS"): number =>
  slot * FIELDS + FIELD_AT[field];
const FIELD_AT = { active: ACTIVE, acknowledged: ACKNOWLEDGED, activeS: ACTIVE_S } as const;

export interface BoardRule {
  readonly delayS: number;
  readonly latching: boolean;
}

export type BoardChange = "raised" | "cleared" | "none";

export const alarmActive = (board: Float64Array, slot: number): boolean =>
  board[slot * FIELDS + ACTIVE] === 1;
export const alarmActiveS = (board: Float64Array, slot: number): number =>
  board[slot * FIELDS + ACTIVE_S] as number;

/** Acknowledge an alarm: it stays on the list until its condition has gone. */
export function acknowledgeAlarm(board: Float64Array, slot: number): void {
  if (alarmActive(board, slot)) board[slot * FIELDS + ACKNOWLEDGED] = 1;
}

/** Advance one alarm under its condition by the ticks since it was last looked at. */
export function stepAlarm(
  board: Float64Array,
  slot: number,
  rule: BoardRule,
  condition: boolean,
  ticks = 1,
): BoardChange {
  const at = slot * FIELDS;
  const dtS = S_PER_TICK * ticks;
  if (condition) board[at + HOLDING_S] += dtS;
  else board[at + HOLDING_S] = 0;
  if (board[at + ACTIVE] === 0) {
    if (!condition || board[at + HOLDING_S] < rule.delayS) return "none";
    board[at + ACTIVE] = 1;
    board[at + ACKNOWLEDGED] = 0;
    board[at + ACTIVE_S] = 0;
    return "raised";
  }
  board[at + ACTIVE_S] += dtS;
  const mayClear = !condition && (!rule.latching || board[at + ACKNOWLEDGED] === 1);
  if (!mayClear) return "none";
  board[at + ACTIVE] = 0;
  board[at + ACKNOWLEDGED] = 0;
  board[at + ACTIVE_S] = 0;
  return "cleared";
}
