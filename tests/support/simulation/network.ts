/**
 * A network that may lose, delay, reorder and repeat messages, cut connections, and be gone for a
 * while. WebSockets promise more than this; whatever holds here holds there.
 */
import type { LiveSocket } from "../../../src/app/worker/hostPorts.ts";
import type { Wire } from "../../../src/server/rooms/deviceLine.ts";
import type { Chance, Timeline } from "./timeline.ts";

export interface Weather {
  readonly delayMs: number;
  readonly jitterMs: number;
  /** Shares of all messages. */
  readonly lossShare: number;
  readonly repeatShare: number;
  readonly reorderShare: number;
}

export const FAIR: Weather = {
  delayMs: 5,
  jitterMs: 2,
  lossShare: 0,
  repeatShare: 0,
  reorderShare: 0,
};

/** What answers a connection; undefined while no server is there. */
export type Answer = (wire: Wire) => { hear(text: string): void; gone(): void } | undefined;

const LONGEST_WAIT_MS = 400; // of a message that is overtaken
const CUT_NOTICED_MS = 60;

export class Network {
  weather: Weather = FAIR;
  readonly #timeline: Timeline;
  readonly #chance: Chance;
  readonly #answer: Answer;
  readonly #connections = new Map<object, Set<() => void>>();

  constructor(timeline: Timeline, chance: Chance, answer: Answer) {
    this.#timeline = timeline;
    this.#chance = chance;
    this.#answer = answer;
  }

  /** Cuts every connection of one device, or of all. */
  cut(owner?: object): void {
    for (const [one, cuts] of this.#connections) {
      if (owner === undefined || one === owner) for (const cut of [...cuts]) cut();
    }
  }

  /** @param isReachable whether the device has a network at this moment */
  connect(owner: object, isReachable: () => boolean): LiveSocket {
    const timeline = this.#timeline;
    const socket: LiveSocket = {
      send: () => undefined,
      close: () => end(),
      onopen: null,
      onclose: null,
      onmessage: null,
    };
    let line: ReturnType<Answer>;
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      this.#connections.get(owner)?.delete(end);
      line?.gone();
      timeline.after(CUT_NOTICED_MS, () => socket.onclose?.());
    };
    const cuts = this.#connections.get(owner) ?? new Set();
    this.#connections.set(owner, cuts.add(end));
    const up = this.#lane((text) => line?.hear(text));
    const down = this.#lane((text) => isReachable() && socket.onmessage?.({ data: text }));
    socket.send = (text) => !isOver && isReachable() && up(text, () => isOver);
    timeline.after(this.weather.delayMs, () => {
      if (isOver) return;
      if (isReachable()) {
        const wire: Wire = { send: (text) => down(text, () => isOver), reject: end, restart: end };
        line = this.#answer(wire);
      }
      if (line === undefined) end();
      else socket.onopen?.();
    });
    return socket;
  }

  /** One direction of a connection: in order, but for what the weather does. */
  #lane(deliver: (text: string) => void): (text: string, isOver: () => boolean) => void {
    let freeMs = 0;
    return (text, isOver) => {
      const { delayMs, jitterMs, lossShare, repeatShare, reorderShare } = this.weather;
      const chance = this.#chance;
      if (lossShare > 0 && chance.happens(lossShare)) return;
      const nowMs = this.#timeline.nowMs();
      const dueMs = Math.max(freeMs, nowMs + delayMs + jitterMs * chance.fraction());
      const isLate = reorderShare > 0 && chance.happens(reorderShare);
      if (!isLate) freeMs = dueMs;
      const atMs = dueMs - nowMs + (isLate ? LONGEST_WAIT_MS * chance.fraction() : 0);
      const arrive = (): void => {
        if (!isOver()) deliver(text);
      };
      this.#timeline.after(atMs, arrive);
      if (repeatShare > 0 && chance.happens(repeatShare)) {
        this.#timeline.after(atMs + LONGEST_WAIT_MS * chance.fraction(), arrive);
      }
    };
  }
}
