/** Links that make an account or a new password: made by those above, used without signing in. */
import { z } from "zod";
import { failure, success } from "../../../kernel/result.ts";
import { accessProblems } from "../../access/accessRule.ts";
import { writeAudit } from "../../accounts/auditLog.ts";
import { acceptInvitation, createInvitation, readInvitation } from "../../accounts/invitations.ts";
import type { Role } from "../../database/accountTables.ts";
import { departmentRole, email, password, personName, secret } from "../fields.ts";
import { type ApiRoute, apiRoute, signedIn } from "../route.ts";
import { signInCaller } from "./meRoutes.ts";

/** Nobody makes an account that may do more than the own one. */
const MAY_INVITE: Readonly<Record<Role, readonly Role[]>> = {
  trainee: [],
  supervisor: ["trainee"],
  head: ["trainee", "supervisor", "head"],
  administrator: ["trainee", "supervisor", "head", "administrator"],
};

const LINKS_PER_MINUTE_MAX = 30;

const read = apiRoute("invitation.read", {
  body: z.strictObject({ secret }),
  perMinute: { max: LINKS_PER_MINUTE_MAX },
  handle: ({ body }, { database, nowMs }) => readInvitation(database, body.secret, nowMs()),
});

const accept = apiRoute("invitation.accept", {
  body: z.strictObject({ secret, name: personName, email, password }),
  perMinute: { max: LINKS_PER_MINUTE_MAX },
  async handle(call, services) {
    const { database, nowMs } = services;
    const { secret: given, ...person } = call.body;
    const made = await acceptInvitation(database, given, { person, nowMs: nowMs() });
    if (!made.ok) return made;
    const { id, departmentId, role } = made.value;
    const line = { actorId: id, departmentId, target: id, detail: { role } };
    await writeAudit(database, { ...line, action: "account.created" }, nowMs());
    await signInCaller(made.value, call, services);
    return success({ id });
  },
});

const invite = apiRoute("department.invite", {
  body: z.strictObject({ role: departmentRole }),
  async handle(call, { database, nowMs }) {
    const { id, role: ownRole } = signedIn(call);
    const { role } = call.body;
    if (!MAY_INVITE[ownRole].includes(role)) return failure(accessProblems.role());
    const departmentId = call.targetId;
    const wish = { kind: "invite", role, departmentId, createdBy: id } as const;
    const made = await createInvitation(database, wish, nowMs());
    const line = { actorId: id, departmentId, target: "", detail: { role } };
    await writeAudit(database, { ...line, action: "invitation.created" }, nowMs());
    return success({ secret: made });
  },
});

const inviteAdministrator = apiRoute("administrator.invite", {
  async handle(call, { database, nowMs }) {
    const { id } = signedIn(call);
    const role = "administrator";
    const wish = { kind: "invite", role, departmentId: null, createdBy: id } as const;
    const made = await createInvitation(database, wish, nowMs());
    const line = { actorId: id, departmentId: null, target: "", detail: { role } };
    await writeAudit(database, { ...line, action: "invitation.created" }, nowMs());
    return success({ secret: made });
  },
});

export const INVITATION_ROUTES: readonly ApiRoute[] = [read, accept, invite, inviteAdministrator];
