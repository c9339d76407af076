/** Six figures that say how the patient fared. */

import { decimals } from "../../description/numbers.ts";
import type { Measure, Report } from "../../scoring/report.ts";
import { clockText } from "../clockText.ts";

const SHOWN_MAX = 5; // the sixth is the critical fails
const AS_CLOCK_FROM_S = 60;

function valueText({ value, unit }: Measure): { readonly number: string; readonly unit: string } {
  if (unit === "s" && value >= AS_CLOCK_FROM_S) return { number: clockText(value), unit: "" };
  const isWhole = Math.abs(value) >= 10 || Number.isInteger(value);
  return { number: decimals(value, isWhole ? 0 : 2), unit };
}

export function Figures({ report }: { readonly report: Report }) {
  const critical = report.marks.filter((mark) => mark.critical).length;
  const failed = report.criticalFails.length;
  return (
    <dl class="figures panel">
      {report.measures.slice(0, SHOWN_MAX).map((measure) => {
        const { number, unit } = valueText(measure);
        return (
          <div key={measure.id}>
            <dt>{measure.title}</dt>
            <dd>
              <span class="figure-number">{number}</span> {unit}
              <span class="figure-note">{measure.sentence}</span>
            </dd>
          </div>
        );
      })}
      <div>
        <dt>Critical fails</dt>
        <dd>
          <span class="figure-number">{failed}</span> of {critical}
          <span class="figure-note">{failed === 0 ? "none recorded" : "named below"}</span>
        </dd>
      </div>
    </dl>
  );
}
