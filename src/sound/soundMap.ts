/** What the synthesis gives next to its WAV: where each sound lies and how bursts repeat. */
import type { AlarmCategory, AlarmPriority } from "../world/contract/alarms.ts";

export interface BurstEntry {
  readonly priority: AlarmPriority;
  /** "any" serves every category; "reminder" none of them. */
  readonly category: AlarmCategory | "any" | "reminder";
  readonly durationMs: number;
  readonly repeatGapMs: number;
}

export interface SoundMap {
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

/** The burst of a priority and category. */
export function burstPlan(
  map: SoundMap,
  priority: AlarmPriority,
  category: AlarmCategory | "reminder",
): BurstPlan {
  const found = Object.entries(map.bursts).find(
    ([, burst]) =>
      burst.priority === priority &&
      (burst.category === category || (burst.category === "any" && category !== "reminder")),
  );
  if (found === undefined) throw new Error(`No sound for a ${priority} ${category} alarm.`);
  const [name, { durationMs, repeatGapMs }] = found;
  return { name, durationS: durationMs / 1000, gapS: repeatGapMs / 1000 };
}
