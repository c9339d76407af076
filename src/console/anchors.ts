/** Where on the drawing an act or a look belongs, so that its answer can stand beside it. */
import type { TraineeAction } from "../world/contract/actions.ts";
import type { ClampSite, Inspectable } from "../world/contract/ids.ts";
import { bayFor, type Point } from "./bays.ts";
import { CLAMP_PLACES } from "./clampSites.ts";

const MIDDLE: Point = { x: 714, y: 560 };
const ARTERIAL = bayFor("arterial");

const SAFETY_AT: Point = { x: 1250, y: 470 };
const POWER_AT: Point = { x: 1250, y: 538 };
export const ELECTRONIC_CLAMP_AT: Point = { x: 980, y: 232 };
export const FLOW_PROBE_AT: Point = { x: 846, y: 524 };
export const BUBBLE_AT: Point = { x: 926, y: 524 };
export const CONNECTOR_AT: Point = { x: 372, y: 490 };

const LOOKED_AT: Readonly<Record<Inspectable, Point>> = {
  headMessage: { x: 400, y: 800 },
  rotor: ARTERIAL.hub,
  cover: ARTERIAL.latch,
  boot: ARTERIAL.hub,
  reservoirLevel: { x: 396, y: 300 },
  arterialLine: { x: 980, y: 320 },
  venousLine: { x: 600, y: 200 },
  bubbleDetector: BUBBLE_AT,
  linePressure: { x: 703, y: 416 },
  electronicClamp: ELECTRONIC_CLAMP_AT,
  flowProbe: FLOW_PROBE_AT,
  safetyLinks: SAFETY_AT,
  directionAndTube: ARTERIAL.hub,
  occlusion: ARTERIAL.hub,
  power: POWER_AT,
  cardioplegiaHead: bayFor("cardioplegia").hub,
  gasSupply: { x: 1250, y: 270 },
  crankClip: { x: 511, y: 706 },
  reservoirOutletConnector: CONNECTOR_AT,
};

export const anchorOfLook = (what: Inspectable): Point => LOOKED_AT[what];

function anchorOfClamp(site: ClampSite): Point {
  return CLAMP_PLACES.find((place) => place.site === site)?.at ?? MIDDLE;
}

/** The thing an act is about; plates with this name shake when it is refused. */
export function thingOf(action: TraineeAction): string {
  if ("head" in action) return `head.${action.head}`;
  if ("site" in action) return `clamp.${action.site}`;
  if ("device" in action) return `safety.${action.device}`;
  if ("timer" in action) return `timer.${action.timer}`;
  if (action.type === "boot.move") return `head.${action.to}`;
  return action.type.split(".")[0] ?? "";
}

export function anchorOfAct(action: TraineeAction): Point {
  if (action.type === "inspect") return anchorOfLook(action.what);
  if (action.type === "boot.move") return bayFor(action.to).hub;
  if ("head" in action) return { x: bayFor(action.head).hub.x + 20, y: 690 };
  if (action.type === "line.straighten") return LOOKED_AT[`${action.site}Line`];
  if ("site" in action) return anchorOfClamp(action.site);
  if ("device" in action) return SAFETY_AT;
  if ("timer" in action) return { x: 1284, y: 30 };
  if (action.type.startsWith("crank.")) return { x: 511, y: 690 };
  if (action.type.startsWith("electronicClamp.")) return ELECTRONIC_CLAMP_AT;
  if (action.type.startsWith("gas.")) return LOOKED_AT.gasSupply;
  if (action.type.startsWith("water.")) return { x: 1210, y: 360 };
  if (action.type.startsWith("power.")) return POWER_AT;
  if (action.type.startsWith("alarm.")) return { x: 976, y: 28 };
  if (action.type === "line.tightenConnector") return CONNECTOR_AT;
  return MIDDLE;
}
