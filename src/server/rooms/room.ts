/**
 * One supervised session while it is open: takes the trainee's log and everybody's words in order,
 * keeps them, and only then tells the others. It simulates nothing. A write that fails closes the
 * room: everybody comes back, and it is read again from what was kept.
 */
import type { Problem } from "../../kernel/result.ts";
import { withoutChain } from "../../session/chain.ts";
import type { CommandAction, Progress, RoomState, ToServer } from "../../session/contract/live.ts";
import type { Sha256Hex } from "../../session/engine.ts";
import { type Taken, takeProgress } from "../../session/liveLog.ts";
import { liveProblems } from "../../session/liveProblems.ts";
import { Audience } from "./audience.ts";
import { CommandDesk } from "./commandDesk.ts";
import { KeyframeShelf } from "./keyframeShelf.ts";
import { Ledger, type LineWish } from "./ledger.ts";
import { type Participant, type Peer, refuse } from "./peer.ts";
import { progressLines } from "./progressLines.ts";
import { MAY_SAY, mayGive } from "./roles.ts";
import { sendHistory } from "./roomHistory.ts";
import type { KeptLog, RoomStore } from "./roomStore.ts";
import type { RoomTime } from "./roomTime.ts";
import { createSharedView, type SharedView } from "./sharedView.ts";
import type { Release } from "./withheld.ts";

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
  readonly time: RoomTime;
  /** Called once when this room cannot go on and has to be read again. */
  readonly onLost: (error: unknown) => void;
}

type Hello = Extract<ToServer, { type: "hello" }>;

export class Room {
  readonly #parts: RoomParts;
  readonly #audience = new Audience();
  readonly #ledger: Ledger;
  readonly #desk: CommandDesk;
  readonly #shelf = new KeyframeShelf();
  readonly #view: SharedView = createSharedView(() => this.#ledger.frontierTick);
  #state: RoomState;
  #writerDevice: string | null;
  #queue: Promise<void> = Promise.resolve();
  #isLost = false;

  constructor(parts: RoomParts) {
    const { session, kept, store, time } = parts;
    const { genesisHex, releases, state, writerDevice } = session;
    const audience = this.#audience;
    this.#parts = parts;
    this.#ledger = new Ledger({
      genesisHex,
      kept,
      store,
      time,
      onLines: (lines) => audience.tellWatchers({ type: "journal", lines }),
    });
    this.#desk = new CommandDesk({ ledger: this.#ledger, audience, releases, time });
    this.#state = state;
    this.#writerDevice = writerDevice;
  }

  get id(): string {
    return this.#parts.session.id;
  }

  /** Lets a device in, tells it where things stand, and hands it what it has missed. */
  enter(peer: Peer, hello: Hello): Promise<void> {
    return this.#inOrder(async () => {
      const isTrainee = peer.participant.role === "trainee";
      // After the end nobody writes, so every device of the trainee may look.
      const mayWrite = isTrainee && !this.#isOver();
      if (mayWrite && !(await this.#admitWriter(peer, hello))) return;
      this.#audience.add(peer);
      const { id, title, mode } = this.#parts.session;
      const { sequence, checkpointTick, frontierTick, headHex } = this.#ledger.head;
      peer.send({
        type: "welcome",
        role: peer.participant.role,
        sessionId: id,
        title,
        mode,
        haveSequence: sequence,
        haveCheckpointTick: checkpointTick,
        frontierTick,
        headHex,
        isPaused: this.#ledger.clock.isPaused(),
        isFrozen: this.#ledger.clock.isFrozen(),
        keyframeTick: this.#shelf.tick,
      });
      // Whoever has nothing yet starts from the last keyframe instead of the first tick.
      if (hello.haveCheckpointTick === 0) for (const part of this.#shelf.parts) peer.send(part);
      sendHistory(peer, hello, this.#ledger);
      if (this.#state === "running") peer.send({ type: "start" });
      const shown = this.#view.at(this.#parts.time.now().clockMs);
      if (shown !== undefined) peer.send({ type: "shown", ...shown });
      if (isTrainee) this.#desk.sendOpen(peer);
      await this.#tellMembers();
    });
  }

  leave(peer: Peer): Promise<void> {
    return this.#inOrder(async () => {
      if (this.#audience.remove(peer)) await this.#tellMembers();
    });
  }

  /** Takes one message of a device that was let in; what is wrong with it is told to that device. */
  receive(peer: Peer, message: ToServer): Promise<void> {
    return this.#inOrder(async () => {
      if (!this.#audience.has(peer)) return;
      const problem = await this.#take(peer, message);
      if (problem !== undefined) refuse(peer, problem);
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
        this.#audience.dismissAll();
        this.#parts.onLost(error);
      }
    });
    return this.#queue;
  }

  async #take(peer: Peer, message: ToServer): Promise<Problem | undefined> {
    const { participant } = peer;
    if (!MAY_SAY[message.type].includes(participant.role)) return liveProblems.role(message.type);
    switch (message.type) {
      case "hello":
        return liveProblems.state("This page said who it is already.");
      case "ready": {
        const { sound, input } = message;
        this.#audience.setReady(participant.id, { sound, input });
        await this.#ledger.write(participant, { kind: "ready", detail: { sound, input } });
        return this.#tellMembers();
      }
      case "progress":
        return this.#takeProgress(peer, message);
      case "lapsed":
        return this.#takeLapsed(peer, message);
      case "diverged": {
        const { tick, expectedHex } = message;
        return this.#note(peer, { kind: "diverged", tick, detail: { tick, expectedHex } });
      }
      case "keyframe":
        if (!this.#isWriter(peer)) return liveProblems.role("keyframe");
        this.#shelf.take(message);
        return undefined;
      case "command":
        return this.#takeCommand(peer, message.id, message.action);
      case "start":
      case "end":
      case "note":
      case "lead":
        return this.#supervise(peer, message);
    }
  }

  /** What only a supervisor asks of the room. */
  async #supervise(
    peer: Peer,
    message: Extract<ToServer, { type: "start" | "end" | "note" | "lead" }>,
  ): Promise<Problem | undefined> {
    if (message.type === "lead") return this.#leadView(message);
    if (message.type === "start") return this.#start(peer);
    if (message.type === "note") {
      const { kind, tick, text } = message;
      return this.#note(peer, { kind, tick, detail: { text } });
    }
    if (this.#state !== "running") return liveProblems.state("The case is not running.");
    return this.#end(peer);
  }

  #isOver(): boolean {
    return this.#state === "ended" || this.#state === "signed";
  }

  /** Everybody looks where the supervisor looks. */
  #leadView({ tick, isRunning, speed }: Extract<ToServer, { type: "lead" }>): Problem | undefined {
    if (!this.#isOver()) return liveProblems.state("The debrief begins when the case has ended.");
    const { clockMs } = this.#parts.time.now();
    this.#view.lead({ tick, isRunning, speed }, clockMs);
    const shown = this.#view.at(clockMs);
    if (shown !== undefined) this.#audience.tellAll({ type: "shown", ...shown });
    return undefined;
  }

  async #note({ participant }: Peer, line: LineWish): Promise<undefined> {
    await this.#ledger.write(participant, line);
    return undefined;
  }

  /** One device of the trainee writes; another of theirs has to ask for it. */
  async #admitWriter(peer: Peer, { takeOver }: Hello): Promise<boolean> {
    const { deviceId } = peer;
    const old = this.#audience.writers();
    if (this.#writerDevice === deviceId) {
      // The same device comes back before its old connection was missed.
      for (const one of old) this.#audience.dismiss(one);
      return true;
    }
    if (this.#writerDevice !== null && !takeOver) {
      refuse(peer, liveProblems.elsewhere());
      return false;
    }
    for (const one of old) {
      refuse(one, liveProblems.superseded());
      this.#audience.dismiss(one);
    }
    const kind = this.#writerDevice === null ? "joined" : "tookOver";
    await this.#ledger.write(peer.participant, { kind }, { writerDevice: deviceId });
    this.#writerDevice = deviceId;
    return true;
  }

  #isWriter({ participant, deviceId }: Peer): boolean {
    return participant.role === "trainee" && deviceId === this.#writerDevice;
  }

  async #start(peer: Peer): Promise<Problem | undefined> {
    if (this.#state !== "waiting") return liveProblems.state("This session has begun already.");
    if (this.#audience.writers().length === 0) {
      return liveProblems.state("There is no trainee in this session yet.");
    }
    await this.#ledger.write(peer.participant, { kind: "started" }, { state: "running" });
    this.#state = "running";
    this.#audience.tellAll({ type: "start" });
    return this.#tellMembers();
  }

  async #takeCommand(peer: Peer, id: string, action: CommandAction): Promise<Problem | undefined> {
    if (!mayGive(peer.participant.role, action)) return liveProblems.role(action.type);
    if (this.#state !== "running") {
      return liveProblems.state("A command needs a case that is running.");
    }
    await this.#desk.order(peer.participant, id, action);
    return undefined;
  }

  async #takeLapsed(
    peer: Peer,
    { id, reason }: Extract<ToServer, { type: "lapsed" }>,
  ): Promise<Problem | undefined> {
    if (!this.#isWriter(peer)) return liveProblems.role("lapsed");
    if (!this.#desk.isOpen(id)) return undefined;
    this.#desk.close(id);
    return this.#note(peer, { kind: "lapsed", detail: { id, reason } });
  }

  async #takeProgress(peer: Peer, message: Progress): Promise<Problem | undefined> {
    if (!this.#isWriter(peer)) return liveProblems.role("progress");
    if (this.#state !== "running") return liveProblems.state("The case is not running.");
    const sent = this.#desk.withoutOwnPauses(message);
    const { sha256Hex, time } = this.#parts;
    const taken = takeProgress(this.#ledger.head, sent, {
      sha256Hex,
      allowedMs: this.#ledger.clock.allowedMs(time.now().clockMs),
      entryProblem: (entry) => this.#desk.entryProblem(entry),
    });
    if (!taken.ok) return taken.problems[0];
    const lines = progressLines(sent, taken.value);
    await this.#ledger.take(taken.value, lines, peer.participant);
    this.#desk.settle(taken.value.entries, sent);
    this.#relay(peer, taken.value);
    if (sent.isEnded) return this.#end(peer);
    await this.#desk.release();
    return undefined;
  }

  #relay(writer: Peer, { entries, checkpoints, head }: Taken): void {
    const { sequence, checkpointTick, frontierTick } = head;
    if (entries.length > 0 || checkpoints.length > 0) {
      writer.send({ type: "kept", sequence, checkpointTick });
    }
    const hashes = checkpoints.map(({ tick, hashHex }) => ({ tick, hashHex }));
    this.#audience.tellWatchers({
      type: "log",
      frontierTick,
      sequence,
      ...(entries.length > 0 && { entries: entries.map(withoutChain) }),
      ...(hashes.length > 0 && { checkpoints: hashes }),
    });
  }

  async #end({ participant }: Peer): Promise<undefined> {
    await this.#ledger.write(participant, { kind: "ended" }, { state: "ended" });
    this.#state = "ended";
    return this.#tellMembers();
  }

  async #tellMembers(): Promise<undefined> {
    this.#audience.tellMembers(this.#state, await this.#parts.participants());
    return undefined;
  }
}
