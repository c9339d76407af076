/**
 * Keeps in the database what the engine says of each person on the days ahead. Whatever the engine
 * reads of a person raises their revision in the same transaction, a change of rules raises the number
 * of versions, and an outlook that was made of anything else than what there is now is made again.
 */
import type { Day } from "../../records/civilDate.ts";
import { type Outlook, outlookOf } from "../../records/outlook.ts";
import type { PersonRecords, StaffRole } from "../../records/person.ts";
import type { PolicyVersion } from "../../records/policy.ts";
import type { Span } from "../../records/spans.ts";
import type { Database } from "../database/openDatabase.ts";
import { currencyEngineName } from "./engineText.ts";
import { readPersonRecords } from "./personRecords.ts";
import type { StaffMember } from "./staff.ts";

const AHEAD_DAYS = 100; // long enough that most people write something in their logbook before
const SPREAD_DAYS = 100; // so that those who do not are not all looked at anew on one day
const PEOPLE_PER_BATCH = 50; // keeps the server answering others while a whole department is judged
const ROWS_PER_QUERY = 500;

/** What is kept of one person: the outlook, and as what they work when. */
export interface KeptOutlook {
  readonly outlook: Outlook;
  readonly roles: readonly (Span & { readonly role: StaffRole })[];
}

interface Wish {
  readonly people: readonly StaffMember[];
  readonly versions: readonly PolicyVersion[];
  readonly day: Day;
}

const madeOf = ({ revision }: StaffMember, versions: readonly PolicyVersion[]): string =>
  `${currencyEngineName()} ${revision} ${versions.length}`;

async function readKept(database: Database, { people, versions, day }: Wish) {
  const wanted = new Map(people.map((one) => [one.id, madeOf(one, versions)]));
  const ids = [...wanted.keys()];
  const kept = new Map<string, KeptOutlook>();
  for (let start = 0; start < ids.length; start += ROWS_PER_QUERY) {
    const rows = await database
      .selectFrom("staff_outlook")
      .select(["staff_id", "made_of", "row_json"])
      .where("staff_id", "in", ids.slice(start, start + ROWS_PER_QUERY))
      .where("from_day", "<=", day)
      .where("to_day", ">=", day)
      .execute();
    for (const { staff_id, made_of, row_json } of rows) {
      if (made_of !== wanted.get(staff_id)) continue;
      kept.set(staff_id, JSON.parse(row_json) as KeptOutlook);
    }
  }
  return kept;
}

const rolesOf = ({ employments }: PersonRecords): KeptOutlook["roles"] =>
  employments.map(({ from, to, role }) => ({ from, to, role }));

async function makeAnew(
  database: Database,
  { people, versions, day }: Wish,
  kept: Map<string, KeptOutlook>,
): Promise<void> {
  const records = await readPersonRecords(database, people);
  const rows = records.map((person, index) => {
    const member = people[index];
    const spreadDays = Number.parseInt(member.id.slice(-4), 16) % SPREAD_DAYS;
    const span = { from: day, to: day + AHEAD_DAYS + spreadDays };
    const one: KeptOutlook = { outlook: outlookOf(person, versions, span), roles: rolesOf(person) };
    kept.set(member.id, one);
    return {
      staff_id: member.id,
      made_of: madeOf(member, versions),
      from_day: one.outlook.from,
      to_day: one.outlook.to,
      row_json: JSON.stringify(one),
    };
  });
  await database
    .insertInto("staff_outlook")
    .values(rows)
    .onConflict((conflict) =>
      conflict.column("staff_id").doUpdateSet(({ ref }) => ({
        made_of: ref("excluded.made_of"),
        from_day: ref("excluded.from_day"),
        to_day: ref("excluded.to_day"),
        row_json: ref("excluded.row_json"),
      })),
    )
    .execute();
}

/** What is said of each person on the day, by their id. */
export async function readOutlooks(
  database: Database,
  wish: Wish,
): Promise<ReadonlyMap<string, KeptOutlook>> {
  const kept = await readKept(database, wish);
  const missing = wish.people.filter(({ id }) => !kept.has(id));
  for (let start = 0; start < missing.length; start += PEOPLE_PER_BATCH) {
    const people = missing.slice(start, start + PEOPLE_PER_BATCH);
    await makeAnew(database, { ...wish, people }, kept);
  }
  return kept;
}
