/** Reads a whole database as a stranger would: every session's log in one piece, every signature fitting. */
import { firstBrokenLink, genesisHex } from "../../session/chain.ts";
import { parseSignedRecord } from "../../session/signedRecord.ts";
import type { Database } from "../database/openDatabase.ts";
import { sha256Hex } from "../rooms/roomSource.ts";
import { readLog } from "../rooms/roomStore.ts";
import { signatureFits } from "../signing/ed25519.ts";

export interface KeptCheck {
  readonly sessionCount: number;
  readonly entryCount: number;
  readonly recordCount: number;
  /** What is not as it was kept; empty when all is. */
  readonly findings: readonly string[];
}

async function checkSession(database: Database, sessionId: string) {
  const { engine_hash, case_setup_json } = await database
    .selectFrom("session")
    .select(["engine_hash", "case_setup_json"])
    .where("id", "=", sessionId)
    .executeTakeFirstOrThrow();
  const { entries } = await readLog(database, sessionId);
  const genesis = genesisHex(engine_hash, JSON.parse(case_setup_json), sha256Hex);
  const broken = firstBrokenLink(genesis, entries, sha256Hex);
  const finding = broken && `session ${sessionId}: the log is broken at entry ${broken.sequence}`;
  return { entryCount: entries.length, finding };
}

async function checkRecord(database: Database, id: string): Promise<string | undefined> {
  const { record_json } = await database
    .selectFrom("signed_record")
    .select("record_json")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const checks = { sha256Hex, signatureFits, trustedKeyHex: undefined };
  const parsed = parseSignedRecord(record_json, checks);
  return parsed.ok ? undefined : `record ${id}: ${parsed.problems[0].sentence}`;
}

export async function checkKept(database: Database): Promise<KeptCheck> {
  const sessions = await database.selectFrom("session").select("id").orderBy("id").execute();
  const records = await database.selectFrom("signed_record").select("id").orderBy("id").execute();
  const findings: string[] = [];
  let entryCount = 0;
  for (const { id } of sessions) {
    const checked = await checkSession(database, id);
    entryCount += checked.entryCount;
    if (checked.finding !== undefined) findings.push(checked.finding);
  }
  for (const { id } of records) {
    const finding = await checkRecord(database, id);
    if (finding !== undefined) findings.push(finding);
  }
  return { sessionCount: sessions.length, entryCount, recordCount: records.length, findings };
}
