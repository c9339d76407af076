/** Whether a frozen record is what this server signed, in a sentence for whoever looks at a result. */
import { z } from "zod";
import { sha256Hex } from "../../cli/sha256.ts";
import { canonicalJson } from "../../kernel/canonicalJson.ts";
import { SIGNED_RECORD_FORMAT } from "../../session/contract/signedRecord.ts";
import { parseSignedRecord } from "../../session/signedRecord.ts";
import type { Database } from "../database/openDatabase.ts";
import { signatureFits } from "../signing/ed25519.ts";
import { findKey, isDemonstrationKey, isSignedBy } from "./keys.ts";

export interface CheckedRecord {
  /** Whether it counts as evidence of what it says. */
  readonly isEvidence: boolean;
  readonly sentence: string;
}

const formatSchema = z.looseObject({ format: z.literal(SIGNED_RECORD_FORMAT) });
const demonstrationSchema = z.looseObject({ keyId: z.string(), signature: z.string() });

const isJsonOf = (schema: z.ZodType, json: string): boolean => {
  try {
    return schema.safeParse(JSON.parse(json)).success;
  } catch {
    return false;
  }
};

async function checkDemonstration(database: Database, json: string): Promise<CheckedRecord> {
  const { keyId, signature, ...body } = demonstrationSchema.parse(JSON.parse(json));
  const key = await findKey(database, "demonstration");
  const bytes = new TextEncoder().encode(canonicalJson(body));
  const isWhole =
    key !== undefined && key.id === keyId && isSignedBy(key.publicPem, bytes, signature);
  if (!isWhole || !isDemonstrationKey(keyId)) {
    return { isEvidence: false, sentence: "The signature does not hold." };
  }
  const sentence = "Unchanged, but signed by a demonstration key: no evidence.";
  return { isEvidence: false, sentence };
}

/** Checks every digest, the recording's own chain, and the signature against the server's key. */
export async function checkFrozenRecord(
  database: Database,
  json: string,
  publicKeyHex: string,
): Promise<CheckedRecord> {
  if (isJsonOf(formatSchema, json)) {
    const checks = { sha256Hex, signatureFits, trustedKeyHex: publicKeyHex };
    const parsed = parseSignedRecord(json, checks);
    return parsed.ok
      ? { isEvidence: true, sentence: "The signature holds: this is what was signed." }
      : { isEvidence: false, sentence: parsed.problems[0].sentence };
  }
  if (isJsonOf(demonstrationSchema, json)) return checkDemonstration(database, json);
  return { isEvidence: false, sentence: "This record carries no signature." };
}
