/**
 * Keeps one version of the app on the device, whole and checked, so that it opens without a server. A newer
 * version is fetched beside it and waits until it is asked to take over, or until no window is open. The API and
 * the live link never pass through here. Decisions: docs/adr/0046.
 */
import { PrecacheController, type PrecacheEntry } from "workbox-precaching";
import { CacheFirst, NetworkFirst } from "workbox-strategies";
import { CACHES, type KeptShare, type TakeOver, type ToServiceWorker } from "./protocol.ts";
import { engineHashIn, PAGE_FILE, type RequestKind, requestKind } from "./requestKind.ts";
import { wantsToSaveData } from "./saveData.ts";

/** Written in by scripts/lib/serviceWorker.mjs: the files of this version, and what they take on the wire. */
declare const KEPT_FILES: readonly Required<PrecacheEntry>[];
declare const WIRE_BYTES: number;

const scope = globalThis as unknown as ServiceWorkerGlobalScope;
const keptPaths = new Set(KEPT_FILES.map(({ url }) => url));

const shell = new PrecacheController({ cacheName: CACHES.shell });
shell.addToCacheList([...KEPT_FILES]);
const byHash = new CacheFirst({ cacheName: CACHES.byHash });
const latest = new NetworkFirst({ cacheName: CACHES.latest });

/** A file of this version is answered from what is kept of it; what is not kept is fetched, and kept then. */
async function answer(kind: RequestKind, event: FetchEvent): Promise<Response> {
  const request = kind === "page" ? new Request(PAGE_FILE) : event.request;
  const kept = await shell.matchPrecache(request);
  if (kept !== undefined) return kept;
  return (kind === "byHash" ? byHash : latest).handle({ event, request });
}

scope.addEventListener("fetch", (event) => {
  const kind = requestKind(event.request, scope.location.origin, (path) => keptPaths.has(path));
  if (kind !== undefined) event.respondWith(answer(kind, event));
});

/** Whoever saves data gets no whole version unasked; one that was kept already is brought up to date. */
async function install(event: ExtendableEvent): Promise<void> {
  const isKeptAlready = (await (await caches.open(CACHES.shell)).keys()).length > 0;
  if (isKeptAlready || !wantsToSaveData()) await shell.install(event);
}

scope.addEventListener("install", (event) => event.waitUntil(install(event)));

async function missingUrls(): Promise<readonly string[]> {
  const cache = await caches.open(CACHES.shell);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  return shell.getCachedURLs().filter((url) => !there.has(shell.getCacheKeyForURL(url) as string));
}

/** Engines of the version before made recordings that are kept: they move to where files by hash are. */
async function keepOlderEngines(): Promise<void> {
  const [before, kept] = await Promise.all(
    [CACHES.shell, CACHES.byHash].map((n) => caches.open(n)),
  );
  for (const { url } of await before.keys()) {
    const path = new URL(url).pathname;
    if (engineHashIn(path) === undefined || keptPaths.has(path)) continue;
    const engine = await before.match(url);
    if (engine !== undefined) await kept.put(path, engine);
  }
}

/** Once this version is whole, what was kept singly of others is of no use; their engines are. */
async function forgetSingleFiles(): Promise<void> {
  if ((await missingUrls()).length > 0) return;
  const kept = await caches.open(CACHES.byHash);
  const files = (await kept.keys()).filter(
    ({ url }) => engineHashIn(new URL(url).pathname) === undefined,
  );
  await Promise.all(files.map((file) => kept.delete(file)));
  await caches.delete(CACHES.latest);
}

async function activate(event: ExtendableEvent): Promise<void> {
  await keepOlderEngines();
  await shell.activate(event);
  await forgetSingleFiles();
  await scope.clients.claim();
}

scope.addEventListener("activate", (event) => event.waitUntil(activate(event)));

async function howMuch(): Promise<KeptShare> {
  return { isComplete: (await missingUrls()).length === 0, wireBytes: WIRE_BYTES };
}

/** Outside an installation the library keeps a file only when its hash is right. */
async function keepAll(event: ExtendableEvent): Promise<KeptShare> {
  for (const url of await missingUrls()) {
    const cacheKey = shell.getCacheKeyForURL(url) as string;
    const integrity = shell.getIntegrityForCacheKey(cacheKey);
    const params = { cacheKey, integrity };
    await shell.strategy.handle({ event, request: new Request(url), params });
  }
  return howMuch();
}

async function takeOver(): Promise<TakeOver> {
  const windows = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.length > 1) return { isTaken: false };
  await scope.skipWaiting();
  return { isTaken: true };
}

function reply(message: ToServiceWorker, event: ExtendableEvent): Promise<KeptShare | TakeOver> {
  switch (message.type) {
    case "howMuch":
      return howMuch();
    case "keepAll":
      return keepAll(event);
    case "takeOver":
      return takeOver();
  }
}

scope.addEventListener("message", (event) => {
  const [port] = event.ports;
  if (port === undefined) return;
  const answered = reply(event.data as ToServiceWorker, event).then(
    (value) => port.postMessage(value),
    (error: unknown) => {
      console.warn("What is kept for offline use is not whole.", error);
      return howMuch().then((share) => port.postMessage(share));
    },
  );
  event.waitUntil(answered);
});
