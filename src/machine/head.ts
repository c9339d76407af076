/**
 * One pump head: its switch, cover, drive and rotor (docs/model.md M-1 to M-3). It turns or does not
 * turn; what that does to blood is hydraulics. What its display believes and what the rotor does are
 * two numbers, because a slipping coupling makes them differ.
 */
import { S_PER_TICK } from "../kernel/tick.ts";
import { S_PER_MIN } from "../kernel/units.ts";
import { askOfDrive, watchForRunaway } from "./drive.ts";
import { HEAD } from "./headLayout.ts";
import { CENTRIFUGAL, messageCode, STROKE_ML_PER_REV, statusCode } from "./names.ts";

export { HEAD } from "./headLayout.ts";

const H = HEAD.index;

const MESSAGE = {
  noPower: messageCode("noPower"),
  runaway: messageCode("runaway"),
  motorFault: messageCode("motorFault"),
  overload: messageCode("overload"),
  coverOpen: messageCode("coverOpen"),
  emergencyStop: messageCode("emergencyStop"),
} as const;

/** Share of the way to the target speed gained per tick: time constant 0.12 s for a roller (K). */
const ROLLER_GAIN_PER_TICK = 0.1535;
/** The same for a centrifugal cone and its fluid, time constant 0.65 s (K). */
const CENTRIFUGAL_GAIN_PER_TICK = 0.0303;
/** A slipping rotor coasts down with a time constant of 0.15 s against the boot (K). */
const SLIP_GAIN_PER_TICK = 0.125;

export const isCentrifugal = (head: Float64Array): boolean => head[H.type] === CENTRIFUGAL;

/** Whether the head has electrical power: console, its own module and its own switch. */
export function isPowered(head: Float64Array, consolePowered: boolean): boolean {
  return consolePowered && head[H.switchedOn] === 1 && head[H.moduleDead] === 0;
}

/** Why the head does not run, as a message code; 0 when nothing holds it. */
export function headMessage(head: Float64Array, consolePowered: boolean): number {
  if (head[H.switchedOn] === 1 && !isPowered(head, consolePowered)) return MESSAGE.noPower;
  if (!isPowered(head, consolePowered)) return 0;
  if (head[H.runawayLatched] === 1) return MESSAGE.runaway;
  if (head[H.faultLatched] === 1) return MESSAGE.motorFault;
  if (head[H.overloadLatched] === 1) return MESSAGE.overload;
  if (head[H.coverOpen] === 1 || head[H.coverAjar] === 1) return MESSAGE.coverOpen;
  if (head[H.emergencyStop] === 1) return MESSAGE.emergencyStop;
  return head[H.heldMessage] as number;
}

/** Status code of the head's display. */
export function headStatus(head: Float64Array, consolePowered: boolean): number {
  if (!isPowered(head, consolePowered)) return statusCode("off");
  const latched = head[H.faultLatched] + head[H.overloadLatched] + head[H.runawayLatched];
  if (latched > 0) return statusCode("fault");
  if (headMessage(head, consolePowered) !== 0) return statusCode("held");
  return head[H.running] === 1 ? statusCode("run") : statusCode("stop");
}

/** Displacement of the boot really in the raceway, mL per revolution; 0 without one. */
export function trueStrokeMl(head: Float64Array): number {
  return head[H.carries] === 0 ? 0 : (STROKE_ML_PER_REV[head[H.tube] as number] as number);
}

/** Displacement the display assumes, mL per revolution, into a cell: what was measured and entered, else by tube. */
export function readStroke(head: Float64Array, into: Float64Array, at: number): void {
  into[at] = STROKE_ML_PER_REV[head[H.tubeSet] as number] as number;
  if (head[H.strokeSetMl] > 0) into[at] = head[H.strokeSetMl] as number;
}

const STROKE_ML = new Float64Array(1);
/** The same for who asks now and then. */
export function assumedStrokeMl(head: Float64Array): number {
  readStroke(head, STROKE_ML, 0);
  return STROKE_ML[0];
}

/** Latch what a fault does to a head that is meant to turn, before its drive is stepped. */
function latchFaults(head: Float64Array): void {
  if (head[H.running] === 0) return;
  if (head[H.motorFault] === 1) head[H.faultLatched] = 1;
  if (head[H.jam] === 1 && Math.abs(head[H.driveRpm] as number) > 1) head[H.overloadLatched] = 1;
}

/** Speed the controller asks for, rpm. */
const ASKED_RPM = new Float64Array(1);

/**
 * Advance a head one tick. `crankRpm` holds the signed rate of a crank fitted to it, or is null. A head
 * that anything holds drops its run command: after the cause has gone somebody must press START.
 */
export function stepHead(
  head: Float64Array,
  consolePowered: boolean,
  crankRpm: Float64Array | null,
): void {
  latchFaults(head);
  const powered = isPowered(head, consolePowered);
  if (!powered || headMessage(head, consolePowered) !== 0) head[H.running] = 0;
  askOfDrive(head, powered, ASKED_RPM);
  const target = ASKED_RPM[0];
  watchForRunaway(head, powered);
  const gain = isCentrifugal(head) ? CENTRIFUGAL_GAIN_PER_TICK : ROLLER_GAIN_PER_TICK;
  head[H.driveRpm] += (target - head[H.driveRpm]) * gain;
  if (Math.abs(head[H.driveRpm] as number) < 0.01 && target === 0) head[H.driveRpm] = 0;
  turnRotor(head, crankRpm);
  const turned = head[H.angleRevolutions] + (head[H.rotorRpm] / S_PER_MIN) * S_PER_TICK;
  head[H.angleRevolutions] = turned - Math.floor(turned);
}

/** The rotor follows the crank, the drive, or nothing, and a jam holds it whatever pulls. */
function turnRotor(head: Float64Array, crankRpm: Float64Array | null): void {
  if (head[H.jam] === 1) {
    head[H.rotorRpm] = 0;
    return;
  }
  if (crankRpm !== null) {
    head[H.rotorRpm] = crankRpm[0] as number;
    return;
  }
  const parted = head[H.couplingSlip] === 1 || head[H.decoupled] === 1;
  if (parted) {
    const gain = isCentrifugal(head) ? CENTRIFUGAL_GAIN_PER_TICK : SLIP_GAIN_PER_TICK;
    head[H.rotorRpm] -= head[H.rotorRpm] * gain;
    if (Math.abs(head[H.rotorRpm] as number) < 0.01) head[H.rotorRpm] = 0;
    return;
  }
  head[H.rotorRpm] = head[H.driveRpm] as number;
}
