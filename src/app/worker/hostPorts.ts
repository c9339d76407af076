/** What a case host is given by the place it runs in: a worker in the browser, a fake in tests. */
import type { Problem, Result } from "../../kernel/result.ts";
import type { FromWorker } from "../../session/contract/protocol.ts";
import type { Engine, Sha256Hex } from "../../session/engine.ts";
import type { RunStore } from "../storage/runStore.ts";

export interface HostPorts {
  readonly store: RunStore;
  readonly sha256Hex: Sha256Hex;
  post(message: FromWorker): void;
  loadEngine(engineHash: string): Promise<Result<Engine>>;
  /** Takes the right to write this run; false when another tab has it. */
  takeWriterLock(recordingId: string): Promise<boolean>;
  /** A clock that only goes forward, in ms. */
  nowMs(): number;
  wallTimeMs(): number;
  newId(): string;
  /** Opens the live link to the server of this page. */
  openSocket(): LiveSocket;
}

/** A WebSocket, as far as it is used. */
export interface LiveSocket {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onclose: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
}

/** Tells the page that the case cannot go on, or that one wish could not be met. */
export function postProblem(ports: HostPorts, problem: Problem, isFinal: boolean): void {
  const { code, place, sentence, remedy } = problem;
  ports.post({ type: "problem", code, place, sentence, remedy, isFinal });
}

export const hostProblems = {
  notKept: (reason: unknown): Problem => ({
    code: "store.failed",
    place: "this device",
    sentence: `This device could not keep the last entry (${reason instanceof Error ? reason.message : String(reason)}).`,
    remedy: "Free some space, and export the recording before closing this page.",
  }),
  noSuchRun: (recordingId: string): Problem => ({
    code: "store.missing",
    place: recordingId,
    sentence: "This run is not kept on this device.",
    remedy: "Import its recording, or choose another run.",
  }),
  openElsewhere: (): Problem => ({
    code: "run.openElsewhere",
    place: "this run",
    sentence: "This run is being played in another tab of this browser.",
    remedy: "Go on in that tab, or close it and reload this page.",
  }),
} as const;
