/** The sentences a refused recording gets: where it is wrong, why, and what its owner can do. */
import type { Problem } from "../kernel/result.ts";

const AGAIN = "Export the recording again where it was made, and copy the whole file.";
const ORIGINAL =
  "Use the file as it was exported; an edited recording proves nothing and is not replayed.";

export const recordingProblems = {
  notJson: (text: string): Problem => {
    const isCut = text.trim() !== "" && !text.trimEnd().endsWith("}");
    return isCut
      ? {
          code: "recording.truncated",
          place: `character ${text.length}`,
          sentence: `The recording is cut off after ${text.length} characters.`,
          remedy: AGAIN,
        }
      : {
          code: "recording.notJson",
          place: "the file",
          sentence: "This file is not an OnBypass recording: it is not JSON.",
          remedy:
            "Choose a file that was made by Export recording; its name ends in .onbypass.json.",
        };
  },
  notRecording: (): Problem => ({
    code: "recording.format",
    place: "format",
    sentence: 'This JSON file is not an OnBypass recording: it does not say "onbypass-recording".',
    remedy: "Choose a file that was made by Export recording; its name ends in .onbypass.json.",
  }),
  futureVersion: (version: unknown): Problem => ({
    code: "recording.version",
    place: "formatVersion",
    sentence: `The recording is in format ${String(version)}, and this OnBypass reads format 1.`,
    remedy: "Open it with the OnBypass release that made it, or a newer one.",
  }),
  sequenceGap: (index: number, expected: number, found: number): Problem => ({
    code: "recording.sequence",
    place: `entries[${index}].sequence`,
    sentence:
      found > expected
        ? `Entry ${expected} is missing: entry ${found} stands in its place.`
        : `Entry ${found} stands where entry ${expected} belongs.`,
    remedy: ORIGINAL,
  }),
  tickOrder: (index: number, sequence: number): Problem => ({
    code: "recording.tickOrder",
    place: `entries[${index}].tick`,
    sentence: `Entry ${sequence} is earlier than the entry before it.`,
    remedy: ORIGINAL,
  }),
  afterEnd: (place: string, what: string, endTick: number): Problem => ({
    code: "recording.afterEnd",
    place,
    sentence: `${what} lies after the end of the recording at tick ${endTick}.`,
    remedy: ORIGINAL,
  }),
  brokenChain: (index: number, sequence: number): Problem => ({
    code: "recording.chain",
    place: `entries[${index}]`,
    sentence: `Entry ${sequence} does not follow from what stands before it: it, or something earlier, was edited.`,
    remedy: ORIGINAL,
  }),
  missingCheckpoint: (index: number, tick: number): Problem => ({
    code: "recording.checkpoint",
    place: `checkpoints[${index}]`,
    sentence: `The checkpoint at tick ${tick} is missing or out of order.`,
    remedy: ORIGINAL,
  }),
  brokenSeal: (): Problem => ({
    code: "recording.seal",
    place: "sealHex",
    sentence:
      "The seal does not fit: something outside the log, or the end of the log, was changed or cut.",
    remedy: ORIGINAL,
  }),
  examBranch: (): Problem => ({
    code: "recording.branch",
    place: "mode",
    sentence: "A recording that was rewound says it is an exam; only practice can be rewound.",
    remedy: ORIGINAL,
  }),
  missingEngine: (engineHash: string): Problem => ({
    code: "recording.engineMissing",
    place: "engineHash",
    sentence: `The recording was made by engine ${engineHash}, which is not kept here.`,
    remedy: `Copy engine-${engineHash}.mjs from the folder data/engines of the machine that made the recording into data/engines here.`,
  }),
  differs: (tick: number, expectedHex: string, foundHex: string): Problem => ({
    code: "replay.differs",
    place: `tick ${tick}`,
    sentence: `The replay differs from the recording at tick ${tick}: it gives ${foundHex}, and the recording says ${expectedHex}.`,
    remedy:
      "The recording was edited, or it names the wrong engine. Nothing after this tick can be trusted.",
  }),
} as const;
