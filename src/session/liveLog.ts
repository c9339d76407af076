/**
 * The case log as the server takes it from the device that writes it: in order, without a gap, not
 * ahead of the clock, chained like the device's own. Pure: what it is given decides what it takes.
 */
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import { MS_PER_TICK, sToTicks } from "../kernel/tick.ts";
import { chainEntryHex } from "./chain.ts";
import {
  AHEAD_S_MAX,
  LATE_S_MAX,
  type LiveCheckpoint,
  type LiveEntry,
  type Progress,
} from "./contract/live.ts";
import type { Entry } from "./contract/recording.ts";
import type { Sha256Hex } from "./engine.ts";
import { liveProblems } from "./liveProblems.ts";
import { CHECKPOINT_EVERY_TICKS } from "./liveRun.ts";

/** How far the log has come. */
export interface LogHead {
  /** Number of the last entry, 0 before the first. */
  readonly sequence: number;
  readonly headHex: string;
  /** Tick of the last checkpoint, 0 before the first. */
  readonly checkpointTick: number;
  /** Chain value of what happened before the last checkpoint. */
  readonly settledHex: string;
  /** Entries since then, oldest first: a later checkpoint says which of them it covers. */
  readonly unsettled: readonly Pick<Entry, "tick" | "chainHex">[];
  readonly frontierTick: number;
  /** How far the device's clock is behind the server's for good reasons: its start, its gaps. */
  readonly lagTicks: number;
}

export const logHeadAt = (genesisHex: string): LogHead => ({
  sequence: 0,
  headHex: genesisHex,
  checkpointTick: 0,
  settledHex: genesisHex,
  unsettled: [],
  frontierTick: 0,
  lagTicks: 0,
});

export interface Judging {
  readonly sha256Hex: Sha256Hex;
  /** Time the case has had to run, in ms. */
  readonly allowedMs: number;
  /** Why an entry may not be made, if it may not. */
  readonly entryProblem: (entry: LiveEntry) => Problem | undefined;
}

export interface Taken {
  readonly head: LogHead;
  /** What is new, ready to be kept. */
  readonly entries: readonly Entry[];
  readonly checkpoints: readonly LiveCheckpoint[];
  /** Ticks that came later than they were played: nobody watched them live. */
  readonly late: Stretch | undefined;
  /** How long the device's clock stood at a gap or a reload, as far as the server can tell, in ms. */
  readonly stoodMs: number;
}

export interface Stretch {
  readonly fromTick: number;
  readonly toTick: number;
}

/** What is new in a message, or why it is not taken. What was taken before is passed over. */
export function takeProgress(head: LogHead, sent: Progress, judging: Judging): Result<Taken> {
  const allowedTick = Math.floor(judging.allowedMs / MS_PER_TICK);
  if (sent.frontierTick > allowedTick + sToTicks(AHEAD_S_MAX)) {
    return failure(liveProblems.ahead(sent.frontierTick));
  }
  const entries = takeEntries(head, sent, judging);
  if (!entries.ok) return entries;
  const chained = entries.value;
  const reached = chained.at(-1)?.sequence ?? head.sequence;
  const isOld = sent.sequence < reached && sent.frontierTick <= head.frontierTick;
  if (sent.sequence !== reached && !isOld) {
    return failure(liveProblems.gap(reached + 1, sent.sequence));
  }
  const unsettled = [...head.unsettled, ...chained];
  const settled = takeCheckpoints(head, unsettled, sent);
  if (!settled.ok) return settled;
  const frontierTick = Math.max(head.frontierTick, sent.frontierTick);
  const lagTicks = lagAfter(head, sent, allowedTick);
  return success({
    head: {
      sequence: reached,
      headHex: chained.at(-1)?.chainHex ?? head.headHex,
      frontierTick,
      lagTicks,
      ...settled.value.head,
    },
    entries: chained,
    checkpoints: settled.value.checkpoints,
    late: lateStretch(head, sent, { frontierTick, allowedTick, lagTicks }),
    stoodMs: head.frontierTick === 0 ? 0 : (lagTicks - head.lagTicks) * MS_PER_TICK,
  });
}

/** Where the device's clock stood for longer than the server's, if it did. */
const standsAt = ({ marks = [] }: Progress) => marks.find(({ kind }) => kind !== "pause");

/**
 * The device's first message shows how late it began. A gap makes it later by what the device says; a
 * page that was loaded again, or a clock that a supervisor let go on, by what is missing. Never by
 * more than that.
 */
function lagAfter(head: LogHead, sent: Progress, allowedTick: number): number {
  const missingTicks = Math.max(0, allowedTick - sent.frontierTick);
  if (head.frontierTick === 0) return missingTicks;
  if (standsAt(sent) === undefined) return head.lagTicks;
  const { marks = [] } = sent;
  const skippedMs = marks.reduce((sum, mark) => sum + (mark.skippedMs ?? 0), 0);
  const isAnew = marks.some(({ kind }) => kind === "reload" || kind === "resume");
  const claimedTicks = isAnew ? missingTicks : head.lagTicks + Math.round(skippedMs / MS_PER_TICK);
  return Math.max(head.lagTicks, Math.min(claimedTicks, missingTicks));
}

interface Moment {
  readonly frontierTick: number;
  readonly allowedTick: number;
  readonly lagTicks: number;
}

/** The ticks that should have been here before now; up to where the clock stood, by the old lag. */
function lateStretch(
  head: LogHead,
  sent: Progress,
  { frontierTick, allowedTick, lagTicks }: Moment,
): Stretch | undefined {
  const stood = standsAt(sent);
  const fromTick = head.frontierTick;
  const lagThen = stood === undefined || fromTick === 0 ? lagTicks : head.lagTicks;
  const judgedTick = stood === undefined ? frontierTick : Math.min(stood.tick, frontierTick);
  const toTick = Math.min(judgedTick, allowedTick - lagThen - sToTicks(LATE_S_MAX));
  return toTick > fromTick ? { fromTick, toTick } : undefined;
}

function takeEntries(head: LogHead, sent: Progress, judging: Judging): Result<readonly Entry[]> {
  const fresh = (sent.entries ?? []).filter(({ sequence }) => sequence > head.sequence);
  const taken: Entry[] = [];
  let { sequence, headHex } = head;
  let lastTick = Math.max(head.frontierTick, head.unsettled.at(-1)?.tick ?? head.checkpointTick);
  for (const entry of fresh) {
    if (entry.sequence !== sequence + 1) {
      return failure(liveProblems.gap(sequence + 1, entry.sequence));
    }
    if (entry.tick < lastTick || entry.tick > sent.frontierTick) {
      return failure(liveProblems.tickOrder(entry.sequence));
    }
    const problem = judging.entryProblem(entry);
    if (problem !== undefined) return failure(problem);
    headHex = chainEntryHex(headHex, entry, judging.sha256Hex);
    taken.push({ ...entry, chainHex: headHex });
    sequence = entry.sequence;
    lastTick = entry.tick;
  }
  return success(taken);
}

type Settled = Pick<LogHead, "checkpointTick" | "settledHex" | "unsettled">;

function takeCheckpoints(
  head: LogHead,
  unsettled: LogHead["unsettled"],
  { checkpoints = [], frontierTick }: Progress,
): Result<{ readonly head: Settled; readonly checkpoints: readonly LiveCheckpoint[] }> {
  let { checkpointTick, settledHex } = head;
  let rest = unsettled;
  const fresh = checkpoints.filter(({ tick }) => tick > head.checkpointTick);
  for (const { tick, headHex } of fresh) {
    if (tick !== checkpointTick + CHECKPOINT_EVERY_TICKS || tick > frontierTick) {
      return failure(liveProblems.checkpointOrder(tick));
    }
    const covered = rest.filter((entry) => entry.tick < tick);
    settledHex = covered.at(-1)?.chainHex ?? settledHex;
    rest = rest.slice(covered.length);
    if (settledHex !== headHex) return failure(liveProblems.chain(tick));
    checkpointTick = tick;
  }
  const next = { checkpointTick, settledHex, unsettled: rest };
  return success({ head: next, checkpoints: fresh });
}
