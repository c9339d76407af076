/**
 * The calendar of a department: the last day of everything that ends, as all-day events that any
 * calendar subscribes to. A date in it is the date in the department, without a time zone.
 */
import { createEvents, type DateArray, type EventAttributes } from "ics";
import { type Day, dateOf } from "../../records/civilDate.ts";
import { NOTICE } from "../../session/contract/notice.ts";
import type { Matrix } from "../department/matrix.ts";
import type { Equipment, StoreItem } from "../department/registers.ts";
import { type DueKind, thingsDue } from "../department/thingsDue.ts";

export interface FeedContent {
  readonly departmentName: string;
  readonly matrix: Matrix;
  readonly equipment: readonly Equipment[];
  readonly store: readonly StoreItem[];
  readonly nowMs: number;
}

const DUE_WORDS: Readonly<Record<DueKind, string>> = {
  service: "service due",
  safety: "safety test due",
  expiry: "expires",
};
const AHEAD_DAYS = 400;
const ALARM_DAYS = [90, 30] as const;

interface Occasion {
  readonly uid: string;
  readonly day: Day;
  readonly title: string;
}

function occasionsOf({ matrix, equipment, store }: FeedContent): readonly Occasion[] {
  const titles = new Map(matrix.rules.map(({ id, title }) => [id, title]));
  const people = matrix.rows.flatMap(({ staffId, name, cells }) =>
    cells.flatMap(({ ruleId, endsOn, leftDays }): Occasion[] => {
      if (endsOn === null || leftDays === null || leftDays < 0) return [];
      const title = `${name}: ${titles.get(ruleId) ?? ruleId}, last day`;
      return [{ uid: `${staffId}-${ruleId}`, day: endsOn, title }];
    }),
  );
  const things = thingsDue({ equipment, store }).map(
    ({ id, name, kind, day }): Occasion => ({
      uid: `${id}-${kind}`,
      day,
      title: `${name}: ${DUE_WORDS[kind]}`,
    }),
  );
  const isSoon = ({ day }: Occasion): boolean =>
    day >= matrix.day && day <= matrix.day + AHEAD_DAYS;
  return [...people, ...things].filter(isSoon);
}

const calendarDate = (day: Day): DateArray => {
  const [year, month, dayOfMonth] = dateOf(day);
  return [year, month, dayOfMonth];
};

function eventOf({ uid, day, title }: Occasion, { departmentName, nowMs }: FeedContent) {
  const event: EventAttributes = {
    uid: `${uid}@onbypass`,
    title,
    description: NOTICE,
    start: calendarDate(day),
    end: calendarDate(day + 1), // the day after the last, as the format counts all-day events
    created: nowMs,
    lastModified: nowMs,
    productId: "OnBypass",
    calName: `${departmentName}, what ends when`,
    busyStatus: "FREE",
    transp: "TRANSPARENT",
    alarms: ALARM_DAYS.map((days) => ({
      action: "display",
      description: `In ${days} days: ${title}`,
      trigger: { before: true, days },
    })),
  };
  return event;
}

const EMPTY = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:OnBypass\r\nEND:VCALENDAR\r\n";

/** The feed as text of the iCalendar format. */
export function feedText(content: FeedContent): string {
  const events = occasionsOf(content).map((one) => eventOf(one, content));
  if (events.length === 0) return EMPTY;
  const { error, value } = createEvents(events);
  if (error !== null || value === null) throw error ?? new Error("The calendar is empty.");
  return value;
}
