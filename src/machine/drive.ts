/**
 * What a head's controller asks of its drive (docs/model.md M-41 to M-44): the set speed, pulses, servo
 * reduction, zero-flow coasting, a jog; and the detector that stops a runaway without asking it.
 */
import { S_PER_TICK } from "../kernel/tick.ts";
import { S_PER_MIN } from "../kernel/units.ts";
import { HEAD } from "./headLayout.ts";
import { CENTRIFUGAL } from "./names.ts";

const H = HEAD.index;

/** Speed at which a controller that has lost its mind drives a head, rpm (K). */
const ROLLER_RPM_MAX = 250;
const CENTRIFUGAL_RPM_MAX = 4500;
/** The detector trips when speed exceeds what is set by this share and this much, for this long (K). */
const RUNAWAY_SHARE = 1.15;
const RUNAWAY_MARGIN_RPM = 15;
const RUNAWAY_AFTER_S = 0.3;
const JOG_RPM = 10;

/** Share of the set speed at this moment of a pulse. */
const SHARE = new Float64Array(1);

/** Works out that share: its mean over a cycle is 1. */
function stepPulse(head: Float64Array): void {
  SHARE[0] = 1;
  if (head[H.pulsatile] === 0) return;
  const phase = head[H.pulsePhase] + (head[H.pulseRatePerMin] / S_PER_MIN) * S_PER_TICK;
  head[H.pulsePhase] = phase - Math.floor(phase);
  const base = head[H.pulseBaseFraction] as number;
  const width = Math.max(0.05, head[H.pulseWidthFraction] as number);
  SHARE[0] = base;
  if (head[H.pulsePhase] < width) SHARE[0] = (1 - base * (1 - width)) / width;
}

/** Signed speed the controller asks for now, rpm, into the first of `into`. */
export function askOfDrive(head: Float64Array, powered: boolean, into: Float64Array): void {
  const sign = head[H.rotation] === 0 ? 1 : -1;
  const most = head[H.type] === CENTRIFUGAL ? CENTRIFUGAL_RPM_MAX : ROLLER_RPM_MAX;
  into[0] = 0;
  if (head[H.runaway] === 1 && powered && head[H.runawayLatched] === 0) {
    into[0] = sign * most;
  } else if (head[H.running] === 1) {
    stepPulse(head);
    const asked = head[H.setRpm] * SHARE[0] * (1 - head[H.servoReductionFraction]);
    into[0] = sign * Math.min(most, Math.max(asked, head[H.coastRpm] as number));
  } else if (powered && head[H.jogLeftRevolutions] > 0) {
    head[H.jogLeftRevolutions] -= (JOG_RPM / S_PER_MIN) * S_PER_TICK;
    into[0] = sign * JOG_RPM;
  }
}

const ALLOWED_RPM = new Float64Array(1);

/** A comparator beside the controller: it knows the knob and the tachometer, and cuts the power stage. */
export function watchForRunaway(head: Float64Array, powered: boolean): void {
  const runs = head[H.running] === 1;
  const isPulsing = head[H.pulsatile] === 1;
  // Of two numbers of which one is carried on, the one may be carried in a box: cells carry them without.
  ALLOWED_RPM[0] = JOG_RPM;
  if (runs) ALLOWED_RPM[0] = Math.max(head[H.setRpm], head[H.coastRpm]);
  if (isPulsing) ALLOWED_RPM[0] *= 1 / Math.max(0.05, head[H.pulseWidthFraction]);
  const allowed = ALLOWED_RPM[0] * RUNAWAY_SHARE + RUNAWAY_MARGIN_RPM;
  const speed = Math.abs(head[H.driveRpm] as number);
  // A knob turned down, or STOP, leaves the drive above what is set while it slows: only speed that
  // does not fall counts.
  const speeds = speed > allowed && speed >= head[H.tachometerRpm];
  head[H.tachometerRpm] = speed;
  if (powered && speeds) head[H.runawayS] += S_PER_TICK;
  else head[H.runawayS] = 0;
  if (head[H.runawayS] > RUNAWAY_AFTER_S && head[H.runawayUnprotected] === 0) {
    head[H.runawayLatched] = 1;
  }
}
