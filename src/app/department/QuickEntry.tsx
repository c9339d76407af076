/** One case in a few touches: what stays the same from case to case is filled in. */
import { useState } from "preact/hooks";
import { scanForIdentifiers } from "../../records/logbook/identifierScan.ts";
import { callApi } from "../account/api.ts";
import { useSubmit } from "../account/useSubmit.ts";
import { ProblemNote } from "../ProblemNote.tsx";

const ROLES = ["primary", "secondary", "standby"] as const;

/** Today as the device has it; the server checks it against the department's day. */
function todayHere(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

interface QuickEntryProps {
  readonly staffId: string;
  readonly onAdded: () => void;
}

export function QuickEntry({ staffId, onAdded }: QuickEntryProps) {
  const [date, setDate] = useState(todayHere);
  const [role, setRole] = useState<(typeof ROLES)[number]>("primary");
  const [procedure, setProcedure] = useState("");
  const [closelySupervised, setCloselySupervised] = useState(false);
  const [supervisor, setSupervisor] = useState("");
  const [events, setEvents] = useState("");
  const [note, setNote] = useState("");
  const [added, setAdded] = useState("");
  const findings = [procedure, events, note].flatMap(scanForIdentifiers);
  const { problem, isBusy, onSubmit } = useSubmit(
    () =>
      callApi("POST", `/api/staff/${staffId}/cases`, {
        date,
        role,
        procedure: procedure.trim(),
        closelySupervised,
        supervisor: supervisor.trim(),
        events: events
          .split(/[;,]/)
          .map((one) => one.trim())
          .filter((one) => one !== ""),
        note: note.trim(),
        confirmation: "",
      }),
    () => {
      setAdded(`${procedure} was added.`);
      setProcedure("");
      setEvents("");
      setNote("");
      onAdded();
    },
  );
  return (
    <form class="panel padded quick-entry" onSubmit={onSubmit} aria-labelledby="quick-title">
      <h2 id="quick-title">New case</h2>
      <label>
        Date
        <input type="date" required value={date} onInput={(e) => setDate(e.currentTarget.value)} />
      </label>
      <label>
        Procedure
        <input
          required
          maxLength={120}
          value={procedure}
          placeholder="CABG, AVR, …"
          onInput={(e) => setProcedure(e.currentTarget.value)}
        />
      </label>
      <fieldset>
        <legend>Role</legend>
        {ROLES.map((one) => (
          <label key={one} class="choice">
            <input type="radio" name="role" checked={role === one} onChange={() => setRole(one)} />
            {one}
          </label>
        ))}
      </fieldset>
      <label class="choice">
        <input
          type="checkbox"
          checked={closelySupervised}
          onChange={(e) => setCloselySupervised(e.currentTarget.checked)}
        />
        Closely supervised
      </label>
      <details class="wide">
        <summary>Supervisor, events, note</summary>
        <div class="register-form">
          <label>
            Supervisor
            <input
              maxLength={120}
              value={supervisor}
              onInput={(e) => setSupervisor(e.currentTarget.value)}
            />
          </label>
          <label>
            Events, parted by commas
            <input
              maxLength={400}
              value={events}
              onInput={(e) => setEvents(e.currentTarget.value)}
            />
          </label>
          <label class="wide">
            Note
            <textarea
              rows={2}
              maxLength={1000}
              value={note}
              onInput={(e) => setNote(e.currentTarget.value.replaceAll("\n", " "))}
            />
          </label>
        </div>
      </details>
      {findings.length > 0 && (
        <p class="problem wide" role="status">
          This may name a patient: {findings.map(({ excerpt }) => `“${excerpt}”`).join(", ")}. Take
          it out unless it does not.
        </p>
      )}
      {problem && (
        <div class="wide">
          <ProblemNote problem={problem} />
        </div>
      )}
      <button type="submit" class="key hard" disabled={isBusy}>
        Add case
      </button>
      <p class="soft" role="status">
        {added}
      </p>
    </form>
  );
}
