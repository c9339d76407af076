/** The perfusion record as it grows: acts, findings, alarms, and lines the trainee adds. */
import { useEffect, useRef, useState } from "preact/hooks";
import { describeFact } from "../../description/facts.ts";
import type { Fact } from "../../world/contract/facts.ts";
import { tickText } from "../clockText.ts";
import type { DrawerProps } from "./Drawers.tsx";

const SHOWN_MAX = 120;
const NOTE_LENGTH_MAX = 200;

export function RecordDrawer({ client, act, isReplay }: DrawerProps) {
  const [note, setNote] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const lines = client.facts.value
    .flatMap((fact) => describeFact(fact as Fact) ?? []) // facts of the scenario give no line
    .slice(-SHOWN_MAX);
  useEffect(() => {
    const box = list.current;
    if (box !== null) box.scrollTop = box.scrollHeight;
  }, [lines.length]);
  const add = (event: Event) => {
    event.preventDefault();
    const text = note.trim();
    if (text === "") return;
    act({ type: "record.note", text });
    setNote("");
  };
  return (
    <div class="record">
      <ol ref={list} class="bare record-lines" aria-label="Record" tabIndex={0}>
        {lines.length === 0 && <li class="quiet">The record is empty.</li>}
        {lines.map((line, index) => (
          <li key={`${line.tick} ${index}`} class={line.kind}>
            <span class="mono quiet">{tickText(line.tick)}</span>
            <span>{line.text}</span>
          </li>
        ))}
      </ol>
      {!isReplay && (
        <form class="note-form" onSubmit={add}>
          <label class="visually-hidden" for="record-note">
            Note
          </label>
          <input
            id="record-note"
            type="text"
            maxLength={NOTE_LENGTH_MAX}
            value={note}
            placeholder="Add a line"
            onInput={(event) => setNote(event.currentTarget.value)}
          />
          <button type="submit" class="key">
            Add
          </button>
        </form>
      )}
    </div>
  );
}
