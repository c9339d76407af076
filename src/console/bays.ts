/**
 * Where everything of a pump bay stands, in design pixels, and what its head is called. The arterial
 * bay is wider: its display is larger and the crank hangs in it.
 */
import type { Region } from "../tokens/regions.ts";
import { HEADS, type Head } from "../world/contract/ids.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Bay {
  readonly head: Head;
  /** 1 to 5, as the alarm texts and the F keys count. */
  readonly number: number;
  readonly code: string;
  /** Start of accessible names: "Arterial head". */
  readonly name: string;
  readonly role: string;
  readonly region: Region;
  /** Middle of the rotor. */
  readonly hub: Point;
  readonly display: Region;
  readonly knob: Point;
  readonly key: Region;
  readonly power: Region;
  /** Plate beside the head; the crank panel takes its place while the crank is fitted. */
  readonly plate: Region;
  /** Left edge of the opened cover, seen edge-on. */
  readonly openCoverX: number;
  readonly latch: Point;
}

export const BOOT_RADIUS = 36;
export const HUB_Y = 706;

interface Named {
  readonly code: string;
  readonly name: string;
  readonly role: string;
}
const NAMED: Readonly<Record<Head, Named>> = {
  arterial: { code: "ART", name: "Arterial head", role: "" },
  vent: { code: "VENT", name: "Vent head", role: "LV vent" },
  suck1: { code: "SUCK 1", name: "Suction 1 head", role: "Field" },
  suck2: { code: "SUCK 2", name: "Suction 2 head", role: "Field" },
  cardioplegia: { code: "CPG", name: "Cardioplegia head", role: "Blood 4:1" },
};

function bayOf(head: Head, index: number): Bay {
  const named = NAMED[head];
  const common = { head, number: index + 1, ...named };
  if (head === "arterial") {
    return {
      ...common,
      region: { x: 308, y: 640, w: 248, h: 256 },
      hub: { x: 398, y: HUB_Y },
      display: { x: 316, y: 786, w: 168, h: 102 },
      knob: { x: 519, y: 815 },
      key: { x: 488, y: 846, w: 62, h: 42 },
      power: { x: 314, y: 732, w: 22, h: 40 },
      plate: { x: 472, y: 646, w: 78, h: 130 },
      openCoverX: 332,
      latch: { x: 456, y: HUB_Y },
    };
  }
  const x = 562 + (index - 1) * 221;
  return {
    ...common,
    region: { x, y: 640, w: 215, h: 256 },
    hub: { x: x + 70, y: HUB_Y },
    display: { x: x + 8, y: 786, w: 138, h: 102 },
    knob: { x: x + 179.5, y: 815 },
    key: { x: x + 148.5, y: 846, w: 62, h: 42 },
    power: { x: x + 140, y: 738, w: 66, h: 32 },
    plate: { x: x + 136, y: 646, w: 76, h: 130 },
    openCoverX: x + 4,
    latch: { x: x + 128, y: HUB_Y },
  };
}

export const BAYS: readonly Bay[] = HEADS.map(bayOf);

export function bayFor(head: Head): Bay {
  return BAYS[HEADS.indexOf(head)] as Bay;
}
