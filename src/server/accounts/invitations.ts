/**
 * Links that work once: the first administrator's, a new person's, and the one for a new password.
 * The link holds a secret and the database its hash, as with sign-ins.
 */
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";
import type { InvitationKind, Role } from "../database/accountTables.ts";
import { isDuplicate } from "../database/duplicate.ts";
import { hashSecret, newId, newSecret } from "../database/ids.ts";
import type { Database } from "../database/openDatabase.ts";
import type { Account } from "./account.ts";
import { hashPassword, passwordProblem } from "./passwords.ts";
import { endAllSignIns } from "./signIns.ts";

const DAY_MS = 86_400_000;
const LASTS_MS: Readonly<Record<InvitationKind, number>> = {
  first: DAY_MS,
  invite: 7 * DAY_MS,
  reset: DAY_MS,
};

export interface InvitationWish {
  readonly kind: InvitationKind;
  readonly role: Role;
  readonly departmentId: string | null;
  readonly accountId?: string;
  readonly createdBy: string | null;
}

export interface Invitation {
  readonly kind: InvitationKind;
  readonly role: Role;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly accountId: string | null;
  /** The e-mail of the account whose password is set anew. */
  readonly email: string | null;
}

const usedUp: Problem = {
  code: "invitation.unknown",
  place: "the link",
  sentence: "This link is not valid: it was used, it is too old, or it was not copied whole.",
  remedy: "Ask whoever sent it for a new one.",
};

/** Makes a link's secret. */
export async function createInvitation(
  database: Database,
  wish: InvitationWish,
  nowMs: number,
): Promise<string> {
  const secret = newSecret();
  await database
    .insertInto("invitation")
    .values({
      token_hash: hashSecret(secret),
      kind: wish.kind,
      role: wish.role,
      department_id: wish.departmentId,
      account_id: wish.accountId ?? null,
      created_by: wish.createdBy,
      created_ms: nowMs,
      expires_ms: nowMs + LASTS_MS[wish.kind],
      used_ms: null,
    })
    .execute();
  return secret;
}

/** The first administrator's link, when nobody has an account yet; earlier ones end. */
export async function createFirstInvitation(
  database: Database,
  nowMs: number,
): Promise<string | undefined> {
  const anyone = await database.selectFrom("account").select("id").limit(1).executeTakeFirst();
  if (anyone !== undefined) return undefined;
  await database.deleteFrom("invitation").where("kind", "=", "first").execute();
  const wish = { kind: "first", role: "administrator", departmentId: null } as const;
  return createInvitation(database, { ...wish, createdBy: null }, nowMs);
}

/** What a link is for, while it can be used. */
export async function readInvitation(
  database: Database,
  secret: string,
  nowMs: number,
): Promise<Result<Invitation>> {
  const row = await database
    .selectFrom("invitation")
    .leftJoin("department", "department.id", "invitation.department_id")
    .leftJoin("account", "account.id", "invitation.account_id")
    .select(["invitation.kind", "invitation.role", "invitation.department_id"])
    .select(["invitation.account_id", "department.name as department_name", "account.email"])
    .where("invitation.token_hash", "=", hashSecret(secret))
    .where("invitation.used_ms", "is", null)
    .where("invitation.expires_ms", ">", nowMs)
    .executeTakeFirst();
  if (row === undefined) return failure(usedUp);
  return success({
    kind: row.kind,
    role: row.role,
    departmentId: row.department_id,
    departmentName: row.department_name,
    accountId: row.account_id,
    email: row.email,
  });
}

export interface NewPerson {
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  readonly password: string;
}

/** Uses the link up and makes the account, or sets the password of the one it was made for. */
export async function acceptInvitation(
  database: Database,
  secret: string,
  { person, nowMs }: { readonly person: NewPerson; readonly nowMs: number },
): Promise<Result<Pick<Account, "id" | "departmentId" | "role">>> {
  const found = await readInvitation(database, secret, nowMs);
  if (!found.ok) return found;
  const invitation = found.value;
  const problem = passwordProblem(person.password, invitation.email ?? person.email);
  if (problem !== undefined) return failure(problem);
  const passwordHash = await hashPassword(person.password);
  const { role, departmentId } = invitation;
  const id = invitation.accountId ?? newId();
  try {
    const isDone = await database.transaction().execute(async (work) => {
      if (!(await useUp(work, secret, nowMs))) return false;
      if (invitation.accountId !== null) await setPassword(work, id, passwordHash);
      else {
        const { name, email } = person;
        const columns = { id, department_id: departmentId, role, name, email };
        await work
          .insertInto("account")
          .values({ ...columns, password_hash: passwordHash, created_ms: nowMs, closed_ms: null })
          .execute();
      }
      return true;
    });
    return isDone ? success({ id, departmentId, role }) : failure(usedUp);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return failure({
      code: "account.taken",
      place: "email",
      sentence: "There is an account with this e-mail address already.",
      remedy: "Sign in with it, or use another address.",
    });
  }
}

/** True for the one caller who uses the link first. */
async function useUp(work: Database, secret: string, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await work
    .updateTable("invitation")
    .set({ used_ms: nowMs })
    .where("token_hash", "=", hashSecret(secret))
    .where("used_ms", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A new password ends every sign-in that the old one made. */
export async function setPassword(
  database: Database,
  accountId: string,
  passwordHash: string,
): Promise<void> {
  await database
    .updateTable("account")
    .set({ password_hash: passwordHash })
    .where("id", "=", accountId)
    .execute();
  await endAllSignIns(database, accountId);
}
