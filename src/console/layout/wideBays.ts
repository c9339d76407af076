/** The pump deck of 1440 × 900. The arterial bay is wider: larger display, and the crank hangs in it. */
import { hitAround, hitAt } from "../hit.ts";
import type { Bay } from "./consoleLayout.ts";
import { HEAD_NAMES } from "./headNames.ts";

const WIDE_HUB_Y = 706;

function bayAt(naming: (typeof HEAD_NAMES)[number], index: number): Bay {
  const isArterial = naming.head === "arterial";
  const x = isArterial ? 308 : 562 + (index - 1) * 221;
  const hub = { x: x + (isArterial ? 90 : 70), y: WIDE_HUB_Y };
  const key = { x: isArterial ? 488 : x + 148.5, y: 846, w: 62, h: 42 };
  const knob = { x: isArterial ? 519 : x + 179.5, y: 815 };
  const plateX = x + (isArterial ? 164 : 136);
  const power = isArterial
    ? { x: 314, y: 732, w: 22, h: 40 }
    : { x: x + 140, y: 738, w: 66, h: 32 };
  return {
    ...naming,
    region: { x, y: 640, w: isArterial ? 248 : 215, h: 256 },
    hub,
    display: { x: x + 8, y: 786, w: isArterial ? 168 : 138, h: 102 },
    knob,
    knobHit: { x: knob.x - 30, y: 787, w: 60, h: 53 },
    key,
    power,
    powerHit: hitAround(power),
    powerIsRocker: isArterial,
    menuHit: { x: hub.x - 50, y: hub.y - 62, w: 90, h: 120 },
    latchHit: hitAt({ x: hub.x + 60, y: hub.y }),
    plate: { x: plateX, y: 646, w: 78, h: 90 },
    crankPanel: {
      region: { x: plateX, y: 644, w: 76, h: 134 },
      rateBaselineY: 661,
      rateHit: { x: plateX, y: 636, w: 76, h: 44 },
      barY: 668,
      faster: { x: plateX, y: 682, w: 74, h: 44 },
      slower: { x: plateX, y: 730, w: 74, h: 44 },
      handOver: { x: key.x, y: 788, w: key.w, h: 50 },
    },
  };
}

export const WIDE_BAYS: readonly Bay[] = HEAD_NAMES.map(bayAt);
