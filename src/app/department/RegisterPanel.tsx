/** A register as a table with a form under it: its columns are data, what is due soonest comes first. */
import { useState } from "preact/hooks";
import { callApi } from "../account/api.ts";
import { useSubmit } from "../account/useSubmit.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { DueDate } from "./DueDate.tsx";
import { FormChoice, FormLine } from "./FormLine.tsx";

type Value = string | number | null;
/** One line of a register, by the keys of its columns. */
export type Entry = Readonly<Record<string, Value>> & {
  readonly id: string;
  readonly name: string;
};

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly kind: "text" | "number" | "date" | "choice";
  /** What a new entry begins with. */
  readonly fresh: string;
  /** How the title reads in the form, where it differs. */
  readonly asked?: string;
  /** For a date: what it is called when it has passed. */
  readonly past?: string;
  /** For a choice: the words of each value. */
  readonly words?: Readonly<Record<string, string>>;
  readonly text?: (value: Value) => string;
}

export interface Register {
  readonly id: string;
  readonly title: string;
  readonly addWords: string;
  readonly columns: readonly Column[];
  /** What stands beside the name in small letters. */
  readonly besideName?: string;
}

interface RegisterPanelProps {
  readonly register: Register;
  readonly list: readonly Entry[];
  readonly url: string;
  readonly today: number;
  readonly mayChange: boolean;
  readonly onSaved: () => void;
}

const NEVER = "9999";

function soonest(columns: readonly Column[], entry: Entry): string {
  const dates = columns.filter(({ kind }) => kind === "date").map(({ key }) => entry[key]);
  return dates.map((date) => String(date ?? NEVER)).sort()[0] ?? NEVER;
}

export function RegisterPanel(props: RegisterPanelProps) {
  const { register, list, url, mayChange, onSaved } = props;
  const [edited, setEdited] = useState<string | null>();
  return (
    <section class="panel padded" aria-labelledby={`${register.id}-title`}>
      <h2 id={`${register.id}-title`}>{register.title}</h2>
      {list.length === 0 ? (
        <p class="soft">Nothing is in this register yet.</p>
      ) : (
        <RegisterTable {...props} onEdit={setEdited} />
      )}
      {mayChange && edited === undefined && (
        <button type="button" class="key" onClick={() => setEdited(null)}>
          {register.addWords}
        </button>
      )}
      {edited !== undefined && (
        <EntryForm
          key={edited ?? "new"}
          url={url}
          columns={register.columns}
          start={list.find(({ id }) => id === edited)}
          onCancel={() => setEdited(undefined)}
          onSaved={() => {
            setEdited(undefined);
            onSaved();
          }}
        />
      )}
    </section>
  );
}

interface RegisterTableProps extends RegisterPanelProps {
  readonly onEdit: (id: string) => void;
}

function RegisterTable({ register, list, today, mayChange, onEdit }: RegisterTableProps) {
  const { columns, besideName } = register;
  const shown = columns.filter(({ key }) => key !== "name" && key !== besideName);
  const sorted = list.toSorted((a, b) => (soonest(columns, a) < soonest(columns, b) ? -1 : 1));
  return (
    <table class="register">
      <thead>
        <tr>
          <th scope="col">Name</th>
          {shown.map(({ key, title }) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
          {mayChange && <td />}
        </tr>
      </thead>
      <tbody>
        {sorted.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">
              {entry.name}
              {besideName !== undefined && <span class="note"> {entry[besideName]}</span>}
            </th>
            {shown.map((column) => (
              <td key={column.key} data-label={column.title}>
                <EntryValue column={column} value={entry[column.key] ?? null} today={today} />
              </td>
            ))}
            {mayChange && (
              <td>
                <button
                  type="button"
                  class="key plain"
                  aria-label={`Change ${entry.name}`}
                  onClick={() => onEdit(entry.id)}
                >
                  Change
                </button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface EntryValueProps {
  readonly column: Column;
  readonly value: Value;
  readonly today: number;
}

function EntryValue({ column, value, today }: EntryValueProps) {
  if (column.kind === "date") {
    const date = value === null ? null : String(value);
    return <DueDate date={date} today={today} past={column.past ?? "passed"} />;
  }
  if (column.kind === "choice") return <>{column.words?.[String(value)]}</>;
  return <>{column.text?.(value) ?? value}</>;
}

interface EntryFormProps {
  readonly url: string;
  readonly columns: readonly Column[];
  readonly start: Entry | undefined;
  readonly onCancel: () => void;
  readonly onSaved: () => void;
}

function typedValue({ kind }: Column, text: string): Value {
  if (kind === "date") return text === "" ? null : text;
  return kind === "number" ? Number(text) : text;
}

function EntryForm({ url, columns, start, onCancel, onSaved }: EntryFormProps) {
  const startText = ({ key, fresh }: Column): string =>
    start === undefined ? fresh : String(start[key] ?? "");
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(columns.map((column) => [column.key, startText(column)])),
  );
  const { problem, isBusy, onSubmit } = useSubmit(() => {
    const values = columns.map((one) => [one.key, typedValue(one, texts[one.key] ?? "")]);
    return callApi("POST", url, { id: start?.id ?? null, ...Object.fromEntries(values) });
  }, onSaved);
  return (
    <form class="register-form" onSubmit={onSubmit}>
      {columns.map(({ key, title, asked = title, kind, words }) => {
        const shared = {
          label: asked,
          value: texts[key] ?? "",
          onValue: (value: string) => setTexts({ ...texts, [key]: value }),
        };
        return kind === "choice" ? (
          <FormChoice key={key} {...shared} words={words ?? {}} />
        ) : (
          <FormLine key={key} {...shared} type={kind} />
        );
      })}
      {problem && <ProblemNote problem={problem} />}
      <div class="key-row">
        <button type="submit" class="key hard" disabled={isBusy}>
          Save
        </button>
        <button type="button" class="key plain" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
