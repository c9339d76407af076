/** Offline use can be turned off for a device, with `?offline=off`; it removes what was kept. `?offline=on` brings it back. */
import { CACHES } from "./protocol.ts";

const KEY = "onbypass.offline";

/** Reads the address first, and remembers what it says. */
export function isTurnedOff(
  search: string,
  storage: Pick<Storage, "getItem" | "setItem">,
): boolean {
  const asked = new URLSearchParams(search).get("offline");
  try {
    if (asked === "off" || asked === "on") storage.setItem(KEY, asked);
    return (asked ?? storage.getItem(KEY)) === "off";
  } catch {
    return asked === "off"; // the page may keep nothing
  }
}

/** Runs stay: they are not of what is kept for offline use. */
export async function removeWhatIsKept(): Promise<void> {
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((one) => one.unregister()));
  await Promise.all(Object.values(CACHES).map((name) => caches.delete(name)));
}
