/** What never changes on the strip: its glass, the hairlines between rows, and the names of things. */
import { type Container, Graphics } from "pixi.js";
import type { ColourToken } from "../tokens/colours.ts";
import type { LabelBook } from "./labelBook.ts";
import type { StripLayout } from "./stripLayout.ts";

const GLASS = "#0f0f0e"; // one step above the room, so that the strip reads as a screen
const RULE = "#232120";
const HEADER_RULE = "#2a2826";

function drawRules(sheet: Graphics, layout: StripLayout): void {
  const { strip, ecg, abp, cvp, cellRulesPx, columnRule, header } = layout;
  const across = [...(ecg ? [ecg.rulePx] : []), abp.rulePx, cvp.rulePx, ...cellRulesPx];
  for (const y of across) sheet.rect(1, y, strip.widthPx - 2, 1);
  const { leftPx, topPx, bottomPx } = columnRule;
  sheet.rect(leftPx, topPx, 1, bottomPx - topPx);
  sheet.fill(RULE);
  sheet.rect(1, header.rulePx, strip.widthPx - 2, 1).fill(HEADER_RULE);
}

function addNames(parent: Container, book: LabelBook, layout: StripLayout): void {
  const { edge, header, ecg, abp, cvp, trend } = layout;
  const name = (text: string, baselinePx: number, colour: ColourToken, sizePx = 13): void => {
    book.add(parent, {
      text,
      leftPx: edge.labelLeft,
      baselinePx,
      sizePx,
      weight: "600",
      colour,
    });
  };
  if (ecg) name("ECG II", ecg.nameBaselinePx, "ecg");
  name("ABP", abp.nameBaselinePx, "abp");
  name("CVP", cvp.nameBaselinePx, "cvp");
  const side = { leftPx: edge.left, sizePx: 13.5, weight: "600", colour: "t2" } as const;
  if (header.hasTitle)
    book.add(parent, { ...side, text: "Patient", baselinePx: header.baselinePx });
  if (trend) book.add(parent, { ...side, text: "Last 20 min", baselinePx: trend.titleBaselinePx });
}

export function addChrome(
  parent: Container,
  book: LabelBook,
  layout: StripLayout,
  patient: string,
): void {
  const sheet = new Graphics();
  const { widthPx, heightPx, radiusPx } = layout.strip;
  sheet.roundRect(0.5, 0.5, widthPx - 1, heightPx - 1, radiusPx).fill(GLASS);
  sheet
    .roundRect(0.5, 0.5, widthPx - 1, heightPx - 1, radiusPx)
    .stroke({ width: 1, color: "#000" });
  sheet
    .roundRect(1.5, 1.5, widthPx - 3, heightPx - 3, radiusPx - 1)
    .stroke({ width: 1, color: "#fff", alpha: 0.05 });
  drawRules(sheet, layout);
  parent.addChild(sheet);
  addNames(parent, book, layout);
  const summary = book.add(parent, {
    rightPx: layout.edge.right + 2,
    baselinePx: layout.header.baselinePx,
    sizePx: 13,
    weight: "500",
    colour: "t3",
  });
  summary.fit(patient, layout.header.summaryWidthPx);
}
