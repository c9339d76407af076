/** One sweeping trace: scale lines, the line itself, the erase bar before the cursor, the cursor. */
import { type Container, Graphics } from "pixi.js";
import { COLOURS, type ColourToken } from "../tokens/colours.ts";
import type { Lane, TracePlace } from "./stripLayout.ts";
import { SLOTS_PER_PX, SweepBuffer } from "./sweepBuffer.ts";

const CURSOR_ALPHA = 0.35;

export class TraceRow {
  readonly buffer: SweepBuffer;
  private readonly place: TracePlace;
  private readonly line = new Graphics();
  private readonly lane: Lane;
  private readonly colour: string;
  private readonly yOf: (value: number) => number;

  constructor(
    parent: Container,
    place: TracePlace,
    colour: ColourToken,
    lane: Lane,
    yOf: (value: number) => number,
  ) {
    this.place = place;
    this.buffer = new SweepBuffer(place.widthPx);
    this.lane = lane;
    this.colour = COLOURS[colour];
    this.yOf = yOf;
    parent.addChild(this.line);
  }

  draw(): void {
    const { values, cursorSlot } = this.buffer;
    const line = this.line.clear();
    if (cursorSlot < 0) return;
    const erased = this.place.eraseBarPx * SLOTS_PER_PX;
    let isDown = false;
    for (let slot = 0; slot < values.length; slot++) {
      const ahead = (slot - cursorSlot + values.length) % values.length;
      const value = values[slot] as number;
      if (Number.isNaN(value) || (ahead > 0 && ahead <= erased)) {
        isDown = false;
        continue;
      }
      const x = this.place.leftPx + slot / SLOTS_PER_PX;
      const y = this.clip(this.yOf(value));
      if (isDown) line.lineTo(x, y);
      else line.moveTo(x, y);
      isDown = true;
    }
    line.stroke({ width: this.place.strokePx, color: this.colour, join: "round", cap: "round" });
    const cursorX = this.place.leftPx + cursorSlot / SLOTS_PER_PX;
    line
      .moveTo(cursorX, this.lane.topPx - 2)
      .lineTo(cursorX, this.lane.bottomPx)
      .stroke({ width: 1, color: this.colour, alpha: CURSOR_ALPHA });
  }

  private clip(y: number): number {
    return Math.min(this.lane.bottomPx + 3, Math.max(this.lane.topPx - 4, y));
  }
}
