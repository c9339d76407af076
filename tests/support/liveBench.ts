/**
 * A server on a real port with a session in it, and devices that run the app's own hosts over real
 * WebSockets with a light engine. Time is the test's: it passes when the test says so.
 */
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { WebSocket } from "ws";
import { createMemoryRunStore } from "../../src/app/storage/memoryRunStore.ts";
import type { RunStore } from "../../src/app/storage/runStore.ts";
import { createCaseHost } from "../../src/app/worker/caseHost.ts";
import type { LiveSocket } from "../../src/app/worker/hostPorts.ts";
import { success } from "../../src/kernel/result.ts";
import { buildServer } from "../../src/server/buildServer.ts";
import type { Database } from "../../src/server/database/openDatabase.ts";
import { addParticipant } from "../../src/server/rooms/sessions.ts";
import { openSigningKey } from "../../src/server/signing/ed25519.ts";
import type { ParticipantRole } from "../../src/session/contract/live.ts";
import type { FromWorker, SessionTicket } from "../../src/session/contract/protocol.ts";
import * as engine from "../unit/session/fakeEngine.ts";

export const ENGINE_HASH = "00112233445566ff";
export const CASE_SETUP = { seed: 5, endTick: 1_000_000 };
const REAL_MS_PER_STEP = 4;
const STEP_MS = 40;

export interface Device {
  readonly said: FromWorker[];
  readonly store: RunStore;
  readonly host: ReturnType<typeof createCaseHost>;
  /** Its network: closed, nothing gets through and every connection breaks. */
  setOnline(isOnline: boolean): void;
  /** The page is gone; what it kept stays. */
  kill(): void;
}

export interface LiveBench {
  readonly database: Database;
  readonly sessionId: string;
  nowMs(): number;
  /** Lets time pass for everybody; messages travel meanwhile. */
  pass(ms: number): Promise<void>;
  join(role: ParticipantRole, options?: JoinOptions): Promise<Device>;
  ticket(role: ParticipantRole): Promise<SessionTicket>;
  /** Sets the clock on the server's wall forward or back; no time passes. */
  stepWall(ms: number): void;
  /** Ends the server as if its process were gone, and starts it again on the same database. */
  restart(): Promise<void>;
  port(): number;
  close(): Promise<void>;
}

interface JoinOptions {
  readonly store?: RunStore;
  readonly ticket?: SessionTicket;
  /** Looks at the replay of the ended session instead of taking part. */
  readonly isDebrief?: boolean;
}

/** A session that waits for its devices, with a department and a supervisor of its own. */
export async function addSession(database: Database, withheld: object | null): Promise<string> {
  const id = randomBytes(12).toString("hex");
  const department_id = `d-${id}`;
  const account = { id: `a-${id}`, department_id, name: "Sue", email: `${id}@example.org` };
  await database
    .insertInto("department")
    .values({ id: department_id, name: id, created_ms: 0 })
    .execute();
  await database
    .insertInto("account")
    .values({ ...account, role: "supervisor", password_hash: null, created_ms: 0, closed_ms: null })
    .execute();
  await database
    .insertInto("session")
    .values({
      id,
      department_id,
      created_by: account.id,
      join_code: id.slice(0, 12),
      title: "A case for tests",
      scenario_id: "none",
      mode: "exam",
      engine_hash: ENGINE_HASH,
      case_setup_json: JSON.stringify(CASE_SETUP),
      withheld_json: withheld === null ? null : JSON.stringify(withheld),
      state: "waiting",
      trainee_account_id: null,
      writer_device: null,
      created_ms: 0,
      started_ms: null,
      ended_ms: null,
    })
    .execute();
  return id;
}

/** A WebSocket to a server on this machine, as the app's hosts use it. */
export function openSocket(
  port: number,
  sockets: Set<WebSocket>,
  isOnline: () => boolean,
): LiveSocket {
  const origin = `http://127.0.0.1:${port}`;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live`, { origin });
  sockets.add(socket);
  const live: LiveSocket = {
    send: (text) => isOnline() && socket.readyState === socket.OPEN && socket.send(text),
    close: () => socket.close(),
    onopen: null,
    onclose: null,
    onmessage: null,
  };
  socket.on("open", () => (isOnline() ? live.onopen?.() : socket.terminate()));
  socket.on("message", (data: Buffer) => {
    if (isOnline()) live.onmessage?.({ data: data.toString("utf8") });
  });
  socket.on("close", () => live.onclose?.());
  socket.on("error", () => undefined);
  return live;
}

/** A new participant's ticket. */
export async function ticketFor(
  database: Database,
  sessionId: string,
  role: ParticipantRole,
): Promise<SessionTicket> {
  const joining = { role, name: `The ${role}`, account: undefined, nowMs: 1 };
  const { token } = await addParticipant(database, sessionId, joining);
  return {
    sessionId,
    token,
    deviceId: randomBytes(8).toString("hex"),
    takeOver: false,
    role,
    title: "A case for tests",
    mode: "exam",
    engineHash: ENGINE_HASH,
    caseSetup: CASE_SETUP,
  };
}

export async function startLiveBench(
  database: Database,
  withheld: object | null = null,
): Promise<LiveBench> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-live-"));
  fs.writeFileSync(path.join(folder, "index.html"), "<title>OnBypass</title>");
  const sessionId = await addSession(database, withheld);
  const key = openSigningKey(folder);
  let nowMs = 1_800_000_000_000;
  let wallStepMs = 0;
  const folders = { appDir: folder, engineDirs: [folder] };
  const clocks = { nowMs: () => nowMs + wallStepMs, steadyMs: () => nowMs, bootId: "bench" };
  const build = () => buildServer({ ...folders, ...clocks, database, key });
  let server = await build();
  await server.listen({ port: 0, host: "127.0.0.1" });
  const port = (server.server.address() as AddressInfo).port;
  const devices = new Set<Device>();

  const ticketOf = (role: ParticipantRole) => ticketFor(database, sessionId, role);

  return {
    database,
    sessionId,
    nowMs: () => nowMs,
    port: () => port,
    ticket: ticketOf,
    async pass(ms) {
      for (let passed = 0; passed < ms; passed += STEP_MS) {
        nowMs += STEP_MS;
        for (const device of devices) device.host.beat();
        await new Promise((resolve) => setTimeout(resolve, REAL_MS_PER_STEP));
      }
    },
    stepWall(ms) {
      wallStepMs += ms;
    },
    async join(role, { store = createMemoryRunStore(), ticket, isDebrief = false } = {}) {
      const said: FromWorker[] = [];
      const sockets = new Set<WebSocket>();
      let isOnline = true;
      const host = createCaseHost({
        store,
        sha256Hex: (text) => createHash("sha256").update(text).digest("hex"),
        post: (message) => void said.push(message),
        loadEngine: async () => success(engine),
        takeWriterLock: async () => true,
        nowMs: () => nowMs,
        wallTimeMs: () => nowMs,
        newId: () => randomBytes(12).toString("hex"),
        openSocket: () => openSocket(port, sockets, () => isOnline),
      });
      const device: Device = {
        said,
        store,
        host,
        setOnline(wanted) {
          isOnline = wanted;
          if (!wanted) for (const socket of sockets) socket.terminate();
        },
        kill() {
          devices.delete(device);
          isOnline = false;
          for (const socket of sockets) socket.terminate();
        },
      };
      devices.add(device);
      const type = isDebrief ? "debrief" : "join";
      await host.receive({ type, ...(ticket ?? (await ticketOf(role))) });
      return device;
    },
    async restart() {
      await server.close();
      server = await build();
      await server.listen({ port, host: "127.0.0.1" });
    },
    async close() {
      for (const device of devices) device.kill();
      await server.close();
      fs.rmSync(folder, { recursive: true });
    },
  };
}
