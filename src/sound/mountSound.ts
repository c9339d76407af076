/**
 * Sound of the case: alarms by the alarm engine, pumps, crank and clamps from the readings. When
 * nothing can be heard it says so at once; the app shows that as the technical alarm NO SOUND.
 */
import { Howler } from "howler";
import type { CaseFeed, Frame } from "../session/contract/protocol.ts";
import { audioPauseLeftS, readAlarms } from "./alarmConditions.ts";
import { AlarmEngine, type SoundCommand } from "./alarmEngine.ts";
import { clampBits, LOOPS, machineLevels } from "./machineSounds.ts";
import { type SoundReport, type SoundState, soundReport } from "./soundHealth.ts";
import { burstPlan } from "./soundMap.ts";
import { SoundPlayer } from "./soundPlayer.ts";
import { renderSounds } from "./synthesis/renderSounds.ts";

export interface SoundOptions {
  readonly feed: CaseFeed;
  readonly onSoundState: (state: SoundState, sentence: string) => void;
  /** 0 to 1. */
  readonly volume: number;
}

export interface Sound {
  destroy(): void;
  /** Call from a click or key: browsers let no page sound before one. */
  unlock(): Promise<void>;
  setVolume(volume: number): void;
}

/** Without frames for this long the case is paused: nothing sounds. */
const STALE_MS = 1500;
const HEALTH_EVERY_MS = 500;
const MACHINE_EVERY_MS = 100;
const CLICK_VOLUME = 0.35;

class SoundDesk {
  private readonly options: SoundOptions;
  private readonly leaves: (() => void)[] = [];
  private player: SoundPlayer | null = null;
  private engine: AlarmEngine | null = null;
  private volume: number;
  private renderError: string | null = null;
  private told = "";
  private burstId: number | null = null;
  private frameAtMs = Number.NEGATIVE_INFINITY;
  private machineAtMs = Number.NEGATIVE_INFINITY;
  private clamps: number | null = null;
  private crankClicks = 0;
  private isGone = false;

  constructor(options: SoundOptions) {
    this.options = options;
    this.volume = options.volume;
    Howler.autoSuspend = false;
    Howler.volume(options.volume);
    const { feed } = options;
    this.leaves.push(feed.onFrame((frame) => this.hear(frame)));
    this.leaves.push(
      feed.onFact((fact) => {
        if (fact.type === "crankClick") this.crankClick();
      }),
    );
    const timer = setInterval(() => this.check(), HEALTH_EVERY_MS);
    this.leaves.push(() => clearInterval(timer));
    this.listenForHands();
    this.render();
    this.tell();
  }

  destroy(): void {
    this.isGone = true;
    for (const leave of this.leaves) leave();
    this.player?.destroy(this.tell);
    this.player = null;
  }

  async unlock(): Promise<void> {
    const wasOk = this.report().state === "ok";
    await this.player?.resume();
    if (!wasOk && this.report().state === "ok") this.player?.play("click", CLICK_VOLUME);
    this.tell();
  }

  setVolume(volume: number): void {
    this.volume = Math.min(1, Math.max(0, volume));
    Howler.volume(this.volume);
    this.tell();
  }

  private render(): void {
    try {
      const sounds = renderSounds();
      this.engine = new AlarmEngine((priority, category) =>
        burstPlan(sounds.map, priority, category),
      );
      this.player = new SoundPlayer(sounds, this.tell);
    } catch (error) {
      this.renderError = error instanceof Error ? error.message : String(error);
    }
  }

  /** Any touch of the page wakes sound that the browser holds back. */
  private listenForHands(): void {
    const wake = (): void => {
      if (this.report().state === "blocked") void this.unlock();
    };
    for (const type of ["pointerdown", "keydown", "touchend"] as const) {
      window.addEventListener(type, wake, { capture: true, passive: true });
      this.leaves.push(() => window.removeEventListener(type, wake, { capture: true }));
    }
  }

  private report(): SoundReport {
    const pageTimeMs = performance.now();
    const signs = this.player?.signs(this.volume, pageTimeMs) ?? {
      context: "running", // not asked yet: what is known is that nothing has loaded
      isLoaded: false,
      loadError: null,
      playFailed: false,
      clockMoves: true,
      volume: this.volume,
    };
    return soundReport({ ...signs, loadError: this.renderError ?? signs.loadError });
  }

  private readonly tell = (): void => {
    if (this.isGone) return;
    const { state, sentence } = this.report();
    if (sentence === this.told) return;
    this.told = sentence;
    this.options.onSoundState(state, sentence);
  };

  private check(): void {
    this.tell();
    if (performance.now() - this.frameAtMs > STALE_MS) this.silence();
  }

  private silence(): void {
    if (this.burstId !== null) this.player?.stop(this.burstId);
    this.burstId = null;
    this.engine?.reset();
    this.player?.silenceLoops();
  }

  private hear(frame: Frame): void {
    const pageTimeMs = performance.now();
    this.frameAtMs = pageTimeMs;
    const { readings } = frame;
    const clamps = clampBits(readings);
    const { player, engine } = this;
    if (player === null || engine === null || !player.canPlay) {
      engine?.reset();
      this.clamps = clamps;
      return;
    }
    const pauseLeftS = audioPauseLeftS(readings);
    const commands = engine.step(readAlarms(readings), pauseLeftS, pageTimeMs / 1000);
    for (const command of commands) this.obey(player, command);
    if (this.clamps !== null && clamps !== this.clamps) player.play("clamp", CLICK_VOLUME);
    this.clamps = clamps;
    if (pageTimeMs - this.machineAtMs < MACHINE_EVERY_MS) return;
    this.machineAtMs = pageTimeMs;
    const levels = machineLevels(readings);
    for (const name of LOOPS) player.follow(name, levels[name]);
  }

  private obey(player: SoundPlayer, command: SoundCommand): void {
    if (this.burstId !== null) player.stop(this.burstId);
    this.burstId = command.type === "start" ? player.play(command.burst) : null;
  }

  private crankClick(): void {
    this.crankClicks += 1;
    this.player?.play("crank", CLICK_VOLUME, this.crankClicks % 2 === 0 ? 1.03 : 0.97);
  }
}

export function mountSound(options: SoundOptions): Sound {
  const desk = new SoundDesk(options);
  return {
    destroy: () => desk.destroy(),
    unlock: () => desk.unlock(),
    setVolume: (volume) => desk.setVolume(volume),
  };
}
