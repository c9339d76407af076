/** Takes a session's recording into this browser, without who played it, and opens its replay. */
import type { Problem } from "../../kernel/result.ts";
import { callApi } from "../account/api.ts";
import { goTo } from "../router.ts";

/** The problem, when there is one. */
export async function openSessionReplay(sessionId: string): Promise<Problem | undefined> {
  const answer = await callApi<object>("GET", `/api/sessions/${sessionId}/recording`);
  if (!answer.ok) return answer.problems[0];
  const { importRecording } = await import("../storage/importRecording.ts");
  const file = new File([JSON.stringify(answer.value)], "recording.json");
  const taken = await importRecording(file);
  if (!taken.ok) return taken.problems[0];
  goTo({ page: "debrief", recordingId: taken.value });
  return undefined;
}
