/** Closes a recording with a hash over all of it, and makes the text of the file. No zod here. */
import { canonicalJson } from "../kernel/canonicalJson.ts";
import type { Recording, UnsealedRecording } from "./contract/recording.ts";
import type { Sha256Hex } from "./engine.ts";

/** The recording with its seal. */
export function sealRecording(parts: UnsealedRecording, sha256Hex: Sha256Hex): Recording {
  return { ...parts, sealHex: sha256Hex(canonicalJson(parts)) };
}

/** Whether the seal fits what it closes. */
export function sealFits(recording: Recording, sha256Hex: Sha256Hex): boolean {
  const { sealHex, ...parts } = recording;
  return sha256Hex(canonicalJson(parts)) === sealHex;
}

/** The file's text: one entry a line, so that a person can read it and a diff shows what changed. */
export function recordingText(recording: Recording): string {
  const { entries, checkpoints, marks, ...rest } = recording;
  const lines = (items: readonly unknown[]) =>
    items.length === 0
      ? "[]"
      : `[\n    ${items.map((item) => canonicalJson(item)).join(",\n    ")}\n  ]`;
  const fields = Object.entries(rest).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${canonicalJson(value)}`,
  );
  fields.push(
    `  "entries": ${lines(entries)}`,
    `  "checkpoints": ${lines(checkpoints)}`,
    `  "marks": ${lines(marks)}`,
  );
  return `{\n${fields.join(",\n")}\n}\n`;
}
