/**
 * Rewind: a new recording that shares the old one's past up to a tick and goes on differently. The
 * old one stays as it is. Only practice can be rewound, and a branch is always practice.
 */
import { failure, type Result, success } from "../kernel/result.ts";
import type { Recording, SessionMark } from "./contract/recording.ts";

type Branchable = Omit<Recording, "sealHex" | "format" | "formatVersion" | "notice">;

export interface BranchOptions {
  readonly tick: number;
  readonly recordingId: string;
  readonly wallTimeMs: number;
}

/** The new recording's parts at `tick`, or why there is none. */
export function branchRecording(
  recording: Branchable,
  { tick, recordingId, wallTimeMs }: BranchOptions,
): Result<Branchable> {
  if (recording.mode !== "practice" && !recording.isEnded) {
    return failure({
      code: "branch.exam",
      place: "rewind",
      sentence: `${recording.mode === "exam" ? "An exam" : "A drill"} cannot be rewound while it runs.`,
      remedy: "Play it to its end; its debrief can be replayed and practised from any moment.",
    });
  }
  if (tick < 0 || tick > recording.endTick) {
    return failure({
      code: "branch.outside",
      place: `tick ${tick}`,
      sentence: `The recording holds ticks 0 to ${recording.endTick}; tick ${tick} is outside.`,
    });
  }
  const rewound: SessionMark = { tick, wallTimeMs, kind: "rewind", detail: recording.recordingId };
  return success({
    ...recording,
    recordingId,
    mode: "practice",
    startedWallTimeMs: wallTimeMs,
    branch: { fromRecordingId: recording.recordingId, tick },
    endTick: tick,
    isEnded: false,
    entries: recording.entries.filter((entry) => entry.tick < tick),
    checkpoints: recording.checkpoints.filter((checkpoint) => checkpoint.tick <= tick),
    marks: [...recording.marks.filter((mark) => mark.tick <= tick), rewound],
  });
}
