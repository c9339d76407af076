/** The case is over: met or not met, what decided it, and the way to the debrief. */
import { useEffect, useRef } from "preact/hooks";
import type { CaseClient } from "./caseClient.ts";

export function EndDialog({ client }: { readonly client: CaseClient }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const report = client.report.value;
  const recordingId = client.opened.value?.recordingId;
  useEffect(() => {
    if (report !== undefined) dialog.current?.showModal();
  }, [report]);
  if (report === undefined) return null;
  const isDrill = client.opened.value?.mode === "drill";
  const wasGuided = (client.opened.value?.briefing.guide ?? []).length > 0;
  return (
    <dialog ref={dialog} class="end panel" aria-labelledby="end-title">
      <p class="soft">
        The case is over.
        {isDrill && ` It was: ${report.variantTitle ?? report.scenarioId}.`}
      </p>
      <h2 id="end-title">Result: {report.outcome === "met" ? "met" : "not met"}</h2>
      <ul>
        {report.because.slice(0, 4).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <a class="key hard" href={`#/debrief/${recordingId}`}>
        Open the debrief
      </a>
      {wasGuided && (
        <a class="key" href="#/modules">
          Go on to the assessed run
        </a>
      )}
    </dialog>
  );
}
