/** What a department has set about itself: its time zone, who heads it, whether it gets a digest. */
import type { Day } from "../../records/civilDate.ts";
import type { Database } from "../database/openDatabase.ts";
import { dayIn } from "./calendarDay.ts";

export interface DepartmentSettings {
  readonly timeZone: string;
  readonly headName: string;
  readonly hasDigest: boolean;
  readonly feedSecret: string | null;
  readonly digestDay: Day | null;
  readonly isDemonstration: boolean;
}

const UNSET: DepartmentSettings = {
  timeZone: "UTC",
  headName: "",
  hasDigest: false,
  feedSecret: null,
  digestDay: null,
  isDemonstration: false,
};

export async function readSettings(
  database: Database,
  departmentId: string,
): Promise<DepartmentSettings> {
  const row = await database
    .selectFrom("department_setting")
    .selectAll()
    .where("department_id", "=", departmentId)
    .executeTakeFirst();
  if (row === undefined) return UNSET;
  return {
    timeZone: row.time_zone,
    headName: row.head_name,
    hasDigest: row.digest === 1,
    feedSecret: row.feed_secret,
    digestDay: row.digest_day,
    isDemonstration: row.is_demonstration === 1,
  };
}

export async function writeSettings(
  database: Database,
  departmentId: string,
  settings: DepartmentSettings,
): Promise<void> {
  const columns = {
    time_zone: settings.timeZone,
    head_name: settings.headName,
    digest: settings.hasDigest ? 1 : 0,
    feed_secret: settings.feedSecret,
    digest_day: settings.digestDay,
  };
  const isDemonstration = settings.isDemonstration ? 1 : 0;
  await database
    .insertInto("department_setting")
    .values({ department_id: departmentId, ...columns, is_demonstration: isDemonstration })
    .onConflict((conflict) => conflict.column("department_id").doUpdateSet(columns))
    .execute();
}

/** Today in the department. */
export async function departmentDay(
  database: Database,
  departmentId: string,
  nowMs: number,
): Promise<Day> {
  return dayIn((await readSettings(database, departmentId)).timeZone, nowMs);
}
