/** What a head shows, put together from its readings: numerals, units, role, message, knob range. */

import type {
  Head,
  HeadMessage,
  HeadStatus,
  PumpedLine,
  PumpType,
  Rotation,
  Tube,
} from "../world/contract/ids.ts";
import {
  CENTRIFUGAL_RPM_MAX,
  PUMP_FLOW_LPM_MAX,
  ROLLER_RPM_MAX,
} from "../world/contract/limits.ts";
import { fixed, MISSING } from "./format.ts";
import type { Bay } from "./layout/consoleLayout.ts";
import type { DisplayLook } from "./paint/display.ts";
import type { Readings } from "./readings.ts";

/** Millilitres a head counts for one turn of the tube it was told. */
export const TUBE_ML_PER_REV: Readonly<Record<Tube, number>> = {
  quarterInch: 13,
  threeEighthsInch: 26,
  halfInch: 45,
};
export const TUBE_WORD: Readonly<Record<Tube, string>> = {
  quarterInch: "1/4″",
  threeEighthsInch: "3/8″",
  halfInch: "1/2″",
};
const MESSAGE_WORD: Readonly<Record<HeadMessage, string>> = {
  none: "",
  noPower: "No power",
  motorFault: "Motor fault",
  overload: "Overload",
  coverOpen: "Cover open",
  emergencyStop: "Safety stop",
  levelStop: "Level stop",
  bubbleStop: "Bubble stop",
  pressureStop: "Pressure stop",
  arterialStopped: "Arterial stopped",
  runaway: "Runaway",
  masterStopped: "Master stopped",
  safetyStop: "Sensor stop",
};

export interface HeadFacts {
  readonly status: HeadStatus;
  readonly message: string;
  readonly type: PumpType;
  readonly carries: PumpedLine;
  readonly rotation: Rotation;
  readonly tube: Tube;
  /** Volume the display counts for a turn. */
  readonly strokeMl: number;
  readonly setRpm: number;
  readonly powered: boolean;
  readonly switchedOn: boolean;
  readonly coverOpen: boolean;
  readonly showsRpm: boolean;
  readonly crankFitted: boolean;
}

/** What a display counts for a turn, as it is written: whole numbers without a decimal. */
export const strokeWords = (strokeMl: number): string =>
  fixed(strokeMl, Number.isInteger(strokeMl) ? 0 : 1);

export function headFacts(readings: Readings, head: Head): HeadFacts {
  const at = (what: string) => `pump.${head}.${what}`;
  return {
    status: readings.word(at("status")),
    message: MESSAGE_WORD[readings.word<HeadMessage>(at("message"))] ?? "",
    type: readings.word(at("type")),
    carries: readings.word(at("carries")),
    rotation: readings.word(at("rotation")),
    tube: readings.word(at("tubeSet")),
    strokeMl: readings.number(at("strokeMlPerRev")),
    setRpm: readings.number(at("setRpm")),
    powered: readings.flag(at("powered")),
    switchedOn: readings.flag(at("switchedOn")),
    coverOpen: readings.flag(at("coverOpen")),
    showsRpm: readings.flag(at("showsRpm")),
    crankFitted: readings.word("crank.place") === "fitted" && readings.word("crank.head") === head,
  };
}

/** Whether the boot in a bay pumps forward when turned clockwise. */
export const forwardIsClockwise = (carries: PumpedLine): boolean =>
  carries === "ventBoot" || carries === "suck1Boot" || carries === "suck2Boot";

const CARRIED_ROLE: Readonly<Partial<Record<PumpedLine, string>>> = {
  none: "No boot",
  arterialBoot: "Arterial boot",
  centrifugalCone: "Centrifugal",
};

function roleOf(bay: Bay, facts: HeadFacts): string {
  if (facts.crankFitted) return "By hand";
  if (bay.head === "arterial" && facts.carries === "arterialBoot") {
    return `${TUBE_WORD[facts.tube]}  ${strokeWords(facts.strokeMl)} mL/rev`;
  }
  return CARRIED_ROLE[facts.carries] ?? bay.role;
}

export function displayLook(readings: Readings, bay: Bay, facts: HeadFacts): DisplayLook {
  const flow = readings.number(`pump.${bay.head}.flowDisplayedLpm`);
  const rpm = readings.number(`pump.${bay.head}.speedDisplayedRpm`);
  const lit = facts.powered;
  const lpm = lit ? fixed(flow, 2) : MISSING;
  const turns = lit ? fixed(rpm, 0) : MISSING;
  return {
    lit,
    role: roleOf(bay, facts),
    message: facts.message,
    status: facts.status,
    numeral: facts.showsRpm ? turns : lpm,
    unit: facts.showsRpm ? "rpm" : "L/min",
    other: !lit ? "" : facts.showsRpm ? `${lpm} L/min` : `${turns} rpm`,
  };
}

export interface KnobRange {
  readonly unit: "L/min" | "rpm";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** From set speed in rpm to the knob's unit. */
  readonly perRpm: number;
}

/** What the knob sets: L/min by the head's own constant, or rpm when the display shows rpm. */
export function knobRange(facts: HeadFacts): KnobRange {
  if (facts.type === "centrifugal") {
    return { unit: "rpm", min: 0, max: CENTRIFUGAL_RPM_MAX, step: 20, perRpm: 1 };
  }
  if (facts.showsRpm) return { unit: "rpm", min: 0, max: ROLLER_RPM_MAX, step: 1, perRpm: 1 };
  const perRpm = facts.strokeMl / 1000;
  const most = Math.floor(ROLLER_RPM_MAX * perRpm * 20) / 20;
  return { unit: "L/min", min: 0, max: Math.min(PUMP_FLOW_LPM_MAX, most), step: 0.05, perRpm };
}
