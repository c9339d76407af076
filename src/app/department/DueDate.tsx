/** A date with the shape and word of how near it is. */
import { dayFromIso } from "../../records/civilDate.ts";
import { daysText, dayText } from "../../records/standingText.ts";
import { DUE_DAYS, type State } from "../../records/status.ts";
import { StateMark } from "./StateMark.tsx";

interface DueDateProps {
  readonly date: string | null;
  readonly today: number;
  /** What a date that has passed is called. */
  readonly past: string;
}

export function DueDate({ date, today, past }: DueDateProps) {
  if (date === null) return <span class="quiet">no date</span>;
  const left = dayFromIso(date) - today;
  const state: State = left < 0 ? "overdue" : left <= DUE_DAYS ? "due" : "current";
  const words: Readonly<Record<string, string>> = {
    overdue: `${past} ${daysText(-left)} ago`,
    due: left === 0 ? "today" : `in ${daysText(left)}`,
  };
  return (
    <span class={`cell ${state}`}>
      <StateMark state={state} />
      <span>
        <span class="word">{dayText(dayFromIso(date))}</span>
        {words[state] !== undefined && <span class="note">{words[state]}</span>}
      </span>
    </span>
  );
}
