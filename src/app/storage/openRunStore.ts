/** The best store this browser has: on the device, or else in memory, which the landing page says. */
import { openIndexedRunStore } from "./indexedRunStore.ts";
import { createMemoryRunStore } from "./memoryRunStore.ts";
import type { RunStore } from "./runStore.ts";

let opened: Promise<RunStore> | undefined;

async function open(): Promise<RunStore> {
  try {
    return await openIndexedRunStore(indexedDB);
  } catch (error) {
    console.warn("Runs cannot be kept on this device.", error);
    return createMemoryRunStore();
  }
}

/** One store per page or worker. */
export function openRunStore(): Promise<RunStore> {
  opened ??= open();
  return opened;
}
