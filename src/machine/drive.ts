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

/** The share of the set speed at this moment of the pulse: its mean over a cycle is 1. */
function pulseShare(head: Float64Array): number {
  if (head[H.pulsatile] === 0) return 1;
  const phase = head[H.pulsePhase] + (head[H.pulseRatePerMin] / S_PER_MIN) * S_PER_TICK;
  head[H.pulsePhase] = phase - Math.floor(phase);
  const base = head[H.pulseBaseFraction] as number;
  const width = Math.max(0.05, head[H.pulseWidthFraction] as number);
  return head[H.pulsePhase] < width ? (1 - base * (1 - width)) / width : base;
}

/** Signed speed the controller asks for now, rpm. */
export function driveTargetRpm(head: Float64Array, powered: boolean): number {
  const sign = head[H.rotation] === 0 ? 1 : -1;
  const most = head[H.type] === CENTRIFUGAL ? CENTRIFUGAL_RPM_MAX : ROLLER_RPM_MAX;
  if (head[H.runaway] === 1 && powered && head[H.runawayLatched] === 0) return sign * most;
  if (head[H.running] === 1) {
    const asked = head[H.setRpm] * pulseShare(head) * (1 - head[H.servoReductionFraction]);
    return sign * Math.min(most, Math.max(asked, head[H.coastRpm] as number));
  }
  if (powered && head[H.jogLeftRevolutions] > 0) {
    head[H.jogLeftRevolutions] -= (JOG_RPM / S_PER_MIN) * S_PER_TICK;
    return sign * JOG_RPM;
  }
  return 0;
}

/** A comparator beside the controller: it knows the knob and the tachometer, and cuts the power stage. */
export function watchForRunaway(head: Float64Array, powered: boolean): void {
  const asked = head[H.running] === 1 ? Math.max(head[H.setRpm], head[H.coastRpm]) : JOG_RPM;
  const peak = head[H.pulsatile] === 1 ? 1 / Math.max(0.05, head[H.pulseWidthFraction]) : 1;
  const allowed = asked * peak * RUNAWAY_SHARE + RUNAWAY_MARGIN_RPM;
  const speed = Math.abs(head[H.driveRpm] as number);
  // A knob turned down, or STOP, leaves the drive above what is set while it slows: only speed that
  // does not fall counts.
  const speeds = speed > allowed && speed >= head[H.tachometerRpm];
  head[H.tachometerRpm] = speed;
  head[H.runawayS] = powered && speeds ? head[H.runawayS] + S_PER_TICK : 0;
  if (head[H.runawayS] > RUNAWAY_AFTER_S && head[H.runawayUnprotected] === 0) {
    head[H.runawayLatched] = 1;
  }
}
