/** Which alarm and stop limits the console has: the machine's own, or those of a site; kept for the next time. */
import { useState } from "preact/hooks";
import type { OfferedLimits } from "../catalogue.ts";
import { chosenLimits, keepChosenLimits } from "./ownLimits.ts";

/** The id chosen, and how to choose another; empty for the machine's own. */
export function useChosenLimits(asked?: string) {
  const [limitsId, setLimitsId] = useState(asked ?? chosenLimits());
  const chooseLimits = (id: string): void => {
    setLimitsId(id);
    keepChosenLimits(id);
  };
  return { limitsId, chooseLimits };
}

interface LimitsChoiceProps {
  readonly profiles: readonly OfferedLimits[];
  readonly limitsId: string;
  readonly onChoose: (id: string) => void;
}

export const LimitsChoice = ({ profiles, limitsId, onChoose }: LimitsChoiceProps) => (
  <label>
    Alarm limits
    <select value={limitsId} onChange={(event) => onChoose(event.currentTarget.value)}>
      <option value="">The machine's own</option>
      {profiles.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  </label>
);
