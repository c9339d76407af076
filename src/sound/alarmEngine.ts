/**
 * Decides which alarm burst sounds when. It hears nothing and plays nothing: conditions and page time
 * go in, commands come out, so every rule can be tested. Rules (modelled on standards.md 1.3 and 1.6):
 *
 * - The highest priority that is active and not acknowledged sounds; a higher one cuts a lower one off.
 * - A burst repeats after the gap of its priority; a new alarm of the sounding priority does not wait.
 * - Audio pause silences what was active when it began, also when that goes and comes back. A new high
 *   alarm breaks through, as does a lower one that outranks everything silenced; pausing again
 *   silences those too. A pause without end is sound turned off: a reminder sounds every minute.
 */
import type { AlarmCategory, AlarmId, AlarmPriority } from "../world/contract/alarms.ts";
import type { AlarmCondition } from "./alarmConditions.ts";
import type { BurstPlan } from "./soundMap.ts";

export type SoundCommand =
  | {
      readonly type: "start";
      readonly atS: number;
      readonly burst: string;
      readonly alarm: AlarmId | "reminder";
      readonly priority: AlarmPriority;
    }
  | { readonly type: "stop"; readonly atS: number };

const RANK: Readonly<Record<AlarmPriority, number>> = { high: 3, medium: 2, low: 1 };
/** A pause that grows by more than this was pressed again. */
const PAUSE_AGAIN_S = 0.5;

interface Burst {
  readonly alarm: AlarmId;
  readonly priority: AlarmPriority;
  readonly endS: number;
}

type PlanOf = (priority: AlarmPriority, category: AlarmCategory | "reminder") => BurstPlan;

/** Sound that is turned off reminds this often, s (set by us). */
const REMIND_EVERY_S = 60;

export class AlarmEngine {
  private readonly planOf: PlanOf;
  private readonly known = new Set<AlarmId>();
  private readonly muted = new Set<AlarmId>();
  private lastPauseLeftS = 0;
  private isFresh = true;
  private playing: Burst | null = null;
  private last: Burst | null = null;
  private remindAtS: number | null = null;

  constructor(planOf: PlanOf) {
    this.planOf = planOf;
  }

  /** Forgets what was playing, as after sound was dead: what is active sounds at once. */
  reset(): void {
    this.isFresh = true;
    this.playing = null;
    this.last = null;
  }

  step(
    conditions: readonly AlarmCondition[],
    pauseLeftS: number,
    pageTimeS: number,
  ): readonly SoundCommand[] {
    const raised = this.noteRaised(conditions);
    this.notePause(conditions, raised, pauseLeftS);
    const audible = conditions.filter(
      ({ id, active, acknowledged }) => active && !acknowledged && !this.muted.has(id),
    );
    if (this.playing !== null && pageTimeS >= this.playing.endS) this.playing = null;
    const leader = leaderOf(audible, raised);
    const commands: SoundCommand[] = [];
    if (this.playing !== null && this.mustStop(this.playing, audible, leader)) {
      commands.push({ type: "stop", atS: pageTimeS });
      this.playing = null;
      this.last = null;
    }
    if (leader === undefined) {
      this.last = null;
      return [...commands, ...this.reminder(pauseLeftS, pageTimeS)];
    }
    this.remindAtS = null;
    const plan = this.planOf(leader.priority, leader.category);
    if (this.playing === null && this.isDue(leader, plan, raised, pageTimeS)) {
      const { id: alarm, priority } = leader;
      commands.push({ type: "start", atS: pageTimeS, burst: plan.name, alarm, priority });
      this.playing = this.last = { alarm, priority, endS: pageTimeS + plan.durationS };
    }
    return commands;
  }

  /** One pulse a minute while the sound is turned off, so that nobody forgets it. */
  private reminder(pauseLeftS: number, pageTimeS: number): readonly SoundCommand[] {
    if (Number.isFinite(pauseLeftS)) {
      this.remindAtS = null;
      return [];
    }
    this.remindAtS ??= pageTimeS + REMIND_EVERY_S;
    if (pageTimeS < this.remindAtS) return [];
    this.remindAtS = pageTimeS + REMIND_EVERY_S;
    const { name } = this.planOf("low", "reminder");
    return [{ type: "start", atS: pageTimeS, burst: name, alarm: "reminder", priority: "low" }];
  }

  private noteRaised(conditions: readonly AlarmCondition[]): ReadonlySet<AlarmId> {
    const raised = new Set<AlarmId>();
    for (const { id, active } of conditions) {
      if (!active) {
        this.known.delete(id);
      } else if (!this.known.has(id)) {
        this.known.add(id);
        raised.add(id);
      }
    }
    return raised;
  }

  private notePause(
    conditions: readonly AlarmCondition[],
    raised: ReadonlySet<AlarmId>,
    pauseLeftS: number,
  ): void {
    const begins = this.isFresh || pauseLeftS > this.lastPauseLeftS + PAUSE_AGAIN_S;
    this.lastPauseLeftS = pauseLeftS;
    if (pauseLeftS <= 0) {
      this.muted.clear();
    } else if (begins) {
      // What is first seen in the middle of a pause was there when it began.
      for (const id of this.known) if (this.isFresh || !raised.has(id)) this.muted.add(id);
    }
    this.isFresh = false;
    if (pauseLeftS <= 0) return;
    const mutedRank = Math.max(
      0,
      ...conditions.filter(({ id }) => this.muted.has(id)).map(({ priority }) => RANK[priority]),
    );
    for (const { id, priority } of conditions) {
      const breaksThrough = priority === "high" || RANK[priority] > mutedRank;
      if (raised.has(id) && !breaksThrough) this.muted.add(id);
    }
  }

  private mustStop(
    burst: Burst,
    audible: readonly AlarmCondition[],
    leader: AlarmCondition | undefined,
  ): boolean {
    if (leader === undefined || RANK[leader.priority] > RANK[burst.priority]) return true;
    return !audible.some(({ priority }) => priority === burst.priority);
  }

  private isDue(
    leader: AlarmCondition,
    plan: BurstPlan,
    raised: ReadonlySet<AlarmId>,
    pageTimeS: number,
  ): boolean {
    if (this.last === null || raised.has(leader.id)) return true;
    if (RANK[leader.priority] > RANK[this.last.priority]) return true;
    return pageTimeS >= this.last.endS + plan.gapS;
  }
}

/** Highest priority; among equals the one just raised, then the order of the alarm table. */
function leaderOf(
  audible: readonly AlarmCondition[],
  raised: ReadonlySet<AlarmId>,
): AlarmCondition | undefined {
  const weight = (alarm: AlarmCondition): number =>
    RANK[alarm.priority] * 2 + (raised.has(alarm.id) ? 1 : 0);
  let leader: AlarmCondition | undefined;
  for (const alarm of audible) {
    if (leader === undefined || weight(alarm) > weight(leader)) leader = alarm;
  }
  return leader;
}
