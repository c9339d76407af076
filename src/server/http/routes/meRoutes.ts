/** Signing in and out, and what a person may do to the own account. */
import { z } from "zod";
import { failure, type Problem, success } from "../../../kernel/result.ts";
import type { Account } from "../../accounts/account.ts";
import { writeAudit } from "../../accounts/auditLog.ts";
import { findDepartment } from "../../accounts/departments.ts";
import { setPassword } from "../../accounts/invitations.ts";
import { hashPassword, passwordProblem } from "../../accounts/passwords.ts";
import {
  accountFor,
  countSignIns,
  endAllSignIns,
  endSignIn,
  startSignIn,
} from "../../accounts/signIns.ts";
import { clearSignInCookie, readSignInCookie, setSignInCookie } from "../cookie.ts";
import { email, password } from "../fields.ts";
import { type ApiRoute, apiRoute, type Call, signedIn } from "../route.ts";
import type { Services } from "../services.ts";

const SIGN_INS_PER_MINUTE_MAX = 20;

const wrongWords: Problem = {
  code: "signIn.refused",
  place: "password",
  sentence: "E-mail address and password do not belong together.",
  remedy: "Try again, or ask the head of your department for a link to set a new password.",
};

/** Signs the caller's browser in and tells who that is. */
export async function signInCaller(
  account: Pick<Account, "id" | "departmentId">,
  { request, reply }: Call<unknown>,
  { database, nowMs }: Services,
): Promise<void> {
  const old = readSignInCookie(request);
  if (old !== undefined) await endSignIn(database, old);
  setSignInCookie(request, reply, await startSignIn(database, account.id, nowMs()));
  const line = { actorId: account.id, departmentId: account.departmentId } as const;
  await writeAudit(database, { ...line, action: "account.signedIn", target: account.id }, nowMs());
}

const me = apiRoute("me.read", {
  async handle({ account }, { database, nowMs }) {
    if (account === undefined) return success({ account: null });
    const { departmentId } = account;
    const department = departmentId === null ? null : await findDepartment(database, departmentId);
    const signInCount = await countSignIns(database, account.id, nowMs());
    return success({ account, department, signInCount });
  },
});

const signIn = apiRoute("me.signIn", {
  body: z.strictObject({ email, password }),
  perMinute: { max: SIGN_INS_PER_MINUTE_MAX, byField: "email" },
  async handle(call, services) {
    const { database, nowMs } = services;
    const account = await accountFor(database, call.body.email, call.body.password);
    if (account === undefined) {
      const line = { actorId: null, departmentId: null, target: "" } as const;
      await writeAudit(database, { ...line, action: "account.signInRefused" }, nowMs());
      return failure(wrongWords);
    }
    await signInCaller(account, call, services);
    return success({ account });
  },
});

const signOut = apiRoute("me.signOut", {
  async handle({ account, request, reply }, { database, nowMs }) {
    const secret = readSignInCookie(request);
    if (secret !== undefined) await endSignIn(database, secret);
    clearSignInCookie(request, reply);
    if (account !== undefined) {
      const { id, departmentId } = account;
      const line = { actorId: id, departmentId, target: id } as const;
      await writeAudit(database, { ...line, action: "account.signedOut" }, nowMs());
    }
    return success(undefined);
  },
});

const signOutEverywhere = apiRoute("me.signOutEverywhere", {
  async handle(call, { database }) {
    await endAllSignIns(database, signedIn(call).id, readSignInCookie(call.request));
    return success(undefined);
  },
});

const changePassword = apiRoute("me.password", {
  body: z.strictObject({ oldPassword: password, newPassword: password }),
  perMinute: { max: SIGN_INS_PER_MINUTE_MAX },
  async handle(call, services) {
    const { database, nowMs } = services;
    const account = signedIn(call);
    const { oldPassword, newPassword } = call.body;
    const problem = passwordProblem(newPassword, account.email);
    if (problem !== undefined) return failure(problem);
    if ((await accountFor(database, account.email, oldPassword)) === undefined) {
      return failure({ ...wrongWords, sentence: "The old password is not right." });
    }
    await setPassword(database, account.id, await hashPassword(newPassword));
    await signInCaller(account, call, services);
    const { id, departmentId } = account;
    const line = { actorId: id, departmentId, target: id } as const;
    await writeAudit(database, { ...line, action: "account.passwordChanged" }, nowMs());
    return success(undefined);
  },
});

export const ME_ROUTES: readonly ApiRoute[] = [
  me,
  signIn,
  signOut,
  signOutEverywhere,
  changePassword,
];
