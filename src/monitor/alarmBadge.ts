/**
 * Shape and frame of a value in alarm: triangle high, diamond medium, circle low, each with its mark.
 * Only the shape flashes, on the page's one clock; with reduced motion the frame steps instead.
 */
import { type Container, Graphics } from "pixi.js";
import { COLOURS, type ColourToken } from "../tokens/colours.ts";
import { flashLit } from "../tokens/flash.ts";
import type { AlarmPriority } from "../world/contract/alarms.ts";
import type { AlarmMark } from "./monitorReadings.ts";
import type { FrameArea } from "./stripLayout.ts";

const FILL: Readonly<Record<AlarmPriority, ColourToken>> = {
  high: "high",
  medium: "med",
  low: "low",
};
const INK: Readonly<Record<AlarmPriority, string>> = {
  high: "#ffffff",
  medium: COLOURS.medInk,
  low: COLOURS.lowInk,
};
/** Tints of the cell behind the value: dark enough that every numeral keeps its contrast. */
const TINT: Readonly<Record<AlarmPriority, string>> = {
  high: "#2a1310",
  medium: "#221d0c",
  low: "#0f1c1f",
};

function drawShape(shape: Graphics, priority: AlarmPriority): void {
  const fill = COLOURS[FILL[priority]];
  shape.clear();
  if (priority === "high") {
    shape.poly([0, -8.5, 8.6, 6, -8.6, 6]).fill(fill);
    shape.poly([0, -8.5, 8.6, 6, -8.6, 6]).stroke({ width: 1.2, color: "#ffffff", join: "round" });
  } else if (priority === "medium") {
    shape.poly([0, -9, 9, 0, 0, 9, -9, 0]).fill(fill);
  } else {
    shape.circle(0, 0, 7.5).fill(fill);
  }
  shape.rect(-0.9, -4.6, 1.8, 5.6).fill(INK[priority]);
  shape.rect(-0.9, 2.2, 1.8, 1.8).fill(INK[priority]);
}

export class AlarmBadge {
  private readonly frame = new Graphics();
  private readonly shape = new Graphics();
  private readonly area: FrameArea;
  private drawn = "";

  constructor(parent: Container, area: FrameArea, centre: { xPx: number; yPx: number }) {
    this.area = area;
    this.shape.position.set(centre.xPx, centre.yPx);
    parent.addChildAt(this.frame, 0);
    parent.addChild(this.shape);
    this.frame.visible = false;
    this.shape.visible = false;
  }

  /** Draws the state of a moment. Returns true when something changed on the picture. */
  update(mark: AlarmMark | null, pageTimeMs: number, reducedMotion: boolean): boolean {
    const lit = mark === null || mark.acknowledged || flashLit(mark.priority, pageTimeMs);
    const steps = reducedMotion && mark !== null && !mark.acknowledged && mark.priority !== "low";
    const widthPx = steps ? (Math.floor(pageTimeMs / 1000) % 2 === 0 ? 2 : 4) : 1.5;
    const isBright = reducedMotion || lit;
    const picture = mark === null ? "none" : `${mark.priority} ${isBright} ${widthPx}`;
    if (picture === this.drawn) return false;
    this.drawn = picture;
    this.frame.visible = this.shape.visible = mark !== null;
    if (mark === null) return true;
    const { leftPx, topPx, widthPx: frameWidthPx, heightPx } = this.area;
    this.frame
      .clear()
      .roundRect(leftPx, topPx, frameWidthPx, heightPx, 4)
      .fill(TINT[mark.priority])
      .stroke({ width: widthPx, color: COLOURS[FILL[mark.priority]], alignment: 0.5 });
    drawShape(this.shape, mark.priority);
    this.shape.alpha = isBright ? 1 : 0.25;
    return true;
  }

  moveShape(xPx: number, yPx: number): void {
    this.shape.position.set(xPx, yPx);
  }
}
