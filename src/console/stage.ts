/**
 * The Phaser stage. Everything is placed in device pixels and drawn at device resolution, so text and
 * hairlines stay sharp at any scale. Three kinds of thing: plates (repainted only when what they show
 * changes), sprites (painted once, turned or moved each frame) and one graphics layer for gas.
 */
import Phaser from "phaser";
import type { Region } from "../tokens/regions.ts";
import { Plate, type PlateSpec } from "./plate.ts";
import { Sprite, type SpriteSpec } from "./sprite.ts";

export interface StageOptions {
  /** The design grid. */
  readonly region: Region;
  readonly host: HTMLElement;
  readonly renderer: "canvas" | "webgl";
  readonly picturesPerS?: number | undefined;
}

const SHAKE_MS = 120;
const SHAKE_PX = 3;

type FrameListener = (nowMs: number, elapsedMs: number) => void;

export class Stage {
  readonly #region: Region;
  readonly #game: Phaser.Game;
  readonly #scene: Phaser.Scene;
  readonly #plates: Plate[] = [];
  readonly #sprites: Sprite[] = [];
  readonly #listeners: FrameListener[] = [];
  #resolution = 1;

  constructor(region: Region, game: Phaser.Game, scene: Phaser.Scene) {
    this.#region = region;
    this.#game = game;
    this.#scene = scene;
    scene.events.on(Phaser.Scenes.Events.UPDATE, (_time: number, elapsedMs: number) =>
      this.#update(performance.now(), elapsedMs),
    );
  }

  /** Device pixels per design pixel. */
  get resolution(): number {
    return this.#resolution;
  }

  plate(spec: PlateSpec): Plate {
    const plate = new Plate(this.#scene, spec);
    plate.fit(this.#resolution);
    this.#plates.push(plate);
    return plate;
  }

  sprite(spec: SpriteSpec): Sprite {
    const sprite = new Sprite(this.#scene, spec);
    sprite.fit(this.#resolution);
    this.#sprites.push(sprite);
    return sprite;
  }

  graphics(depth: number): Phaser.GameObjects.Graphics {
    return this.#scene.add.graphics().setDepth(depth);
  }

  onFrame(listener: FrameListener): void {
    this.#listeners.push(listener);
  }

  /** Plates look again at the next frame instead of waiting for their turn. */
  touch(): void {
    for (const plate of this.#plates) plate.touch();
  }

  /** A refused thing moves aside and back once. */
  shake(thing: string): void {
    const startedMs = performance.now();
    const plates = this.#plates.filter((plate) => plate.spec.thing === thing);
    const move: FrameListener = (nowMs) => {
      const share = (nowMs - startedMs) / SHAKE_MS;
      const offset = share >= 1 ? 0 : Math.sin(share * 2 * Math.PI) * SHAKE_PX;
      for (const plate of plates) plate.shift(offset);
      if (share >= 1) this.#listeners.splice(this.#listeners.indexOf(move), 1);
    };
    this.#listeners.push(move);
  }

  /** Fit the drawing into a box of CSS pixels. */
  resize(widthCssPx: number, heightCssPx: number, devicePixelRatio: number): void {
    const scale = Math.min(widthCssPx / this.#region.w, heightCssPx / this.#region.h);
    if (!(scale > 0)) return;
    const width = Math.round(this.#region.w * scale * devicePixelRatio);
    const height = Math.round(this.#region.h * scale * devicePixelRatio);
    const resolution = width / this.#region.w;
    this.#game.scale.resize(width, height);
    const style = this.#game.canvas.style;
    style.width = `${width / devicePixelRatio}px`;
    style.height = `${height / devicePixelRatio}px`;
    if (resolution === this.#resolution && this.#plates.length > 0) return;
    this.#resolution = resolution;
    for (const plate of this.#plates) plate.fit(resolution);
    for (const sprite of this.#sprites) sprite.fit(resolution);
  }

  #update(nowMs: number, elapsedMs: number): void {
    for (const listener of this.#listeners.slice()) listener(nowMs, elapsedMs);
    for (const plate of this.#plates) plate.update(nowMs);
  }

  destroy(): void {
    this.#game.destroy(true);
  }
}

/** Start Phaser in a host element and wait until its scene stands. */
export function raiseStage({
  region,
  host,
  renderer,
  picturesPerS = 0,
}: StageOptions): Promise<Stage> {
  return new Promise((resolve) => {
    const game = new Phaser.Game({
      type: renderer === "webgl" ? Phaser.WEBGL : Phaser.CANVAS,
      parent: host,
      width: region.w,
      height: region.h,
      backgroundColor: "#121211",
      banner: false,
      fps: { limit: picturesPerS }, // 0 is no limit
      audio: { noAudio: true },
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      disableContextMenu: false,
      scale: { mode: Phaser.Scale.NONE, zoom: 1 },
      render: { roundPixels: false },
      scene: {
        create(this: Phaser.Scene) {
          game.canvas.setAttribute("aria-hidden", "true");
          resolve(new Stage(region, game, this));
        },
      },
    });
  });
}
