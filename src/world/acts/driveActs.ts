/** Pulsatile mode, following, calibration, jog and occlusion tests of a pump head. */
import { HEAD, isCentrifugal, isPowered } from "../../machine/head.ts";
import { responseIndex } from "../console/safety.ts";
import { beginTask } from "../console/tasks.ts";
import { type Head, SAFETY_DEVICES } from "../contract/ids.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { headIndex } from "./headActs.ts";
import type { MachineActs } from "./machineActs.ts";
import { type ActResult, DONE, refuse } from "./refusal.ts";

const M = MACHINE.index;
const H = HEAD.index;
const STILL_RPM = 2;
const JOG_REVOLUTIONS = 0.25;

const of = (state: WorldState, id: Head): Float64Array => state.head[headIndex(id)] as Float64Array;
const isStill = (head: Float64Array): boolean =>
  head[H.running] === 0 && Math.abs(head[H.rotorRpm] as number) <= STILL_RPM;
const notACone = (head: Float64Array): ActResult =>
  isCentrifugal(head) ? refuse("wrongPump", "A centrifugal pump cannot do that.") : DONE;

function follow(state: WorldState, id: Head, master: Head, ratio: number): ActResult {
  const head = of(state, id);
  if (id === master) return refuse("wrongHead", "A head cannot follow itself.");
  if (of(state, master)[H.master] > 0)
    return refuse("wrongHead", "That head is a follower itself. Choose its master.");
  const leads = state.head.some((each) => each[H.master] === headIndex(id) + 1);
  if (leads) return refuse("wrongHead", "Another head follows this one. Set that free first.");
  const cone = notACone(head);
  if (cone !== DONE) return cone;
  if (!isStill(head)) return refuse("headRunning", "Stop the head before you tie it to a master.");
  head[H.master] = headIndex(master) + 1;
  head[H.followRatioFraction] = ratio;
  // A follower has no links of its own: it takes its stops from its master.
  SAFETY_DEVICES.forEach((_, device) => {
    state.responses[responseIndex(device, headIndex(id))] = 0;
  });
  return DONE;
}

export const DRIVE_ACTS: MachineActs<
  "pump.setPulsatile" | "pump.follow" | "pump.calibrate" | "pump.jog" | "pump.testOcclusion"
> = {
  "pump.setPulsatile": (state, action) => {
    const head = of(state, action.head);
    const cone = notACone(head);
    if (cone !== DONE) return cone;
    head[H.pulsatile] = action.on ? 1 : 0;
    head[H.pulseRatePerMin] = action.ratePerMin;
    head[H.pulseWidthFraction] = action.widthFraction;
    head[H.pulseBaseFraction] = action.baseFraction;
    return DONE;
  },
  "pump.follow": (state, { head, master, ratioFraction }) => {
    if (master !== "none") return follow(state, head, master, ratioFraction);
    if (of(state, head)[H.master] === 0) return refuse("alreadySo", "This head follows no other.");
    of(state, head)[H.master] = 0;
    return DONE;
  },
  "pump.calibrate": (state, { head: id, strokeMlPerRev }) => {
    const head = of(state, id);
    const cone = notACone(head);
    if (cone !== DONE) return cone;
    if (!isStill(head)) return refuse("headRunning", "Stop the head before you calibrate it.");
    head[H.strokeSetMl] = strokeMlPerRev;
    return DONE;
  },
  "pump.jog": (state, { head: id }) => {
    const head = of(state, id);
    if (!isPowered(head, state.machine[M.consolePowered] === 1))
      return refuse("noPower", "This head has no power.");
    if (!isStill(head)) return refuse("headRunning", "Stop the head before you jog it.");
    head[H.jogLeftRevolutions] = JOG_REVOLUTIONS;
    return DONE;
  },
  "pump.testOcclusion": (state, { head: id, method }) => {
    const head = of(state, id);
    const cone = notACone(head);
    if (cone !== DONE) return cone;
    if (!isStill(head))
      return refuse("headRunning", "Stop the head before you test its occlusion.");
    if (head[H.carries] === 0) return refuse("notHere", "No boot lies in this head.");
    beginTask(state, method === "drop" ? "testOcclusion" : "pressureHold", headIndex(id));
    return DONE;
  },
};
