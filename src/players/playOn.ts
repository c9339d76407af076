/**
 * A scripted perfusionist takes over a case that stands at some tick, and plays it to its end. A host
 * drives it in slices so that it can show progress.
 */
import type { CaseFact } from "../session/contract/protocol.ts";
import type { CaseEntry, EngineCase } from "../session/engine.ts";
import { SIGNAL_COUNT } from "../world/contract/signals.ts";
import { Player } from "./player.ts";
import { TraineeView } from "./traineeView.ts";

/** Players perceive and act ten times a second; nobody reacts faster than 0.8 s anyway. */
const TICKS_PER_GLANCE = 5;

export interface PlayOnOptions {
  readonly engineCase: EngineCase;
  readonly seed: number;
  /** How many times a practised person's reaction the player takes. */
  readonly paceFactor?: number | undefined;
  readonly tickMax: number;
  /** Starts the player's scripts. */
  readonly begin: (me: Player) => void;
  /** Hears after each tick what happened in it, and what the player did before it. */
  readonly onTick?:
    | ((facts: readonly CaseFact[], entries: readonly CaseEntry[]) => void)
    | undefined;
}

export interface PlayOn {
  isDone(): boolean;
  /** Goes on for some ticks. */
  advance(ticks: number): void;
}

export function createPlayOn(options: PlayOnOptions): PlayOn {
  const { engineCase, seed, paceFactor, tickMax, begin, onTick } = options;
  const readings = new Float64Array(SIGNAL_COUNT);
  const view = new TraineeView(readings);
  const player = new Player(view, seed, paceFactor);
  let seen: CaseFact[] = [];
  let sequence = 0;
  view.refresh(engineCase.tick(), []);
  begin(player);

  const isDone = (): boolean => engineCase.ended() || engineCase.tick() >= tickMax;
  const step = (): void => {
    const tick = engineCase.tick();
    const isGlance = tick % TICKS_PER_GLANCE === 0;
    if (isGlance) {
      engineCase.readings(readings);
      view.refresh(tick, seen);
      seen = [];
    }
    const acts = isGlance ? player.decide() : [];
    const entries = acts.map((action) => {
      sequence += 1;
      return { sequence, tick, actor: "trainee" as const, action };
    });
    const facts = engineCase.step(entries);
    seen.push(...facts);
    onTick?.(facts, entries);
  };
  return {
    isDone,
    advance(ticks) {
      for (let i = 0; i < ticks && !isDone(); i += 1) step();
    },
  };
}
