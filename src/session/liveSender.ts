/**
 * The device's end of the log: what the server has not confirmed yet, cut into messages that fit. It
 * remembers nothing but what was sent on this connection, so a lost message is sent again after the
 * next welcome.
 */

import { withoutChain } from "./chain.ts";
import {
  CHECKPOINTS_PER_MESSAGE_MAX,
  ENTRIES_PER_MESSAGE_MAX,
  type LiveCheckpoint,
  type LiveMark,
  MARKS_PER_MESSAGE_MAX,
  type Progress,
} from "./contract/live.ts";
import type { Checkpoint, Entry } from "./contract/recording.ts";
import { CHECKPOINT_EVERY_TICKS } from "./liveRun.ts";

/** What the device has of the run. Entries and checkpoints only grow. */
export interface OwnLog {
  readonly genesisHex: string;
  readonly entries: readonly Entry[];
  readonly checkpoints: readonly Checkpoint[];
  readonly frontierTick: number;
  readonly isEnded: boolean;
}

export interface LiveSender {
  /** The server has these; what comes after is sent. */
  begin(haveSequence: number, haveCheckpointTick: number): void;
  /** Sent with the next message, and again after a welcome until it is confirmed. */
  mark(mark: LiveMark): void;
  /** The server has kept everything up to this checkpoint. */
  confirm(checkpointTick: number): void;
  /** Messages that bring the server up to date; none when it is. */
  due(log: OwnLog): readonly Progress[];
}

/** The chain value of everything that took effect before a tick. */
function headBefore({ genesisHex, entries }: OwnLog, tick: number): string {
  let last = entries.length;
  while (last > 0 && entries[last - 1].tick >= tick) last--;
  return last === 0 ? genesisHex : entries[last - 1].chainHex;
}

export function createLiveSender(): LiveSender {
  let sentEntryCount = 0;
  let sentCheckpointCount = 0;
  let sentFrontierTick = -1;
  let hasSentEnd = false;
  let marks: LiveMark[] = [];
  let unconfirmed: LiveMark[] = [];

  /** Entries and checkpoints that belong together: up to a tick, and no more than fit. */
  const next = (log: OwnLog): Progress => {
    const upcoming = log.entries.slice(sentEntryCount, sentEntryCount + ENTRIES_PER_MESSAGE_MAX);
    const hasMore = sentEntryCount + upcoming.length < log.entries.length;
    // An entry that is not sent yet must not lie before the frontier.
    const entryTick = log.entries[sentEntryCount + upcoming.length]?.tick ?? log.frontierTick;
    const lastCheckpoint = log.checkpoints.slice(
      sentCheckpointCount,
      sentCheckpointCount + CHECKPOINTS_PER_MESSAGE_MAX,
    );
    const nextCheckpoint = log.checkpoints[sentCheckpointCount + lastCheckpoint.length];
    const frontierTick = Math.min(entryTick, nextCheckpoint?.tick ?? log.frontierTick);
    const entries = upcoming.filter(({ tick }) => tick <= frontierTick);
    const checkpoints = lastCheckpoint
      .filter(({ tick }) => tick <= frontierTick)
      .map((one): LiveCheckpoint => ({ ...one, headHex: headBefore(log, one.tick) }));
    sentEntryCount += entries.length;
    sentCheckpointCount += checkpoints.length;
    sentFrontierTick = frontierTick;
    const isLast = !hasMore && frontierTick === log.frontierTick;
    hasSentEnd = isLast && log.isEnded;
    return {
      type: "progress",
      frontierTick,
      sequence: sentEntryCount,
      ...(entries.length > 0 && { entries: entries.map(withoutChain) }),
      ...(checkpoints.length > 0 && { checkpoints }),
      ...(hasSentEnd && { isEnded: true as const }),
    };
  };

  /** A mark goes with the first message that reaches its tick: there the server has to know of it. */
  const takeMarks = ({ frontierTick }: Progress, isLast: boolean): LiveMark[] => {
    const reached = marks.findIndex(({ tick }) => tick > frontierTick);
    const count = isLast || reached < 0 ? marks.length : reached;
    const sent = marks.slice(0, Math.min(count, MARKS_PER_MESSAGE_MAX));
    marks = marks.slice(sent.length);
    unconfirmed.push(...sent);
    return sent;
  };

  const isBehind = (log: OwnLog): boolean =>
    sentEntryCount < log.entries.length ||
    sentCheckpointCount < log.checkpoints.length ||
    sentFrontierTick < log.frontierTick ||
    (log.isEnded && !hasSentEnd);

  return {
    begin(haveSequence, haveCheckpointTick) {
      sentEntryCount = haveSequence;
      sentCheckpointCount = haveCheckpointTick / CHECKPOINT_EVERY_TICKS;
      sentFrontierTick = -1;
      hasSentEnd = false;
      marks = [...unconfirmed, ...marks];
      unconfirmed = [];
    },
    mark(mark) {
      marks.push(mark);
    },
    confirm(checkpointTick) {
      unconfirmed = unconfirmed.filter(({ tick }) => tick >= checkpointTick);
    },
    due(log) {
      const messages: Progress[] = [];
      while (isBehind(log) || (marks.length > 0 && messages.length === 0)) {
        messages.push(next(log));
      }
      return messages.map((message, index) => {
        const sent = takeMarks(message, index === messages.length - 1);
        return sent.length === 0 ? message : { ...message, marks: sent };
      });
    },
  };
}
