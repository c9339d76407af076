/** One worker kept ready while the landing page is read, so that Start does not wait for it. */
import type { ToWorker } from "../../session/contract/protocol.ts";

let spare: Worker | undefined;

const createWorker = (): Worker =>
  new Worker(new URL("../worker.ts", import.meta.url), { type: "module", name: "case" });

export function prepareWorker(): void {
  spare ??= createWorker();
}

/** Lets the worker that will take the next case do beforehand what takes time. */
export function prepareCase(message: Extract<ToWorker, { type: "prepare" }>): void {
  spare ??= createWorker();
  spare.postMessage(message);
}

export function takeWorker(): Worker {
  const worker = spare ?? createWorker();
  spare = undefined;
  return worker;
}
