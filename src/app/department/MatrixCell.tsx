/** One cell: shape, word, date; for a count also the number and how far it is. */
import { STATE_WORDS, standingNote } from "../../records/standingText.ts";
import type { Cell } from "../../server/department/matrix.ts";
import { StateMark } from "./StateMark.tsx";

interface CellProps {
  readonly cell: Cell;
  readonly today: number;
}

export function ScenarioCell({ cell, today }: CellProps) {
  const note = standingNote(cell, today);
  return (
    <span class={`cell ${cell.state}`}>
      <StateMark state={cell.state} />
      <span>
        <span class="word">{STATE_WORDS[cell.state]}</span>
        {note !== "" && <span class="note">{note}</span>}
      </span>
    </span>
  );
}

export function CountCell({ cell, today }: CellProps) {
  const { havePoints, neededPoints } = cell.progress;
  const isEnough = havePoints >= neededPoints;
  const note = `${STATE_WORDS[cell.state]} ${standingNote(cell, today)}`.trim();
  return (
    <span class={`count ${cell.state}`}>
      <span>
        <strong>{havePoints}</strong> of {neededPoints}
      </span>
      <span class={isEnough ? "bar enough" : "bar"} aria-hidden="true">
        <span style={{ width: `${Math.min(100, (100 * havePoints) / neededPoints)}%` }} />
      </span>
      <span class="note">
        <StateMark state={cell.state} />
        {note}
      </span>
    </span>
  );
}
