/** Who is in a room at this moment: who writes, who watches, who is ready. */
import type { FromServer, Member, RoomState } from "../../session/contract/live.ts";
import type { Participant, Peer } from "./peer.ts";

export type Ready = NonNullable<Member["ready"]>;

export class Audience {
  readonly #peers = new Set<Peer>();
  readonly #ready = new Map<string, Ready>();

  get isEmpty(): boolean {
    return this.#peers.size === 0;
  }

  has(peer: Peer): boolean {
    return this.#peers.has(peer);
  }

  add(peer: Peer): void {
    this.#peers.add(peer);
  }

  /** Whether the device was here. */
  remove(peer: Peer): boolean {
    return this.#peers.delete(peer);
  }

  dismiss(peer: Peer): void {
    this.#peers.delete(peer);
    peer.drop();
  }

  dismissAll(): void {
    for (const peer of this.#peers) peer.drop();
  }

  setReady(participantId: string, ready: Ready): void {
    this.#ready.set(participantId, ready);
  }

  /** Devices of the trainee that are connected. */
  writers(): readonly Peer[] {
    return [...this.#peers].filter(({ participant }) => participant.role === "trainee");
  }

  tellAll(message: FromServer): void {
    for (const peer of this.#peers) peer.send(message);
  }

  tellWriters(message: FromServer): void {
    for (const peer of this.writers()) peer.send(message);
  }

  /** Everybody but the trainee. */
  tellWatchers(message: FromServer): void {
    for (const peer of this.#peers) if (peer.participant.role !== "trainee") peer.send(message);
  }

  /** Tells everybody who takes part and how the session stands. */
  tellMembers(state: RoomState, participants: readonly Participant[]): void {
    const here = new Set([...this.#peers].map(({ participant }) => participant.id));
    const members = participants.map(({ id, name, role }) => ({
      id,
      name,
      role,
      isHere: here.has(id),
      ready: this.#ready.get(id) ?? null,
    }));
    this.tellAll({ type: "room", state, members });
  }
}
