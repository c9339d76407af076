/** What never changes: room, top band, schematic field and the housings of the five pump bays. */
import { COLOURS } from "../../tokens/colours.ts";
import { BAYS } from "../bays.ts";
import { BLACK, box, fill, type Pen, stroke, WHITE } from "./pen.ts";

const FIELD = "M316 60H1112Q1120 60 1120 68V552Q1120 560 1128 560H1440V650H308V68Q308 60 316 60Z";

/** Everything sits in the room. The left of the top band is the app's: name, notice, session keys. */
export function paintGround(pen: Pen): void {
  box(pen, 0, 0, 1440, 900, { fill: COLOURS.room });
  box(pen, 0, 0, 1440, 56, { fill: "#171615" });
  stroke(pen, "M0 56.5H1440", BLACK, 1);
  stroke(pen, "M0 57.5H1440", WHITE, 1, { alpha: 0.04 });
  fill(pen, FIELD, COLOURS.deck);
  stroke(pen, FIELD, BLACK, 1);
  stroke(pen, "M316 61.5H1112", WHITE, 1, { alpha: 0.05 });
  box(pen, 304, 644, 1136, 256, { fill: COLOURS.room });
  for (const { region } of BAYS) paintBay(pen, region.x, region.w);
}

function paintBay(pen: Pen, x: number, w: number): void {
  box(pen, x + 0.5, 640.5, w - 1, 255, { radius: 7, fill: "#23211f", edge: BLACK });
  stroke(pen, `M${x + 7} 642H${x + w - 7}`, WHITE, 1, { alpha: 0.09 });
  box(pen, x + 1, 778, w - 2, 117, { radius: 6, fill: "#2a2826" });
  stroke(pen, `M${x + 3} 778H${x + w - 3}`, BLACK, 1.5);
  stroke(pen, `M${x + 3} 779.5H${x + w - 3}`, WHITE, 1, { alpha: 0.09 });
}
