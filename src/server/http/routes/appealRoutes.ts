/** A trainee's signed sessions, appeals against their results, and answers. */
import { z } from "zod";
import { success } from "../../../kernel/result.ts";
import { APPEAL_DECISIONS } from "../../database/sessionTables.ts";
import { listSignedSessions } from "../../rooms/sessionLists.ts";
import { answerAppeal, makeAppeal, readAppeals } from "../../signing/appeals.ts";
import { type ApiRoute, apiRoute, signedIn } from "../route.ts";

const WORDS_LENGTH_MAX = 2_000;
const words = z
  .string()
  .trim()
  .min(1, "Some words are needed.")
  .max(WORDS_LENGTH_MAX, `${WORDS_LENGTH_MAX} characters are the most.`);

const mine = apiRoute("session.mine", {
  handle: async (call, { database }) =>
    success({ sessions: await listSignedSessions(database, signedIn(call).id) }),
});

const read = apiRoute("appeal.list", {
  handle: async ({ targetId }, { database }) =>
    success({ appeals: await readAppeals(database, targetId) }),
});

const make = apiRoute("appeal.make", {
  body: z.strictObject({ reason: words }),
  handle: (call, { database, nowMs }) =>
    makeAppeal(database, {
      sessionId: call.targetId,
      trainee: signedIn(call),
      reason: call.body.reason,
      nowMs: nowMs(),
    }),
});

const answer = apiRoute("appeal.answer", {
  body: z.strictObject({ decision: z.enum(APPEAL_DECISIONS), words }),
  handle: (call, { database, folders, pool, nowMs }) =>
    answerAppeal(
      { database, folders, pool },
      { sessionId: call.targetId, answerer: signedIn(call), ...call.body, nowMs: nowMs() },
    ),
});

export const APPEAL_ROUTES: readonly ApiRoute[] = [mine, read, make, answer];
