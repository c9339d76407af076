/** Which page is shown, from the address after "#". Query parameters before it choose what to start. */
import { signal } from "@preact/signals";

export type Route =
  | { readonly page: "landing" }
  | { readonly page: "case"; readonly recordingId: string }
  | { readonly page: "debrief"; readonly recordingId: string }
  | { readonly page: "replay"; readonly recordingId: string; readonly tick: number }
  | { readonly page: "unknown"; readonly address: string };

const WITH_RECORDING = /^\/(case|debrief|replay)\/([a-z0-9-]{8,64})(?:\/(\d{1,9}))?$/;

/** The page an address after "#" stands for. */
function parseRoute(hash: string): Route {
  const address = hash.replace(/^#/, "");
  if (address === "" || address === "/") return { page: "landing" };
  const [, page, recordingId, tick] = WITH_RECORDING.exec(address) ?? [];
  if (recordingId === undefined) return { page: "unknown", address };
  if (page === "case") return { page, recordingId };
  if (page === "debrief") return { page, recordingId };
  return { page: "replay", recordingId, tick: Number(tick ?? 0) };
}

function routeAddress(route: Exclude<Route, { page: "unknown" }>): string {
  if (route.page === "landing") return "#/";
  const tick = route.page === "replay" && route.tick > 0 ? `/${route.tick}` : "";
  return `#/${route.page}/${route.recordingId}${tick}`;
}

export const currentRoute = signal<Route>(parseRoute(location.hash));

addEventListener("hashchange", () => {
  currentRoute.value = parseRoute(location.hash);
});

export function goTo(route: Exclude<Route, { page: "unknown" }>): void {
  location.hash = routeAddress(route);
}
