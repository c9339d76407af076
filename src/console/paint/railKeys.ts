/** The keys of the right edge: drawers, and in the compact layout the live keys of the panels. */
import { COLOURS } from "../../tokens/colours.ts";
import type { Region } from "../../tokens/regions.ts";
import type { PowerSource } from "../../world/contract/ids.ts";
import { BLACK, box, fittingSize, type Pen, stroke, text } from "./pen.ts";
import {
  alarmShape,
  type GlyphName,
  glyph,
  plug,
  type SafetyState,
  safetyShape,
} from "./shapes.ts";

interface KeyState {
  readonly open: boolean;
  readonly hover: boolean;
}

function paintFace(pen: Pen, { x, y, w, h: hit }: Region, { open, hover }: KeyState): void {
  const h = hit - 1; // keys that touch keep a line between them
  box(pen, x, y, w, h, { radius: 5, fill: hover ? "#2b2927" : COLOURS.panel, edge: BLACK });
  stroke(pen, `M${x + 5} ${y + 1.5}H${x + w - 5}`, "#ffffff", 1, { alpha: 0.07 });
  if (open) box(pen, x + 1, y + 1, w - 2, h - 2, { radius: 4, edge: COLOURS.accent, edgeWidth: 2 });
}

export interface DrawerKey {
  readonly name: string;
  readonly icon: GlyphName;
  readonly iconY: number;
  readonly nameY: number;
}

export function paintDrawerKey(pen: Pen, region: Region, key: DrawerKey, state: KeyState): void {
  const { x, y, w } = region;
  paintFace(pen, region, state);
  glyph(pen, key.icon, x + w / 2, y + key.iconY);
  text(pen, key.name, x + w / 2, y + key.nameY, {
    size: 12,
    colour: COLOURS.t2,
    align: "center",
    spacing: -0.1,
  });
}

/** Name above, one or two live readings below. */
export function paintLiveKey(
  pen: Pen,
  region: Region,
  name: string,
  readings: readonly string[],
  state: KeyState,
): void {
  const { x, y, w, h } = region;
  paintFace(pen, region, state);
  const middle = x + w / 2;
  const [first = "", second] = readings;
  text(pen, name, middle, y + (second ? 12 : 14), {
    size: 12,
    colour: COLOURS.t2,
    align: "center",
  });
  const style = { size: second ? 14 : 17, weight: 600 } as const;
  const size = fittingSize(pen, first, w - 8, style);
  text(pen, first, middle, y + (second ? 26 : h - 12), { ...style, size, align: "center" });
  if (second)
    text(pen, second, middle, y + h - 5, { size: 12, colour: COLOURS.t2, align: "center" });
}

export function paintSafetyKey(
  pen: Pen,
  region: Region,
  states: readonly SafetyState[],
  state: KeyState,
): void {
  const { x, y, w } = region;
  paintFace(pen, region, state);
  text(pen, "Safety", x + w / 2, y + 15, { size: 12, colour: COLOURS.t2, align: "center" });
  states.forEach((each, index) => {
    const at = x + w / 2 + (index - 1) * 20;
    safetyShape(pen, each, at, y + 32);
  });
}

export function paintPowerKey(
  pen: Pen,
  region: Region,
  power: { readonly source: PowerSource; readonly word: string; readonly charge: string },
  state: KeyState,
): void {
  const { x, y, w, h } = region;
  paintFace(pen, region, state);
  if (power.source === "mains") plug(pen, x + 13, y + 15);
  else alarmShape(pen, power.source === "battery" ? "medium" : "high", x + 13, y + 15, 15);
  const style = { size: 12.5, weight: 600 } as const;
  const size = fittingSize(pen, power.word, w - 26, style);
  text(pen, power.word, x + 24, y + 20, { ...style, size });
  text(pen, power.charge, x + w / 2, y + h - 9, { size: 14, weight: 600, align: "center" });
}
