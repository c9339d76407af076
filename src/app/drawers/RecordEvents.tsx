/** One key for each event that a perfusion record has to hold; it is stamped with the moment it is pressed. */
import { RECORD_EVENT_NAMES } from "../../description/names.ts";
import { RECORD_EVENTS } from "../../world/contract/record.ts";
import type { DrawerProps } from "./Drawers.tsx";
import { useRoving } from "./useRoving.ts";

const COLUMNS = 2;

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export function RecordEvents({ act, isReplay }: Pick<DrawerProps, "act" | "isReplay">) {
  return (
    <div
      ref={useRoving<HTMLDivElement>(COLUMNS)}
      class="record-events"
      role="toolbar"
      aria-label="Write down an event"
    >
      {RECORD_EVENTS.map((event) => (
        <button
          key={event}
          type="button"
          class="key"
          disabled={isReplay}
          onClick={() => act({ type: "record.event", event })}
        >
          {capitalised(RECORD_EVENT_NAMES[event])}
        </button>
      ))}
    </div>
  );
}
