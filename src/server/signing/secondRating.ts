/**
 * A second person judges a session from its replay, apart from the first: nobody who took part, who
 * signed, or who has read what the first one wrote. Both judgements are shown when both are there. What
 * was given stays as it was given.
 */
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";
import { type Agreement, agreementOf } from "../../session/agreement.ts";
import type { RoomState } from "../../session/contract/live.ts";
import type { Rating, SignedRecord } from "../../session/contract/signedRecord.ts";
import { judgedProblem } from "../../session/judgedLines.ts";
import { type LineAgreement, lineAgreementOf } from "../../session/lineAgreement.ts";
import { blindLines, countedLines, type RubricLine } from "../../session/rubricLines.ts";
import { accessProblems } from "../access/accessRule.ts";
import type { Account } from "../accounts/account.ts";
import { writeAudit } from "../accounts/auditLog.ts";
import { keepOne } from "../database/keepOne.ts";
import type { Database } from "../database/openDatabase.ts";
import { partOf, takePart } from "./assessors.ts";
import { type ReviewParts, readRecording, runAgain } from "./review.ts";

const rateProblem = (code: string, sentence: string, remedy?: string): Problem => ({
  code,
  place: "second rating",
  sentence,
  ...(remedy !== undefined && { remedy }),
});

const another = "Ask somebody who has not.";
const rateProblems = {
  notEnded: () => rateProblem("rate.notEnded", "This session has not ended yet."),
  tookPart: () =>
    rateProblem("rate.tookPart", "You took part in this session, or opened it.", another),
  signer: () => rateProblem("rate.signer", "You have given the first rating.", another),
  seen: () =>
    rateProblem("rate.seen", "You have read the first rating or the machine's count.", another),
  twice: () => rateProblem("rate.twice", "This session has its second rating already."),
} as const;

/** Both judgements side by side, once both are there. */
export interface Compared {
  readonly firstName: string;
  readonly secondName: string;
  /** The outcome stood in the department's pages when the second one judged. */
  readonly isOutcomeKnown: boolean;
  readonly agreement: Agreement;
  readonly lineAgreement: LineAgreement;
}

export interface RatingState {
  readonly title: string;
  readonly isSigned: boolean;
  readonly hasSecond: boolean;
  /** Why this person may not give the second rating, if so. */
  readonly problem: Problem | null;
  readonly compared: Compared | null;
}

interface Standing {
  readonly departmentId: string;
  readonly title: string;
  readonly state: RoomState;
  readonly traineeId: string | null;
}

async function standingOf(database: Database, sessionId: string): Promise<Standing> {
  const row = await database
    .selectFrom("session")
    .select(["department_id", "title", "state", "trainee_account_id"])
    .where("id", "=", sessionId)
    .executeTakeFirstOrThrow();
  const { department_id: departmentId, title, state, trainee_account_id: traineeId } = row;
  return { departmentId, title, state, traineeId };
}

const findFirst = (database: Database, sessionId: string) =>
  database
    .selectFrom("signed_record")
    .innerJoin("account", "account.id", "signed_record.signer_id")
    .select(["signed_record.signer_id", "signed_record.record_json", "account.name"])
    .where("signed_record.id", "=", sessionId)
    .executeTakeFirst();

const findSecond = (database: Database, sessionId: string) =>
  database
    .selectFrom("second_rating")
    .innerJoin("account", "account.id", "second_rating.rater_id")
    .select(["second_rating.rater_id", "second_rating.rating_json", "account.name"])
    .select("second_rating.is_outcome_known")
    .where("second_rating.session_id", "=", sessionId)
    .executeTakeFirst();

/** Why somebody may not judge second, if so. */
async function problemFor(
  database: Database,
  sessionId: string,
  account: Account,
): Promise<Problem | undefined> {
  const { state, traineeId } = await standingOf(database, sessionId);
  if (traineeId === account.id) return accessProblems.role();
  if (state !== "ended" && state !== "signed") return rateProblems.notEnded();
  if ((await findSecond(database, sessionId)) !== undefined) return rateProblems.twice();
  if ((await findFirst(database, sessionId))?.signer_id === account.id) {
    return rateProblems.signer();
  }
  const part = await database
    .selectFrom("participant")
    .select("id")
    .where("session_id", "=", sessionId)
    .where("account_id", "=", account.id)
    .executeTakeFirst();
  if (part !== undefined) return rateProblems.tookPart();
  const seen = await database
    .selectFrom("rating_seen")
    .select("seen_ms")
    .where("session_id", "=", sessionId)
    .where("account_id", "=", account.id)
    .executeTakeFirst();
  return seen === undefined ? undefined : rateProblems.seen();
}

/** The checklist of an ended session without any finding: of the signed report, or of a run for it. */
async function linesOf(
  parts: ReviewParts,
  sessionId: string,
): Promise<Result<readonly RubricLine[]>> {
  const first = await findFirst(parts.database, sessionId);
  if (first !== undefined) {
    const { report } = (JSON.parse(first.record_json) as SignedRecord).parts;
    return success(blindLines(countedLines(report)));
  }
  const recording = await readRecording(parts.database, sessionId);
  if (!recording.ok) return recording;
  const again = await runAgain(parts, recording.value);
  return again.ok ? success(blindLines(countedLines(again.value.report))) : again;
}

/** What somebody who may judge second judges line by line, and nothing of what was found. */
export async function secondRubric(
  parts: ReviewParts,
  sessionId: string,
  account: Account,
): Promise<Result<{ readonly lines: readonly RubricLine[] }>> {
  const problem = await problemFor(parts.database, sessionId, account);
  if (problem !== undefined) return failure(problem);
  const lines = await linesOf(parts, sessionId);
  return lines.ok ? success({ lines: lines.value }) : lines;
}

/** Why the lines of a second rating cannot stand, if so; without any the case is not run for it. */
async function linesProblem(
  parts: ReviewParts,
  sessionId: string,
  { technical = [] }: Rating,
): Promise<Problem | undefined> {
  if (technical.length === 0) return undefined;
  const lines = await linesOf(parts, sessionId);
  return lines.ok ? judgedProblem(technical, lines.value) : lines.problems[0];
}

/** Keeps in mind who has read a first rating, or what the machine counted. */
export async function noteSeen(
  database: Database,
  accountId: string,
  { sessionIds, nowMs }: { readonly sessionIds: readonly string[]; readonly nowMs: number },
): Promise<void> {
  if (sessionIds.length === 0) return;
  await database
    .insertInto("rating_seen")
    .values(sessionIds.map((session_id) => ({ session_id, account_id: accountId, seen_ms: nowMs })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface SecondWish {
  readonly sessionId: string;
  readonly rater: Account;
  readonly rating: Rating;
  readonly nowMs: number;
}

/** Keeps the second rating and the line that says who gave it, both or neither. */
export async function rateSecond(
  parts: ReviewParts,
  { sessionId, rater, rating, nowMs }: SecondWish,
): Promise<Result<undefined>> {
  const { database } = parts;
  const problem =
    (await problemFor(database, sessionId, rater)) ??
    (await linesProblem(parts, sessionId, rating));
  if (problem !== undefined) return failure(problem);
  const { departmentId, state } = await standingOf(database, sessionId);
  const line = { actorId: rater.id, departmentId, target: sessionId } as const;
  const kept = await keepOne(
    () =>
      database.transaction().execute(async (work) => {
        await takePart(work, { sessionId, accountId: rater.id, part: "second" });
        await work
          .insertInto("second_rating")
          .values({
            session_id: sessionId,
            rater_id: rater.id,
            is_outcome_known: state === "signed" ? 1 : 0,
            rating_json: JSON.stringify(rating),
            rated_ms: nowMs,
          })
          .execute();
        await writeAudit(work, { ...line, action: "session.ratedSecond" }, nowMs);
      }),
    rateProblems.twice(),
  );
  // Signed in the same instant: the signature was kept, so this was not.
  const isSigner = !kept.ok && (await partOf(database, sessionId, rater.id)) === "first";
  return isSigner ? failure(rateProblems.signer()) : kept;
}

/** How the ratings of a session stand, as far as this person may know. */
export async function ratingState(
  database: Database,
  sessionId: string,
  account: Account,
): Promise<RatingState> {
  const { title, state } = await standingOf(database, sessionId);
  const first = await findFirst(database, sessionId);
  const second = await findSecond(database, sessionId);
  const problem = (await problemFor(database, sessionId, account)) ?? null;
  const stand = { title, isSigned: state === "signed", hasSecond: second !== undefined, problem };
  if (first === undefined || second === undefined) return { ...stand, compared: null };
  const { parts } = JSON.parse(first.record_json) as SignedRecord;
  const secondRating = JSON.parse(second.rating_json) as Rating;
  const lines = countedLines(parts.report);
  const compared = {
    firstName: first.name,
    secondName: second.name,
    isOutcomeKnown: second.is_outcome_known === 1,
    agreement: agreementOf(parts.rating, secondRating),
    lineAgreement: lineAgreementOf(lines, parts.rating.technical, secondRating.technical),
  };
  return { ...stand, compared };
}
