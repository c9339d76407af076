/** The perfusion record that the trainee keeps: readings, events, lines; and the console's own log beside it. */
import { useState } from "preact/hooks";
import type { DrawerProps } from "./Drawers.tsx";
import { RecordEvents } from "./RecordEvents.tsx";
import { RecordLines } from "./RecordLines.tsx";
import { RecordValues } from "./RecordValues.tsx";
import { Toolbar } from "./Toolbar.tsx";

const NOTE_LENGTH_MAX = 200;
const TABS = [
  { id: "readings", name: "Readings" },
  { id: "events", name: "Events" },
  { id: "written", name: "Written" },
  { id: "log", name: "Log" },
] as const;
type Tab = (typeof TABS)[number]["id"];

function NoteForm({ act }: Pick<DrawerProps, "act">) {
  const [note, setNote] = useState("");
  const add = (event: Event) => {
    event.preventDefault();
    const text = note.trim();
    if (text === "") return;
    act({ type: "record.note", text });
    setNote("");
  };
  return (
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
  );
}

export function RecordDrawer({ client, act, isReplay }: DrawerProps) {
  const [tab, setTab] = useState<Tab>(isReplay ? "written" : "readings");
  return (
    <div class="record">
      <Toolbar class="key-row four" label="Part of the record">
        {TABS.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            class="key"
            aria-pressed={tab === id}
            onClick={() => setTab(id)}
          >
            {name}
          </button>
        ))}
      </Toolbar>
      {tab === "readings" && <RecordValues client={client} act={act} isReplay={isReplay} />}
      {tab === "events" && <RecordEvents act={act} isReplay={isReplay} />}
      {tab === "written" && <RecordLines client={client} which="own" />}
      {tab === "log" && <RecordLines client={client} which="all" />}
      {!isReplay && <NoteForm act={act} />}
    </div>
  );
}
