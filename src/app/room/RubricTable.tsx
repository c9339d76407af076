/** The lines of a checklist as a table, by what must, should and must not be done. */
import "../styles/debrief.css";
import "../styles/rubric.css";
import type { ComponentChildren } from "preact";
import type { MarkClass, MarkState } from "../../scoring/report.ts";
import { stateWords } from "../../session/lineStates.ts";
import type { RubricLine } from "../../session/rubricLines.ts";
import { MarkShape } from "../debrief/MarkShape.tsx";

/** The checklist begins when something fails. */
export const NO_LINES = "Nothing had failed yet, so the checklist has no lines to judge.";

const GROUPS: readonly (readonly [MarkClass, string])[] = [
  ["must", "Must"],
  ["should", "Should"],
  ["mustNot", "Must not"],
];

export interface RubricColumn<Line> {
  readonly head: string;
  readonly cell: (line: Line) => ComponentChildren;
}

interface RubricTableProps<Line> {
  /** The id of the heading over the table. */
  readonly labelledBy: string;
  readonly lines: readonly Line[];
  readonly columns: readonly RubricColumn<Line>[];
  /** Rows that stand out. */
  readonly isMarked: (line: Line) => boolean;
}

export function RubricTable<Line extends RubricLine>(props: RubricTableProps<Line>) {
  const { labelledBy, lines, columns, isMarked } = props;
  const groups = GROUPS.map(([kind, word]) => {
    const own = lines.filter((line) => line.class === kind);
    return { kind, word, own };
  }).filter(({ own }) => own.length > 0);
  return (
    <table class="rubric" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">Line</th>
          {columns.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ kind, word, own }) => (
        <tbody key={kind}>
          <tr class="rubric-group">
            <th scope="rowgroup" colSpan={columns.length + 1}>
              {word} <span class="quiet">{own.length}</span>
            </th>
          </tr>
          {own.map((line) => (
            <tr key={line.id} class={isMarked(line) ? "is-marked" : undefined}>
              <th scope="row">
                {line.title}
                {line.critical && <strong class="critical-word">critical</strong>}
              </th>
              {columns.map(({ head, cell }) => (
                <td key={head}>{cell(line)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** A state by shape and word. */
export function LineState({
  line,
  state,
}: {
  readonly line: RubricLine;
  readonly state: MarkState;
}) {
  return (
    <span class="line-state">
      <MarkShape line={line} state={state} /> {stateWords(line, state)}
    </span>
  );
}
