/**
 * The table of docs/architecture.md in executable form: which room may import what. A room's own
 * files are always allowed. An entry that ends in a slash allows that folder only.
 */
export interface RoomRule {
  /** Pure: the same inputs give the same bits. View: draws and sends wishes. Host: owns the outside. */
  readonly kind: "pure" | "view" | "host";
  readonly rooms: readonly string[];
  readonly npm: readonly string[];
}

const pure = (rooms: readonly string[], npm: readonly string[] = []): RoomRule => ({
  kind: "pure",
  rooms,
  npm,
});
const view = (npm: string): RoomRule => ({
  kind: "view",
  rooms: ["kernel", "world/contract/", "session/contract/", "tokens"],
  npm: [npm],
});

export const ROOMS: Readonly<Record<string, RoomRule>> = {
  kernel: pure([]),
  tokens: pure([]),
  physiology: pure(["kernel"]),
  machine: pure(["kernel", "physiology/blood/"]),
  world: pure(["kernel", "physiology", "machine"]),
  scenario: pure(["kernel", "world/contract/"], ["xstate", "zod"]),
  scoring: pure(["kernel", "world/contract/", "scenario/contract/"], ["zod"]),
  case: pure(["kernel", "world", "scenario", "scoring"], ["zod"]),
  session: pure(["kernel", "world/contract/", "scenario", "scoring", "case"], ["zod"]),
  players: pure(["kernel", "world/contract/", "session"]),
  records: pure(["kernel"], ["zod"]),
  description: pure(["kernel", "world/contract/"]),
  console: view("phaser"),
  monitor: view("pixi.js"),
  sound: view("howler"),
  charts: view("uplot"),
  app: { kind: "host", rooms: ["*"], npm: ["*"] },
  server: { kind: "host", rooms: ["*"], npm: ["*"] },
  cli: { kind: "host", rooms: ["*"], npm: ["*"] },
};

/** Folders inside a room that may use more packages than the room itself. */
export const EXTRA_NPM: Readonly<Record<string, readonly string[]>> = {
  "world/contract/": ["zod"],
};

export const PURE_ROOMS = Object.keys(ROOMS).filter((room) => ROOMS[room].kind === "pure");

/** The room of a path such as src/world/step.ts, or "" for a file that lies in none. */
export function roomOf(file: string): string {
  const parts = file.split("/");
  return parts[0] === "src" && parts.length > 2 ? parts[1] : "";
}
