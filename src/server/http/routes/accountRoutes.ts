/** What a head does to the accounts of the department: name, role, closing, a link for a password. */
import { z } from "zod";
import { failure, type Problem, success } from "../../../kernel/result.ts";
import { findAccount } from "../../accounts/account.ts";
import { writeAudit } from "../../accounts/auditLog.ts";
import { createInvitation } from "../../accounts/invitations.ts";
import { endAllSignIns } from "../../accounts/signIns.ts";
import { departmentRole, personName } from "../fields.ts";
import { type ApiRoute, apiRoute, signedIn } from "../route.ts";

/** So that a department or a server is never left without anybody who can open its doors. */
const notYourself: Problem = {
  code: "account.self",
  place: "the account",
  sentence: "You cannot change your own role or close your own account.",
  remedy: "Ask another head or the administrator.",
};

const read = apiRoute("account.read", {
  handle: async ({ targetId }, { database }) =>
    success({ account: await findAccount(database, targetId) }),
});

const change = apiRoute("account.change", {
  body: z.strictObject({ name: personName.optional(), role: departmentRole.optional() }),
  async handle(call, { database, nowMs }) {
    const { body, targetId, scope } = call;
    const { id: actorId } = signedIn(call);
    const isRoleChange = body.role !== undefined;
    if (isRoleChange && (actorId === targetId || scope.departmentId === null)) {
      return failure(notYourself);
    }
    await database
      .updateTable("account")
      .set({
        ...(body.name !== undefined && { name: body.name }),
        ...(body.role !== undefined && { role: body.role }),
      })
      .where("id", "=", targetId)
      .execute();
    const detail = isRoleChange ? { role: body.role as string } : {};
    const line = { actorId, departmentId: scope.departmentId, target: targetId, detail };
    await writeAudit(database, { ...line, action: "account.changed" }, nowMs());
    return success(undefined);
  },
});

const close = apiRoute("account.close", {
  async handle(call, { database, nowMs }) {
    const { targetId, scope } = call;
    const { id: actorId } = signedIn(call);
    if (actorId === targetId) return failure(notYourself);
    await database
      .updateTable("account")
      .set({ closed_ms: nowMs() })
      .where("id", "=", targetId)
      .execute();
    await endAllSignIns(database, targetId);
    const line = { actorId, departmentId: scope.departmentId, target: targetId };
    await writeAudit(database, { ...line, action: "account.closed" }, nowMs());
    return success(undefined);
  },
});

const passwordLink = apiRoute("account.passwordLink", {
  async handle(call, { database, nowMs }) {
    const { targetId, scope } = call;
    const account = await findAccount(database, targetId);
    if (account === undefined) throw new Error("The account left while its link was made.");
    const wish = {
      kind: "reset",
      role: account.role,
      departmentId: scope.departmentId,
      accountId: targetId,
      createdBy: signedIn(call).id,
    } as const;
    const secret = await createInvitation(database, wish, nowMs());
    const line = { actorId: wish.createdBy, departmentId: scope.departmentId, target: targetId };
    await writeAudit(database, { ...line, action: "invitation.created" }, nowMs());
    return success({ secret });
  },
});

export const ACCOUNT_ROUTES: readonly ApiRoute[] = [read, change, close, passwordLink];
