/** Time of a simulation: what is to happen, in order, with nothing of the real clock in it. */
import { nextFraction, STREAM_WORDS, seedStream } from "../../../src/kernel/random.ts";

export interface Chance {
  /** From 0 to 1. */
  fraction(): number;
  happens(share: number): boolean;
  between(low: number, high: number): number;
  whole(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  hex(digits: number): string;
}

export function createChance(seed: number, name: string): Chance {
  const words = new Uint32Array(STREAM_WORDS);
  seedStream(words, 0, seed, name);
  const fraction = (): number => nextFraction(words, 0);
  const whole = (low: number, high: number): number =>
    low + Math.floor(fraction() * (high - low + 1));
  return {
    fraction,
    happens: (share) => fraction() < share,
    between: (low, high) => low + fraction() * (high - low),
    whole,
    pick: (items) => items[whole(0, items.length - 1)]!,
    hex: (digits) => Array.from({ length: digits }, () => whole(0, 15).toString(16)).join(""),
  };
}

interface Event {
  readonly atMs: number;
  readonly order: number;
  readonly happen: () => void;
  readonly isQuiet: boolean;
}

/** How far a chain of promises gets before the next event. Nothing here waits for anything else. */
const HOPS = 24;

export interface Timeline {
  nowMs(): number;
  /** Something happens so many ms from now; what is set for the same moment keeps its order. */
  after(delayMs: number, happen: () => void): void;
  /** The same, for what begins no promise that anybody waits for before the next event. */
  quietlyAfter(delayMs: number, happen: () => void): void;
  /** Runs to a moment; promises that an event keeps are waited for before the next one. */
  runUntil(atMs: number): Promise<void>;
}

const isBefore = (one: Event, other: Event): boolean =>
  one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);

/** A binary heap: the next event is always at its top. */
function createHeap() {
  const heap: Event[] = [];
  const swap = (one: number, other: number): void => {
    [heap[one], heap[other]] = [heap[other]!, heap[one]!];
  };
  return {
    top: (): Event | undefined => heap[0],
    push(event: Event): void {
      heap.push(event);
      let at = heap.length - 1;
      while (at > 0 && isBefore(heap[at]!, heap[(at - 1) >> 1]!)) {
        swap(at, (at - 1) >> 1);
        at = (at - 1) >> 1;
      }
    },
    pop(): void {
      const last = heap.pop()!;
      if (heap.length === 0) return;
      heap[0] = last;
      for (let at = 0; ; ) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < heap.length && isBefore(heap[child]!, heap[least]!)) least = child;
        }
        if (least === at) return;
        swap(at, least);
        at = least;
      }
    },
  };
}

export function createTimeline(startMs: number): Timeline {
  const heap = createHeap();
  let nowMs = startMs;
  let order = 0;
  const plan = (delayMs: number, happen: () => void, isQuiet: boolean): void =>
    heap.push({ atMs: nowMs + Math.max(0, delayMs), order: order++, happen, isQuiet });
  return {
    nowMs: () => nowMs,
    after: (delayMs, happen) => plan(delayMs, happen, false),
    quietlyAfter: (delayMs, happen) => plan(delayMs, happen, true),
    async runUntil(atMs) {
      for (let next = heap.top(); next !== undefined && next.atMs <= atMs; next = heap.top()) {
        heap.pop();
        nowMs = next.atMs;
        next.happen();
        if (next.isQuiet) continue;
        for (let hop = 0; hop < HOPS; hop++) await undefined;
      }
      nowMs = atMs;
    },
  };
}
