/** Machines and the store, with what is due or has expired first. */
import { dayFromIso } from "../../records/civilDate.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { type RegistersAnswer, useAnswer } from "./api.ts";
import { type Register, RegisterPanel } from "./RegisterPanel.tsx";

const EQUIPMENT: Register = {
  id: "equipment",
  title: "Equipment",
  addWords: "Add a machine",
  besideName: "kind",
  columns: [
    { key: "kind", title: "Kind", kind: "text", fresh: "heart-lung machine" },
    { key: "name", title: "Name", kind: "text", fresh: "" },
    { key: "serial", title: "Serial", kind: "text", fresh: "" },
    { key: "place", title: "Place", kind: "text", fresh: "" },
    {
      key: "state",
      title: "State",
      kind: "choice",
      fresh: "inUse",
      words: { inUse: "In use", spare: "Spare", outOfUse: "Out of use" },
    },
    { key: "serviceDue", title: "Service due", kind: "date", fresh: "", past: "was due" },
    { key: "safetyDue", title: "Safety test due", kind: "date", fresh: "", past: "was due" },
  ],
};

const fetchText = (seconds: number): string =>
  seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 6) / 10} min`;

const STORE: Register = {
  id: "store",
  title: "Store",
  addWords: "Add an item",
  columns: [
    { key: "name", title: "Name", kind: "text", fresh: "" },
    { key: "place", title: "Place", kind: "text", fresh: "" },
    { key: "quantityCount", title: "Number", kind: "number", fresh: "1" },
    {
      key: "fetchS",
      title: "Time to fetch",
      asked: "Seconds to fetch",
      kind: "number",
      fresh: "120",
      text: (seconds) => fetchText(Number(seconds)),
    },
    { key: "expires", title: "Expires", kind: "date", fresh: "", past: "expired" },
  ],
};

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
      <RegisterPanel
        {...shared}
        register={EQUIPMENT}
        list={answer.equipment.map((one) => ({ ...one }))}
        url={`${url}/equipment`}
      />
      <RegisterPanel
        {...shared}
        register={STORE}
        list={answer.store.map((one) => ({ ...one }))}
        url={`${url}/store`}
      />
    </>
  );
}
