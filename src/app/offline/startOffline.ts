/**
 * Brings the service worker to work, where the browser has one, and learns from it what is kept. Without one
 * (an insecure address, some private windows) the app works as it does without this file.
 */
import type { Workbox } from "workbox-window";
import { currentRoute } from "../router.ts";
import { learn, offlineFacts } from "./offlineFacts.ts";
import { type KeptShare, type TakeOver, type ToServiceWorker, WORKER_URL } from "./protocol.ts";
import { quietMoment } from "./quietMoment.ts";
import { wantsToSaveData } from "./saveData.ts";
import { isTurnedOff, removeWhatIsKept } from "./turnedOff.ts";

/** Pages on which somebody is in the middle of something: no version is changed there. */
const BUSY_PAGES: readonly string[] = ["case", "replay", "room", "sign", "rate"];

const LOOK_AGAIN_MS = 600_000; // 10 minutes

let registration: ServiceWorkerRegistration | undefined;
/** The worker of a newer version. */
let newer: ServiceWorker | undefined;
let lookedMs = Number.NEGATIVE_INFINITY;

async function ask<Answer>(worker: ServiceWorker, message: ToServiceWorker): Promise<Answer> {
  const { messageSW } = await import("workbox-window");
  return (await messageSW(worker, message)) as Answer;
}

async function learnShare(message: ToServiceWorker): Promise<KeptShare | undefined> {
  const worker = registration?.active;
  if (!worker) return undefined;
  const share = await ask<KeptShare>(worker, message);
  const keeping = share.isComplete ? "whole" : wantsToSaveData() ? "asUsed" : "failed";
  learn({ keeping, wireBytes: share.wireBytes });
  return share;
}

/** Keeps everything, now; also asked for by hand on a device that saves data. */
async function keepEverything(): Promise<void> {
  learn({ keeping: "fetching" });
  await learnShare({ type: "keepAll" });
}

async function learnWhatIsKept(): Promise<void> {
  const share = await learnShare({ type: "howMuch" });
  if (share?.isComplete === false && !wantsToSaveData()) await keepEverything();
}

/** Asks the server whether there is a newer version; by that it also shows whether it answers. */
export async function lookForUpdate(): Promise<void> {
  if (registration === undefined || performance.now() - lookedMs < LOOK_AGAIN_MS) return;
  lookedMs = performance.now();
  const isAnswered = await registration.update().then(
    () => true,
    () => false,
  );
  if (!isAnswered) lookedMs = Number.NEGATIVE_INFINITY;
  learn({ isServerAway: !isAnswered });
}

/** The newer version takes over, and the page is loaded anew from it. */
export async function takeUpdate(): Promise<void> {
  if (newer === undefined) return;
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
    once: true,
  });
  const { isTaken } = await ask<TakeOver>(newer, { type: "takeOver" });
  if (!isTaken) learn({ update: "blocked" });
}

function listen(workbox: Workbox): void {
  workbox.addEventListener("activated", () => void learnWhatIsKept());
  workbox.addEventListener("redundant", () => {
    if (!registration?.active) learn({ keeping: "failed" });
  });
  workbox.addEventListener("waiting", ({ sw, wasWaitingBeforeRegister: isFromBefore }) => {
    newer = sw;
    learn({ update: "ready" });
    // It was there when the page opened, so nothing has been begun yet that a new start would end.
    if (isFromBefore && !BUSY_PAGES.includes(currentRoute.value.page)) void takeUpdate();
  });
}

async function register(): Promise<void> {
  const { Workbox } = await import("workbox-window");
  const workbox = new Workbox(WORKER_URL);
  listen(workbox);
  registration = await workbox.register({ immediate: true });
  if (registration?.active) await learnWhatIsKept();
  else if (registration !== undefined) learn({ keeping: "fetching" });
  await lookForUpdate();
}

async function start(): Promise<void> {
  if (isTurnedOff(location.search, localStorage)) {
    learn({ keeping: "turnedOff" });
    await removeWhatIsKept();
    // A page that the worker still serves would have it keep things again.
    if (navigator.serviceWorker.controller !== null) location.reload();
    return;
  }
  // A first visit comes first; whoever has been here before asks only whether something is new.
  if (navigator.serviceWorker.controller === null) await quietMoment();
  await register();
}

export function startOffline(): void {
  addEventListener("offline", () => learn({ isOffline: true }));
  addEventListener("online", () => {
    learn({ isOffline: false });
    lookedMs = Number.NEGATIVE_INFINITY;
    void lookForUpdate();
  });
  if (!("serviceWorker" in navigator)) return;
  start().catch((error: unknown) => console.warn("Nothing is kept for offline use here.", error));
}

/** Does what the key beside the sentence says. */
export function mendOffline(): void {
  if (offlineFacts.value.keeping === "turnedOff") location.search = "?offline=on";
  else if (registration?.active) void keepEverything();
  else void register();
}
