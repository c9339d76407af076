/**
 * Howler, wrapped to what we need: one row of sounds made here, loops that follow a level, and honest signs of
 * whether anything can be heard. Its idle suspend is off: on tablets it can lose the first alarm
 * after a quiet spell.
 */
import { Howl, Howler } from "howler";
import { LOOPS, type LoopLevel, type LoopName } from "./machineSounds.ts";
import type { SoundSigns } from "./soundHealth.ts";
import type { RenderedSounds } from "./synthesis/renderSounds.ts";

/** A rate or volume step smaller than this is not worth a call. */
const AUDIBLE_STEP = 0.01;
const FADE_MS = 80;
const STOP_MS = 15;
/** The context's clock must move within this time of the page's. */
const STALL_MS = 2500;
const RESUME_WITHIN_MS = 1000;

const SPRITE_OF: Readonly<Record<LoopName, string>> = {
  arterialRoller: "roller",
  otherRollers: "roller",
  centrifugal: "centrifugal",
};

interface RunningLoop {
  readonly id: number;
  volume: number;
  rate: number;
}

/** Howler decodes data addresses itself, so no request is made and no policy stands against it. */
function dataUri(wav: Uint8Array): string {
  const CHUNK = 0x8000;
  let text = "";
  for (let at = 0; at < wav.length; at += CHUNK)
    text += String.fromCharCode(...wav.subarray(at, at + CHUNK));
  return `data:audio/wav;base64,${btoa(text)}`;
}

export class SoundPlayer {
  private readonly howl: Howl;
  private readonly loops = new Map<LoopName, RunningLoop>();
  private isLoaded = false;
  private loadError: string | null = null;
  private playFailed = false;
  private clockS = -1;
  private clockAtMs = 0;

  constructor({ map, wav }: RenderedSounds, onChange: () => void) {
    Howler.autoSuspend = false;
    const sprite = Object.fromEntries(
      Object.entries(map.sprites).map(([name, [startMs, lengthMs, isLoop]]) => [
        name,
        isLoop === true ? [startMs, lengthMs, true] : [startMs, lengthMs],
      ]),
    ) as Record<string, [number, number] | [number, number, boolean]>;
    const changed = (change: () => void) => () => {
      change();
      onChange();
    };
    this.howl = new Howl({
      src: [dataUri(wav)],
      format: ["wav"],
      sprite,
      html5: false,
      onload: changed(() => {
        this.isLoaded = true;
      }),
      onloaderror: (_id, error) =>
        changed(() => {
          this.loadError = String(error);
        })(),
      onplayerror: changed(() => {
        this.playFailed = true;
      }),
    });
    Howler.ctx?.addEventListener("statechange", onChange);
  }

  get canPlay(): boolean {
    return this.isLoaded && this.loadError === null && Howler.ctx?.state === "running";
  }

  signs(volume: number, pageTimeMs: number): SoundSigns {
    const context = Howler.noAudio || !Howler.ctx ? null : Howler.ctx.state;
    const clockS = Howler.ctx?.currentTime ?? -1;
    if (clockS !== this.clockS || context !== "running" || document.hidden) {
      this.clockS = clockS;
      this.clockAtMs = pageTimeMs;
    }
    const clockMoves = pageTimeMs - this.clockAtMs < STALL_MS;
    const { isLoaded, loadError, playFailed } = this;
    return { context, isLoaded, loadError, playFailed, clockMoves, volume };
  }

  /** Wakes the context; only a hand on the page may do that. */
  async resume(): Promise<void> {
    const context = Howler.ctx;
    if (!context) return;
    this.playFailed = false;
    this.clockAtMs = performance.now();
    const patience = new Promise<void>((resolve) => setTimeout(resolve, RESUME_WITHIN_MS));
    // A stalled context says it runs: only suspending it first makes it start again.
    if (context.state === "running" && context.currentTime === this.clockS) {
      await Promise.race([context.suspend(), patience]);
    }
    await Promise.race([context.resume(), patience]);
  }

  play(sprite: string, volume = 1, rate = 1): number | null {
    if (!this.canPlay) return null;
    const id = this.howl.play(sprite);
    this.howl.volume(volume, id);
    if (rate !== 1) this.howl.rate(rate, id);
    return id;
  }

  /** Ends a sound without the crack of a cut wave. */
  stop(id: number): void {
    const volume = this.howl.volume(id) as number;
    this.howl.once("fade", () => this.howl.stop(id), id);
    this.howl.fade(volume, 0, STOP_MS, id);
  }

  /** Brings a loop to a level: starts, follows or ends it. */
  follow(name: LoopName, level: LoopLevel): void {
    const loop = this.loops.get(name);
    if (level.volume <= 0 || !this.canPlay) {
      if (loop === undefined) return;
      this.howl.stop(loop.id);
      this.loops.delete(name);
      return;
    }
    if (loop === undefined) {
      const id = this.play(SPRITE_OF[name], 0, level.rate);
      if (id === null) return;
      this.howl.fade(0, level.volume, FADE_MS, id);
      this.loops.set(name, { id, ...level });
      return;
    }
    if (Math.abs(loop.rate - level.rate) > AUDIBLE_STEP * loop.rate) {
      this.howl.rate(level.rate, loop.id);
      loop.rate = level.rate;
    }
    if (Math.abs(loop.volume - level.volume) > AUDIBLE_STEP * level.volume) {
      this.howl.volume(level.volume, loop.id);
      loop.volume = level.volume;
    }
  }

  silenceLoops(): void {
    for (const name of LOOPS) this.follow(name, { volume: 0, rate: 1 });
  }

  destroy(onChange: () => void): void {
    Howler.ctx?.removeEventListener("statechange", onChange);
    this.howl.unload();
  }
}
