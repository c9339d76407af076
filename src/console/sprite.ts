/**
 * A sprite: painted once around its own middle, then turned or moved each frame at no cost of
 * painting. Rotors, crank arms and chevrons are sprites.
 */
import type Phaser from "phaser";
import type { Pen } from "./paint/pen.ts";

export interface SpriteSpec {
  /** Sprites of the same picture share one texture. */
  readonly picture: string;
  /** Half the side of the square picture, in design pixels. */
  readonly reach: number;
  readonly depth: number;
  /** Paint in design pixels with 0, 0 in the middle. */
  readonly paint: (pen: Pen) => void;
}

interface SharedPicture {
  resolution: number;
}
const pictures = new WeakMap<Phaser.Textures.CanvasTexture, SharedPicture>();

export class Sprite {
  readonly #spec: SpriteSpec;
  readonly #image: Phaser.GameObjects.Image;
  readonly #texture: Phaser.Textures.CanvasTexture;
  #resolution = 1;

  constructor(scene: Phaser.Scene, spec: SpriteSpec) {
    this.#spec = spec;
    const name = `sprite:${spec.picture}`;
    const texture = scene.textures.exists(name)
      ? (scene.textures.get(name) as Phaser.Textures.CanvasTexture)
      : scene.textures.createCanvas(name, 2, 2);
    if (!texture) throw new Error("The browser gave no canvas to draw the console on.");
    this.#texture = texture;
    this.#image = scene.add.image(0, 0, texture).setOrigin(0.5, 0.5).setDepth(spec.depth);
  }

  fit(resolution: number): void {
    this.#resolution = resolution;
    const shared = pictures.get(this.#texture) ?? { resolution: 0 };
    pictures.set(this.#texture, shared);
    if (shared.resolution !== resolution) {
      shared.resolution = resolution;
      const side = Math.ceil(this.#spec.reach * 2 * resolution);
      this.#texture.setSize(side, side);
      const pen = this.#texture.context;
      pen.setTransform(resolution, 0, 0, resolution, side / 2, side / 2);
      this.#spec.paint(pen);
      this.#texture.refresh();
    }
    this.#image.setTexture(this.#texture.key);
  }

  /** Stand at a point in design pixels, turned by an angle in radians, clockwise. */
  place(x: number, y: number, turnedRad = 0): void {
    this.#image.setPosition(x * this.#resolution, y * this.#resolution).setRotation(turnedRad);
  }

  show(visible: boolean, alpha = 1): void {
    this.#image.setVisible(visible).setAlpha(alpha);
  }
}
