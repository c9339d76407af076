/** A run of this device as a file in the reader's downloads. */
import { recordingText } from "../../session/seal.ts";
import { sha256Hex } from "../sha256.ts";
import { openRunStore } from "./openRunStore.ts";
import { runToRecording } from "./runToRecording.ts";
import { saveText } from "./saveText.ts";

/** "arterial-pump-failure-2026-03-14-1a2b3c4d.onbypass.json" */
function exportName(title: string, startedWallTimeMs: number, recordingId: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const day = new Date(startedWallTimeMs).toISOString().slice(0, 10);
  return `${words}-${day}-${recordingId.slice(0, 8)}.onbypass.json`;
}

export async function exportRun(recordingId: string): Promise<void> {
  const store = await openRunStore();
  const run = await store.read(recordingId);
  if (run === undefined) return;
  const text = recordingText(runToRecording(run, sha256Hex));
  const { title, startedWallTimeMs } = run.header;
  saveText(text, "application/json", exportName(title, startedWallTimeMs, recordingId));
}
