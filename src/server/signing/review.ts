/**
 * An ended session on its way to a signed result: what arrived becomes a recording, the recording is
 * run again, and a person judges. The machine's score decides nothing alone.
 */
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";
import { type JournalLine, LATE_S_MAX } from "../../session/contract/live.ts";
import { NOTICE, RECORDING_FORMAT } from "../../session/contract/notice.ts";
import type { Recording } from "../../session/contract/recording.ts";
import type { Stretch } from "../../session/liveLog.ts";
import { CHECKPOINT_EVERY_TICKS } from "../../session/liveRun.ts";
import { recordingProblems } from "../../session/recordingProblems.ts";
import { sealRecording } from "../../session/seal.ts";
import type { Database } from "../database/openDatabase.ts";
import { findEngineFile } from "../rooms/catalogue.ts";
import { sha256Hex } from "../rooms/roomSource.ts";
import { type KeptLog, readLog, told } from "../rooms/roomStore.ts";
import type { ServerFolders } from "../staticFiles.ts";
import type { Rerun } from "./rerunJob.ts";
import type { RerunPool } from "./rerunPool.ts";

/** A clock that stood for longer than this without being asked to is for the signer to accept. */
const STOOD_MS = LATE_S_MAX * 1000;

export interface Reviewed extends Rerun {
  readonly recording: Recording;
  readonly journal: readonly JournalLine[];
  readonly unattested: readonly Stretch[];
  readonly withheld: Record<string, unknown> | null;
}

const notEnded: Problem = {
  code: "sign.notEnded",
  place: "the session",
  sentence: "Only a session that has ended can be signed, and only once.",
};

const notOver: Problem = {
  code: "recording.notOver",
  place: "the session",
  sentence: "This session has not ended yet.",
};

export interface ReviewParts {
  readonly database: Database;
  readonly folders: ServerFolders;
  readonly pool: RerunPool;
}

const findSession = (database: Database, sessionId: string) =>
  database.selectFrom("session").selectAll().where("id", "=", sessionId).executeTakeFirstOrThrow();

/** What arrived of a session, as a recording; nobody is named in it. */
function recordingFrom(
  session: Awaited<ReturnType<typeof findSession>>,
  { entries, checkpoints }: KeptLog,
): Recording {
  const endTick = checkpoints.length * CHECKPOINT_EVERY_TICKS;
  return sealRecording(
    {
      format: RECORDING_FORMAT,
      formatVersion: 1,
      notice: NOTICE,
      recordingId: session.id,
      engineHash: session.engine_hash,
      title: session.title,
      mode: session.mode,
      startedWallTimeMs: session.started_ms ?? session.created_ms,
      caseSetup: JSON.parse(session.case_setup_json) as Recording["caseSetup"],
      branch: null,
      endTick,
      isEnded: true,
      entries: entries.filter(({ tick }) => tick <= endTick),
      checkpoints: checkpoints.map(({ tick, hashHex }) => ({ tick, hashHex })),
      marks: [],
    },
    sha256Hex,
  );
}

/** The recording of a session that is over. */
export async function readRecording(
  database: Database,
  sessionId: string,
): Promise<Result<Recording>> {
  const session = await findSession(database, sessionId);
  if (session.state !== "ended" && session.state !== "signed") return failure(notOver);
  return success(recordingFrom(session, await readLog(database, sessionId)));
}

/** Runs a recording again with the engine it names. */
export async function runAgain(
  { folders, pool }: Pick<ReviewParts, "folders" | "pool">,
  { engineHash, caseSetup, endTick, entries, checkpoints }: Recording,
): Promise<Result<Rerun>> {
  const engineFile = await findEngineFile(folders, engineHash);
  if (engineFile === undefined) return failure(recordingProblems.missingEngine(engineHash));
  return pool.run({ engineFile, engineHash, caseSetup, endTick, entries, checkpoints });
}

export async function reviewSession(
  { database, folders, pool }: ReviewParts,
  sessionId: string,
): Promise<Result<Reviewed>> {
  const session = await findSession(database, sessionId);
  if (session.state !== "ended") return failure(notEnded);
  const log = await readLog(database, sessionId);
  const recording = recordingFrom(session, log);
  const again = await runAgain({ folders, pool }, recording);
  if (!again.ok) return again;
  const withheld = session.withheld_json === null ? null : JSON.parse(session.withheld_json);
  const journal = log.journal.map(told);
  const unattested = stretchesOf(journal);
  return success({ ...again.value, recording, journal, unattested, withheld });
}

/**
 * Stretches that were not seen live, those that touch joined into one; and, as stretches of no length,
 * the moments at which the device's clock stood and nobody had asked for it.
 */
export function stretchesOf(journal: readonly JournalLine[]): readonly Stretch[] {
  const joined: { fromTick: number; toTick: number }[] = [];
  for (const { fromTick, toTick } of journal.flatMap(stretchIn)) {
    const last = joined.at(-1);
    if (last !== undefined && fromTick <= last.toTick) last.toTick = Math.max(last.toTick, toTick);
    else joined.push({ fromTick, toTick });
  }
  return joined;
}

function stretchIn({ kind, tick, detail }: JournalLine): Stretch[] {
  if (kind === "unattested") return [detail as unknown as Stretch];
  const mayStand = kind === "gap" || kind === "reload" || kind === "resume";
  const isStanding = mayStand && Number(detail["skippedMs"]) > STOOD_MS;
  return isStanding ? [{ fromTick: tick, toTick: tick }] : [];
}
