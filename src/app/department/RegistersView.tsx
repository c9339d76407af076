/** Machines and the store, with what is due or has expired first. */
import { useState } from "preact/hooks";
import { dayFromIso } from "../../records/civilDate.ts";
import { daysText, dayText } from "../../records/standingText.ts";
import type { State } from "../../records/status.ts";
import { callApi } from "../account/api.ts";
import { useSubmit } from "../account/useSubmit.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import {
  type RegistersAnswer,
  useAnswer,
  type WrittenEquipment,
  type WrittenStoreItem,
} from "./api.ts";
import { StateMark } from "./StateMark.tsx";

interface RegistersViewProps {
  readonly departmentId: string;
  readonly mayChange: boolean;
}

export function RegistersView({ departmentId, mayChange }: RegistersViewProps) {
  const url = `/api/departments/${departmentId}`;
  const { answer, problem, ask } = useAnswer<RegistersAnswer>(`${url}/registers`);
  if (problem) return <ProblemNote problem={problem} />;
  if (answer === undefined) return <p class="quiet">Reading the registers…</p>;
  const today = dayFromIso(answer.date);
  const shared = { today, mayChange, onSaved: ask };
  return (
    <>
      <h1>Equipment and store</h1>
      <EquipmentPanel {...shared} list={answer.equipment} url={`${url}/equipment`} />
      <StorePanel {...shared} list={answer.store} url={`${url}/store`} />
    </>
  );
}

const DUE_DAYS = 90;

interface DueProps {
  readonly date: string | null;
  readonly today: number;
  /** What a date that has passed is called. */
  readonly past: string;
}

/** A date with the shape and word of how near it is. */
function Due({ date, today, past }: DueProps) {
  if (date === null) return <span class="quiet">no date</span>;
  const left = dayFromIso(date) - today;
  const state: State = left < 0 ? "overdue" : left <= DUE_DAYS ? "due" : "current";
  const word =
    left < 0 ? `${past} ${daysText(-left)} ago` : left <= DUE_DAYS ? `in ${daysText(left)}` : "";
  return (
    <span class={`cell ${state}`}>
      <StateMark state={state} />
      <span>
        <span class="word">{dayText(dayFromIso(date))}</span>
        {word !== "" && <span class="note">{word}</span>}
      </span>
    </span>
  );
}

interface PanelProps<T> {
  readonly list: readonly T[];
  readonly url: string;
  readonly today: number;
  readonly mayChange: boolean;
  readonly onSaved: () => void;
}

const STATE_NAMES = { inUse: "In use", spare: "Spare", outOfUse: "Out of use" } as const;

function EquipmentPanel({ list, url, today, mayChange, onSaved }: PanelProps<WrittenEquipment>) {
  const [edited, setEdited] = useState<string | null>();
  const soonest = ({ serviceDue, safetyDue }: WrittenEquipment): string =>
    [serviceDue ?? "9999", safetyDue ?? "9999"].sort()[0];
  const sorted = list.toSorted((a, b) => (soonest(a) < soonest(b) ? -1 : 1));
  return (
    <section class="panel padded" aria-labelledby="equipment-title">
      <h2 id="equipment-title">Equipment</h2>
      <table class="register">
        <thead>
          <tr>
            <th scope="col">Machine</th>
            <th scope="col">Serial</th>
            <th scope="col">Place</th>
            <th scope="col">State</th>
            <th scope="col">Service due</th>
            <th scope="col">Safety test due</th>
            {mayChange && <td />}
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.name} <span class="note">{one.kind}</span>
              </th>
              <td data-label="Serial">{one.serial}</td>
              <td data-label="Place">{one.place}</td>
              <td data-label="State">{STATE_NAMES[one.state]}</td>
              <td data-label="Service due">
                <Due date={one.serviceDue} today={today} past="was due" />
              </td>
              <td data-label="Safety test due">
                <Due date={one.safetyDue} today={today} past="was due" />
              </td>
              {mayChange && (
                <td>
                  <button
                    type="button"
                    class="key plain"
                    aria-label={`Change ${one.name}`}
                    onClick={() => setEdited(one.id)}
                  >
                    Change
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {mayChange && edited === undefined && (
        <button type="button" class="key" onClick={() => setEdited(null)}>
          Add a machine
        </button>
      )}
      {edited !== undefined && (
        <EquipmentForm
          key={edited ?? "new"}
          url={url}
          start={list.find(({ id }) => id === edited)}
          onClose={() => {
            setEdited(undefined);
            onSaved();
          }}
        />
      )}
    </section>
  );
}

interface FormProps<T> {
  readonly url: string;
  readonly start: T | undefined;
  readonly onClose: () => void;
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly type?: "text" | "date" | "number";
  readonly onValue: (value: string) => void;
}

function Line({ label, value, type = "text", onValue }: LineProps) {
  return (
    <label>
      {label}
      <input
        {...({ type } as { type: "text" })}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </label>
  );
}

const dateOrNull = (text: string): string | null => (text === "" ? null : text);

function EquipmentForm({ url, start, onClose }: FormProps<WrittenEquipment>) {
  const [kind, setKind] = useState(start?.kind ?? "heart-lung machine");
  const [name, setName] = useState(start?.name ?? "");
  const [serial, setSerial] = useState(start?.serial ?? "");
  const [place, setPlace] = useState(start?.place ?? "");
  const [state, setState] = useState(start?.state ?? "inUse");
  const [serviceDue, setServiceDue] = useState(start?.serviceDue ?? "");
  const [safetyDue, setSafetyDue] = useState(start?.safetyDue ?? "");
  const { problem, isBusy, onSubmit } = useSubmit(
    () =>
      callApi("POST", url, {
        id: start?.id ?? null,
        ...{ kind, name, serial, place, state },
        serviceDue: dateOrNull(serviceDue),
        safetyDue: dateOrNull(safetyDue),
      }),
    onClose,
  );
  return (
    <form class="register-form" onSubmit={onSubmit}>
      <Line label="Kind" value={kind} onValue={setKind} />
      <Line label="Name" value={name} onValue={setName} />
      <Line label="Serial" value={serial} onValue={setSerial} />
      <Line label="Place" value={place} onValue={setPlace} />
      <label>
        State
        <select
          value={state}
          onChange={(event) => setState(event.currentTarget.value as typeof state)}
        >
          {Object.entries(STATE_NAMES).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <Line label="Service due" type="date" value={serviceDue} onValue={setServiceDue} />
      <Line label="Safety test due" type="date" value={safetyDue} onValue={setSafetyDue} />
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" class="key hard" disabled={isBusy}>
        Save
      </button>
    </form>
  );
}

function StorePanel({ list, url, today, mayChange, onSaved }: PanelProps<WrittenStoreItem>) {
  const [edited, setEdited] = useState<string | null>();
  const sorted = list.toSorted((a, b) => ((a.expires ?? "9999") < (b.expires ?? "9999") ? -1 : 1));
  return (
    <section class="panel padded" aria-labelledby="store-title">
      <h2 id="store-title">Store</h2>
      <table class="register">
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Place</th>
            <th scope="col">Number</th>
            <th scope="col">Time to fetch</th>
            <th scope="col">Expires</th>
            {mayChange && <td />}
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.name}</th>
              <td data-label="Place">{one.place}</td>
              <td data-label="Number">{one.quantityCount}</td>
              <td data-label="Time to fetch">{fetchText(one.fetchS)}</td>
              <td data-label="Expires">
                <Due date={one.expires} today={today} past="expired" />
              </td>
              {mayChange && (
                <td>
                  <button
                    type="button"
                    class="key plain"
                    aria-label={`Change ${one.name}`}
                    onClick={() => setEdited(one.id)}
                  >
                    Change
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {mayChange && edited === undefined && (
        <button type="button" class="key" onClick={() => setEdited(null)}>
          Add an item
        </button>
      )}
      {edited !== undefined && (
        <StoreForm
          key={edited ?? "new"}
          url={url}
          start={list.find(({ id }) => id === edited)}
          onClose={() => {
            setEdited(undefined);
            onSaved();
          }}
        />
      )}
    </section>
  );
}

const fetchText = (seconds: number): string =>
  seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 6) / 10} min`;

function StoreForm({ url, start, onClose }: FormProps<WrittenStoreItem>) {
  const [name, setName] = useState(start?.name ?? "");
  const [place, setPlace] = useState(start?.place ?? "");
  const [count, setCount] = useState(String(start?.quantityCount ?? 1));
  const [fetchS, setFetchS] = useState(String(start?.fetchS ?? 120));
  const [expires, setExpires] = useState(start?.expires ?? "");
  const { problem, isBusy, onSubmit } = useSubmit(
    () =>
      callApi("POST", url, {
        id: start?.id ?? null,
        ...{ name, place },
        quantityCount: Number(count),
        fetchS: Number(fetchS),
        expires: dateOrNull(expires),
      }),
    onClose,
  );
  return (
    <form class="register-form" onSubmit={onSubmit}>
      <Line label="Name" value={name} onValue={setName} />
      <Line label="Place" value={place} onValue={setPlace} />
      <Line label="Number" type="number" value={count} onValue={setCount} />
      <Line label="Seconds to fetch" type="number" value={fetchS} onValue={setFetchS} />
      <Line label="Expires" type="date" value={expires} onValue={setExpires} />
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" class="key hard" disabled={isBusy}>
        Save
      </button>
    </form>
  );
}
