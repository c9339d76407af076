/** Every result of a person, newest first, whether it counts or not. */
import { useState } from "preact/hooks";
import { dayFromIso } from "../../records/civilDate.ts";
import { dayText } from "../../records/standingText.ts";
import type { KeptResult } from "../../server/department/results.ts";
import { ReplayResult } from "./ReplayResult.tsx";

const SHOWN_FIRST = 12;

export function ResultList({ results }: { readonly results: readonly KeptResult[] }) {
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? results : results.slice(0, SHOWN_FIRST);
  return (
    <section class="panel padded" aria-labelledby="results-title">
      <h2 id="results-title">Results</h2>
      {results.length === 0 && <p class="soft">No session has ended with a result yet.</p>}
      <ul class="bare evidence">
        {shown.map((result) => (
          <li key={result.id}>
            <span>
              {dayText(dayFromIso(result.date))}. {result.scenarioId}, variant {result.variant},{" "}
              {result.mode === "exam" ? "assessed" : "practice"},{" "}
              <strong>{result.verdict === "met" ? "met" : "not met"}</strong>,{" "}
              {result.isSigned ? `signed by ${result.signerName}` : "not signed"}
            </span>
            <ReplayResult result={result} />
          </li>
        ))}
      </ul>
      {!isAll && results.length > SHOWN_FIRST && (
        <button type="button" class="key" onClick={() => setIsAll(true)}>
          Show all {results.length}
        </button>
      )}
    </section>
  );
}
