/** Freezes a reviewed session: a person signs, the server's key seals it, and it is kept for good. */
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";
import type { Rating, SignedRecord } from "../../session/contract/signedRecord.ts";
import { overrulingProblem } from "../../session/judgedLines.ts";
import type { Stretch } from "../../session/liveLog.ts";
import { countedLines } from "../../session/rubricLines.ts";
import { assembleRecord, signedText } from "../../session/signedRecord.ts";
import type { Account } from "../accounts/account.ts";
import { isDuplicate } from "../database/duplicate.ts";
import type { Database } from "../database/openDatabase.ts";
import { keepSessionResult } from "../department/sessionResult.ts";
import { sha256Hex } from "../rooms/roomSource.ts";
import { partOf, takePart } from "./assessors.ts";
import type { SigningKey } from "./ed25519.ts";
import type { Reviewed } from "./review.ts";

export interface SigningWish {
  readonly signer: Account;
  readonly rating: Rating;
  /** Stretches not seen live that the signer accepts, each by name. */
  readonly accepted: readonly Stretch[];
  readonly nowMs: number;
}

export const signProblems = {
  stretch: ({ fromTick, toTick }: Stretch): Problem => ({
    code: "sign.unattested",
    place: `ticks ${fromTick} to ${toTick}`,
    sentence: "A stretch of the case was not seen live and has not been accepted.",
    remedy: "Look at it in the replay, then accept it by name, or do not sign.",
  }),
  ratedSecond: (): Problem => ({
    code: "sign.ratedSecond",
    place: "the session",
    sentence: "You have given the second rating, so somebody else has to give the first and sign.",
  }),
  twice: (): Problem => ({
    code: "sign.twice",
    place: "the session",
    sentence: "This session has been signed already.",
  }),
} as const;

export async function signSession(
  { database, key }: { readonly database: Database; readonly key: SigningKey },
  reviewed: Reviewed,
  wish: SigningWish,
): Promise<Result<SignedRecord>> {
  const isAccepted = (one: Stretch) =>
    wish.accepted.some(
      ({ fromTick, toTick }) => fromTick === one.fromTick && toTick === one.toTick,
    );
  const open = reviewed.unattested.find((one) => !isAccepted(one));
  if (open !== undefined) return failure(signProblems.stretch(open));
  const overruled = wish.rating.technical ?? [];
  const problem = overrulingProblem(overruled, countedLines(reviewed.report));
  if (problem !== undefined) return failure(problem);
  const sessionId = reviewed.recording.recordingId;
  const facts = await readFacts(database, sessionId);
  const record = freeze(reviewed, { ...facts, ...wish, sessionId, key });
  const row = rowOf(record, facts, wish);
  const { name: signerName } = wish.signer;
  try {
    await database.transaction().execute(async (work) => {
      await takePart(work, { sessionId, accountId: wish.signer.id, part: "first" });
      await work.insertInto("signed_record").values(row).execute();
      await keepSessionResult(work, {
        row,
        endedMs: facts.session.ended_ms ?? wish.nowMs,
        signerName,
      });
      await work
        .updateTable("session")
        .set({ state: "signed" })
        .where("id", "=", sessionId)
        .execute();
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const part = await partOf(database, sessionId, wish.signer.id);
    return failure(part === "second" ? signProblems.ratedSecond() : signProblems.twice());
  }
  return success(record);
}

type Facts = Awaited<ReturnType<typeof readFacts>>;

async function readFacts(database: Database, sessionId: string) {
  const session = await database
    .selectFrom("session")
    .innerJoin("department", "department.id", "session.department_id")
    .select(["session.department_id", "department.name as department_name"])
    .select(["session.trainee_account_id", "session.started_ms", "session.ended_ms"])
    .select(["session.scenario_id", "session.mode"])
    .where("session.id", "=", sessionId)
    .executeTakeFirstOrThrow();
  const trainee = await database
    .selectFrom("participant")
    .select("name")
    .where("session_id", "=", sessionId)
    .where("role", "=", "trainee")
    .executeTakeFirst();
  return { session, traineeName: trainee?.name ?? "" };
}

function freeze(
  { recording, journal, unattested, withheld, report, finalHashHex, checkedCount }: Reviewed,
  wish: SigningWish & Facts & { readonly sessionId: string; readonly key: SigningKey },
): SignedRecord {
  const { session, traineeName, signer, rating, key, nowMs } = wish;
  const { engineHash, endTick } = recording;
  // Through text and back: what is signed is exactly what a reader will find in the file.
  const parts = JSON.parse(
    JSON.stringify({
      people: {
        trainee: { accountId: session.trainee_account_id, name: traineeName },
        signer: { accountId: signer.id, name: signer.name, role: signer.role },
        department: { departmentId: session.department_id, name: session.department_name },
      },
      times: {
        startedMs: session.started_ms ?? 0,
        endedMs: session.ended_ms ?? 0,
        signedMs: nowMs,
      },
      rating,
      unattested,
      journal,
      recording,
      withheld,
      rerun: { engineHash, endTick, checkedCount, finalHashHex },
      report,
    }),
  ) as SignedRecord["parts"];
  const { publicKeyHex } = key;
  const unsigned = assembleRecord(wish.sessionId, parts, { publicKeyHex, sha256Hex });
  return { ...unsigned, signatureHex: key.sign(signedText(unsigned)) };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const rowOf = (
  record: SignedRecord,
  { session }: Facts,
  { signer, rating, nowMs }: SigningWish,
) => ({
  id: record.recordId,
  department_id: session.department_id,
  trainee_account_id: session.trainee_account_id,
  signer_id: signer.id,
  scenario_id: session.scenario_id,
  variant: textOf(record.parts.report["variant"]),
  mode: session.mode,
  outcome: rating.outcome,
  points_fraction: Number(record.parts.report["pointsFraction"] ?? 0),
  engine_hash: record.parts.rerun.engineHash,
  signed_ms: nowMs,
  record_json: JSON.stringify(record),
});
