/** The matrix on a phone: a card for each person, what is urgent first. */
import { STAFF_ROLE_WORDS } from "../../records/standingText.ts";
import type { MatrixRow } from "../../server/department/matrix.ts";
import type { MatrixAnswer } from "./api.ts";
import { CountCell, ScenarioCell } from "./MatrixCell.tsx";
import { cellOf, columnGroups, countsOf } from "./matrixData.ts";

interface MatrixCardsProps {
  readonly matrix: MatrixAnswer;
  readonly rows: readonly MatrixRow[];
}

export function MatrixCards({ matrix, rows }: MatrixCardsProps) {
  const rules = columnGroups(matrix.rules).flatMap((group) => group.rules);
  return (
    <ul class="bare matrix-cards">
      {rows.map((row) => (
        <li key={row.staffId} class="panel">
          <h2>
            <a href={`#/department/person/${row.staffId}`}>{row.name}</a>
          </h2>
          <p class="quiet small">{STAFF_ROLE_WORDS[row.role]}</p>
          <dl>
            {rules.map((rule) => {
              const cell = cellOf(row, rule.id);
              if (cell === undefined || cell.state === "notRequired") return null;
              return (
                <div key={rule.id}>
                  <dt>{rule.title}</dt>
                  <dd>
                    <ScenarioCell cell={cell} today={matrix.day} />
                  </dd>
                </div>
              );
            })}
            {countsOf(row, matrix.rules).map((cell) => (
              <div key={cell.ruleId}>
                <dt>{matrix.rules.find(({ id }) => id === cell.ruleId)?.title}</dt>
                <dd>
                  <CountCell cell={cell} today={matrix.day} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
