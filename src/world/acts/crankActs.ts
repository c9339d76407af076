/** Fetching, fitting and turning the crank, handing it over, and moving the boot to another head. */
import { CRANK, moveHand, restHand } from "../../machine/crank.ts";
import { HEAD } from "../../machine/head.ts";
import { CRANKERS, HELPER, lineCode, placeCode } from "../../machine/names.ts";
import { beginTask } from "../console/tasks.ts";
import type { TraineeAction } from "../contract/actions.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { headIndex } from "./headActs.ts";
import { type ActResult, DONE, refuse } from "./refusal.ts";

const H = HEAD.index;
const M = MACHINE.index;
const C = CRANK.index;
const STILL_RPM = 2;

type Of<T extends TraineeAction["type"]> = Extract<TraineeAction, { type: T }>;

export function fetchCrank(state: WorldState): ActResult {
  const place = state.crank[C.place];
  if (place === placeCode("inHand")) return refuse("alreadySo", "You hold the crank already.");
  if (place === placeCode("fitted")) return refuse("alreadySo", "The crank is on a head.");
  beginTask(state, "fetchCrank");
  return DONE;
}

export function fitCrank(state: WorldState, action: Of<"crank.fit">): ActResult {
  const index = headIndex(action.head);
  const head = state.head[index] as Float64Array;
  if (state.crank[C.place] === placeCode("fitted"))
    return refuse("crankElsewhere", "The crank is on a head already.");
  if (state.crank[C.place] !== placeCode("inHand"))
    return refuse("noCrank", "Fetch the crank first.");
  if (head[H.switchedOn] === 1)
    return refuse("headNotOff", "Switch the head off first: it could start with your hand in it.");
  if (head[H.coverOpen] === 0) return refuse("coverClosed", "Open the cover first.");
  if (Math.abs(head[H.rotorRpm] as number) > STILL_RPM)
    return refuse("headRunning", "The rotor is still turning.");
  beginTask(state, "fitCrank", index);
  return DONE;
}

export function removeCrank(state: WorldState): ActResult {
  if (state.crank[C.place] !== placeCode("fitted"))
    return refuse("crankNotFitted", "No crank is fitted.");
  beginTask(state, "removeCrank");
  return DONE;
}

export function turnCrank(state: WorldState, action: Of<"crank.turn">): ActResult {
  const { crank } = state;
  if (crank[C.place] !== placeCode("fitted"))
    return refuse("crankNotFitted", "No crank is fitted.");
  if (crank[C.head] !== headIndex(action.head))
    return refuse("wrongHead", "The crank is on another head.");
  if (crank[C.cranker] === HELPER) return refuse("notHere", "The helper has the crank.");
  const head = state.head[crank[C.head] as number] as Float64Array;
  if (head[H.jam] === 1)
    return refuse("jammed", "The crank will not move: something blocks the rotor.");
  moveHand(
    crank,
    action.rotation === "counterClockwise" ? action.revolutions : -action.revolutions,
  );
  return DONE;
}

export function handOverCrank(state: WorldState, action: Of<"crank.handOver">): ActResult {
  const { crank, machine } = state;
  if (crank[C.place] !== placeCode("fitted"))
    return refuse("crankNotFitted", "No crank is fitted.");
  const to = CRANKERS.indexOf(action.to);
  if (to === HELPER && machine[M.helperHere] === 0)
    return refuse("noHelper", "Nobody is here to take it. Call for help.");
  if (crank[C.cranker] === to && to !== HELPER)
    return refuse("alreadySo", "You are turning already.");
  if (crank[C.cranker] !== to) {
    restHand(crank);
    crank[C.cranker] = to;
  }
  const head = state.head[crank[C.head] as number] as Float64Array;
  const sign = head[H.carries] === lineCode("ventBoot") ? -1 : 1;
  crank[C.askedRpm] = to === HELPER ? sign * action.rpm : 0;
  return DONE;
}

export function moveBoot(state: WorldState, action: Of<"boot.move">): ActResult {
  const from = state.head[headIndex(action.from)] as Float64Array;
  const to = state.head[headIndex(action.to)] as Float64Array;
  if (from === to) return refuse("alreadySo", "Choose another head.");
  if (from[H.carries] === lineCode("centrifugalCone"))
    return refuse(
      "wrongPump",
      "A centrifugal cone fits no roller head. Exchange its drive module.",
    );
  if (from[H.carries] !== lineCode("arterialBoot"))
    return refuse("notHere", "The arterial boot is not in that head.");
  for (const head of [from, to]) {
    if (head[H.running] === 1 || Math.abs(head[H.rotorRpm] as number) > STILL_RPM)
      return refuse("headRunning", "Stop both heads first.");
    if (head[H.coverOpen] === 0)
      return refuse("coverClosed", "Open the covers of both heads first.");
  }
  const fitted = state.crank[C.place] === placeCode("fitted");
  if (fitted && state.crank[C.head] === headIndex(action.from))
    return refuse("crankElsewhere", "Take the crank off first.");
  beginTask(state, "moveBoot", headIndex(action.from), headIndex(action.to));
  // From now until it is seated the boot is squeezed by no roller.
  from[H.carries] = lineCode("none");
  return DONE;
}
