/**
 * Where a rotor stands between two frames: the last angle that was read, carried on at the speed the
 * last two readings show, and never further than a pause of frames allows.
 */
import type { Head } from "../world/contract/ids.ts";
import type { Kit } from "./kit.ts";

/** A rotor is not turned on by itself for longer than this without news. */
const CARRY_ON_MS = 120;

interface Watched {
  tick: number;
  revolutions: number;
  atMs: number;
  revolutionsPerMs: number;
}
export type RotorAngles = Map<Head, Watched>;

/** Shortest way from one angle to another, in revolutions. */
const shortest = (turns: number): number => turns - Math.round(turns);

export function watchRotors({ stage, readings }: Kit, heads: readonly Head[]): RotorAngles {
  const angles: RotorAngles = new Map();
  stage.onFrame((nowMs) => {
    for (const head of heads) {
      const revolutions = readings.number(`pump.${head}.rotorAngleRevolutions`);
      const before = angles.get(head);
      if (!Number.isFinite(revolutions) || before?.tick === readings.tick) continue;
      const elapsedMs = before ? nowMs - before.atMs : 0;
      const moved = before ? shortest(revolutions - before.revolutions) : 0;
      const isNews = elapsedMs > 0 && elapsedMs < 500;
      angles.set(head, {
        tick: readings.tick,
        revolutions,
        atMs: nowMs,
        revolutionsPerMs: isNews ? moved / elapsedMs : 0,
      });
    }
  });
  return angles;
}

/** Angle to draw, in radians clockwise (the screen's way); readings count counter-clockwise. */
export function rotorAngleRad(angles: RotorAngles, head: Head, nowMs: number): number {
  const watched = angles.get(head);
  if (!watched) return 0;
  const sinceMs = Math.min(CARRY_ON_MS, nowMs - watched.atMs);
  return -(watched.revolutions + watched.revolutionsPerMs * sinceMs) * 2 * Math.PI;
}
