/** Who takes part in a room, and the device by which they are connected. */
import type { Problem } from "../../kernel/result.ts";
import type { FromServer, Member } from "../../session/contract/live.ts";

export interface Participant {
  readonly id: string;
  readonly name: string;
  readonly role: Member["role"];
}

/** A device that is connected. */
export interface Peer {
  readonly participant: Participant;
  readonly deviceId: string;
  send(message: FromServer): void;
  /** Ends the connection; the device comes back by itself. */
  drop(): void;
}

/** Tells a device, and only that one, what was refused. */
export function refuse(peer: Peer, { code, place, sentence, remedy }: Problem): void {
  const more = remedy === undefined ? {} : { remedy };
  peer.send({ type: "refused", code, place, sentence, ...more });
}
