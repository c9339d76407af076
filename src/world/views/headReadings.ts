/** What can be read of each pump head: its display, its switches, and its rotor as the eye sees it. */
import { ML_PER_L, S_PER_MIN } from "../../kernel/units.ts";
import {
  HEAD,
  headMessage,
  headStatus,
  isCentrifugal,
  isPowered,
  readStroke,
} from "../../machine/head.ts";
import { lineCode } from "../../machine/names.ts";
import { HEADS, type Head } from "../contract/ids.ts";
import { MACHINE } from "../state/layouts.ts";
import { flag, held, type Reader } from "./reader.ts";

const H = HEAD.index;
const M = MACHINE.index;
const FORWARD_COUNTER_CLOCKWISE = new Set(
  (["none", "arterialBoot", "cardioplegiaBoot", "centrifugalCone"] as const).map(lineCode),
);

/** +1 when a boot's forward direction is counter-clockwise, −1 when it is clockwise. */
const forwardSign = (head: Float64Array): number =>
  FORWARD_COUNTER_CLOCKWISE.has(head[H.carries] as number) ? 1 : -1;

function readingsOf(id: Head, index: number): Readonly<Record<string, Reader>> {
  const own = (slot: number): Reader => held("heads", index * HEAD.size + slot);
  /** Codes and flags, which are whole numbers. */
  const of =
    (read: (head: Float64Array, powered: boolean) => number): Reader =>
    (s, into, at) => {
      into[at] = read(s.head[index] as Float64Array, s.machine[M.consolePowered] === 1);
    };
  return {
    [`pump.${id}.status`]: of(headStatus),
    [`pump.${id}.message`]: of(headMessage),
    [`pump.${id}.type`]: own(H.type),
    [`pump.${id}.carries`]: own(H.carries),
    [`pump.${id}.rotation`]: own(H.rotation),
    [`pump.${id}.tubeSet`]: own(H.tubeSet),
    [`pump.${id}.setRpm`]: own(H.setRpm),
    [`pump.${id}.speedDisplayedRpm`]: (s, into, at) => {
      into[at] = Math.abs((s.head[index] as Float64Array)[H.driveRpm] as number);
    },
    [`pump.${id}.flowDisplayedLpm`]: (s, into, at) => {
      const head = s.head[index] as Float64Array;
      const flowMlPerS = s.machine[M.flowProbeShownMlPerS] as number;
      readStroke(head, into, at);
      into[at] = (Math.abs(head[H.driveRpm] as number) * into[at]) / ML_PER_L;
      if (isCentrifugal(head)) into[at] = (flowMlPerS * S_PER_MIN) / ML_PER_L;
    },
    [`pump.${id}.rotorRpm`]: (s, into, at) => {
      const head = s.head[index] as Float64Array;
      into[at] = forwardSign(head) * (head[H.rotorRpm] as number);
    },
    [`pump.${id}.rotorAngleRevolutions`]: own(H.angleRevolutions),
    [`pump.${id}.occlusionFraction`]: own(H.occlusionFraction),
    [`pump.${id}.powered`]: of((head, powered) => flag(isPowered(head, powered))),
    [`pump.${id}.switchedOn`]: own(H.switchedOn),
    [`pump.${id}.coverOpen`]: own(H.coverOpen),
    [`pump.${id}.showsRpm`]: own(H.showsRpm),
    [`pump.${id}.strokeMlPerRev`]: (s, into, at) =>
      readStroke(s.head[index] as Float64Array, into, at),
    [`pump.${id}.servoReductionFraction`]: own(H.servoReductionFraction),
    [`pump.${id}.pulsatile`]: own(H.pulsatile),
    [`pump.${id}.pulseRatePerMin`]: own(H.pulseRatePerMin),
    [`pump.${id}.pulseWidthFraction`]: own(H.pulseWidthFraction),
    [`pump.${id}.pulseBaseFraction`]: own(H.pulseBaseFraction),
    [`pump.${id}.master`]: own(H.master),
    [`pump.${id}.followRatioFraction`]: own(H.followRatioFraction),
  };
}

export const headReadings: Readonly<Record<string, Reader>> = Object.assign(
  {},
  ...HEADS.map(readingsOf),
);
