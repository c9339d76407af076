/** What a page and the service worker say to each other, and where the worker keeps what. */
export type ToServiceWorker =
  /** How much of this version is kept? Answered with `KeptShare`. */
  | { readonly type: "howMuch" }
  /** Fetch what is missing of this version. Answered with `KeptShare`. */
  | { readonly type: "keepAll" }
  /** Take over from the version before. Answered with `TakeOver`. */
  | { readonly type: "takeOver" };

export interface KeptShare {
  readonly isComplete: boolean;
  /** What the whole takes on the wire, compressed; bytes. */
  readonly wireBytes: number;
}

export interface TakeOver {
  /** False while another window is open: its files are those of the version before. */
  readonly isTaken: boolean;
}

export const CACHES = {
  /** Every file of one version, each checked against the hash it was built with. */
  shell: "onbypass-shell",
  /** Files named by a hash that are of no version kept here: engines of older recordings, mostly. */
  byHash: "onbypass-by-hash",
  /** The latest answer for a name, where the whole is not kept. */
  latest: "onbypass-latest",
} as const;

export const WORKER_URL = "/serviceWorker.js";
