/** Sessions in lists: a department's, and a person's own that were signed. */
import type { ExpressionBuilder } from "kysely";
import type { RoomState } from "../../session/contract/live.ts";
import type { SessionMode } from "../../session/contract/protocol.ts";
import type { Database } from "../database/openDatabase.ts";
import type { Tables } from "../database/tables.ts";

export interface SessionSummary {
  readonly id: string;
  readonly title: string;
  readonly mode: SessionMode;
  readonly state: RoomState;
  readonly joinCode: string | null;
  readonly createdMs: number;
  readonly traineeName: string | null;
  /** An appeal against its result waits for an answer. */
  readonly hasOpenAppeal: boolean;
}

const SESSIONS_MAX = 200;

export async function listSessions(
  database: Database,
  departmentId: string,
): Promise<readonly SessionSummary[]> {
  const rows = await database
    .selectFrom("session")
    .leftJoin("account", "account.id", "session.trainee_account_id")
    .select(["session.id", "session.title", "session.mode", "session.state"])
    .select(["session.join_code", "session.created_ms", "account.name"])
    .select((build) => openAppeals(build).as("appeal_count"))
    .where("session.department_id", "=", departmentId)
    .orderBy("session.created_ms", "desc")
    .limit(SESSIONS_MAX)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    mode: row.mode,
    state: row.state,
    joinCode: row.join_code,
    createdMs: row.created_ms,
    traineeName: row.name,
    hasOpenAppeal: Number(row.appeal_count) > 0,
  }));
}

/** How many appeals against a session's result have no answer. */
const openAppeals = (build: ExpressionBuilder<Tables, "session">) =>
  build
    .selectFrom("appeal")
    .leftJoin("appeal_answer as answer", (join) =>
      join
        .onRef("answer.session_id", "=", "appeal.session_id")
        .onRef("answer.number", "=", "appeal.number"),
    )
    .select(({ fn }) => fn.countAll().as("count"))
    .whereRef("appeal.session_id", "=", "session.id")
    .where("answer.number", "is", null);

export interface SignedSession {
  readonly id: string;
  readonly title: string;
  readonly outcome: "met" | "borderline" | "notMet";
  readonly signedMs: number;
}

/** A person's own signed sessions, newest first. */
export async function listSignedSessions(
  database: Database,
  accountId: string,
): Promise<readonly SignedSession[]> {
  const rows = await database
    .selectFrom("signed_record")
    .innerJoin("session", "session.id", "signed_record.id")
    .select(["session.id", "session.title", "signed_record.outcome", "signed_record.signed_ms"])
    .where("signed_record.trainee_account_id", "=", accountId)
    .orderBy("signed_record.signed_ms", "desc")
    .limit(SESSIONS_MAX)
    .execute();
  return rows.map(({ id, title, outcome, signed_ms: signedMs }) => {
    return { id, title, outcome, signedMs };
  });
}
