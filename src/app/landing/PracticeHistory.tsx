/** What was practised on this device, how it went, and what to practise next. */
import type { RunHeader } from "../storage/runStore.ts";
import { type PracticeLine, practiceLines } from "./practiceHistory.ts";

const DAY_MS = 86_400_000;
const percent = (fraction: number): string => `${Math.round(fraction * 100)} %`;

function dueText({ dueWallTimeMs }: PracticeLine, nowMs: number): string {
  const days = Math.ceil((dueWallTimeMs - nowMs) / DAY_MS);
  if (days <= 0) return "due now";
  if (days === 1) return "again tomorrow";
  return days < 60 ? `again in ${days} days` : `again in ${Math.round(days / 30)} months`;
}

function trendText({ trendFractions }: PracticeLine): string {
  return trendFractions.length < 2 ? "" : trendFractions.map(percent).join(" → ");
}

export function PracticeHistory({ runs }: { readonly runs: readonly RunHeader[] }) {
  const lines = practiceLines(runs);
  if (lines.length === 0) return null;
  const nowMs = Date.now();
  return (
    <section class="panel practice" aria-labelledby="practice-title">
      <h2 id="practice-title">What to practise next</h2>
      <ol class="bare runs">
        {lines.map((line) => (
          <li key={line.scenarioId} class="run">
            <div class="run-words">
              <span class="run-title">{line.title}</span>
              <span class="soft small">
                {line.attemptCount} {line.attemptCount === 1 ? "attempt" : "attempts"},{" "}
                {line.metCount} met
                {line.bestFraction !== null && `, best ${percent(line.bestFraction)}`}
                {trendText(line) !== "" && `; ${trendText(line)}`}
              </span>
            </div>
            <span class="run-state">{dueText(line, nowMs)}</span>
          </li>
        ))}
      </ol>
      <p class="quiet small">
        Skills had faded by three months in every study of them. A result here is one scenario on
        one day; it judges nobody.
      </p>
    </section>
  );
}
