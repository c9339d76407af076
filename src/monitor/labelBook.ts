/** Every label of the strip, so that a change of screen density reaches all of them. */
import type { Container } from "pixi.js";
import { Label, type LabelStyle } from "./label.ts";

export class LabelBook {
  private readonly labels: Label[] = [];
  private density = 1;

  add(parent: Container, style: LabelStyle): Label {
    const label = new Label(parent, style);
    label.setDensity(this.density);
    this.labels.push(label);
    return label;
  }

  setDensity(density: number): void {
    if (density === this.density) return;
    this.density = density;
    for (const label of this.labels) label.setDensity(density);
  }
}
