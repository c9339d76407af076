/**
 * The pump deck of 1024 × 768. Beside a 200 px monitor 816 px are left, so bays are 156 (arterial 180)
 * wide where the design names 164 and 188; everything a finger presses is still 44 px or more.
 */
import { hitAt } from "../hit.ts";
import type { Bay } from "./consoleLayout.ts";
import { HEAD_NAMES } from "./headNames.ts";

const DECK_X = 208;
const DECK_Y = 500;
const ARTERIAL_W = 180;
const OTHER_W = 156;
const GAP = 3;
const COMPACT_HUB_Y = DECK_Y + 54;

function bayAt(naming: (typeof HEAD_NAMES)[number], index: number): Bay {
  const isArterial = naming.head === "arterial";
  const x = isArterial ? DECK_X : DECK_X + ARTERIAL_W + GAP + (index - 1) * (OTHER_W + GAP);
  const w = isArterial ? ARTERIAL_W : OTHER_W;
  const hub = { x: x + (isArterial ? 76 : 51), y: COMPACT_HUB_Y };
  const key = { x: x + w - 67, y: DECK_Y + 184, w: 62, h: 44 };
  const knob = { x: x + w - 36, y: DECK_Y + 146 };
  const sideX = x + (isArterial ? 128 : 103);
  const power = isArterial
    ? { x: x + 4, y: DECK_Y + 62, w: 22, h: 42 }
    : { x: x + 106, y: DECK_Y + 60, w: 44, h: 44 };
  return {
    ...naming,
    region: { x, y: DECK_Y, w, h: 236 },
    hub,
    display: { x: x + 5, y: DECK_Y + 116, w: w - 78, h: 112 },
    knob,
    knobHit: { x: key.x, y: DECK_Y + 114, w: 62, h: 62 },
    key,
    power,
    powerHit: isArterial ? { x: x - 4, y: DECK_Y + 60, w: 44, h: 46 } : power,
    powerIsRocker: isArterial,
    menuHit: isArterial
      ? { x: hub.x - 36, y: DECK_Y + 4, w: 46, h: 100 }
      : { x: hub.x - 46, y: DECK_Y + 4, w: 64, h: 100 },
    latchHit: isArterial
      ? { x: hub.x + 6, y: DECK_Y + 32, w: 44, h: 44 }
      : hitAt({ x: hub.x + 41, y: DECK_Y + 36 }),
    plate: { x: sideX, y: DECK_Y + 4, w: 50, h: 56 },
    crankPanel: {
      region: { x: sideX, y: DECK_Y, w: 50, h: 108 },
      rateBaselineY: DECK_Y + 15,
      rateHit: { x: sideX, y: DECK_Y - 27, w: 48, h: 44 },
      barY: undefined,
      faster: { x: sideX, y: DECK_Y + 19, w: 48, h: 44 },
      slower: { x: sideX, y: DECK_Y + 64, w: 48, h: 44 },
      handOver: { x: key.x, y: DECK_Y + 118, w: key.w, h: 54 },
    },
  };
}

export const COMPACT_BAYS: readonly Bay[] = HEAD_NAMES.map(bayAt);
