/** What had failed and what the right answer was, now that it may be told; and what there is to learn from it. */
import type { Scenario } from "../../scenario/scenario.schema.ts";
import type { Report } from "../../scoring/report.ts";
import type { RunHeader } from "../storage/runStore.ts";

interface WhatItWasProps {
  readonly report: Report;
  readonly caseSetup: RunHeader["caseSetup"];
}

/** The engine has checked the setup when it replayed the case; those of earlier engines may have no lessons. */
const lessonsIn = (caseSetup: RunHeader["caseSetup"]): Scenario["teaching"] =>
  (caseSetup["scenario"] as Partial<Scenario> | undefined)?.teaching ?? [];

export function WhatItWas({ report, caseSetup }: WhatItWasProps) {
  const lessons = lessonsIn(caseSetup);
  const { variantTitle, explanation } = report;
  if (!variantTitle && lessons.length === 0) return null;
  return (
    <section class="panel what-it-was" aria-labelledby="was-title">
      <h2 id="was-title">What it was</h2>
      {variantTitle && <p class="was-variant">{variantTitle}</p>}
      {explanation && <p class="soft">{explanation}</p>}
      {lessons.length > 0 && (
        <details>
          <summary>What there is to learn</summary>
          <dl>
            {lessons.map(({ title, text, source }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd class="soft">{text}</dd>
                <dd class="quiet small">{source}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}
