/**
 * Hands commands to the trainee's device: what a supervisor asks for, and, in an assessed run, each
 * part of the case that was kept back, at its tick and not before.
 */
import type { Problem } from "../../kernel/result.ts";
import { MS_PER_TICK, sToTicks } from "../../kernel/tick.ts";
import {
  COMMAND_TTL_S,
  type CommandAction,
  type LiveEntry,
  type Progress,
  STOPPING,
} from "../../session/contract/live.ts";
import type { Entry } from "../../session/contract/recording.ts";
import type { Audience } from "./audience.ts";
import { type CommandBook, createCommandBook, type GivenCommand } from "./commandBook.ts";
import type { Ledger } from "./ledger.ts";
import type { Participant, Peer } from "./peer.ts";
import { entryProblemIn } from "./roles.ts";
import type { RoomTime } from "./roomTime.ts";
import type { Release } from "./withheld.ts";

/** A part of the case that was kept back has no time limit: it comes when the device is there. */
const RELEASE_TTL_S = 86_400;

/** The command may be this much longer on its way to the device than its own time. */
const ON_ITS_WAY_S = 10;

type Order = Pick<GivenCommand, "id" | "action" | "ttlS">;

const told = ({ id, action, byTick }: GivenCommand) =>
  ({ type: "command", id, action, byTick }) as const;

export interface DeskParts {
  readonly ledger: Ledger;
  readonly audience: Audience;
  readonly releases: readonly Release[];
  readonly time: RoomTime;
}

export class CommandDesk {
  readonly #parts: DeskParts;
  readonly #book: CommandBook;
  #releases: readonly Release[];

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#book = createCommandBook(parts.ledger.journal);
    for (const { commandId } of parts.ledger.entries) if (commandId) this.#book.apply(commandId);
    this.#releases = parts.releases.filter(({ id }) => !this.#book.isKnown(id));
  }

  /** Why the device may not send an entry, if it may not. */
  entryProblem(entry: LiveEntry): Problem | undefined {
    return entryProblemIn(entry, this.#book);
  }

  /** What the device says without its clock standing or running when nobody asked for it. */
  withoutOwnPauses(sent: Progress): Progress {
    if (sent.marks === undefined) return sent;
    const marks = sent.marks.filter(({ kind, tick }) => {
      if (kind === "pause") return this.#book.allowsClock(STOPPING, tick);
      return kind !== "resume" || this.#book.allowsClock(["clock.run"], tick);
    });
    return { ...sent, marks };
  }

  /** A supervisor's command; the same one twice is one. */
  async order(author: Participant, id: string, action: CommandAction): Promise<void> {
    if (!this.#book.isKnown(id)) await this.#give(author, { id, action, ttlS: COMMAND_TTL_S });
  }

  /** Hands out what was kept back and is due. */
  async release(): Promise<void> {
    const { ledger } = this.#parts;
    while (this.#releases[0] !== undefined && this.#releases[0].tick <= ledger.frontierTick) {
      const [{ id, action }, ...rest] = this.#releases;
      await this.#give(undefined, { id, action, ttlS: RELEASE_TTL_S });
      this.#releases = rest;
    }
  }

  async #give(author: Participant | undefined, { id, action, ttlS }: Order): Promise<void> {
    const { ledger, audience, time } = this.#parts;
    const issuedClockMs = time.now().clockMs;
    const issuedTick = ledger.frontierTick;
    // The device may be far ahead of what has come from it.
    const dueTick = Math.floor(ledger.clock.allowedMs(issuedClockMs) / MS_PER_TICK);
    const byTick = Math.max(issuedTick, dueTick) + sToTicks(ttlS + ON_ITS_WAY_S);
    await ledger.write(author, { kind: "command", detail: { id, action, ttlS, byTick } });
    const command = { id, action, ttlS, issuedClockMs, issuedTick, byTick };
    this.#book.give(command);
    audience.tellWriters(told(command));
  }

  /** What a device that has just come should still hear of. */
  sendOpen(peer: Peer): void {
    for (const command of this.#book.open(this.#parts.time.now().clockMs)) peer.send(told(command));
  }

  /** Whether a command waits for its answer. */
  isOpen(commandId: string): boolean {
    return this.#book.open(this.#parts.time.now().clockMs).some(({ id }) => id === commandId);
  }

  close(commandId: string): void {
    this.#book.close(commandId);
  }

  /** Closes what entries and marks of the device carry out. */
  settle(entries: readonly Pick<Entry, "commandId">[], { marks = [] }: Progress): void {
    for (const { commandId } of entries) if (commandId) this.#book.apply(commandId);
    for (const { kind } of marks) {
      if (kind === "pause") this.#book.closeAll(STOPPING);
      if (kind === "resume") this.#book.closeAll(["clock.run"]);
    }
  }
}
