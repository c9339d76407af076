/**
 * A plate: a rectangle of the console with its own canvas, snapped to device pixels. It tells in one
 * string what it shows and is painted again only when that string changes.
 */
import type Phaser from "phaser";
import type { Pen } from "./paint/pen.ts";

export interface PlateSpec {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly depth: number;
  /** Everything the picture depends on. */
  readonly shows: () => string;
  /** Paint in design pixels of the whole stage. */
  readonly paint: (pen: Pen) => void;
  /** How often to look for a change; readings change at most four times a second. */
  readonly everyMs?: number;
  /** Shakes once when an act on this thing is refused. */
  readonly thing?: string;
}

const NUMBER_PERIOD_MS = 250;
export const CONTROL_PERIOD_MS = 50;

let plateCount = 0;

export class Plate {
  readonly spec: PlateSpec;
  readonly #image: Phaser.GameObjects.Image;
  readonly #texture: Phaser.Textures.CanvasTexture;
  readonly #periodMs: number;
  #shown: string | undefined;
  #nextLookMs = 0;
  #leftPx = 0;
  #topPx = 0;
  #resolution = 1;

  constructor(scene: Phaser.Scene, spec: PlateSpec) {
    this.spec = spec;
    this.#periodMs = spec.everyMs ?? NUMBER_PERIOD_MS;
    plateCount += 1;
    const texture = scene.textures.createCanvas(`plate${plateCount}`, 2, 2);
    if (!texture) throw new Error("The browser gave no canvas to draw the console on.");
    this.#texture = texture;
    this.#image = scene.add.image(0, 0, texture).setOrigin(0, 0).setDepth(spec.depth);
  }

  fit(resolution: number): void {
    const { x, y, w, h } = this.spec;
    this.#resolution = resolution;
    this.#leftPx = Math.floor(x * resolution);
    this.#topPx = Math.floor(y * resolution);
    const width = Math.ceil((x + w) * resolution) - this.#leftPx;
    const height = Math.ceil((y + h) * resolution) - this.#topPx;
    this.#texture.setSize(Math.max(1, width), Math.max(1, height));
    this.#image.setTexture(this.#texture.key).setPosition(this.#leftPx, this.#topPx);
    this.#shown = undefined;
    this.#nextLookMs = 0;
  }

  touch(): void {
    this.#nextLookMs = 0;
  }

  /** Shift sideways for a moment, in design pixels. */
  shift(offset: number): void {
    this.#image.x = this.#leftPx + offset * this.#resolution;
  }

  update(nowMs: number): void {
    if (nowMs < this.#nextLookMs) return;
    this.#nextLookMs = nowMs + this.#periodMs;
    const shows = this.spec.shows();
    if (shows === this.#shown) return;
    this.#shown = shows;
    const pen = this.#texture.context;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, this.#texture.width, this.#texture.height);
    const r = this.#resolution;
    pen.setTransform(r, 0, 0, r, -this.#leftPx, -this.#topPx);
    pen.save();
    this.spec.paint(pen);
    pen.restore();
    this.#texture.refresh();
  }
}
