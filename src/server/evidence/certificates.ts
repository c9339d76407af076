/**
 * A certificate says how one person stood with the rules on one day, signed. Its address is public for
 * whoever has it; the page behind it shows what was signed and whether it still is.
 */
import { strToU8 } from "fflate";
import { z } from "zod";
import { canonicalJson } from "../../kernel/canonicalJson.ts";
import { type Day, isoOf } from "../../records/civilDate.ts";
import { STATE_WORDS } from "../../records/standingText.ts";
import { NOTICE } from "../../session/contract/notice.ts";
import { newSecret } from "../database/ids.ts";
import type { Database } from "../database/openDatabase.ts";
import type { StaffMember } from "../department/staff.ts";
import { isDemonstrationKey, isSignedBy, keyFor, signWith } from "./keys.ts";
import { buildPack, NO_CREDIT } from "./pack.ts";

const bodySchema = z.strictObject({
  formatVersion: z.literal(1),
  notice: z.string(),
  noCredit: z.string(),
  department: z.string(),
  headOfService: z.string(),
  name: z.string(),
  day: z.iso.date(),
  standings: z.array(
    z.strictObject({ rule: z.string(), state: z.string(), lastDay: z.iso.date().nullable() }),
  ),
});
export type CertificateBody = z.infer<typeof bodySchema>;

export interface ReadCertificate {
  readonly body: CertificateBody;
  readonly keyId: string;
  readonly publicPem: string;
  readonly signature: string;
  readonly isSigned: boolean;
  readonly isRevoked: boolean;
  readonly isDemonstration: boolean;
}

/** Issues a certificate of today; its id is the secret of its address. */
export async function issueCertificate(
  database: Database,
  member: StaffMember,
  today: Day,
  nowMs: number,
): Promise<string> {
  const pack = await buildPack(database, { member, from: today, to: today, today });
  const body: CertificateBody = {
    formatVersion: 1,
    notice: NOTICE,
    noCredit: NO_CREDIT,
    department: pack.department,
    headOfService: pack.headOfService,
    name: pack.person.name,
    day: isoOf(today),
    standings: pack.statuses
      .filter(({ state }) => state !== "notRequired")
      .map(({ ruleId, state, endsOn }) => ({
        rule: pack.rules.find(({ id }) => id === ruleId)?.title ?? ruleId,
        state: STATE_WORDS[state],
        lastDay: endsOn === null ? null : isoOf(endsOn),
      })),
  };
  const key = await keyFor(database, pack.isDemonstration ? "demonstration" : "evidence", nowMs);
  const id = newSecret();
  const json = canonicalJson(body);
  await database
    .insertInto("certificate")
    .values({
      id,
      department_id: member.departmentId,
      staff_id: member.id,
      body_json: json,
      signature: signWith(key, strToU8(json)),
      key_id: key.id,
      issued_ms: nowMs,
      revoked_ms: null,
    })
    .execute();
  return id;
}

export async function readCertificate(
  database: Database,
  id: string,
): Promise<ReadCertificate | undefined> {
  const row = await database
    .selectFrom("certificate")
    .innerJoin("evidence_key", "evidence_key.id", "certificate.key_id")
    .innerJoin("staff", "staff.id", "certificate.staff_id")
    .select(["body_json", "signature", "key_id", "revoked_ms", "public_pem", "erased_ms"])
    .where("certificate.id", "=", id)
    .executeTakeFirst();
  // Who was erased has no public page any more, whoever kept its address.
  if (row === undefined || row.erased_ms !== null) return undefined;
  return {
    body: bodySchema.parse(JSON.parse(row.body_json)),
    keyId: row.key_id,
    publicPem: row.public_pem,
    signature: row.signature,
    isSigned: isSignedBy(row.public_pem, strToU8(row.body_json), row.signature),
    isRevoked: row.revoked_ms !== null,
    isDemonstration: isDemonstrationKey(row.key_id),
  };
}

/** A certificate in the list of a person's. */
export interface ListedCertificate {
  readonly id: string;
  /** The day it speaks of. */
  readonly day: string;
  readonly isRevoked: boolean;
}

/** The certificates of a person, newest first. */
export async function listCertificates(
  database: Database,
  staffId: string,
): Promise<readonly ListedCertificate[]> {
  const rows = await database
    .selectFrom("certificate")
    .select(["id", "body_json", "revoked_ms"])
    .where("staff_id", "=", staffId)
    .orderBy("issued_ms", "desc")
    .execute();
  return rows.map(({ id, body_json, revoked_ms }) => ({
    id,
    day: bodySchema.parse(JSON.parse(body_json)).day,
    isRevoked: revoked_ms !== null,
  }));
}

/** Withdraws a certificate for good; its public page says so from then on. */
export async function revokeCertificate(
  database: Database,
  id: string,
  nowMs: number,
): Promise<void> {
  await database
    .updateTable("certificate")
    .set({ revoked_ms: nowMs })
    .where("id", "=", id)
    .where("revoked_ms", "is", null)
    .execute();
}

/** Whose a certificate is. */
export async function findCertificateOwner(database: Database, id: string) {
  const row = await database
    .selectFrom("certificate")
    .innerJoin("staff", "staff.id", "certificate.staff_id")
    .select(["staff.department_id", "staff.account_id"])
    .where("certificate.id", "=", id)
    .executeTakeFirst();
  return row && { departmentId: row.department_id, accountId: row.account_id };
}
