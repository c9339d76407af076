/**
 * One supervised session under a seed: trainee, supervisor and observers on real hosts, the real
 * rooms, and a world that does its worst. What must hold is checked on the way and at the end, after
 * the weather has cleared. A finding is a sentence; the same seed finds it again.
 */
import { canonicalJson } from "../../../src/kernel/canonicalJson.ts";
import { MS_PER_TICK } from "../../../src/kernel/tick.ts";
import { sha256Hex } from "../../../src/server/rooms/roomSource.ts";
import { firstBrokenLink, genesisHex } from "../../../src/session/chain.ts";
import type {
  CommandAction,
  ParticipantRole,
  ToServer,
} from "../../../src/session/contract/live.ts";
import type { FromWorker, SessionTicket } from "../../../src/session/contract/protocol.ts";
import type { Engine } from "../../../src/session/engine.ts";
import { CHECKPOINT_EVERY_TICKS } from "../../../src/session/liveRun.ts";
import type { TraineeAction } from "../../../src/world/contract/actions.ts";
import { type Device, newDeviceStore, startDevice, WRITE_MS_MAX } from "./devices.ts";
import { createDisk, type Disk } from "./disk.ts";
import { FORGED, forgeOnce } from "./forger.ts";
import { FAIR, Network, type Weather } from "./network.ts";
import { createServerSide, type ServerSide } from "./serverSide.ts";
import { type Chance, createChance, createTimeline, type Timeline } from "./timeline.ts";

export interface SimulationWish {
  readonly seed: number;
  readonly minutes: number;
  readonly engine: Engine;
  readonly caseSetup: SessionTicket["caseSetup"];
  readonly watcherCount: number;
}

export interface Simulated {
  readonly findings: readonly string[];
  readonly entryCount: number;
  readonly acknowledgedCount: number;
  readonly simulatedS: number;
  readonly events: Readonly<Record<string, number>>;
}

const ENGINE_HASH = "00112233445566ff";
const START_MS = 1_800_000_000_000;
const CALM_MS = 90_000; // longer than the longest wait before a device tries again
const STARTS_MAX = 40;
const SHUT_OUT = new Set(["live.elsewhere", "live.superseded"]);
const SESSION_ID = "5e55104000000000";

const ACTS: readonly TraineeAction[] = [
  { type: "line.clamp", site: "arterial" },
  { type: "line.unclamp", site: "arterial" },
  { type: "alarm.acknowledge" },
  { type: "crank.turn", head: "arterial", revolutions: 0.25, rotation: "clockwise" },
];
const ORDERS: readonly CommandAction[] = [
  { type: "fault.inject", fault: { fault: "pump.motor", head: "arterial" } },
  { type: "fault.clear", faultId: "pump.motor" },
  { type: "scenario.speak", who: "surgeon", text: "What is going on there?" },
  { type: "clock.pause" },
  { type: "clock.run" },
  { type: "clock.run" },
];

/** How rough this seed is: whole kinds of trouble are switched off by chance. */
interface Temper {
  readonly weather: Weather;
  readonly beatMs: number;
  readonly writeMsMax: number;
  readonly actsPerS: number;
  /** Mean time between two of a kind, in s; infinite when there are none. */
  readonly everyS: Readonly<Record<Trouble, number>>;
}
const TROUBLES = [
  "crash",
  "fullDisk",
  "partition",
  "cut",
  "kill",
  "sleep",
  "takeOver",
  "forgery",
  "watcherLeaves",
] as const;
type Trouble = (typeof TROUBLES)[number];

function drawTemper(chance: Chance): Temper {
  const share = (most: number): number => (chance.happens(0.5) ? 0 : most * chance.fraction());
  const everyS = Object.fromEntries(
    TROUBLES.map((trouble) => [
      trouble,
      chance.happens(0.5) ? Number.POSITIVE_INFINITY : chance.between(15, 180),
    ]),
  ) as Record<Trouble, number>;
  return {
    weather: {
      delayMs: chance.between(1, 150),
      jitterMs: chance.between(0, 300),
      lossShare: share(0.03),
      repeatShare: share(0.03),
      reorderShare: share(0.03),
    },
    beatMs: chance.whole(60, 400),
    writeMsMax: chance.between(1, 40),
    actsPerS: chance.between(0.2, 4),
    everyS,
  };
}

export async function simulateSession(wish: SimulationWish): Promise<Simulated> {
  const session = new SimulatedSession(wish);
  await session.play();
  return session.result();
}

class SimulatedSession {
  readonly #wish: SimulationWish;
  readonly #chance: Chance;
  readonly #temper: Temper;
  readonly #timeline: Timeline;
  readonly #disk: Disk;
  readonly #network: Network;
  readonly #server: ServerSide;
  readonly #findings = new Set<string>();
  readonly #events: Record<string, number> = {};
  readonly #watchers: Device[] = [];
  readonly #genesisHex: string;
  /** The trainee's devices that lie about, each with its own copy of the log as it was then. */
  readonly #devicesAside: { readonly deviceId: string; readonly store: Device["store"] }[] = [];
  readonly #shutOut = new Set<Device>();
  #trainee: Device;
  #acknowledgedCount = 0;
  #isCalm = false;

  constructor(wish: SimulationWish) {
    this.#wish = wish;
    this.#chance = createChance(wish.seed, "session");
    this.#temper = drawTemper(this.#chance);
    const timeline = createTimeline(START_MS);
    this.#timeline = timeline;
    this.#genesisHex = genesisHex(ENGINE_HASH, wish.caseSetup, sha256Hex);
    this.#disk = createDisk({
      timeline,
      chance: createChance(wish.seed, "disk"),
      writeMsMax: this.#temper.writeMsMax,
      session: {
        id: SESSION_ID,
        title: "A case for tests",
        mode: "exam",
        genesisHex: this.#genesisHex,
        state: "waiting",
        writerDevice: null,
        releases: [],
      },
    });
    this.#server = createServerSide(timeline, this.#disk, () => this.#network.cut());
    const networkChance = createChance(wish.seed, "network");
    this.#network = new Network(timeline, networkChance, (wire) => this.#server.answer(wire));
    this.#network.weather = this.#temper.weather;
    this.#trainee = this.#join("trainee", "trainee");
    this.#watchers.push(this.#join("supervisor", "supervisor"));
    for (let index = 1; index < wish.watcherCount; index++) this.#addObserver();
  }

  #find(sentence: string): void {
    this.#findings.add(`seed ${this.#wish.seed}: ${sentence}`);
  }

  #ticketFor(role: ParticipantRole, name: string): SessionTicket {
    this.#disk.addParticipant(name, { id: name, name, role });
    return {
      sessionId: SESSION_ID,
      token: name,
      deviceId: this.#chance.hex(16),
      takeOver: false,
      role,
      title: "A case for tests",
      mode: "exam",
      engineHash: ENGINE_HASH,
      caseSetup: this.#wish.caseSetup,
    };
  }

  #join(role: ParticipantRole, name: string, more: Partial<SessionTicket> = {}): Device {
    return this.#start({ ...this.#ticketFor(role, name), ...more }, newDeviceStore());
  }

  #start(ticket: SessionTicket, store: Device["store"], fromTick = 0): Device {
    return startDevice({
      timeline: this.#timeline,
      chance: createChance(this.#wish.seed, `device ${ticket.deviceId} ${this.#timeline.nowMs()}`),
      network: this.#network,
      engine: this.#wish.engine,
      beatMs: this.#temper.beatMs,
      ticket,
      store,
      onSaid: (message, device) => this.#hear(device, message, fromTick),
    });
  }

  #addObserver(): void {
    this.#watchers.push(this.#join("observer", `observer-${this.#watchers.length}`));
  }

  #hear(device: Device, message: FromWorker, fromTick: number): void {
    const { role } = device.ticket;
    // A device that another one took over from may be told anything.
    if (role === "trainee" && this.#trainee !== undefined && device !== this.#trainee) return;
    if (message.type === "problem" && message.code !== "store.failed") {
      this.#find(`${role} was told ${message.code}: ${message.sentence}`);
    }
    if (message.type === "ready" && message.tick < fromTick) {
      this.#find(`a killed page came back at tick ${message.tick}, before ${fromTick}`);
    }
    if (message.type === "session" && message.message.type === "refused") {
      const { code } = message.message;
      this.#count(`refused ${code}`);
      // From here on it plays for itself: what counts is on the device that it was told of.
      if (role === "trainee" && SHUT_OUT.has(code)) this.#shutOut.add(device);
      if (code === "live.chain") this.#find(`${role} was told that logs differ`);
    }
    if (message.type === "link" && message.unconfirmedCount !== null) {
      this.#checkKept(device, message.unconfirmedCount);
    }
  }

  #count(event: string): void {
    this.#events[event] = (this.#events[event] ?? 0) + 1;
  }

  /** What the trainee's device was told is kept has to be on the disk. */
  #checkKept(device: Device, unconfirmedCount: number): void {
    const own = device.ownLog();
    if (own === undefined) return;
    const confirmed = own.entries.length - unconfirmedCount;
    this.#acknowledgedCount = Math.max(this.#acknowledgedCount, confirmed);
    if (this.#disk.log.entries.length < confirmed) {
      this.#find(`entry ${confirmed} was acknowledged and is not on the disk`);
    }
  }

  async play(): Promise<void> {
    await this.#passS(20);
    // Whoever starts presses again until the case runs: the trainee's device may not be in the room yet.
    for (let press = 0; press < STARTS_MAX && this.#trainee.ownLog() === undefined; press++) {
      this.#tellSupervisor({ type: "start" });
      await this.#passS(3);
    }
    this.#act();
    this.#order();
    for (const trouble of TROUBLES) this.#plan(trouble);
    await this.#passS(this.#wish.minutes * 60);
    await this.#calmDown();
    this.#checkEnd();
  }

  #passS(seconds: number): Promise<void> {
    return this.#timeline.runUntil(this.#timeline.nowMs() + seconds * 1000);
  }

  #tellSupervisor(message: ToServer): void {
    this.#watchers[0]?.tell(message);
  }

  #act(): void {
    if (this.#isCalm) return;
    const action = this.#chance.pick(ACTS);
    this.#trainee.act(action);
    this.#timeline.after((2000 * this.#chance.fraction()) / this.#temper.actsPerS, () =>
      this.#act(),
    );
  }

  #order(): void {
    if (this.#isCalm) return;
    const id = `command-${this.#chance.hex(12)}`;
    this.#tellSupervisor({ type: "command", id, action: this.#chance.pick(ORDERS) });
    this.#timeline.after(20_000 * this.#chance.fraction(), () => this.#order());
  }

  #plan(trouble: Trouble): void {
    const everyS = this.#temper.everyS[trouble];
    if (!Number.isFinite(everyS)) return;
    this.#timeline.after(2000 * everyS * this.#chance.fraction(), () => {
      if (this.#isCalm) return;
      this.#count(trouble);
      this.#cause(trouble);
      this.#plan(trouble);
    });
  }

  #cause(trouble: Trouble): void {
    const chance = this.#chance;
    switch (trouble) {
      case "crash":
        return this.#server.crash(chance.between(50, 8000), chance.between(-60_000, 60_000));
      case "fullDisk":
        this.#disk.isFull = true;
        return this.#timeline.after(chance.between(100, 15_000), () => {
          this.#disk.isFull = false;
        });
      case "partition": {
        const device = chance.pick([this.#trainee, ...this.#watchers]);
        device.setOnline(false);
        return this.#timeline.after(chance.between(100, 30_000), () => device.setOnline(true));
      }
      case "cut":
        return this.#network.cut();
      case "sleep":
        this.#trainee.setAwake(false);
        return this.#timeline.after(chance.between(100, 10_000), () =>
          this.#trainee.setAwake(true),
        );
      case "kill":
        return this.#killTrainee(chance.happens(0.2));
      case "takeOver":
        return this.#takeOver();
      case "forgery":
        return forgeOnce({
          timeline: this.#timeline,
          chance,
          network: this.#network,
          disk: this.#disk,
          tokens: { observer: "observer-1", trainee: "trainee" },
        });
      case "watcherLeaves": {
        const watcher = this.#watchers.length > 1 ? this.#watchers.pop() : undefined;
        watcher?.kill();
        return this.#timeline.after(chance.between(100, 20_000), () => this.#addObserver());
      }
    }
  }

  /** The page is killed and opened again; sometimes the browser has forgotten everything. */
  #killTrainee(hasForgotten: boolean): void {
    const killed = this.#trainee;
    const { ticket, store } = killed;
    const atTick = killed.lastTick();
    killed.kill();
    // A beat reaches past a whole second before it keeps it, and the page may die before that is written.
    const slackTicks = Math.ceil((this.#temper.beatMs + WRITE_MS_MAX) / MS_PER_TICK);
    const owesNothing = hasForgotten || this.#shutOut.has(killed);
    const fromTick = owesNothing ? 0 : atTick - CHECKPOINT_EVERY_TICKS - slackTicks;
    this.#timeline.after(this.#chance.between(200, 4000), () => {
      // Another device has taken over meanwhile: what this one had not sent is not the case any more.
      if (this.#trainee !== killed) return;
      const again = hasForgotten ? newDeviceStore() : store;
      this.#trainee = this.#start({ ...ticket, takeOver: true }, again, fromTick);
    });
  }

  /** Another device of the trainee takes over; what the first had not sent stays behind with it. */
  #takeOver(): void {
    const earlier = this.#trainee;
    const known = this.#chance.happens(0.5) ? this.#devicesAside.shift() : undefined;
    const { deviceId, store } = known ?? {
      deviceId: this.#chance.hex(16),
      store: newDeviceStore(),
    };
    this.#trainee = this.#start({ ...earlier.ticket, deviceId, takeOver: true }, store);
    this.#timeline.after(3000, () => {
      earlier.kill();
      this.#devicesAside.push({ deviceId: earlier.ticket.deviceId, store: earlier.store });
    });
  }

  async #calmDown(): Promise<void> {
    this.#isCalm = true;
    this.#network.weather = FAIR;
    this.#disk.isFull = false;
    for (const device of [this.#trainee, ...this.#watchers]) {
      device.setOnline(true);
      device.setAwake(true);
    }
    await this.#passS(20);
    if (this.#trainee.isGone()) this.#trainee = this.#start(this.#trainee.ticket, newDeviceStore());
    await this.#passS(CALM_MS / 1000);
    const id = `command-${this.#chance.hex(12)}`;
    this.#tellSupervisor({ type: "command", id, action: { type: "clock.pause" } });
    await this.#passS(10);
  }

  #checkEnd(): void {
    const { entries, checkpoints, journal } = this.#disk.log;
    const broken = firstBrokenLink(this.#genesisHex, entries, sha256Hex);
    if (broken !== undefined) this.#find(`the chain breaks at entry ${broken.sequence}`);
    this.#checkTrainee();
    for (const watcher of this.#watchers) this.#checkWatcher(watcher);
    if (journal.some(({ kind }) => kind === "diverged")) this.#find("a watcher's case diverged");
    if (canonicalJson({ entries, journal }).includes(FORGED)) this.#find("a forgery was accepted");
    for (const { commandId } of entries) {
      const isGiven = journal.some(
        ({ kind, detail }) => kind === "command" && detail["id"] === commandId,
      );
      if (commandId !== undefined && !isGiven) this.#find(`nobody gave ${commandId}`);
    }
    const carriedOut = entries.flatMap(({ commandId }) => commandId ?? []);
    if (new Set(carriedOut).size < carriedOut.length) this.#find("a command was carried out twice");
    const ticks = checkpoints.map(({ tick }) => tick);
    if (!ticks.every((tick, index) => tick === 50 * (index + 1)))
      this.#find("a checkpoint is missing");
  }

  #checkTrainee(): void {
    const own = this.#trainee.ownLog();
    if (own === undefined) return this.#find("the trainee's device has no case");
    const { entries, checkpoints } = this.#disk.log;
    if (canonicalJson(own.entries) !== canonicalJson(entries)) {
      this.#find(`the device has ${own.entries.length} entries, the disk ${entries.length}`);
    }
    const kept = checkpoints.map(({ tick, hashHex }) => ({ tick, hashHex }));
    if (canonicalJson(own.checkpoints) !== canonicalJson(kept)) {
      this.#find(`the device has ${own.checkpoints.length} checkpoints, the disk ${kept.length}`);
    }
  }

  #checkWatcher(watcher: Device): void {
    const tick = this.#trainee.lastTick();
    if (watcher.lastTick() !== tick) {
      this.#find(`a ${watcher.ticket.role} stands at ${watcher.lastTick()}, the case at ${tick}`);
    } else if (
      canonicalJson([...(watcher.readings() ?? [])]) !==
      canonicalJson([...(this.#trainee.readings() ?? [])])
    ) {
      this.#find(`a ${watcher.ticket.role} sees other readings`);
    }
  }

  result(): Simulated {
    return {
      findings: [...this.#findings],
      entryCount: this.#disk.log.entries.length,
      acknowledgedCount: this.#acknowledgedCount,
      simulatedS: (this.#timeline.nowMs() - START_MS) / 1000,
      events: { ...this.#events, "room lost": this.#server.lostCount() },
    };
  }
}
