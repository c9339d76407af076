/**
 * One supervised session while it is open: takes the trainee's log and everybody's words in order,
 * keeps them, and only then tells the others. It simulates nothing. A write that fails closes the
 * room: everybody comes back, and it is read again from what was kept.
 */
import type { Problem } from "../../kernel/result.ts";
import { withoutChain } from "../../session/chain.ts";
import {
  COMMAND_TTL_S,
  type CommandAction,
  type FromServer,
  type JournalLine,
  type LiveEntry,
  type Member,
  type Progress,
  type RoomState,
  type ToServer,
} from "../../session/contract/live.ts";
import type { Sha256Hex } from "../../session/engine.ts";
import { type LogHead, type Taken, takeProgress } from "../../session/liveLog.ts";
import { liveProblems } from "../../session/liveProblems.ts";
import { type CommandBook, createCommandBook } from "./commandBook.ts";
import { headOf } from "./headOf.ts";
import { entryProblemIn, mayGive } from "./roles.ts";
import { createRoomClock, type RoomClock } from "./roomClock.ts";
import { sendHistory } from "./roomHistory.ts";
import type { KeptLog, NewLine, Received, RoomStore } from "./roomStore.ts";
import type { Release } from "./withheld.ts";

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

export interface RoomSession {
  readonly id: string;
  readonly title: string;
  readonly mode: "practice" | "exam";
  readonly genesisHex: string;
  readonly state: RoomState;
  readonly writerDevice: string | null;
  readonly releases: readonly Release[];
}

export interface RoomParts {
  readonly session: RoomSession;
  readonly kept: KeptLog;
  readonly participants: () => Promise<readonly Participant[]>;
  readonly store: RoomStore;
  readonly sha256Hex: Sha256Hex;
  readonly nowMs: () => number;
  /** Called once when this room cannot go on and has to be read again. */
  readonly onLost: (error: unknown) => void;
}

type Hello = Extract<ToServer, { type: "hello" }>;
type Ready = NonNullable<Member["ready"]>;

const NOTHING: Pick<Received, "entries" | "checkpoints"> = { entries: [], checkpoints: [] };
/** A part of the case that was kept back has no time limit: it comes when the device is there. */
const RELEASE_TTL_S = 86_400;

export class Room {
  readonly #parts: RoomParts;
  readonly #peers = new Set<Peer>();
  readonly #ready = new Map<string, Ready>();
  readonly #log: { entries: LiveEntry[]; checkpoints: KeptLog["checkpoints"][number][] };
  readonly #journal: JournalLine[];
  readonly #commands: CommandBook;
  readonly #clock: RoomClock;
  #releases: readonly Release[];
  #head: LogHead;
  #state: RoomState;
  #writerDevice: string | null;
  #queue: Promise<void> = Promise.resolve();
  #isLost = false;

  constructor(parts: RoomParts) {
    const { session, kept } = parts;
    this.#parts = parts;
    this.#log = {
      entries: kept.entries.map(withoutChain),
      checkpoints: [...kept.checkpoints],
    };
    this.#journal = [...kept.journal];
    this.#commands = createCommandBook(kept.journal);
    for (const { commandId } of kept.entries) if (commandId) this.#commands.close(commandId);
    this.#clock = createRoomClock(kept.journal);
    this.#head = headOf(session.genesisHex, kept, this.#clock);
    this.#releases = session.releases.filter(({ id }) => !this.#commands.isKnown(id));
    this.#state = session.state;
    this.#writerDevice = session.writerDevice;
  }

  get id(): string {
    return this.#parts.session.id;
  }

  get isEmpty(): boolean {
    return this.#peers.size === 0;
  }

  /** Lets a device in, tells it where things stand, and hands it what it has missed. */
  enter(peer: Peer, hello: Hello): Promise<void> {
    return this.#inOrder(async () => {
      if (peer.participant.role === "trainee" && !(await this.#admitWriter(peer, hello))) return;
      this.#peers.add(peer);
      const { id, title, mode } = this.#parts.session;
      peer.send({
        type: "welcome",
        role: peer.participant.role,
        sessionId: id,
        title,
        mode,
        haveSequence: this.#head.sequence,
        haveCheckpointTick: this.#head.checkpointTick,
        frontierTick: this.#head.frontierTick,
      });
      const frontierTick = this.#head.frontierTick;
      sendHistory(peer, hello, { ...this.#log, journal: this.#journal, frontierTick });
      if (this.#state === "running") peer.send({ type: "start" });
      if (peer.participant.role === "trainee") this.#sendOpenCommands(peer);
      await this.#tellRoom();
    });
  }

  leave(peer: Peer): Promise<void> {
    return this.#inOrder(async () => {
      if (this.#peers.delete(peer)) await this.#tellRoom();
    });
  }

  /** Takes one message of a device that was let in; what is wrong with it is told to that device. */
  receive(peer: Peer, message: ToServer): Promise<void> {
    return this.#inOrder(async () => {
      if (!this.#peers.has(peer)) return;
      const problem = await this.#take(peer, message);
      if (problem !== undefined) peer.send({ type: "refused", ...told(problem) });
    });
  }

  /** Everything that was begun is done when this is. */
  settled(): Promise<void> {
    return this.#queue;
  }

  #inOrder(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      if (this.#isLost) return;
      try {
        await work();
      } catch (error) {
        this.#isLost = true;
        for (const peer of this.#peers) peer.drop();
        this.#parts.onLost(error);
      }
    });
    return this.#queue;
  }

  async #take(peer: Peer, message: ToServer): Promise<Problem | undefined> {
    const { role } = peer.participant;
    switch (message.type) {
      case "hello":
        return liveProblems.state("This page said who it is already.");
      case "ready":
        this.#ready.set(peer.participant.id, { sound: message.sound, input: message.input });
        await this.#write(peer, "ready", { sound: message.sound, input: message.input });
        return this.#tellRoom();
      case "progress":
        return this.#takeProgress(peer, message);
      case "lapsed":
        if (!this.#isWriter(peer)) return liveProblems.role("lapsed");
        if (!this.#commands.open(this.#nowMs()).some(({ id }) => id === message.id))
          return undefined;
        this.#commands.close(message.id);
        return this.#write(peer, "lapsed", { id: message.id, reason: message.reason });
      case "diverged":
        return this.#write(peer, "diverged", { ...message, type: undefined });
      case "command":
        return this.#takeCommand(peer, message.id, message.action);
      case "start":
        if (role !== "supervisor") return liveProblems.role("start");
        return this.#start(peer);
      case "end":
        if (role !== "supervisor") return liveProblems.role("end");
        if (this.#state !== "running") return liveProblems.state("The case is not running.");
        return this.#end(peer);
      case "note":
        if (role !== "supervisor") return liveProblems.role("note");
        return this.#write(peer, message.kind, { text: message.text }, message.tick);
    }
  }

  /** One device of the trainee writes; another of theirs has to ask for it. */
  async #admitWriter(peer: Peer, { takeOver }: Hello): Promise<boolean> {
    const { deviceId } = peer;
    if (this.#writerDevice === deviceId) {
      // The same device comes back before its old connection was missed.
      for (const old of this.#writers()) this.#dismiss(old);
      return true;
    }
    if (this.#writerDevice !== null && !takeOver) {
      peer.send({ type: "refused", ...told(liveProblems.elsewhere()) });
      return false;
    }
    for (const old of this.#writers()) {
      old.send({ type: "refused", ...told(liveProblems.superseded()) });
      this.#dismiss(old);
    }
    const isFirst = this.#writerDevice === null;
    await this.#parts.store.setWriterDevice(deviceId);
    this.#writerDevice = deviceId;
    if (!isFirst) await this.#write(peer, "tookOver", {});
    return true;
  }

  #writers(): Peer[] {
    return [...this.#peers].filter(({ participant }) => participant.role === "trainee");
  }

  #dismiss(peer: Peer): void {
    this.#peers.delete(peer);
    peer.drop();
  }

  #isWriter({ participant, deviceId }: Peer): boolean {
    return participant.role === "trainee" && deviceId === this.#writerDevice;
  }

  async #start(peer: Peer): Promise<Problem | undefined> {
    if (this.#state !== "waiting") return liveProblems.state("This session has begun already.");
    if (this.#writers().length === 0) {
      return liveProblems.state("There is no trainee in this session yet.");
    }
    await this.#parts.store.setState("running", this.#nowMs());
    this.#state = "running";
    await this.#write(peer, "started", {});
    for (const one of this.#peers) one.send({ type: "start" });
    return this.#tellRoom();
  }

  async #takeCommand(peer: Peer, id: string, action: CommandAction): Promise<Problem | undefined> {
    if (!mayGive(peer.participant.role, action)) return liveProblems.role(action.type);
    if (this.#state !== "running") {
      return liveProblems.state("A command needs a case that is running.");
    }
    if (this.#commands.isKnown(id)) return undefined;
    await this.#give(peer, { id, action, ttlS: COMMAND_TTL_S });
    return undefined;
  }

  async #give(
    peer: Peer | undefined,
    { id, action, ttlS }: { id: string; action: CommandAction; ttlS: number },
  ): Promise<void> {
    const issuedAtMs = this.#nowMs();
    await this.#write(peer, "command", { id, action, ttlS });
    this.#commands.give({ id, action, issuedAtMs, issuedTick: this.#head.frontierTick, ttlS });
    for (const writer of this.#writers()) {
      writer.send({ type: "command", id, action, issuedAtMs, ttlS });
    }
  }

  #sendOpenCommands(peer: Peer): void {
    for (const { id, action, issuedAtMs, ttlS } of this.#commands.open(this.#nowMs())) {
      peer.send({ type: "command", id, action, issuedAtMs, ttlS });
    }
  }

  async #takeProgress(peer: Peer, sent: Progress): Promise<Problem | undefined> {
    if (!this.#isWriter(peer)) return liveProblems.role("progress");
    if (this.#state !== "running") return liveProblems.state("The case is not running.");
    const taken = takeProgress(this.#head, sent, {
      sha256Hex: this.#parts.sha256Hex,
      allowedMs: this.#clock.allowedMs(this.#nowMs()),
      entryProblem: (entry) => entryProblemIn(entry, this.#commands),
    });
    if (!taken.ok) return taken.problems[0];
    const lines = this.#linesOf(peer, sent, taken.value);
    await this.#keep(taken.value, lines);
    this.#head = taken.value.head;
    this.#relay(peer, taken.value);
    if (sent.isEnded) await this.#end(peer);
    else await this.#release();
    return undefined;
  }

  /** What a message adds to the journal: commands carried out, pauses, gaps, stretches not seen live. */
  #linesOf(peer: Peer, { marks = [] }: Progress, { entries, late }: Taken): readonly NewLine[] {
    const atMs = this.#nowMs();
    const participantId = peer.participant.id;
    const line = (kind: NewLine["kind"], tick: number, detail: NewLine["detail"]): NewLine => ({
      atMs,
      tick,
      kind,
      participantId,
      detail,
    });
    const applied = entries
      .filter(({ commandId }) => commandId !== undefined)
      .map(({ tick, commandId, action }) =>
        line("applied", tick, { id: commandId, type: action.type }),
      );
    for (const { commandId } of entries) if (commandId) this.#commands.close(commandId);
    for (const { kind } of marks) {
      if (kind === "pause") this.#commands.closeAll("clock.pause");
      if (kind === "resume") this.#commands.closeAll("clock.run");
    }
    const around = marks.map(({ tick, kind, skippedMs }) =>
      line(kind, tick, skippedMs === undefined ? {} : { skippedMs }),
    );
    const unattested = late === undefined ? [] : [line("unattested", late.fromTick, { ...late })];
    return [...applied, ...around, ...unattested];
  }

  #relay(writer: Peer, { entries, checkpoints, head }: Taken): void {
    const own = entries.map(withoutChain);
    this.#log.entries.push(...own);
    const atMs = this.#nowMs();
    this.#log.checkpoints.push(...checkpoints.map((one) => ({ ...one, receivedMs: atMs })));
    if (entries.length > 0 || checkpoints.length > 0) {
      writer.send({ type: "kept", sequence: head.sequence, checkpointTick: head.checkpointTick });
    }
    const bare = checkpoints.map(({ tick, hashHex }) => ({ tick, hashHex }));
    const log = { entries: own, checkpoints: bare, frontierTick: head.frontierTick };
    for (const peer of this.#peers) if (peer !== writer) peer.send({ type: "log", ...log });
  }

  /** Hands out what was kept back and is due. */
  async #release(): Promise<void> {
    while (this.#releases[0] !== undefined && this.#releases[0].tick <= this.#head.frontierTick) {
      const [{ id, action }, ...rest] = this.#releases;
      await this.#give(undefined, { id, action, ttlS: RELEASE_TTL_S });
      this.#releases = rest;
    }
  }

  async #end(peer: Peer): Promise<undefined> {
    await this.#parts.store.setState("ended", this.#nowMs());
    this.#state = "ended";
    await this.#write(peer, "ended", {});
    return this.#tellRoom();
  }

  /** A line of the journal, kept and told to whoever watches. */
  async #write(
    peer: Peer | undefined,
    kind: NewLine["kind"],
    detail: Record<string, unknown>,
    tick = this.#head.frontierTick,
  ): Promise<undefined> {
    const participantId = peer?.participant.id ?? "";
    await this.#keep(NOTHING, [{ atMs: this.#nowMs(), tick, kind, participantId, detail }], peer);
    return undefined;
  }

  async #keep(
    received: Pick<Received, "entries" | "checkpoints">,
    newLines: readonly NewLine[],
    author?: Peer,
  ): Promise<void> {
    const { entries, checkpoints } = received;
    if (entries.length + checkpoints.length + newLines.length === 0) return;
    const atMs = this.#nowMs();
    const first = this.#journal.length + 1;
    const numbered = newLines.map((line, index) => ({ ...line, sequence: first + index }));
    await this.#parts.store.keep({ entries, checkpoints, atMs }, numbered);
    const who = author?.participant.name ?? "";
    const lines = numbered.map(
      ({ sequence, atMs: at, tick, kind, detail }): JournalLine => ({
        sequence,
        atMs: at,
        tick,
        kind,
        who,
        detail,
      }),
    );
    if (lines.length === 0) return;
    this.#journal.push(...lines);
    for (const line of lines) this.#clock.take(line);
    for (const peer of this.#peers) {
      if (peer.participant.role !== "trainee") peer.send({ type: "journal", lines });
    }
  }

  async #tellRoom(): Promise<undefined> {
    const participants = await this.#parts.participants();
    const here = new Set([...this.#peers].map(({ participant }) => participant.id));
    const members = participants.map(({ id, name, role }) => ({
      id,
      name,
      role,
      isHere: here.has(id),
      ready: this.#ready.get(id) ?? null,
    }));
    for (const peer of this.#peers) peer.send({ type: "room", state: this.#state, members });
    return undefined;
  }

  #nowMs(): number {
    return this.#parts.nowMs();
  }
}

const told = ({ code, place, sentence, remedy }: Problem) => ({
  code,
  place,
  sentence,
  ...(remedy !== undefined && { remedy }),
});
