/** Making, listing and joining supervised sessions. */
import { z } from "zod";
import { failure, success } from "../../../kernel/result.ts";
import { sentLimitsSchema } from "../../../scenario/limitProfile.ts";
import { accessProblems } from "../../access/accessRule.ts";
import { originForOthers } from "../../localNetwork.ts";
import { listSessions } from "../../rooms/sessionLists.ts";
import { addParticipant, createSession, joinSession, openSession } from "../../rooms/sessions.ts";
import { personName, secret } from "../fields.ts";
import { type ApiRoute, apiRoute, signedIn } from "../route.ts";

const SEED_MAX = 4_294_967_295;
const NAME_LENGTH_MAX = 100;
/** Trying codes one after the other is no way in. */
const JOINS_PER_MINUTE_MAX = 20;

const list = apiRoute("session.list", {
  handle: async ({ targetId }, { database }) =>
    success({ sessions: await listSessions(database, targetId) }),
});

const create = apiRoute("session.create", {
  body: z.strictObject({
    scenarioId: z.string().max(NAME_LENGTH_MAX),
    variant: z.string().max(NAME_LENGTH_MAX),
    seed: z.number().int().min(0).max(SEED_MAX),
    mode: z.enum(["practice", "exam"]),
    limits: sentLimitsSchema.optional(),
  }),
  async handle(call, { database, folders, nowMs }) {
    const supervisor = signedIn(call);
    const departmentId = call.targetId;
    const parts = { database, folders, departmentId, supervisor, nowMs: nowMs() };
    return createSession(parts, call.body);
  },
});

const supervise = apiRoute("session.supervise", {
  async handle(call, { database, nowMs }) {
    const account = signedIn(call);
    const joining = { role: "supervisor", name: account.name, account, nowMs: nowMs() } as const;
    return success(await addParticipant(database, call.targetId, joining));
  },
});

const join = apiRoute("session.join", {
  body: z.strictObject({
    joinCode: z.string().max(NAME_LENGTH_MAX).trim().toUpperCase(),
    name: personName,
    role: z.enum(["trainee", "observer"]),
  }),
  perMinute: { max: JOINS_PER_MINUTE_MAX },
  handle({ account, body }, { database, nowMs }) {
    const name = account?.name ?? body.name;
    return joinSession(database, body.joinCode, { role: body.role, name, account, nowMs: nowMs() });
  },
});

const open = apiRoute("session.open", {
  body: z.strictObject({ token: secret }),
  async handle({ body, request }, { database, isOnLan }) {
    const opening = await openSession(database, body.token);
    if (opening === undefined) return failure(accessProblems.notFound());
    const isForOthers = opening.joinCode !== null;
    const joinOrigin = isForOthers ? originForOthers(request, isOnLan) : null;
    return success({ ...opening, joinOrigin });
  },
});

export const SESSION_ROUTES: readonly ApiRoute[] = [list, create, supervise, join, open];
