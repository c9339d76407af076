/** Where on the drawing an act or a look belongs, so that its answer can stand beside it. */
import type { TraineeAction } from "../world/contract/actions.ts";
import type { ClampSite, Inspectable } from "../world/contract/ids.ts";
import type { ConsoleLayout } from "./layout/consoleLayout.ts";
import { bayFor } from "./layout/layouts.ts";
import { type Point, pointIn } from "./layout/placement.ts";

const middle = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }): Point => ({
  x: x + w / 2,
  y: y + h / 2,
});

const safetyAt = ({ panels }: ConsoleLayout): Point => pointIn(panels.safety, { x: 1250, y: 470 });
export const powerAt = ({ panels }: ConsoleLayout): Point =>
  pointIn(panels.power, { x: 1250, y: 538 });
const gasAt = ({ panels }: ConsoleLayout): Point => pointIn(panels.gas, { x: 1250, y: 270 });
const waterAt = ({ panels }: ConsoleLayout): Point => pointIn(panels.water, { x: 1210, y: 360 });
export const clipAt = ({ drawings }: ConsoleLayout): Point =>
  pointIn(drawings.crankClip, { x: 511, y: 706 });
const oxygenatorAt = ({ drawings }: ConsoleLayout): Point =>
  pointIn(drawings.oxygenator, { x: 598, y: 463 });
export const reservoirAt = ({ drawings }: ConsoleLayout): Point =>
  pointIn(drawings.reservoir, { x: 396, y: 300 });
export const linePressureAt = ({ tags }: ConsoleLayout): Point => middle(tags.post as never);

function cardioplegiaHubOf(layout: ConsoleLayout): Point {
  return bayFor(layout, "cardioplegia").hub;
}

export function anchorOfLook(layout: ConsoleLayout, what: Inspectable): Point {
  const { hub } = bayFor(layout, "arterial");
  switch (what) {
    case "headMessage":
      return middle(bayFor(layout, "arterial").display);
    case "cover":
      return middle(bayFor(layout, "arterial").latchHit);
    case "rotor":
    case "boot":
    case "directionAndTube":
    case "occlusion":
      return hub;
    case "reservoirLevel":
    case "reservoirVent":
      return reservoirAt(layout);
    case "arterialLine":
      return layout.lineMenus.arterial ?? hub;
    case "venousLine":
      return layout.lineMenus.venous ?? hub;
    case "bubbleDetector":
      return layout.bubbleAt;
    case "flowProbe":
      return layout.flowProbeAt;
    case "linePressure":
      return linePressureAt(layout);
    case "electronicClamp":
      return layout.electronicClampAt;
    case "safetyLinks":
      return safetyAt(layout);
    case "power":
      return powerAt(layout);
    case "ventTip":
      return bayFor(layout, "vent").hub;
    case "cardioplegiaHead":
      return cardioplegiaHubOf(layout);
    case "gasSupply":
    case "gasHoses":
    case "gasLine":
    case "cylinder":
    case "scavenger":
      return gasAt(layout);
    case "waterLines":
      return waterAt(layout);
    case "levelSensor":
      return reservoirAt(layout);
    case "transducers":
      return linePressureAt(layout);
    case "crankClip":
      return clipAt(layout);
    case "reservoirOutletConnector":
      return layout.connectorAt;
    case "oxygenator":
    case "spareOxygenator":
    case "bloodColour":
      return oxygenatorAt(layout);
  }
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

export function anchorOfAct(layout: ConsoleLayout, action: TraineeAction): Point {
  const { field, timers } = layout.regions;
  const fieldMiddle = { x: field.x + field.w / 2, y: field.y + field.h - 80 };
  if (action.type === "inspect") return anchorOfLook(layout, action.what);
  if (action.type === "boot.move") return bayFor(layout, action.to).hub;
  if ("head" in action) {
    const { hub } = bayFor(layout, action.head);
    return { x: hub.x + 20, y: hub.y - 16 };
  }
  if (action.type === "line.straighten") return anchorOfLook(layout, `${action.site}Line`);
  if ("site" in action) return layout.clamps[action.site as ClampSite]?.at ?? fieldMiddle;
  if ("device" in action) return safetyAt(layout);
  if ("timer" in action) return middle(timers);
  if (action.type.startsWith("crank.")) return clipAt(layout);
  if (action.type.startsWith("electronicClamp.")) return layout.electronicClampAt;
  if (action.type.startsWith("gas.")) return gasAt(layout);
  if (action.type.startsWith("water.")) return waterAt(layout);
  if (action.type.startsWith("power.")) return powerAt(layout);
  if (action.type.startsWith("alarm.")) return middle(layout.alarmBar.pause);
  if (action.type === "line.tightenConnector") return layout.connectorAt;
  return fieldMiddle;
}
