/** The last results side by side, newest on the right and bold, each with the age of its blood. */
import { useState } from "preact/hooks";
import { SITE_TITLES } from "../../description/names.ts";
import { VALUE_NAMES, valueText } from "../../description/samples.ts";
import { SAMPLE_VALUES, type SampleValue } from "../../world/contract/samples.ts";
import { tickText } from "../clockText.ts";
import type { SampleSlip } from "./sampleFacts.ts";

const COLUMNS_MAX = 3;
const TICKS_PER_MIN = 3000;

/** Gases as measured, and the same at the patient's temperature; one set is shown at a time. */
const AT_37: readonly SampleValue[] = ["ph", "pco2MmHg", "po2MmHg"];
const isCorrected = (id: SampleValue): boolean => id.startsWith("corrected");

const ageText = (tick: number, drawnTick: number): string =>
  `${Math.floor((tick - drawnTick) / TICKS_PER_MIN)} min`;

interface ResultTableProps {
  readonly results: readonly SampleSlip[];
  readonly tick: number;
}

export function ResultTable({ results, tick }: ResultTableProps) {
  const [corrected, setCorrected] = useState(false);
  const shown = results.slice(-COLUMNS_MAX);
  if (shown.length === 0) return <p class="quiet">No result yet.</p>;
  const hides = (id: SampleValue): boolean => (corrected ? AT_37.includes(id) : isCorrected(id));
  const rows = SAMPLE_VALUES.filter(
    (id) => !hides(id) && shown.some(({ values }) => values[id] !== undefined),
  );
  return (
    <table class="results">
      <caption>
        <label class="tick-line">
          <input
            type="checkbox"
            checked={corrected}
            onChange={(event) => setCorrected(event.currentTarget.checked)}
          />
          <span>Gases at the patient's temperature, not at 37 °C</span>
        </label>
      </caption>
      <thead>
        <tr>
          <td />
          <td />
          {shown.map((slip) => (
            <th key={`${slip.test} ${slip.tick}`} scope="col">
              {tickText(slip.tick)}
              <br />
              <span class="soft">
                {SITE_TITLES[slip.site]}, {ageText(tick, slip.tick)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((id) => (
          <tr key={id}>
            <th scope="row">{VALUE_NAMES[id].name}</th>
            <td class="soft">{VALUE_NAMES[id].unit}</td>
            {shown.map((slip) => {
              const value = slip.values[id];
              return (
                <td key={`${slip.test} ${slip.tick}`} class="value">
                  {value === undefined ? "" : valueText(id, value)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
