/** An older engine is kept for as long as a kept run names it. */
import { offlineFacts } from "./offlineFacts.ts";
import { CACHES } from "./protocol.ts";
import { engineHashIn } from "./requestKind.ts";

export async function forgetEngines(namedByRuns: ReadonlySet<string>): Promise<void> {
  // Without a secure address there are no such caches, and reading them may be refused.
  if (!("caches" in globalThis) || offlineFacts.value.keeping === "turnedOff") return;
  try {
    if (!(await caches.has(CACHES.byHash))) return;
    const cache = await caches.open(CACHES.byHash);
    for (const request of await cache.keys()) {
      const hash = engineHashIn(new URL(request.url).pathname);
      if (hash !== undefined && !namedByRuns.has(hash)) await cache.delete(request);
    }
  } catch (error) {
    console.warn("Older engines were not looked through.", error);
  }
}
