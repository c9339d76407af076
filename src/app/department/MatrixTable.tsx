/**
 * People against rules as a table. Tab reaches one cell; from there the arrow keys go to the others, so
 * that a department of forty is not three hundred stops long.
 */
import { useRef, useState } from "preact/hooks";
import { STAFF_ROLE_WORDS } from "../../records/standingText.ts";
import type { MatrixRow } from "../../server/department/matrix.ts";
import type { MatrixAnswer } from "./api.ts";
import { CountCell, ScenarioCell } from "./MatrixCell.tsx";
import { type ColumnGroup, cellOf, columnGroups, countsOf } from "./matrixData.ts";

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Which cell Tab reaches, and what the arrow keys do from it. */
function useRovingCell() {
  const body = useRef<HTMLTableSectionElement>(null);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    const row = place.row + step[0];
    const column = place.column + step[1];
    const next = body.current?.querySelector<HTMLElement>(`[data-place="${row} ${column}"]`);
    if (!next) return;
    event.preventDefault();
    setPlace({ row, column });
    next.focus();
  };
  const cell = (row: number, column: number) => ({
    "data-place": `${row} ${column}`,
    tabIndex: place.row === row && place.column === column ? 0 : -1,
    onFocus: () => setPlace({ row, column }),
  });
  return { body, onKeyDown, cell };
}

type CellProps = ReturnType<ReturnType<typeof useRovingCell>["cell"]>;

interface RowProps {
  readonly row: MatrixRow;
  readonly matrix: MatrixAnswer;
  readonly groups: readonly ColumnGroup[];
  readonly cell: (column: number) => CellProps;
}

function Row({ row, matrix, groups, cell }: RowProps) {
  const address = `#/department/person/${row.staffId}`;
  const columns = groups.flatMap((group) =>
    group.rules.map((rule, index) => ({ rule, isFirst: index === 0 })),
  );
  return (
    <tr>
      <th scope="row">
        <a href={address} {...cell(0)}>
          {row.name}
        </a>
        <span class="role">{STAFF_ROLE_WORDS[row.role]}</span>
      </th>
      {columns.map(({ rule, isFirst }, index) => {
        const found = cellOf(row, rule.id);
        return (
          <td key={rule.id} class={isFirst ? "first" : undefined}>
            {found && (
              <a href={`${address}/${rule.id}`} {...cell(index + 1)}>
                <ScenarioCell cell={found} today={matrix.day} />
              </a>
            )}
          </td>
        );
      })}
      <td class="first">
        <a href={address} {...cell(columns.length + 1)}>
          {countsOf(row, matrix.rules).map((count) => (
            <CountCell key={count.ruleId} cell={count} today={matrix.day} />
          ))}
          {countsOf(row, matrix.rules).length === 0 && <span class="note">none asked</span>}
        </a>
      </td>
    </tr>
  );
}

interface MatrixTableProps {
  readonly matrix: MatrixAnswer;
  readonly rows: readonly MatrixRow[];
}

export function MatrixTable({ matrix, rows }: MatrixTableProps) {
  const groups = columnGroups(matrix.rules);
  const { body, onKeyDown, cell } = useRovingCell();
  return (
    <table class="matrix">
      <caption class="visually-hidden">
        Who is current in what, and until when. The arrow keys move between cells.
      </caption>
      <thead>
        <tr>
          <td />
          {groups.map(({ title, rules }) => (
            <th key={title} scope="colgroup" colSpan={rules.length} class="first">
              {title}
            </th>
          ))}
          <td class="first" />
        </tr>
        <tr>
          <th scope="col">
            <span class="visually-hidden">Person</span>
          </th>
          {groups.flatMap(({ rules }) =>
            rules.map((rule, index) => (
              <th key={rule.id} scope="col" class={index === 0 ? "first" : undefined}>
                {rule.title}
              </th>
            )),
          )}
          <th scope="col" class="first">
            Cases
          </th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKeyDown}>
        {rows.map((row, index) => (
          <Row
            key={row.staffId}
            row={row}
            matrix={matrix}
            groups={groups}
            cell={(column) => cell(index, column)}
          />
        ))}
      </tbody>
    </table>
  );
}
