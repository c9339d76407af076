/**
 * What a room knows of its session: the case log, the journal, and how far they have come. What is
 * new is written to the disk first and stands here afterwards, so that nobody is told of anything
 * that a cut of the power could take back.
 */
import { withoutChain } from "../../session/chain.ts";
import type { JournalLine, LiveEntry } from "../../session/contract/live.ts";
import type { LogHead, Taken } from "../../session/liveLog.ts";
import { headOf } from "./headOf.ts";
import type { Participant } from "./peer.ts";
import { createRoomClock, type RoomClock } from "./roomClock.ts";
import {
  type KeptCheckpoint,
  type KeptLine,
  type KeptLog,
  type NewLine,
  type NumberedLine,
  type RoomStore,
  type SessionChange,
  told,
} from "./roomStore.ts";
import type { RoomTime, Stamp } from "./roomTime.ts";

/** A line before the server has said when, and by whom. */
export type JournalWish = Pick<NewLine, "kind" | "tick" | "detail">;

/** Without a tick it stands at the frontier. */
export type LineWish = Pick<JournalWish, "kind"> & Partial<Omit<JournalWish, "kind">>;

export interface LedgerParts {
  readonly genesisHex: string;
  readonly kept: KeptLog;
  readonly store: RoomStore;
  readonly time: RoomTime;
  /** Called with what was added to the journal, once it is kept. */
  readonly onLines: (lines: readonly JournalLine[]) => void;
}

export class Ledger {
  readonly clock: RoomClock;
  readonly entries: LiveEntry[];
  readonly checkpoints: KeptCheckpoint[];
  readonly journal: KeptLine[];
  readonly #parts: LedgerParts;
  #head: LogHead;

  constructor(parts: LedgerParts) {
    const { kept, genesisHex } = parts;
    this.#parts = parts;
    this.entries = kept.entries.map(withoutChain);
    this.checkpoints = [...kept.checkpoints];
    this.journal = [...kept.journal];
    this.clock = createRoomClock(kept.journal);
    this.#head = headOf(genesisHex, kept, this.clock);
  }

  get head(): LogHead {
    return this.#head;
  }

  get frontierTick(): number {
    return this.#head.frontierTick;
  }

  /** Keeps what arrived of the log together with the lines that come of it. */
  async take(taken: Taken, wishes: readonly JournalWish[], author: Participant): Promise<void> {
    const { entries, checkpoints, head } = taken;
    const stamp = this.#parts.time.now();
    const lines = this.#numbered(wishes, author, stamp);
    if (entries.length + checkpoints.length + lines.length > 0) {
      await this.#parts.store.keep({ entries, checkpoints, lines, stamp });
    }
    this.#head = head;
    this.entries.push(...entries.map(withoutChain));
    this.checkpoints.push(...checkpoints.map((one) => ({ ...one, ...stamp })));
    this.#stand(lines, author);
  }

  /** Keeps a line of the journal, with the step of the session that it tells of. */
  async write(
    author: Participant | undefined,
    { kind, tick = this.frontierTick, detail = {} }: LineWish,
    change?: SessionChange,
  ): Promise<void> {
    const stamp = this.#parts.time.now();
    const lines = this.#numbered([{ kind, tick, detail }], author, stamp);
    await this.#parts.store.keep({ entries: [], checkpoints: [], lines, change, stamp });
    this.#stand(lines, author);
  }

  #numbered(wishes: readonly JournalWish[], author: Participant | undefined, stamp: Stamp) {
    const participantId = author?.id ?? "";
    const first = this.journal.length + 1;
    return wishes.map((wish, index) => ({
      ...wish,
      ...stamp,
      participantId,
      sequence: first + index,
    }));
  }

  #stand(numbered: readonly NumberedLine[], author: Participant | undefined): void {
    if (numbered.length === 0) return;
    const who = author?.name ?? "";
    const lines = numbered.map((line): KeptLine => ({ ...line, who }));
    this.journal.push(...lines);
    for (const line of lines) this.clock.take(line);
    this.#parts.onLines(lines.map(told));
  }
}
