/** A recording from a file into this device's store. Fetched only when a file is taken in. */
import "../worker/zodWithoutEval.ts";
import { failure, type Result, success } from "../../kernel/result.ts";
import { parseRecording } from "../../session/recordingParse.ts";
import { sha256Hex } from "../sha256.ts";
import { openRunStore } from "./openRunStore.ts";
import { recordingToRun } from "./runToRecording.ts";

const FILE_BYTES_MAX = 64 * 1024 * 1024; // a 90 min case with constant cranking is under 10 MB

/** The id under which the recording is kept, or what is wrong with the file. */
export async function importRecording(file: File): Promise<Result<string>> {
  if (file.size > FILE_BYTES_MAX) {
    return failure({
      code: "recording.tooLarge",
      place: file.name,
      sentence: "This file is larger than any recording.",
      remedy: "Choose a file that was made by Export recording.",
    });
  }
  const parsed = parseRecording(await file.text(), sha256Hex);
  if (!parsed.ok) return parsed;
  const recording = parsed.value;
  const store = await openRunStore();
  const kept = await store.read(recording.recordingId);
  // A run that is on this device already is shown as it is; a file never overwrites it.
  if (kept === undefined) await store.create(recordingToRun(recording));
  return success(recording.recordingId);
}
