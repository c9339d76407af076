/** A session that has ended, with an engine small enough to run it again, and what somebody judges of it. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { Database } from "../../src/server/database/openDatabase.ts";
import { chainEntryHex, genesisHex } from "../../src/session/chain.ts";
import type { Rating } from "../../src/session/contract/signedRecord.ts";
import { type Bench, type Staff, staffDepartment, startBench } from "./apiBench.ts";

/** What this engine finds: a must done late, a must that was not needed, and a harm that did not happen. */
const FOUND_MARKS = [
  { id: "T1.01", class: "must", critical: true, title: "Clamp the line", targetS: 30 },
  { id: "T1.02", class: "must", critical: false, title: "Call for help", targetS: 20 },
  { id: "T1.03", class: "should", critical: false, title: "Keep the pressure up", targetS: null },
  { id: "T1.N1", class: "mustNot", critical: true, title: "Pump air", targetS: null },
].map((line, index) => ({
  ...line,
  why: "The patient.",
  state: ["late", "clean", "inTime", "clean"][index],
  doneAtS: index === 0 ? 41.7 : null,
  failS: null,
  points: index === 0 ? 1.25 : 0,
  pointsMax: index === 0 ? 3 : 0,
  evidence: [{ tick: 77, sentence: "Found by the machine." }],
}));

/** An engine in one module: its state is the number of ticks, its score the number of acts. */
const ENGINE = `export function createCase() {
  let tick = 0, acts = 0;
  return { ok: true, value: {
    briefing: {}, tick: () => tick, ended: () => false,
    step(entries) { tick++; acts += entries.length; return []; },
    readings() {}, hashHex: () => (tick * 1000 + acts).toString(16).padStart(16, "0"),
    snapshot: () => Uint8Array.of(tick, acts), restore() {},
    report: () => ({ mode: "exam", variant: "a", outcome: "met", pointsFraction: acts / 10,
      marks: ${JSON.stringify(FOUND_MARKS)} }),
  } };
}
`;
export const sha256Hex = (text: string) => createHash("sha256").update(text).digest("hex");
const ENDED_MS = Date.UTC(2026, 10, 26, 18, 50);
const ENGINE_HASH = sha256Hex(ENGINE).slice(0, 16);
export const RATING: Rating = {
  outcome: "met",
  globalScore: 4,
  entrustmentScore: 3,
  manner: {
    situationAwareness: [3, 3, 3, 3],
    decisionMaking: [3, 3, 3, 3],
    taskManagement: [3, 3, 3, 3],
    teamwork: [null, null, null, null],
  },
  comment: "",
};

/** Lets a bench's server run these sessions again. */
function addCountingEngine({ folder }: Bench): void {
  fs.writeFileSync(path.join(folder, `engine-${ENGINE_HASH}.mjs`), ENGINE);
}

/** A server with one department whose ended sessions it can run again. */
export async function startSessionBench(
  database: Database,
  name: string,
): Promise<{ readonly bench: Bench; readonly staff: Staff }> {
  const bench = await startBench(database);
  addCountingEngine(bench);
  return { bench, staff: await staffDepartment(bench, await bench.administrator(), name) };
}

/** A session that ended after two seconds with one act; its checkpoints may be made wrong. */
export async function addEnded(
  { database }: Bench,
  staff: Staff,
  name: string,
  hashOf = (tick: number) => tick * 1000 + 1,
): Promise<string> {
  const id = `session-${name}`;
  await database
    .insertInto("session")
    .values({
      id,
      department_id: staff.departmentId,
      created_by: staff.people.supervisor.id,
      join_code: null,
      title: "Arterial pump failure",
      scenario_id: "a1-pump-failure",
      mode: "exam",
      engine_hash: ENGINE_HASH,
      case_setup_json: "{}",
      withheld_json: null,
      state: "ended",
      trainee_account_id: staff.people.trainee.id,
      writer_device: null,
      created_ms: 1,
      started_ms: 2,
      ended_ms: ENDED_MS,
    })
    .execute();
  const entry = {
    sequence: 1,
    tick: 10,
    actor: "trainee",
    action: { type: "alarm.acknowledge" },
  } as const;
  const genesis = genesisHex(ENGINE_HASH, {}, sha256Hex);
  const chain_hex = chainEntryHex(genesis, entry, sha256Hex);
  const kept = { session_id: id, received_ms: 5 };
  await database
    .insertInto("case_entry")
    .values({ ...kept, sequence: 1, tick: 10, entry_json: JSON.stringify(entry), chain_hex })
    .execute();
  const checkpoints = [50, 100].map((tick) => ({
    ...kept,
    tick,
    hash_hex: hashOf(tick).toString(16).padStart(16, "0"),
    head_hex: chain_hex,
  }));
  await database.insertInto("case_checkpoint").values(checkpoints).execute();
  return id;
}
