/** Sessions as records: made by a supervisor, joined by a code. */
import { randomInt } from "node:crypto";
import { limited } from "../../case/limitedContent.ts";
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";
import type { SentLimits } from "../../scenario/limitProfile.ts";
import type { ParticipantRole, RoomState } from "../../session/contract/live.ts";
import type { SessionMode } from "../../session/contract/protocol.ts";
import type { Account } from "../accounts/account.ts";
import { isDuplicate } from "../database/duplicate.ts";
import { hashSecret, newId, newSecret } from "../database/ids.ts";
import type { Database } from "../database/openDatabase.ts";
import type { ServerFolders } from "../staticFiles.ts";
import type { Material } from "./catalogue.ts";
import { currentEngineHash, findComposed, findListed, findMaterial } from "./catalogue.ts";
import { commitmentHex, drawWithheld } from "./withheld.ts";

export interface SessionWish {
  /** A scenario, a theatre list or, for practice, a composition. */
  readonly scenarioId: string;
  /** A variant's id (of a composition: an emergency's; of a theatre list: a patient's), or "drawn". */
  readonly variant: string;
  readonly seed: number;
  readonly mode: SessionMode;
  /** Alarm and stop limits of the site; the machine's own without. */
  readonly limits?: SentLimits | undefined;
}

/** What fails is drawn from the seed. */
const DRAWN_VARIANT = "drawn";

const noScenario: Problem = {
  code: "session.scenario",
  place: "scenarioId",
  sentence: "This server does not offer that scenario.",
};

/** Letters that are not taken for one another when they are read aloud or off a screen. */
const CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ";
const CODE_LENGTH = 6; // 148 million codes, of which a few are open at a time
const CODE_TRIES = 5;

const newJoinCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join("");

interface SessionSetup {
  readonly title: string;
  readonly setup: object;
  readonly withheldJson: string | null;
}

const assessedComposition: Problem = {
  code: "session.composition",
  place: "mode",
  sentence: "A case that something may interrupt cannot be assessed: its file says what will come.",
  remedy: "Run it as practice, or assess the emergency as a scenario of its own.",
};

/** A normal case and what interrupts it, put together here. What comes is in the content itself, so it is practice. */
async function composedSetup(
  folders: ServerFolders,
  { scenarioId, variant, seed, mode, limits }: SessionWish,
): Promise<Result<SessionSetup>> {
  const emergency = variant === DRAWN_VARIANT ? undefined : variant;
  const composed = await findComposed(folders, scenarioId, { seed, emergency });
  if (composed === undefined) return failure(noScenario);
  if (mode === "exam") return failure(assessedComposition);
  const content = limits ? limited(composed, limits) : composed;
  const setup = { ...content, formatVersion: 1, seed, mode, variant: DRAWN_VARIANT };
  return success({ title: composed.scenario.title, setup, withheldJson: null });
}

/** What the devices begin with, and what they must not know before its moment. */
async function setupFor(folders: ServerFolders, wish: SessionWish): Promise<Result<SessionSetup>> {
  const { scenarioId, variant, seed } = wish;
  const material = await findMaterial(folders, scenarioId);
  if (material !== undefined) return scenarioSetup(material, wish);
  const patient = variant === DRAWN_VARIANT ? undefined : variant;
  const listed = await findListed(folders, scenarioId, { seed, patient });
  // Who is on the table is seen at once; what else is drawn stays with the server as in any scenario.
  if (listed !== undefined) return scenarioSetup(listed, { ...wish, variant: DRAWN_VARIANT });
  return composedSetup(folders, wish);
}

function scenarioSetup(
  material: Material,
  { variant, seed, mode, limits }: SessionWish,
): Result<SessionSetup> {
  const { title } = material.scenario;
  const content = limits ? limited(material, limits) : material;
  const common = { ...content, formatVersion: 1, seed, mode };
  if (mode === "practice") {
    return success({ title, setup: { ...common, variant }, withheldJson: null });
  }
  const withheld = drawWithheld(material.scenario, variant);
  if (!withheld.ok) return withheld;
  const { pumpType } = withheld.value.drawn;
  const commitment = { commitmentHex: commitmentHex(withheld.value) };
  const setup = { ...common, variant: DRAWN_VARIANT, pumpType, withheld: commitment };
  return success({ title, setup, withheldJson: JSON.stringify(withheld.value) });
}

export interface MakingSession {
  readonly database: Database;
  readonly folders: ServerFolders;
  readonly departmentId: string;
  readonly supervisor: Account;
  readonly nowMs: number;
}

export async function createSession(
  { database, folders, departmentId, supervisor, nowMs }: MakingSession,
  wish: SessionWish,
): Promise<Result<{ readonly id: string; readonly joinCode: string }>> {
  const made = await setupFor(folders, wish);
  if (!made.ok) return made;
  const { title, setup, withheldJson } = made.value;
  const id = newId();
  const engineHash = await currentEngineHash(folders);
  for (let attempt = 0; attempt < CODE_TRIES; attempt++) {
    const joinCode = newJoinCode();
    try {
      await database
        .insertInto("session")
        .values({
          id,
          department_id: departmentId,
          created_by: supervisor.id,
          join_code: joinCode,
          title,
          scenario_id: wish.scenarioId,
          mode: wish.mode,
          engine_hash: engineHash,
          case_setup_json: JSON.stringify(setup),
          withheld_json: withheldJson,
          state: "waiting",
          trainee_account_id: null,
          writer_device: null,
          created_ms: nowMs,
          started_ms: null,
          ended_ms: null,
        })
        .execute();
      return success({ id, joinCode });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
  throw new Error("No free join code was found.");
}

export interface Joining {
  readonly role: ParticipantRole;
  readonly name: string;
  readonly account: Account | undefined;
  readonly nowMs: number;
}

export interface Ticket {
  readonly sessionId: string;
  /** What the page says to the live link; kept nowhere else. */
  readonly token: string;
}

/** Makes a participant and the secret by which its page is known. */
export async function addParticipant(
  database: Database,
  sessionId: string,
  { role, name, account, nowMs }: Joining,
): Promise<Ticket> {
  const token = newSecret();
  const row = { id: newId(), session_id: sessionId, account_id: account?.id ?? null, name, role };
  await database
    .insertInto("participant")
    .values({ ...row, token_hash: hashSecret(token), joined_ms: nowMs })
    .execute();
  return { sessionId, token };
}

/** Joins by code. There is one trainee; who comes back as the same account is the same trainee. */
export async function joinSession(
  database: Database,
  joinCode: string,
  joining: Joining,
): Promise<Result<Ticket>> {
  const session = await database
    .selectFrom("session")
    .select(["id", "mode", "department_id", "trainee_account_id"])
    .where("join_code", "=", joinCode)
    .executeTakeFirst();
  if (session === undefined) return failure(joinProblems.code());
  if (joining.role === "trainee") {
    const problem = await claimTrainee(database, session, joining.account);
    if (problem !== undefined) return failure(problem);
  }
  return success(await addParticipant(database, session.id, joining));
}

const joinProblems = {
  code: (): Problem => ({
    code: "join.code",
    place: "code",
    sentence: "No open session has this code.",
    remedy: "Read it again from the supervisor's screen: six letters, without I, L and O.",
  }),
  signIn: (): Problem => ({
    code: "join.signIn",
    place: "sign-in",
    sentence: "An assessed run counts for a person, so its trainee has to be signed in.",
    remedy: "Sign in on this device, then join again.",
  }),
  department: (): Problem => ({
    code: "join.department",
    place: "your department",
    sentence: "This session belongs to another department.",
  }),
  taken: (): Problem => ({
    code: "join.taken",
    place: "trainee",
    sentence: "This session has a trainee already.",
    remedy: "Join as an observer.",
  }),
} as const;

async function claimTrainee(
  database: Database,
  session: {
    id: string;
    mode: SessionMode;
    department_id: string;
    trainee_account_id: string | null;
  },
  account: Account | undefined,
): Promise<Problem | undefined> {
  if (account === undefined && session.mode === "exam") return joinProblems.signIn();
  if (account !== undefined && account.departmentId !== session.department_id) {
    return joinProblems.department();
  }
  if (session.trainee_account_id !== null) {
    return session.trainee_account_id === account?.id ? undefined : joinProblems.taken();
  }
  const guest = await database
    .selectFrom("participant")
    .select("id")
    .where("session_id", "=", session.id)
    .where("role", "=", "trainee")
    .executeTakeFirst();
  if (guest !== undefined) return joinProblems.taken();
  if (account === undefined) return undefined;
  const { numUpdatedRows } = await database
    .updateTable("session")
    .set({ trainee_account_id: account.id })
    .where("id", "=", session.id)
    .where("trainee_account_id", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? undefined : joinProblems.taken();
}

export interface Opening {
  readonly sessionId: string;
  readonly role: ParticipantRole;
  readonly title: string;
  readonly mode: SessionMode;
  readonly state: RoomState;
  readonly engineHash: string;
  readonly caseSetup: unknown;
  /** For the supervisor's screen alone. */
  readonly joinCode: string | null;
}

/** What a page needs before it connects, for whoever holds a ticket. */
export async function openSession(database: Database, token: string): Promise<Opening | undefined> {
  const row = await database
    .selectFrom("participant")
    .innerJoin("session", "session.id", "participant.session_id")
    .select(["session.id", "participant.role", "session.title", "session.mode", "session.state"])
    .select(["session.engine_hash", "session.case_setup_json", "session.join_code"])
    .where("participant.token_hash", "=", hashSecret(token))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    sessionId: row.id,
    role: row.role,
    title: row.title,
    mode: row.mode,
    state: row.state,
    engineHash: row.engine_hash,
    caseSetup: JSON.parse(row.case_setup_json),
    joinCode: row.role === "supervisor" ? row.join_code : null,
  };
}
