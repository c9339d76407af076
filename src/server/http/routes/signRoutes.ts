/** From an ended session to a signed result, and the key that anybody checks it with. */
import { z } from "zod";
import { failure, type Problem, success } from "../../../kernel/result.ts";
import { ratingSchema } from "../../../session/contract/signedRecord.ts";
import { accessProblems } from "../../access/accessRule.ts";
import { writeAudit } from "../../accounts/auditLog.ts";
import { partOf } from "../../signing/assessors.ts";
import { readRecording, reviewSession } from "../../signing/review.ts";
import { noteSeen, rateSecond, ratingState, secondRubric } from "../../signing/secondRating.ts";
import { signProblems, signSession } from "../../signing/signRecord.ts";
import { type ApiRoute, apiRoute, signedIn } from "../route.ts";

const STRETCHES_MAX = 1000;
const tick = z.number().int().min(0);

const review = apiRoute("session.review", {
  async handle(call, { database, folders, pool, nowMs }) {
    const { targetId } = call;
    const reviewed = await reviewSession({ database, folders, pool }, targetId);
    if (!reviewed.ok) return reviewed;
    // Whoever knows what was counted judges no line apart from it.
    await noteSeen(database, signedIn(call).id, { sessionIds: [targetId], nowMs: nowMs() });
    const { recording, report, proofFacts, ...rest } = reviewed.value;
    const { unattested, checkedCount, finalHashHex } = rest;
    const { endTick, engineHash } = recording;
    const found = { report, proofFacts, unattested, checkedCount, finalHashHex };
    return success({ ...found, endTick, engineHash });
  },
});

const sign = apiRoute("session.sign", {
  body: z.strictObject({
    rating: ratingSchema,
    accepted: z.array(z.strictObject({ fromTick: tick, toTick: tick })).max(STRETCHES_MAX),
  }),
  async handle(call, { database, folders, pool, key, nowMs }) {
    const signer = signedIn(call);
    const { scope, targetId, body } = call;
    // Nobody signs the own performance.
    if (scope.accountIds.includes(signer.id)) return failure(accessProblems.role());
    if ((await partOf(database, targetId, signer.id)) === "second") {
      return failure(signProblems.ratedSecond());
    }
    const reviewed = await reviewSession({ database, folders, pool }, targetId);
    if (!reviewed.ok) return reviewed;
    const wish = { signer, ...body, nowMs: nowMs() };
    const signed = await signSession({ database, key }, reviewed.value, wish);
    if (!signed.ok) return signed;
    const line = { actorId: signer.id, departmentId: scope.departmentId, target: targetId };
    await writeAudit(database, { ...line, action: "session.signed" }, nowMs());
    return success({ recordId: signed.value.recordId });
  },
});

/** What the second assessor judges from: the case without a name and without the first rating. */
const recording = apiRoute("session.recording", {
  handle: ({ targetId }, { database }) => readRecording(database, targetId),
});

const ratings = apiRoute("session.ratings", {
  handle: async (call, { database }) =>
    success(await ratingState(database, call.targetId, signedIn(call))),
});

/** What the second assessor judges line by line: the checklist without any finding. */
const rubric = apiRoute("session.rubric", {
  handle: (call, { database, folders, pool }) =>
    secondRubric({ database, folders, pool }, call.targetId, signedIn(call)),
});

const rate = apiRoute("session.rate", {
  body: z.strictObject({ rating: ratingSchema }),
  handle: (call, { database, folders, pool, nowMs }) => {
    const { targetId: sessionId, body } = call;
    const wish = { sessionId, rater: signedIn(call), rating: body.rating, nowMs: nowMs() };
    return rateSecond({ database, folders, pool }, wish);
  },
});

const notSigned: Problem = {
  code: "record.none",
  place: "the session",
  sentence: "This session has not been signed, so there is no record of it.",
  remedy: "Ask its supervisor to review and sign it.",
};

const record = apiRoute("session.record", {
  async handle(call, { database, nowMs }) {
    const { targetId } = call;
    const row = await database
      .selectFrom("signed_record")
      .select("record_json")
      .where("id", "=", targetId)
      .executeTakeFirst();
    if (row === undefined) return failure(notSigned);
    await noteSeen(database, signedIn(call).id, { sessionIds: [targetId], nowMs: nowMs() });
    return success(JSON.parse(row.record_json));
  },
});

const publicKey = apiRoute("signing.key", {
  handle: async (_call, { key }) =>
    success({ algorithm: "Ed25519", publicKeyHex: key.publicKeyHex }),
});

export const SIGN_ROUTES: readonly ApiRoute[] = [
  review,
  sign,
  recording,
  ratings,
  rubric,
  rate,
  record,
  publicKey,
];
