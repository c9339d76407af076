/** The department at a glance: the matrix with its filters, what to act on next, how each emergency goes. */
import { useState } from "preact/hooks";
import {
  dayText,
  STAFF_ROLE_WORDS,
  STATE_WORDS,
  standingNote,
} from "../../records/standingText.ts";
import type { State } from "../../records/status.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { type MatrixAnswer, useAnswer } from "./api.ts";
import { MatrixCards } from "./MatrixCards.tsx";
import { MatrixTable } from "./MatrixTable.tsx";
import {
  actsOf,
  type Filter,
  filtered,
  NO_FILTER,
  WITHIN,
  WITHIN_WORDS,
  type Within,
} from "./matrixData.ts";
import { StateMark } from "./StateMark.tsx";
import { Trends } from "./Trends.tsx";
import { useNarrow } from "./useNarrow.ts";

const ACTS_SHOWN_FIRST = 5; // one row beside each other; the rest on request

const LEGEND: readonly (readonly [State, string])[] = [
  ["current", "Current, date it ends"],
  ["due", "Due within 90 days"],
  ["lapsed", "Lapsed or overdue"],
  ["notYet", "Not yet assessed"],
  ["away", "Away"],
];

export function CurrencyView({ departmentId }: { readonly departmentId: string }) {
  const { answer, problem } = useAnswer<MatrixAnswer>(`/api/departments/${departmentId}/matrix`);
  if (problem) return <ProblemNote problem={problem} />;
  if (answer === undefined) return <p class="quiet">Reading the records…</p>;
  return <Currency matrix={answer} />;
}

function Currency({ matrix }: { readonly matrix: MatrixAnswer }) {
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const isNarrow = useNarrow();
  const rows = filtered(matrix.rows, filter);
  const { department, headName } = matrix;
  return (
    <>
      <div class="department-title">
        <div>
          <h1>Currency</h1>
          <p class="soft">
            {department.name}. On {dayText(matrix.day)}.{" "}
            {headName !== "" && `Head of service: ${headName}. `}
            {matrix.isDemonstration && "All people shown are invented."}
          </p>
        </div>
        <div class="key-row">
          <button type="button" class="key" onClick={() => print()}>
            Print
          </button>
          <a class="key" href={`/api/departments/${department.id}/matrix.csv`} download>
            Export CSV
          </a>
          <a class="key hard" href="#/assess">
            Assess somebody
          </a>
        </div>
      </div>
      {matrix.rules.length > 0 && <ActOnNext matrix={matrix} />}
      <Filters filter={filter} onFilter={setFilter} count={rows.length} />
      {matrix.rules.length === 0 && (
        <p class="problem">
          This department has no rules yet, so nobody can be judged.{" "}
          <a href="#/department/rules">Choose some.</a>
        </p>
      )}
      {matrix.rules.length > 0 &&
        (isNarrow ? (
          <MatrixCards matrix={matrix} rows={rows} />
        ) : (
          <section class="panel matrix-panel" aria-label="Currency of everybody">
            <MatrixTable matrix={matrix} rows={rows} />
          </section>
        ))}
      <ul class="bare legend" aria-label="What the shapes mean">
        {LEGEND.map(([state, words]) => (
          <li key={state}>
            <StateMark state={state} /> {words}
          </li>
        ))}
      </ul>
      <Trends departmentId={department.id} rules={matrix.rules} />
    </>
  );
}

interface FiltersProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly count: number;
}

function Filters({ filter, onFilter, count }: FiltersProps) {
  return (
    <form class="filters" onSubmit={(event) => event.preventDefault()}>
      <label>
        Show
        <select
          value={filter.within}
          onChange={(event) => onFilter({ ...filter, within: event.currentTarget.value as Within })}
        >
          {WITHIN.map((within) => (
            <option key={within} value={within}>
              {WITHIN_WORDS[within]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Works as
        <select
          value={filter.role}
          onChange={(event) => onFilter({ ...filter, role: event.currentTarget.value })}
        >
          <option value="">Anybody</option>
          {Object.entries(STAFF_ROLE_WORDS).map(([role, words]) => (
            <option key={role} value={role}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        Name
        <input
          type="search"
          value={filter.name}
          onInput={(event) => onFilter({ ...filter, name: event.currentTarget.value })}
        />
      </label>
      <p class="soft" role="status">
        {count === 1 ? "1 person" : `${count} people`}
      </p>
    </form>
  );
}

function ActOnNext({ matrix }: { readonly matrix: MatrixAnswer }) {
  const [within, setWithin] = useState<Within>("90");
  const [isAll, setIsAll] = useState(false);
  const acts = actsOf(matrix.rows, matrix.rules, within);
  const shown = isAll ? acts : acts.slice(0, ACTS_SHOWN_FIRST);
  return (
    <section class="acts" aria-labelledby="acts-title">
      <div class="acts-head">
        <h2 id="acts-title">Act on next</h2>
        {(["30", "60", "90"] as const).map((days) => (
          <button
            key={days}
            type="button"
            class="key"
            aria-pressed={within === days}
            onClick={() => setWithin(days)}
          >
            {days} days
          </button>
        ))}
        {acts.length === 0 && <p class="soft">Nothing lapses.</p>}
        {acts.length > ACTS_SHOWN_FIRST && (
          <button
            type="button"
            class="key plain"
            aria-expanded={isAll}
            onClick={() => setIsAll(!isAll)}
          >
            {isAll ? "Show fewer" : `Show all ${acts.length}`}
          </button>
        )}
      </div>
      <ol class="bare">
        {shown.map(({ row, rule, cell }) => (
          <li key={`${row.staffId} ${rule.id}`}>
            <a class="panel" href={`#/department/person/${row.staffId}/${rule.id}`}>
              <span>
                <strong>{row.name}</strong> {rule.title}
              </span>
              <span class="when">
                <StateMark state={cell.state} /> {STATE_WORDS[cell.state]}{" "}
                {standingNote(cell, matrix.day)}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
