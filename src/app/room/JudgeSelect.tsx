/** How a person judges one line of a checklist: a word that fits it, or none. */
import type { MarkState } from "../../scoring/report.ts";
import { statesOf, stateWords } from "../../session/lineStates.ts";
import type { RubricLine } from "../../session/rubricLines.ts";

interface JudgeSelectProps {
  readonly line: RubricLine;
  /** What it is called not to judge the line. */
  readonly otherwise: string;
  /** A state that cannot be chosen, since it stands already. */
  readonly standing?: MarkState;
  readonly value: MarkState | undefined;
  readonly onValue: (state: MarkState | undefined) => void;
}

export function JudgeSelect({ line, otherwise, standing, value, onValue }: JudgeSelectProps) {
  return (
    <select
      aria-label={`You judge: ${line.title}`}
      value={value ?? ""}
      onChange={({ currentTarget }) => {
        onValue(statesOf(line).find((state) => state === currentTarget.value));
      }}
    >
      <option value="">{otherwise}</option>
      {statesOf(line)
        .filter((state) => state !== standing)
        .map((state) => (
          <option key={state} value={state}>
            {stateWords(line, state)}
          </option>
        ))}
    </select>
  );
}
