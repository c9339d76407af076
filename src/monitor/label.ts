/**
 * A line of text placed by its baseline, as in the design, not by its box. Pixi redraws a text only
 * when it changes, so `set` compares first; positions are kept on whole device pixels for sharpness.
 */
import { CanvasTextMetrics, Container, fontStringFromTextStyle, Text } from "pixi.js";
import { COLOURS, type ColourToken } from "../tokens/colours.ts";
import { FACES } from "../tokens/type.ts";

/** How high a face is, is measured with letters that are in the cut faces; the default would fetch the whole ones. */
CanvasTextMetrics.METRICS_STRING = "|qM";

export interface LabelStyle {
  readonly leftPx?: number;
  readonly rightPx?: number;
  readonly baselinePx: number;
  readonly sizePx: number;
  readonly weight: "500" | "600" | "700";
  readonly colour: ColourToken;
  readonly text?: string;
}

/** White is the one text colour that is not a token: it is the ink of the high alarm. */
export type LabelColour = ColourToken | "white";

export class Label {
  private readonly view: Text;
  private readonly style: LabelStyle;
  private colour: LabelColour;
  private baselinePx: number;
  private leftPx: number | undefined;
  private density = 1;

  constructor(parent: Container, style: LabelStyle) {
    this.style = style;
    this.colour = style.colour;
    this.baselinePx = style.baselinePx;
    this.leftPx = style.leftPx;
    this.view = new Text({
      text: style.text ?? "",
      style: {
        fontFamily: FACES.machine,
        fontSize: style.sizePx,
        fontWeight: style.weight,
        fill: COLOURS[style.colour],
      },
    });
    parent.addChild(this.view);
    this.place();
  }

  /** Returns true when the text was another one before. */
  set(text: string): boolean {
    if (this.view.text === text) return false;
    this.view.text = text;
    this.place();
    return true;
  }

  paint(colour: LabelColour, weight: "500" | "600" | "700" = this.style.weight): void {
    if (colour === this.colour && weight === this.view.style.fontWeight) return;
    this.colour = colour;
    this.view.style.fill = colour === "white" ? "#ffffff" : COLOURS[colour];
    this.view.style.fontWeight = weight;
    this.place();
  }

  moveTo(leftPx: number, baselinePx: number): void {
    if (leftPx === this.leftPx && baselinePx === this.baselinePx) return;
    this.leftPx = leftPx;
    this.baselinePx = baselinePx;
    this.place();
  }

  /** Device pixels per design pixel. */
  setDensity(density: number): void {
    this.density = density;
    this.view.resolution = density;
    this.place();
  }

  show(isVisible: boolean): void {
    this.view.visible = isVisible;
  }

  get widthPx(): number {
    return this.view.width;
  }

  /** Cuts the text until it fits, with an ellipsis. */
  fit(text: string, widthPx: number): void {
    this.set(text);
    for (let length = text.length - 1; length > 1 && this.view.width > widthPx; length--) {
      this.set(`${text.slice(0, length).trimEnd()}…`);
    }
  }

  private place(): void {
    const ascentPx = CanvasTextMetrics.measureFont(fontStringFromTextStyle(this.view.style)).ascent;
    const onGrid = (px: number): number => Math.round(px * this.density) / this.density;
    const x = onGrid(this.leftPx ?? (this.style.rightPx ?? 0) - this.view.width);
    this.view.position.set(x, onGrid(this.baselinePx - ascentPx));
  }
}
