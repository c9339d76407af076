/**
 * Fetches what the console needs while the first page is read, one after the other and only when the
 * browser has nothing better to do. Nothing is started; a failure is met again at Start.
 */
import { chooseRenderer } from "../case/rendererChoice.ts";
import { whenIdle } from "../whenIdle.ts";

/** The monitor asks for its renderer only when it is mounted. */
async function prefetchRenderer(): Promise<unknown> {
  return chooseRenderer(location.search) === "webgl"
    ? import("../../monitor/rendererWebgl.ts")
    : import("../../monitor/rendererCanvas.ts");
}

const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import("../case/CasePage.tsx"),
  () => import("../../console/mountConsole.ts"),
  () => import("../../monitor/mountMonitor.ts"),
  () => prefetchRenderer(),
  () => import("../../sound/mountSound.ts"),
];

let fetching: Promise<void> | undefined;

async function fetchAll(): Promise<void> {
  for (const part of PARTS) {
    await whenIdle();
    await part();
  }
}

export function prefetchConsole(): void {
  fetching ??= fetchAll().catch((error: unknown) =>
    console.warn("The console was not fetched ahead.", error),
  );
}

/** Settled when what was begun is done. */
export const consoleFetched = (): Promise<void> => fetching ?? Promise.resolve();
