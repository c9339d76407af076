/** What a drill may be drawn from: every scenario ticked here, and which it was is told in its debrief. */
import type { ListedScenario } from "../../scenario/listing.ts";

interface DrillSetProps {
  readonly scenarios: readonly ListedScenario[];
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
}

export function DrillSet({ scenarios, chosen, choose }: DrillSetProps) {
  const all = scenarios.map(({ id }) => id);
  return (
    <>
      <p class="briefing">
        A patient on the heart-lung machine, and nobody says what will happen, or when. No pause, no
        hints. The debrief tells which scenario it was.
      </p>
      <details class="drill-set">
        <summary>
          Drawn from {chosen.length} of {all.length} scenarios
        </summary>
        <fieldset>
          <legend class="visually-hidden">Drawn from</legend>
          {scenarios.map(({ id, title }) => (
            <label key={id} class="choice">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) =>
                  choose(
                    all.filter((one) =>
                      one === id ? event.currentTarget.checked : chosen.includes(one),
                    ),
                  )
                }
              />
              <span>{title}</span>
            </label>
          ))}
        </fieldset>
      </details>
      {chosen.length === 0 && (
        <p class="small" role="alert">
          Choose at least one scenario to draw from.
        </p>
      )}
    </>
  );
}
