/** What never changes: room, top band, schematic field and the housings of the five pump bays. */
import { COLOURS } from "../../tokens/colours.ts";
import type { Bay, ConsoleLayout } from "../layout/consoleLayout.ts";
import { BLACK, box, fill, type Pen, stroke, WHITE } from "./pen.ts";

/** Everything sits in the room. The left of the top band is the app's: name, notice, session keys. */
export function paintGround(pen: Pen, layout: ConsoleLayout): void {
  const { stage, topBand, field, deck } = layout.regions;
  box(pen, 0, 0, stage.w, stage.h, { fill: COLOURS.room });
  box(pen, 0, 0, stage.w, topBand.h, { fill: "#171615" });
  stroke(pen, `M0 ${topBand.h + 0.5}H${stage.w}`, BLACK, 1);
  stroke(pen, `M0 ${topBand.h + 1.5}H${stage.w}`, WHITE, 1, { alpha: 0.04 });
  fill(pen, layout.fieldOutline, COLOURS.deck);
  stroke(pen, layout.fieldOutline, BLACK, 1);
  stroke(pen, `M${field.x + 8} ${field.y + 1.5}H${field.x + field.w - 8}`, WHITE, 1, {
    alpha: 0.05,
  });
  box(pen, deck.x - 4, deck.y + 4, deck.w + 4, stage.h - deck.y - 4, { fill: COLOURS.room });
  for (const { region } of layout.bays) paintBay(pen, region, layout.controlsY);
}

function paintBay(pen: Pen, { x, y, w, h }: Bay["region"], controlsY: number): void {
  box(pen, x + 0.5, y + 0.5, w - 1, h - 1, { radius: 7, fill: "#23211f", edge: BLACK });
  stroke(pen, `M${x + 7} ${y + 2}H${x + w - 7}`, WHITE, 1, { alpha: 0.09 });
  box(pen, x + 1, controlsY, w - 2, y + h - 1 - controlsY, { radius: 6, fill: "#2a2826" });
  stroke(pen, `M${x + 3} ${controlsY}H${x + w - 3}`, BLACK, 1.5);
  stroke(pen, `M${x + 3} ${controlsY + 1.5}H${x + w - 3}`, WHITE, 1, { alpha: 0.09 });
}
