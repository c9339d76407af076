/** What a page knows of its session before it connects, and how it asks something of the device. */
import type { CommandAction, RoomState } from "../../session/contract/live.ts";
import type { SessionTicket } from "../../session/contract/protocol.ts";

export interface Opening
  extends Pick<
    SessionTicket,
    "sessionId" | "role" | "title" | "mode" | "engineHash" | "caseSetup"
  > {
  readonly state: RoomState;
  /** For the supervisor alone. */
  readonly joinCode: string | null;
  /** Where others reach the server; null when this page's address is good on its machine alone. */
  readonly joinOrigin: string | null;
}

export type SendCommand = (action: CommandAction) => void;
