/**
 * Signed-in browsers. The cookie holds a secret, the database its hash, so a copy of the database
 * opens no session; deleting the row signs out at once, wherever the browser is.
 */

import { hashSecret, newSecret } from "../database/ids.ts";
import type { Database } from "../database/openDatabase.ts";
import { ACCOUNT_COLUMNS, type Account, accountOf } from "./account.ts";
import { passwordFits } from "./passwords.ts";

const HOUR_MS = 3_600_000;
/** A day's work; after it the password is asked for again (ASVS 5.0 7.3.2). */
export const SIGN_IN_MS = 12 * HOUR_MS;
/** Unused for so long, it ends earlier (ASVS 5.0 7.3.1). */
const IDLE_MS = 2 * HOUR_MS;
/** How often use is noted: every request would be a write. */
const NOTE_EVERY_MS = 60_000;

/** The account these words open, or undefined; a closed account is as unknown as none. */
export async function accountFor(
  database: Database,
  email: string,
  password: string,
): Promise<Account | undefined> {
  const row = await database
    .selectFrom("account")
    .select([...ACCOUNT_COLUMNS, "password_hash"])
    .where("email", "=", email)
    .executeTakeFirst();
  const fits = await passwordFits(row?.password_hash ?? null, password);
  return fits && row !== undefined && row.closed_ms === null ? accountOf(row) : undefined;
}

/** Signs an account in and gives the secret for the cookie; kept nowhere else. */
export async function startSignIn(
  database: Database,
  accountId: string,
  nowMs: number,
): Promise<string> {
  const secret = newSecret();
  await database.deleteFrom("sign_in").where("expires_ms", "<=", nowMs).execute();
  await database
    .insertInto("sign_in")
    .values({
      token_hash: hashSecret(secret),
      account_id: accountId,
      created_ms: nowMs,
      last_seen_ms: nowMs,
      expires_ms: nowMs + SIGN_IN_MS,
    })
    .execute();
  return secret;
}

/** The account behind a cookie's secret, while it lasts. */
export async function signedInAccount(
  database: Database,
  secret: string,
  nowMs: number,
): Promise<Account | undefined> {
  const tokenHash = hashSecret(secret);
  const row = await database
    .selectFrom("sign_in")
    .innerJoin("account", "account.id", "sign_in.account_id")
    .select([...ACCOUNT_COLUMNS, "sign_in.last_seen_ms"])
    .where("sign_in.token_hash", "=", tokenHash)
    .where("sign_in.expires_ms", ">", nowMs)
    .where("sign_in.last_seen_ms", ">", nowMs - IDLE_MS)
    .where("account.closed_ms", "is", null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (nowMs - row.last_seen_ms > NOTE_EVERY_MS) {
    await database
      .updateTable("sign_in")
      .set({ last_seen_ms: nowMs })
      .where("token_hash", "=", tokenHash)
      .execute();
  }
  return accountOf(row);
}

export async function endSignIn(database: Database, secret: string): Promise<void> {
  await database.deleteFrom("sign_in").where("token_hash", "=", hashSecret(secret)).execute();
}

/** Signs an account out everywhere, except where `keptSecret` says. */
export async function endAllSignIns(
  database: Database,
  accountId: string,
  keptSecret?: string,
): Promise<void> {
  let query = database.deleteFrom("sign_in").where("account_id", "=", accountId);
  if (keptSecret !== undefined) query = query.where("token_hash", "!=", hashSecret(keptSecret));
  await query.execute();
}

/** How many browsers an account is signed in with. */
export async function countSignIns(
  database: Database,
  accountId: string,
  nowMs: number,
): Promise<number> {
  const { count } = await database
    .selectFrom("sign_in")
    .select((build) => build.fn.countAll().as("count"))
    .where("account_id", "=", accountId)
    .where("expires_ms", ">", nowMs)
    .executeTakeFirstOrThrow();
  return Number(count);
}
