/** Supervised sessions: who takes part, the case log as it arrived, the journal, the signed result. */

import type { JournalKind, ParticipantRole, RoomState } from "../../session/contract/live.ts";
import type { SessionMode } from "../../session/contract/protocol.ts";

/** The result stands; or the trainee is to be assessed again. */
export const APPEAL_DECISIONS = ["stands", "assessAgain"] as const;
export type AppealDecision = (typeof APPEAL_DECISIONS)[number];
/** Signs the result, or gives the second rating. */
export type AssessorPart = "first" | "second";
/** What running a signed recording again gave. */
export type SecondRun = "same" | "different" | "notPossible";

export interface SessionTables {
  readonly session: {
    readonly id: string;
    readonly department_id: string;
    readonly created_by: string;
    /** Six letters to join by; null once the session has ended. */
    join_code: string | null;
    readonly title: string;
    readonly scenario_id: string;
    readonly mode: SessionMode;
    readonly engine_hash: string;
    /** Everything the devices begin with. */
    readonly case_setup_json: string;
    /** What the devices must not know before its moment; null where nothing is withheld. */
    readonly withheld_json: string | null;
    state: RoomState;
    trainee_account_id: string | null;
    /** The one device that may write the case log. */
    writer_device: string | null;
    readonly created_ms: number;
    started_ms: number | null;
    ended_ms: number | null;
  };
  readonly participant: {
    readonly id: string;
    readonly session_id: string;
    readonly account_id: string | null;
    readonly name: string;
    readonly role: ParticipantRole;
    readonly token_hash: string;
    readonly joined_ms: number;
  };
  readonly case_entry: {
    readonly session_id: string;
    readonly sequence: number;
    readonly tick: number;
    readonly entry_json: string;
    readonly chain_hex: string;
    readonly received_ms: number;
  };
  readonly case_checkpoint: {
    readonly session_id: string;
    readonly tick: number;
    readonly hash_hex: string;
    readonly head_hex: string;
    readonly received_ms: number;
    /** By the room's clock; null in what was kept before there was one. */
    readonly clock_ms: number | null;
    /** How long the machine had been up, and since which start of it; null where nothing says so. */
    readonly steady_ms: number | null;
    readonly boot_id: string | null;
  };
  readonly signed_record: {
    /** The session's id. */
    readonly id: string;
    readonly department_id: string;
    /** Null for a guest, whose result counts for nobody. */
    readonly trainee_account_id: string | null;
    readonly signer_id: string;
    readonly scenario_id: string;
    readonly variant: string;
    readonly mode: SessionMode;
    /** What the signer decided; the machine's score is in the record. */
    readonly outcome: "met" | "borderline" | "notMet";
    readonly points_fraction: number;
    readonly engine_hash: string;
    readonly signed_ms: number;
    readonly record_json: string;
  };
  /** One for each session, by somebody who had not seen the first. */
  readonly second_rating: {
    readonly session_id: string;
    readonly rater_id: string;
    /** 1 when the result had been signed before, so that its outcome could be known. */
    readonly is_outcome_known: number;
    readonly rating_json: string;
    readonly rated_ms: number;
  };
  /** One line for each person: nobody judges both first and second. */
  readonly assessor: {
    readonly session_id: string;
    readonly account_id: string;
    readonly part: AssessorPart;
  };
  /** Who has read the first rating. */
  readonly rating_seen: {
    readonly session_id: string;
    readonly account_id: string;
    readonly seen_ms: number;
  };
  readonly appeal: {
    readonly session_id: string;
    /** From 1 for each session. */
    readonly number: number;
    readonly account_id: string;
    readonly reason: string;
    readonly made_ms: number;
  };
  readonly appeal_answer: {
    readonly session_id: string;
    readonly number: number;
    readonly account_id: string;
    readonly decision: AppealDecision;
    readonly words: string;
    readonly rerun: SecondRun;
    readonly answered_ms: number;
  };
  readonly journal: {
    readonly session_id: string;
    readonly sequence: number;
    readonly at_ms: number;
    readonly clock_ms: number | null;
    readonly steady_ms: number | null;
    readonly boot_id: string | null;
    readonly tick: number;
    readonly kind: JournalKind;
    /** Participant; "" for the server. */
    readonly participant_id: string;
    readonly detail_json: string;
  };
}
