/**
 * How loud and how fast the machine is to be heard, from what its rotors do. Pure: it names levels,
 * somebody else plays them. A head turned by hand has no motor sound, only its rollers, softly.
 */
import { CLAMP_SITES, HEADS, PUMPED_LINES } from "../world/contract/ids.ts";
import { enumReading, signalIndex } from "../world/contract/signals.ts";

export const LOOPS = ["arterialRoller", "otherRollers", "centrifugal"] as const;
export type LoopName = (typeof LOOPS)[number];

export interface LoopLevel {
  /** 0 is silent: the loop may stop. */
  readonly volume: number;
  /** Playback rate, 1 = as rendered. */
  readonly rate: number;
}
export type MachineLevels = Readonly<Record<LoopName, LoopLevel>>;

const SILENT: LoopLevel = { volume: 0, rate: 1 };
const ROLLER_BASE_RPM = 80; // one loop is one turn at this speed (synthesis/soundTable.ts)
const CENTRIFUGAL_BASE_RPM = 2400;
const RATE_RANGE = [0.5, 4] as const; // what the sound library can do
const ARTERIAL_VOLUME = 0.2;
const OTHERS_VOLUME = 0.09;
const CENTRIFUGAL_VOLUME = 0.14;
const BY_HAND_SHARE = 0.35;
/** Below this a pump is not heard over a theatre. */
const AUDIBLE_RPM = 4;
const CENTRIFUGAL_AUDIBLE_RPM = 150;

const ROTOR = HEADS.map((head) => signalIndex(`pump.${head}.rotorRpm`));
const CARRIES = HEADS.map((head) => signalIndex(`pump.${head}.carries`));
const ARTERIAL_BOOT = PUMPED_LINES.indexOf("arterialBoot");
const CONE = PUMPED_LINES.indexOf("centrifugalCone");
const CLAMPS = CLAMP_SITES.map((site) => signalIndex(`clamp.${site}.closed`));

function levelOf(rpm: number, baseRpm: number, volume: number): LoopLevel {
  const wanted = rpm / baseRpm;
  const rate = Math.min(RATE_RANGE[1], Math.max(RATE_RANGE[0], wanted));
  // Slower than the loop can play: fade instead, so that a stopping head dies away.
  const fade = Math.min(1, wanted / RATE_RANGE[0]);
  const loudness = 0.6 + 0.4 * Math.min(1, wanted / 2);
  return { volume: volume * fade * loudness, rate };
}

export function machineLevels(readings: ArrayLike<number>): MachineLevels {
  const crankedHead =
    enumReading(readings, "crank.place") === "fitted" ? enumReading(readings, "crank.head") : "";
  let arterialRoller = SILENT;
  let centrifugal = SILENT;
  let othersRpm = 0;
  for (const [index, head] of HEADS.entries()) {
    const rpm = Math.abs(readings[ROTOR[index] as number] as number);
    const carries = readings[CARRIES[index] as number];
    const share = head === crankedHead ? BY_HAND_SHARE : 1;
    if (carries === CONE) {
      if (rpm >= CENTRIFUGAL_AUDIBLE_RPM) {
        centrifugal = levelOf(rpm, CENTRIFUGAL_BASE_RPM, CENTRIFUGAL_VOLUME * share);
      }
    } else if (carries === ARTERIAL_BOOT) {
      if (rpm >= AUDIBLE_RPM)
        arterialRoller = levelOf(rpm, ROLLER_BASE_RPM, ARTERIAL_VOLUME * share);
    } else if (rpm > othersRpm && head !== crankedHead) {
      othersRpm = rpm;
    }
  }
  const otherRollers =
    othersRpm >= AUDIBLE_RPM ? levelOf(othersRpm, ROLLER_BASE_RPM, OTHERS_VOLUME) : SILENT;
  return { arterialRoller, otherRollers, centrifugal };
}

/** Which clamps are closed, as one number to compare with the last. */
export function clampBits(readings: ArrayLike<number>): number {
  return CLAMPS.reduce((bits, index, at) => bits | (readings[index] === 1 ? 1 << at : 0), 0);
}
