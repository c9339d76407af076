/** What becomes of a recording between export and import: taken whole, or refused with a reason. */
import { describe, expect, test } from "vitest";
import type { Recording } from "../../../src/session/contract/recording.ts";
import { parseRecording } from "../../../src/session/recordingParse.ts";
import { recordingText, sealRecording } from "../../../src/session/seal.ts";
import { playRecording, sha256Hex, valueOf } from "./testRecording.ts";

const recording = playRecording();
const parse = (value: unknown) =>
  parseRecording(typeof value === "string" ? value : JSON.stringify(value), sha256Hex);

type Editable = {
  -readonly [K in keyof Recording]: Recording[K] extends readonly (infer Item)[]
    ? Item[]
    : Recording[K];
};

/** Edits a copy; sealed anew, so that only the deeper check can find it. */
function edited(change: (copy: Editable) => void): Recording {
  const { sealHex: _, ...copy } = structuredClone(recording);
  change(copy as never);
  return sealRecording(copy, sha256Hex);
}

describe("a whole recording", () => {
  test("is taken as it was written", () => {
    expect(valueOf(parse(recordingText(recording)))).toEqual(recording);
  });
  test("says on its face that it is not for clinical use", () => {
    expect(recordingText(recording)).toContain("Training simulator. Not for clinical use.");
  });
  test("has one entry a line", () => {
    const lines = recordingText(recording).split("\n");
    expect(lines.filter((line) => line.includes('"chainHex"'))).toHaveLength(
      recording.entries.length,
    );
  });
});

const REFUSED: readonly [name: string, value: () => unknown, code: string, place: string][] = [
  ["nothing", () => "", "recording.notJson", "the file"],
  ["a picture", () => "\u0089PNG\r\n{}", "recording.notJson", "the file"],
  [
    "half a file",
    () => recordingText(recording).slice(0, 900),
    "recording.truncated",
    "character 900",
  ],
  ["another JSON file", () => ({ name: "x" }), "recording.format", "format"],
  ["a list", () => [], "recording.format", "format"],
  ["null", () => "null", "recording.format", "format"],
  [
    "a later format",
    () => ({ ...recording, formatVersion: 2 }),
    "recording.version",
    "formatVersion",
  ],
  ["an unknown key", () => ({ ...recording, entrys: [] }), "recording.unknownKey", "the file"],
  [
    "a flow out of range",
    () =>
      edited(
        (copy) =>
          (copy.entries[3].action = { type: "pump.setFlow", head: "arterial", flowLpm: 99 }),
      ),
    "recording.shape",
    "entries[3].action.flowLpm",
  ],
  [
    "an entry taken out",
    () => edited((copy) => copy.entries.splice(2, 1)),
    "recording.sequence",
    "entries[2].sequence",
  ],
  [
    "an entry twice",
    () => edited((copy) => copy.entries.splice(2, 0, copy.entries[1])),
    "recording.sequence",
    "entries[2].sequence",
  ],
  [
    "an entry moved back in time",
    () => edited((copy) => (copy.entries[4].tick = 0)),
    "recording.tickOrder",
    "entries[4].tick",
  ],
  [
    "an act changed",
    () => edited((copy) => (copy.entries[1].action = { type: "line.clamp", site: "purge" })),
    "recording.chain",
    "entries[1]",
  ],
  [
    "an act made earlier",
    () => edited((copy) => (copy.entries[1].tick -= 1)),
    "recording.chain",
    "entries[1]",
  ],
  [
    "another seed",
    () => edited((copy) => (copy.caseSetup = { seed: 8 })),
    "recording.chain",
    "entries[0]",
  ],
  [
    "another engine",
    () => edited((copy) => (copy.engineHash = "ffffffffffffffff")),
    "recording.chain",
    "entries[0]",
  ],
  [
    "a checkpoint taken out",
    () => edited((copy) => copy.checkpoints.splice(3, 1)),
    "recording.checkpoint",
    "checkpoints[3]",
  ],
  [
    "an end before the last entry",
    () => edited((copy) => (copy.endTick = 100)),
    "recording.afterEnd",
    "entries[3].tick",
  ],
  [
    "a rewound exam",
    () =>
      edited((copy) => {
        copy.mode = "exam";
        copy.branch = { fromRecordingId: "x", tick: 5 };
      }),
    "recording.branch",
    "mode",
  ],
  ["a changed title", () => ({ ...recording, title: "Better" }), "recording.seal", "sealHex"],
  [
    "the last entry and its second cut off",
    () => ({ ...recording, entries: recording.entries.slice(0, -1) }),
    "recording.seal",
    "sealHex",
  ],
];

describe("a recording that is not whole", () => {
  test.each(REFUSED)("%s is refused", (_name, value, code, place) => {
    const result = parse(value());
    expect(result.ok).toBe(false);
    if (result.ok) return;
    const [problem] = result.problems;
    expect(problem).toMatchObject({ code, place });
    expect(problem.sentence).toMatch(/\.$/);
    expect(problem.remedy).toMatch(/\.$/);
  });
});
