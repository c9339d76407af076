/** One worker kept ready while the landing page is read, so that Start does not wait for it. */
let spare: Worker | undefined;

const createWorker = (): Worker =>
  new Worker(new URL("../worker.ts", import.meta.url), { type: "module", name: "case" });

export function prepareWorker(): void {
  spare ??= createWorker();
}

export function takeWorker(): Worker {
  const worker = spare ?? createWorker();
  spare = undefined;
  return worker;
}
