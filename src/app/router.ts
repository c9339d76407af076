/** Which page is shown, from the address after "#". Query parameters before it choose what to start. */
import { signal } from "@preact/signals";

const DEPARTMENT_VIEWS = [
  "currency",
  "mine",
  "person",
  "logbook",
  "staff",
  "registers",
  "rules",
  "settings",
] as const;
export type DepartmentViewName = (typeof DEPARTMENT_VIEWS)[number];

export type Route =
  | { readonly page: "landing" }
  | { readonly page: "modules" }
  | { readonly page: "case"; readonly recordingId: string }
  | { readonly page: "debrief"; readonly recordingId: string }
  | { readonly page: "replay"; readonly recordingId: string; readonly tick: number }
  | { readonly page: "signIn" }
  | { readonly page: "welcome"; readonly secret: string }
  | { readonly page: "account" }
  | { readonly page: "people" }
  | {
      readonly page: "department";
      readonly view: DepartmentViewName;
      readonly id: string;
      readonly ruleId: string;
    }
  | { readonly page: "certificate"; readonly id: string }
  | { readonly page: "assess" }
  | { readonly page: "join"; readonly joinCode: string }
  | { readonly page: "room"; readonly sessionId: string }
  | { readonly page: "sign"; readonly sessionId: string }
  | { readonly page: "unknown"; readonly address: string };

const WITH_RECORDING = /^\/(case|debrief|replay)\/([a-z0-9-]{8,64})(?:\/(\d{1,9}))?$/;

/** Addresses that name nothing but their page. */
const PLAIN = {
  "/": "landing",
  "/modules": "modules",
  "/sign-in": "signIn",
  "/account": "account",
  "/people": "people",
  "/assess": "assess",
} as const;
const DEPARTMENT = /^\/department(?:\/([a-z]+)(?:\/([a-z0-9]{1,24})(?:\/([a-z0-9-]{1,80}))?)?)?$/;
const CERTIFICATE = /^\/certificate\/([\w-]{20,100})$/;
const JOIN = /^\/join(?:\/([A-Za-z]{0,12}))?$/;
const WITH_SESSION = /^\/(room|sign)\/([a-z0-9-]{8,64})$/;
const WELCOME = /^\/welcome\/([\w-]{20,100})$/;

/** A page of the department: its view, and whom or what it is about. */
function departmentRoute(address: string): Route | undefined {
  const found = DEPARTMENT.exec(address);
  if (found === null) return undefined;
  const [, name = "currency", id = "", ruleId = ""] = found;
  const view = DEPARTMENT_VIEWS.find((one) => one === name);
  return view && { page: "department", view, id, ruleId };
}

/** The page an address after "#" stands for. */
function parseRoute(hash: string): Route {
  const address = hash.replace(/^#/, "");
  const plain = PLAIN[(address === "" ? "/" : address) as keyof typeof PLAIN];
  if (plain !== undefined) return { page: plain };
  const [, secret] = WELCOME.exec(address) ?? [];
  if (secret !== undefined) return { page: "welcome", secret };
  const [, id] = CERTIFICATE.exec(address) ?? [];
  if (id !== undefined) return { page: "certificate", id };
  const department = departmentRoute(address);
  if (department !== undefined) return department;
  const join = JOIN.exec(address);
  if (join !== null) return { page: "join", joinCode: (join[1] ?? "").toUpperCase() };
  const [, sessionPage, sessionId] = WITH_SESSION.exec(address) ?? [];
  if (sessionId !== undefined) return { page: sessionPage as "room" | "sign", sessionId };
  const [, page, recordingId, tick] = WITH_RECORDING.exec(address) ?? [];
  if (recordingId === undefined) return { page: "unknown", address };
  if (page === "case") return { page, recordingId };
  if (page === "debrief") return { page, recordingId };
  return { page: "replay", recordingId, tick: Number(tick ?? 0) };
}

type KnownRoute = Exclude<Route, { page: "unknown" }>;

function routeAddress(route: KnownRoute): string {
  if ("recordingId" in route) {
    const tick = route.page === "replay" && route.tick > 0 ? `/${route.tick}` : "";
    return `#/${route.page}/${route.recordingId}${tick}`;
  }
  if (route.page === "join") return `#/join/${route.joinCode}`;
  if ("sessionId" in route) return `#/${route.page}/${route.sessionId}`;
  if (route.page === "welcome") return `#/welcome/${route.secret}`;
  if (route.page === "certificate") return `#/certificate/${route.id}`;
  if (route.page === "department") {
    const parts = ["#", "department", route.view, route.id, route.ruleId];
    return parts.filter((one) => one !== "").join("/");
  }
  const [address] = Object.entries(PLAIN).find(([, page]) => page === route.page) ?? ["/"];
  return `#${address}`;
}

export const currentRoute = signal<Route>(parseRoute(location.hash));

addEventListener("hashchange", () => {
  currentRoute.value = parseRoute(location.hash);
});

export function goTo(route: KnownRoute): void {
  location.hash = routeAddress(route);
}
