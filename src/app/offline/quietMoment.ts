/** When a first visit has done what it came for, so that fetching for later takes nothing from it. */
import { consoleFetched } from "../landing/prefetchConsole.ts";
import { currentRoute } from "../router.ts";
import { whenIdle } from "../whenIdle.ts";

/** ms since a page was opened; a case gets the line to itself until its console stands. */
const SETTLED_MS = 2000;
const CASE_SETTLED_MS = 20_000;
const LOOK_EVERY_MS = 500;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function quietMoment(): Promise<void> {
  let openedMs = performance.now();
  const stop = currentRoute.subscribe(() => {
    openedMs = performance.now();
  });
  const settledMs = () => (currentRoute.value.page === "case" ? CASE_SETTLED_MS : SETTLED_MS);
  while (performance.now() - openedMs < settledMs() || document.readyState !== "complete") {
    await pause(LOOK_EVERY_MS);
  }
  stop();
  await consoleFetched();
  await whenIdle();
}
