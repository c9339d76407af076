/** What scripts/build-sounds.mjs writes next to the WAV: where each sound lies and how bursts repeat. */
import type { AlarmPriority } from "../world/contract/alarms.ts";

export type AlarmCategory = "general" | "perfusion";

export interface BurstEntry {
  readonly priority: AlarmPriority;
  readonly category: AlarmCategory | "any";
  readonly durationMs: number;
  readonly repeatGapMs: number;
}

export interface SoundMap {
  readonly file: string;
  readonly hash: string;
  /** Start and length in ms; a third element, true, for loops. */
  readonly sprites: Readonly<Record<string, [number, number] | [number, number, boolean]>>;
  readonly bursts: Readonly<Record<string, BurstEntry>>;
}

/** A burst as the alarm engine plans with it. */
export interface BurstPlan {
  readonly name: string;
  readonly durationS: number;
  readonly gapS: number;
}

/** The burst of a priority and category; "any" serves every category. */
export function burstPlan(
  map: SoundMap,
  priority: AlarmPriority,
  category: AlarmCategory,
): BurstPlan {
  const found = Object.entries(map.bursts).find(
    ([, burst]) =>
      burst.priority === priority && (burst.category === category || burst.category === "any"),
  );
  if (found === undefined) throw new Error(`No sound for a ${priority} ${category} alarm.`);
  const [name, { durationMs, repeatGapMs }] = found;
  return { name, durationS: durationMs / 1000, gapS: repeatGapMs / 1000 };
}
