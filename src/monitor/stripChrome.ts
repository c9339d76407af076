/** What never changes on the strip: its glass, the hairlines between rows, and the names of things. */
import { type Container, Graphics } from "pixi.js";
import type { ColourToken } from "../tokens/colours.ts";
import type { LabelBook } from "./labelBook.ts";
import { ABP, CELL, CVP, ECG, EDGE_PX, HEADER, SATURATION, STRIP, TREND } from "./stripLayout.ts";

const GLASS = "#0f0f0e"; // one step above the room, so that the strip reads as a screen
const RULE = "#232120";
const HEADER_RULE = "#2a2826";

function drawRules(sheet: Graphics): void {
  const across = [ECG.rulePx, ABP.rulePx, CVP.rulePx, ...CELL.bottomsPx, SATURATION.bottomPx];
  for (const y of across) sheet.rect(1, y, STRIP.widthPx - 2, 1);
  const [, secondColumnPx] = CELL.columnsPx;
  sheet.rect(secondColumnPx, CELL.topsPx[0], 1, SATURATION.bottomPx - CELL.topsPx[0]);
  sheet.fill(RULE);
  sheet.rect(1, HEADER.rulePx, STRIP.widthPx - 2, 1).fill(HEADER_RULE);
}

function addNames(parent: Container, book: LabelBook): void {
  const name = (text: string, baselinePx: number, colour: ColourToken, sizePx = 13): void => {
    book.add(parent, {
      text,
      leftPx: EDGE_PX.labelLeft,
      baselinePx,
      sizePx,
      weight: "600",
      colour,
    });
  };
  name("ECG II", ECG.nameBaselinePx, "ecg");
  name("ABP", ABP.nameBaselinePx, "abp");
  name("CVP", CVP.nameBaselinePx, "cvp");
  const side = { leftPx: EDGE_PX.left, sizePx: 13.5, weight: "600", colour: "t2" } as const;
  book.add(parent, { ...side, text: "Patient", baselinePx: HEADER.baselinePx });
  book.add(parent, { ...side, text: "Last 20 min", baselinePx: TREND.titleBaselinePx });
}

export function addChrome(parent: Container, book: LabelBook, patientSummary: string): void {
  const sheet = new Graphics();
  const { widthPx, heightPx, radiusPx } = STRIP;
  sheet.roundRect(0.5, 0.5, widthPx - 1, heightPx - 1, radiusPx).fill(GLASS);
  sheet
    .roundRect(0.5, 0.5, widthPx - 1, heightPx - 1, radiusPx)
    .stroke({ width: 1, color: "#000" });
  sheet
    .roundRect(1.5, 1.5, widthPx - 3, heightPx - 3, radiusPx - 1)
    .stroke({ width: 1, color: "#fff", alpha: 0.05 });
  drawRules(sheet);
  parent.addChild(sheet);
  addNames(parent, book);
  const summary = book.add(parent, {
    rightPx: EDGE_PX.right + 2,
    baselinePx: HEADER.baselinePx,
    sizePx: 13,
    weight: "500",
    colour: "t3",
  });
  summary.fit(patientSummary, HEADER.summaryWidthPx);
}
