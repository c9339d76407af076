/**
 * A trainee contests a signed result, with a reason; somebody else than the signer answers, and the
 * server runs the signed recording again before that. The record stays as it was signed: an appeal adds to
 * what is known of it, and every line of it stays.
 */
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";
import type { SignedRecord } from "../../session/contract/signedRecord.ts";
import { accessProblems } from "../access/accessRule.ts";
import type { Account } from "../accounts/account.ts";
import { writeAudit } from "../accounts/auditLog.ts";
import { keepOne } from "../database/keepOne.ts";
import type { Database } from "../database/openDatabase.ts";
import type { AppealDecision, SecondRun, SessionTables } from "../database/sessionTables.ts";
import { type ReviewParts, runAgain } from "./review.ts";

const appealProblem = (code: string, sentence: string): Problem => ({
  code,
  place: "the appeal",
  sentence,
});
const appealProblems = {
  notSigned: () => appealProblem("appeal.notSigned", "Only a signed result can be contested."),
  open: () => appealProblem("appeal.open", "An appeal waits for its answer already."),
  none: () => appealProblem("appeal.none", "No appeal waits for an answer."),
  signer: () =>
    appealProblem("appeal.signer", "Whoever signed the result does not answer for it alone."),
} as const;

export interface KeptAppeal {
  readonly number: number;
  readonly byName: string;
  readonly reason: string;
  readonly madeMs: number;
  readonly answer: {
    readonly byName: string;
    readonly decision: AppealDecision;
    readonly words: string;
    readonly rerun: SecondRun;
    readonly answeredMs: number;
  } | null;
}

/** All appeals against a session's result, oldest first. */
export async function readAppeals(
  database: Database,
  sessionId: string,
): Promise<readonly KeptAppeal[]> {
  const asked = await database
    .selectFrom("appeal")
    .innerJoin("account", "account.id", "appeal.account_id")
    .select(["appeal.number", "account.name", "appeal.reason", "appeal.made_ms"])
    .where("appeal.session_id", "=", sessionId)
    .orderBy("appeal.number")
    .execute();
  const answers = await database
    .selectFrom("appeal_answer as answer")
    .innerJoin("account", "account.id", "answer.account_id")
    .select(["answer.number", "account.name", "answer.decision", "answer.words"])
    .select(["answer.rerun", "answer.answered_ms"])
    .where("answer.session_id", "=", sessionId)
    .execute();
  return asked.map((one) => {
    const found = answers.find(({ number }) => number === one.number);
    const { number, name: byName, reason, made_ms: madeMs } = one;
    if (found === undefined) return { number, byName, reason, madeMs, answer: null };
    const { decision, words, rerun, answered_ms: answeredMs } = found;
    const answer = { byName: found.name, decision, words, rerun, answeredMs };
    return { number, byName, reason, madeMs, answer };
  });
}

const findRecord = (database: Database, sessionId: string) =>
  database
    .selectFrom("signed_record")
    .select(["department_id", "signer_id", "trainee_account_id", "record_json"])
    .where("id", "=", sessionId)
    .executeTakeFirst();

export interface AppealWish {
  readonly sessionId: string;
  readonly trainee: Account;
  readonly reason: string;
  readonly nowMs: number;
}

/** The trainee's own words, to be answered before there can be others. */
export async function makeAppeal(
  database: Database,
  { sessionId, trainee, reason, nowMs }: AppealWish,
): Promise<Result<undefined>> {
  const record = await findRecord(database, sessionId);
  if (record === undefined) return failure(appealProblems.notSigned());
  const before = await readAppeals(database, sessionId);
  if (before.some(({ answer }) => answer === null)) return failure(appealProblems.open());
  const row = { session_id: sessionId, number: before.length + 1, account_id: trainee.id };
  const { department_id: departmentId } = record;
  const line = { actorId: trainee.id, departmentId, target: sessionId } as const;
  return keepOne(
    () =>
      database.transaction().execute(async (work) => {
        await work
          .insertInto("appeal")
          .values({ ...row, reason, made_ms: nowMs })
          .execute();
        await writeAudit(work, { ...line, action: "session.appealed" }, nowMs);
      }),
    appealProblems.open(),
  );
}

/** Whether the signed recording still runs to the state and score it was signed with. */
async function secondRun(parts: ReviewParts, recordJson: string): Promise<SecondRun> {
  const { recording, rerun, report } = (JSON.parse(recordJson) as SignedRecord).parts;
  const again = await runAgain(parts, recording);
  if (!again.ok) {
    return again.problems[0].code === "recording.engineMissing" ? "notPossible" : "different";
  }
  const isSame =
    again.value.finalHashHex === rerun.finalHashHex &&
    again.value.report.pointsFraction === report["pointsFraction"];
  return isSame ? "same" : "different";
}

export interface AnswerWish {
  readonly sessionId: string;
  readonly answerer: Account;
  readonly decision: AppealDecision;
  readonly words: string;
  readonly nowMs: number;
}

/** Answers the appeal that waits, with what the second run gave. */
export async function answerAppeal(
  parts: ReviewParts,
  { sessionId, answerer, decision, words, nowMs }: AnswerWish,
): Promise<Result<{ readonly rerun: SecondRun }>> {
  const { database } = parts;
  const record = await findRecord(database, sessionId);
  const open = (await readAppeals(database, sessionId)).find(({ answer }) => answer === null);
  if (record === undefined || open === undefined) return failure(appealProblems.none());
  if (record.signer_id === answerer.id) return failure(appealProblems.signer());
  if (record.trainee_account_id === answerer.id) return failure(accessProblems.role());
  const rerun = await secondRun(parts, record.record_json);
  const row: SessionTables["appeal_answer"] = {
    session_id: sessionId,
    number: open.number,
    account_id: answerer.id,
    decision,
    words,
    rerun,
    answered_ms: nowMs,
  };
  const { department_id: departmentId } = record;
  const line = { actorId: answerer.id, departmentId, target: sessionId, detail: { decision } };
  const kept = await keepOne(
    () =>
      database.transaction().execute(async (work) => {
        await work.insertInto("appeal_answer").values(row).execute();
        await writeAudit(work, { ...line, action: "session.appealAnswered" }, nowMs);
      }),
    appealProblems.none(),
  );
  return kept.ok ? success({ rerun }) : kept;
}
