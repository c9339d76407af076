/**
 * Who judges a session, first or second. A person takes one part of it, once: the line is written in the
 * transaction of the judgement itself, so that of two asked for at the same instant one is kept.
 */
import type { Database } from "../database/openDatabase.ts";
import type { AssessorPart } from "../database/sessionTables.ts";

export interface Assessor {
  readonly sessionId: string;
  readonly accountId: string;
  readonly part: AssessorPart;
}

/** Fails as a duplicate when this person judges the session already. */
export async function takePart(
  work: Database,
  { sessionId, accountId, part }: Assessor,
): Promise<void> {
  await work
    .insertInto("assessor")
    .values({ session_id: sessionId, account_id: accountId, part })
    .execute();
}

/** The part that somebody has taken; undefined when none. */
export async function partOf(
  database: Database,
  sessionId: string,
  accountId: string,
): Promise<AssessorPart | undefined> {
  const row = await database
    .selectFrom("assessor")
    .select("part")
    .where("session_id", "=", sessionId)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row?.part;
}
