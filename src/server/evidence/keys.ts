/**
 * The keys that sign what leaves a department: packs and certificates. A demonstration signs with a
 * key of its own, whose id says so, and whatever verifies refuses it as evidence.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from "node:crypto";
import type { Database } from "../database/openDatabase.ts";

export type KeyPurpose = "evidence" | "demonstration";

export interface EvidenceKey {
  /** Purpose and fingerprint of the public key: `evidence-1f0c…`. */
  readonly id: string;
  readonly purpose: KeyPurpose;
  readonly publicPem: string;
  readonly privatePem: string;
}

/** The id of a public key, from its bytes and nothing else. */
function idOf(purpose: KeyPurpose, publicPem: string): string {
  const bytes = createPublicKey(publicPem).export({ type: "spki", format: "der" });
  return `${purpose}-${createHash("sha256").update(bytes).digest("hex")}`;
}

/** Whether the id belongs to the key; a demonstration's key cannot pass as another. */
export const isKeyId = (id: string, publicPem: string): boolean =>
  id === idOf("evidence", publicPem) || id === idOf("demonstration", publicPem);

export const isDemonstrationKey = (id: string): boolean => id.startsWith("demonstration-");

export async function findKey(
  database: Database,
  purpose: KeyPurpose,
): Promise<EvidenceKey | undefined> {
  const row = await database
    .selectFrom("evidence_key")
    .selectAll()
    .where("purpose", "=", purpose)
    .orderBy("created_ms")
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, purpose, publicPem: row.public_pem, privatePem: row.private_pem };
}

/** The key of the purpose, made when it is asked for the first time. */
export async function keyFor(
  database: Database,
  purpose: KeyPurpose,
  nowMs: number,
): Promise<EvidenceKey> {
  const found = await findKey(database, purpose);
  if (found !== undefined) return found;
  const { publicKey, privateKey } = generateKeyPairSync("ed25519", {
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const row = {
    id: idOf(purpose, publicKey),
    purpose,
    public_pem: publicKey,
    private_pem: privateKey,
    created_ms: nowMs,
  };
  await database.insertInto("evidence_key").values(row).execute();
  // Two that came at once made two keys: the older one is the one everybody uses.
  return (await findKey(database, purpose)) as EvidenceKey;
}

/** The Ed25519 signature of the bytes, in base64. */
export const signWith = (key: EvidenceKey, bytes: Uint8Array): string =>
  sign(null, bytes, createPrivateKey(key.privatePem)).toString("base64");

export function isSignedBy(publicPem: string, bytes: Uint8Array, signature: string): boolean {
  try {
    return verify(null, bytes, createPublicKey(publicPem), Buffer.from(signature, "base64"));
  } catch {
    return false; // a key or signature that is none
  }
}
