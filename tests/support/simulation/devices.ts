/** A participant's device in a simulation: the app's own hosts, with a store that a kill cuts short. */
import { createHash } from "node:crypto";
import { createMemoryRunStore } from "../../../src/app/storage/memoryRunStore.ts";
import type { RunStore } from "../../../src/app/storage/runStore.ts";
import type { HostPorts } from "../../../src/app/worker/hostPorts.ts";
import { joinSession, type SessionHost } from "../../../src/app/worker/sessionHost.ts";
import { success } from "../../../src/kernel/result.ts";
import type { ToServer } from "../../../src/session/contract/live.ts";
import type { FromWorker, SessionTicket } from "../../../src/session/contract/protocol.ts";
import type { Engine } from "../../../src/session/engine.ts";
import type { OwnLog } from "../../../src/session/liveSender.ts";
import type { TraineeAction } from "../../../src/world/contract/actions.ts";
import type { Network } from "./network.ts";
import type { Chance, Timeline } from "./timeline.ts";

export interface Device {
  readonly ticket: SessionTicket;
  readonly store: RunStore;
  tell(message: ToServer): void;
  act(action: TraineeAction): void;
  /** The trainee's own log; undefined before the start, and for watchers. */
  ownLog(): OwnLog | undefined;
  lastTick(): number;
  readings(): Float64Array | undefined;
  setOnline(isOnline: boolean): void;
  /** The device is asleep: no beat, and no message is looked at. */
  setAwake(isAwake: boolean): void;
  isGone(): boolean;
  kill(): void;
}

export interface DeviceParts {
  readonly timeline: Timeline;
  readonly chance: Chance;
  readonly network: Network;
  readonly engine: Engine;
  readonly beatMs: number;
  readonly ticket: SessionTicket;
  /** What an earlier page of the same device kept. */
  readonly store: RunStore;
  readonly onSaid: (message: FromWorker, device: Device) => void;
}

/** How long a write of the page's takes to land. */
export const WRITE_MS_MAX = 20;

/** Writes land a little later and in order; when the page dies, the last of them may not. */
function slowStore(store: RunStore, { timeline, chance }: DeviceParts, isGone: () => boolean) {
  let isCut = false;
  const later = (work: () => Promise<void>): Promise<void> =>
    new Promise((resolve, reject) => {
      timeline.after(WRITE_MS_MAX, () => {
        isCut ||= isGone() && chance.happens(0.5);
        if (!isCut) void work().then(resolve, reject);
      });
    });
  return {
    ...store,
    addEntry: (...args) => later(() => store.addEntry(...args)),
    addMark: (...args) => later(() => store.addMark(...args)),
    saveProgress: (...args) => later(() => store.saveProgress(...args)),
  } satisfies RunStore;
}

export const newDeviceStore = (): RunStore => createMemoryRunStore();

export function startDevice(parts: DeviceParts): Device {
  const { timeline, chance, network, engine, beatMs, ticket, store, onSaid } = parts;
  let isOnline = true;
  let isAwake = true;
  let isGone = false;
  let last: Extract<FromWorker, { type: "frame" }> | undefined;
  const owner = {};
  let host: SessionHost | undefined;
  const ports: HostPorts = {
    store: slowStore(store, parts, () => isGone),
    sha256Hex: (text) => createHash("sha256").update(text).digest("hex"),
    post(message) {
      if (isGone) return;
      if (message.type === "frame") last = message;
      else onSaid(message, device);
    },
    loadEngine: async () => success(engine),
    takeWriterLock: async () => true,
    nowMs: timeline.nowMs,
    wallTimeMs: timeline.nowMs,
    newId: () => chance.hex(24),
    openSocket: () => network.connect(owner, () => isOnline && !isGone),
  };
  const beat = (): void => {
    if (isGone) return;
    if (isAwake) host?.beat();
    timeline.quietlyAfter(beatMs, beat);
  };
  void joinSession(ports, ticket).then((joined) => {
    host = joined;
  });
  timeline.after(beatMs, beat);
  const device: Device = {
    ticket,
    store,
    tell: (message) => host?.tell(message),
    act: (action) => host?.play()?.act(action),
    ownLog: () => host?.play()?.ownLog(),
    lastTick: () => last?.tick ?? 0,
    readings: () => last?.readings,
    setOnline(wanted) {
      isOnline = wanted;
      if (!wanted) network.cut(owner);
    },
    setAwake(wanted) {
      isAwake = wanted;
    },
    isGone: () => isGone,
    kill() {
      isGone = true;
      network.cut(owner);
    },
  };
  return device;
}
