/** Six figures that say how the patient fared, and the rest of what was measured on request. */

import { decimals } from "../../description/numbers.ts";
import { ticksToS } from "../../kernel/tick.ts";
import type { Measure, Report } from "../../scoring/report.ts";
import { clockText } from "../clockText.ts";

/** Shown first, in this order, under these names; others fill up what a scenario does not have. */
const FIRST: Readonly<Record<string, string>> = {
  flowBackS: "Forward flow back",
  zeroFlowS: "Time without flow",
  lowestMapMmHg: "Lowest MAP",
  lowestNirsPercent: "Lowest NIRS",
  airDeliveredMl: "Air to the patient",
};
const SHOWN_MAX = 5; // the sixth is the critical fails
const AS_CLOCK_FROM_S = 60;

function valueText({ value, unit }: Measure): {
  readonly number: string;
  readonly unit: string;
} {
  if (unit === "s" && value >= AS_CLOCK_FROM_S) return { number: clockText(value), unit: "" };
  if (unit === "%" || unit === "mmHg") return { number: decimals(value, 0), unit };
  const isWhole = Math.abs(value) >= 10 || Math.abs(value - Math.round(value)) < 0.005;
  return { number: decimals(value, isWhole ? 0 : 2), unit };
}

/** A moment that had not come by the end counts up to the end. */
function neverCame({ id, value }: Measure, { endTick, onsetTick }: Report): boolean {
  return id === "flowBackS" && value >= ticksToS(endTick - onsetTick) - 1;
}

function chosen({ measures }: Report): readonly Measure[] {
  const first = Object.keys(FIRST).flatMap((id) => measures.find((one) => one.id === id) ?? []);
  const others = measures.filter((one) => !(one.id in FIRST));
  return [...first, ...others].slice(0, SHOWN_MAX);
}

export function Figures({ report }: { readonly report: Report }) {
  const critical = report.marks.filter((mark) => mark.critical).length;
  const failed = report.criticalFails.length;
  return (
    <dl class="figures panel">
      {chosen(report).map((measure) => {
        const { number, unit, note } = neverCame(measure, report)
          ? { number: "never", unit: "", note: "Not by the end of the case." }
          : { ...valueText(measure), note: measure.sentence };
        return (
          <div key={measure.id}>
            <dt>{FIRST[measure.id] ?? measure.title}</dt>
            <dd>
              <span class="figure-number">{number}</span> {unit}
              <span class="figure-note">{note}</span>
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

/** Everything that was measured. */
export function AllMeasures({ report }: { readonly report: Report }) {
  return (
    <details class="panel all-measures">
      <summary>Everything measured</summary>
      <dl>
        {report.measures.map((measure) => {
          const { number, unit } = valueText(measure);
          return (
            <div key={measure.id}>
              <dt>{measure.title}</dt>
              <dd>
                {number} {unit}
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
