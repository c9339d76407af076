/**
 * Goes round the departments that want a digest and sends what is due. A day is claimed in the database
 * before its mails go out, so that of several server processes one sends; a round that failed gives
 * the day back, and the next round tries again.
 */
import type { Day } from "../../records/civilDate.ts";
import type { Database } from "../database/openDatabase.ts";
import { dayIn } from "../department/calendarDay.ts";
import { digestMails } from "./digest.ts";
import { type Mailer, mailSettings, smtpMailer } from "./mailer.ts";

const CATCH_UP_DAYS = 31; // after a longer silence the matrix says it better than a mail

interface Department {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly timeZone: string;
  readonly digestDay: Day | null;
}

async function departmentsWithDigest(database: Database): Promise<readonly Department[]> {
  const rows = await database
    .selectFrom("department_setting")
    .innerJoin("department", "department.id", "department_setting.department_id")
    .select(["department.id", "department.name", "time_zone", "digest_day"])
    .where("digest", "=", 1)
    .execute();
  return rows.map(({ id, name, time_zone, digest_day }) => ({
    departmentId: id,
    departmentName: name,
    timeZone: time_zone,
    digestDay: digest_day,
  }));
}

/** Takes the day for this process; false when another one has it. */
async function claim(database: Database, { departmentId, digestDay }: Department, day: Day) {
  const query = database
    .updateTable("department_setting")
    .set({ digest_day: day })
    .where("department_id", "=", departmentId);
  const unchanged =
    digestDay === null
      ? query.where("digest_day", "is", null)
      : query.where("digest_day", "=", digestDay);
  const { numUpdatedRows } = await unchanged.executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface RoundTools {
  readonly database: Database;
  readonly mailer: Mailer;
  readonly address: string;
  readonly nowMs: number;
  /** Called for each department whose digest was not sent. */
  readonly onFailed: (error: unknown) => void;
}

async function sendFor(department: Department, tools: RoundTools): Promise<number> {
  const { database, mailer, address, nowMs } = tools;
  const day = dayIn(department.timeZone, nowMs);
  const { digestDay, departmentId } = department;
  if (digestDay !== null && digestDay >= day) return 0;
  if (!(await claim(database, department, day))) return 0;
  const since = Math.max(digestDay ?? day - 1, day - CATCH_UP_DAYS);
  try {
    const mails = await digestMails(database, { ...department, address, since, day });
    for (const mail of mails) await mailer.send(mail);
    return mails.length;
  } catch (error) {
    await database
      .updateTable("department_setting")
      .set({ digest_day: digestDay })
      .where("department_id", "=", departmentId)
      .execute();
    throw error;
  }
}

/** Sends what is due everywhere; the number of mails. A department that fails does not stop the rest. */
export async function digestRound(tools: RoundTools): Promise<number> {
  let count = 0;
  for (const department of await departmentsWithDigest(tools.database)) {
    try {
      count += await sendFor(department, tools);
    } catch (error) {
      tools.onFailed(error);
    }
  }
  return count;
}

const ROUND_MS = 15 * 60_000;

/**
 * Goes round every quarter of an hour, where the environment says how to send mail.
 * @param localAddress where this server is, unless ONBYPASS_ADDRESS says how others reach it
 * @returns what stops it
 */
export function startDigests(
  database: Database,
  localAddress: string,
  onFailed: RoundTools["onFailed"],
): () => void {
  const settings = mailSettings(process.env);
  if (settings === undefined) return () => undefined;
  const mailer = smtpMailer(settings);
  const address = process.env["ONBYPASS_ADDRESS"] ?? localAddress;
  const round = () => void digestRound({ database, mailer, address, nowMs: Date.now(), onFailed });
  const timer = setInterval(round, ROUND_MS);
  round();
  return () => {
    clearInterval(timer);
    mailer.close();
  };
}
