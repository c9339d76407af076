/**
 * The worker in which a case runs, away from slow frames. It owns the clock and the device's copy of
 * the log; the page shows what it posts.
 */
import "./worker/zodWithoutEval.ts";
import type { FromWorker, ToWorker } from "../session/contract/protocol.ts";
import { newRecordingId } from "./newRecordingId.ts";
import { sha256Hex } from "./sha256.ts";
import { openRunStore } from "./storage/openRunStore.ts";
import { createCaseHost } from "./worker/caseHost.ts";
import type { LiveSocket } from "./worker/hostPorts.ts";
import { loadEngine } from "./worker/loadEngine.ts";
import { takeWriterLock } from "./worker/writerLock.ts";

const BEAT_EVERY_MS = 16;

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const post = (message: FromWorker): void => scope.postMessage(message);

const host = openRunStore().then((store) =>
  createCaseHost({
    store,
    sha256Hex,
    post,
    loadEngine,
    takeWriterLock,
    nowMs: () => performance.now(),
    wallTimeMs: () => Date.now(),
    newId: newRecordingId,
    openSocket: () => new WebSocket("/api/live") as unknown as LiveSocket,
  }),
);

/** An error nobody foresaw: the page says so, and what was played stays kept. */
function postFailure(error: unknown): void {
  console.error(error);
  const reason = error instanceof Error ? error.message : String(error);
  post({
    type: "problem",
    code: "worker.failed",
    place: "the running case",
    sentence: `The case stopped: ${reason}`,
    remedy:
      "Everything up to this moment is kept. Export the recording and report it, or start again.",
    isFinal: true,
  });
}

scope.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  host.then((ready) => ready.receive(data)).catch(postFailure);
};

host
  .then((ready) => {
    const timer = setInterval(() => {
      try {
        ready.beat();
      } catch (error) {
        clearInterval(timer);
        postFailure(error);
      }
    }, BEAT_EVERY_MS);
  })
  .catch(postFailure);
