/** What ends soon for whoever is signed in, and what is due in the registers: a band on the pages people open. */

import type { Standing } from "../../records/currency.ts";
import { dayText, STATE_WORDS, standingNote } from "../../records/standingText.ts";
import type { ThingDue } from "../../server/department/thingsDue.ts";
import { useAnswer } from "./api.ts";
import { StateMark } from "./StateMark.tsx";

interface RemindersAnswer {
  readonly day: number;
  readonly reminders: readonly (Standing & { readonly ruleTitle: string })[];
  readonly things: readonly ThingDue[];
}

const SHOWN_COUNT = 3;

const DUE_WORDS: Readonly<Record<ThingDue["kind"], readonly [ahead: string, past: string]>> = {
  service: ["service due on", "service was due on"],
  safety: ["safety test due on", "safety test was due on"],
  expiry: ["expires on", "expired on"],
};

/** Nothing where nobody is signed in, or nothing is near. */
export function Reminders() {
  const { answer } = useAnswer<RemindersAnswer>("/api/me/reminders");
  if (answer === undefined) return null;
  const { day, reminders, things } = answer;
  if (reminders.length + things.length === 0) return null;
  return (
    <section class="panel reminders" aria-label="Reminders">
      {reminders.length > 0 && (
        <a href="#/department/mine">
          <strong>For you</strong>
          {reminders.slice(0, SHOWN_COUNT).map((one) => (
            <span key={one.ruleId} class="reminder">
              <StateMark state={one.state} />
              {one.ruleTitle}: {STATE_WORDS[one.state].toLowerCase()}, {standingNote(one, day)}
            </span>
          ))}
          <More count={reminders.length - SHOWN_COUNT} />
        </a>
      )}
      {things.length > 0 && (
        <a href="#/department/registers">
          <strong>Equipment and store</strong>
          {things.slice(0, SHOWN_COUNT).map((one) => (
            <span key={`${one.id} ${one.kind}`} class="reminder">
              <StateMark state={one.day < day ? "overdue" : "due"} />
              {one.name}: {DUE_WORDS[one.kind][one.day < day ? 1 : 0]} {dayText(one.day)}
            </span>
          ))}
          <More count={things.length - SHOWN_COUNT} />
        </a>
      )}
    </section>
  );
}

function More({ count }: { readonly count: number }) {
  return count > 0 ? <span class="reminder">and {count} more</span> : null;
}
