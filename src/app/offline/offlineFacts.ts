/** What is known about use without a server, as pages show it. */
import { signal } from "@preact/signals";

export interface OfflineFacts {
  /** The device has no network. */
  readonly isOffline: boolean;
  /** There is a network, and the server does not answer. */
  readonly isServerAway: boolean;
  /**
   * "none": this browser keeps nothing, or has not begun; "asUsed": what was used is kept, and the rest on
   * demand; "failed": it was begun and did not become whole.
   */
  readonly keeping: "none" | "turnedOff" | "fetching" | "asUsed" | "whole" | "failed";
  /** What the whole takes on the wire; 0 until the worker has said. */
  readonly wireBytes: number;
  /** A newer version is there: "ready", or "blocked" by another window that uses the present one. */
  readonly update: "none" | "ready" | "blocked";
}

export const offlineFacts = signal<OfflineFacts>({
  isOffline: !navigator.onLine,
  isServerAway: false,
  keeping: "none",
  wireBytes: 0,
  update: "none",
});

export function learn(facts: Partial<OfflineFacts>): void {
  offlineFacts.value = { ...offlineFacts.value, ...facts };
}
