/** Between what the device keeps and the file that leaves it. */

import { NOTICE, RECORDING_FORMAT } from "../../session/contract/notice.ts";
import type { Recording } from "../../session/contract/recording.ts";
import type { Sha256Hex } from "../../session/engine.ts";
import { CHECKPOINT_EVERY_TICKS } from "../../session/liveRun.ts";
import { sealRecording } from "../../session/seal.ts";
import type { StoredRun } from "./runStore.ts";

/**
 * How far a run certainly got: its last saved tick, or the tick after its last entry if that is later, because an
 * entry takes effect in the step from its own tick to the next. An entry is saved at once and the tick once a
 * second, so this is at most a second before the last frame.
 */
export function reachedTick({ header, entries }: StoredRun): number {
  const last = entries.at(-1);
  return Math.max(header.tick, last === undefined ? 0 : last.tick + 1);
}

/** The last checkpoint a run holds that no later crash can have left incomplete. */
export function wholeCheckpoints({ checkpoints }: StoredRun): StoredRun["checkpoints"] {
  const sorted = [...checkpoints].sort((one, other) => one.tick - other.tick);
  const gap = sorted.findIndex(({ tick }, index) => tick !== (index + 1) * CHECKPOINT_EVERY_TICKS);
  return gap < 0 ? sorted : sorted.slice(0, gap);
}

/** The recording of a run, sealed. It ends where entries and checkpoints are both complete. */
export function runToRecording(run: StoredRun, sha256Hex: Sha256Hex): Recording {
  const { header, entries, marks } = run;
  const checkpoints = wholeCheckpoints(run);
  const provenTick = (checkpoints.length + 1) * CHECKPOINT_EVERY_TICKS - 1;
  const endTick = Math.min(reachedTick(run), provenTick);
  return sealRecording(
    {
      format: RECORDING_FORMAT,
      formatVersion: 1,
      notice: NOTICE,
      recordingId: header.recordingId,
      engineHash: header.engineHash,
      title: header.title,
      mode: header.mode,
      startedWallTimeMs: header.startedWallTimeMs,
      caseSetup: header.caseSetup,
      branch: header.branch,
      endTick,
      isEnded: header.isEnded,
      entries: [...entries].filter((entry) => entry.tick <= endTick),
      checkpoints: [...checkpoints],
      marks: marks.filter((mark) => mark.tick <= endTick),
    },
    sha256Hex,
  );
}

/** A recording from a file, as the device keeps it. */
export function recordingToRun(recording: Recording): StoredRun {
  const { recordingId, engineHash, title, mode, startedWallTimeMs, caseSetup, branch } = recording;
  return {
    header: {
      recordingId,
      engineHash,
      title,
      mode,
      startedWallTimeMs,
      caseSetup,
      branch,
      tick: recording.endTick,
      isEnded: recording.isEnded,
      outcome: null,
      isOwn: false,
    },
    entries: recording.entries,
    checkpoints: recording.checkpoints,
    marks: recording.marks,
  };
}
