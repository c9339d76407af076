/**
 * Sessions in real time against a server process that is killed, again and again, at moments nobody
 * chose. After each kill the database is read: what was acknowledged has to be there, in one piece.
 */
import type { ChildProcess } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import type { WebSocket } from "ws";
import { createMemoryRunStore } from "../../src/app/storage/memoryRunStore.ts";
import type { HostPorts } from "../../src/app/worker/hostPorts.ts";
import { joinSession, type SessionHost } from "../../src/app/worker/sessionHost.ts";
import { success } from "../../src/kernel/result.ts";
import { type DatabaseChoice, openDatabase } from "../../src/server/database/openDatabase.ts";
import { sha256Hex } from "../../src/server/rooms/roomSource.ts";
import { readLog } from "../../src/server/rooms/roomStore.ts";
import { firstBrokenLink, genesisHex } from "../../src/session/chain.ts";
import type { SessionTicket } from "../../src/session/contract/protocol.ts";
import * as engine from "../unit/session/fakeEngine.ts";
import { addSession, CASE_SETUP, ENGINE_HASH, openSocket, ticketFor } from "./liveBench.ts";
import { freePort, startServer } from "./serverControl.ts";

const BEAT_MS = 16;
const ACT_MS = 100;
const START_MS_MAX = 60_000;
const CLAMP = { type: "line.clamp", site: "arterial" } as const;

export interface KillWish {
  readonly choice: DatabaseChoice;
  readonly killCount: number;
  readonly sessionCount: number;
  /** How the server is ended each time; SIGTERM asks it to, and has to be obeyed. */
  readonly signal?: "SIGKILL" | "SIGTERM";
  /** What is done before each end, and after it: a cut of the power, and its return. */
  readonly power?: { readonly cut: () => void; readonly restore: () => Promise<void> };
  /** A server made by bundleServer; without it, every start compiles the sources. */
  readonly serverFile?: string;
  readonly onKill?: (kill: number, findingCount: number) => void;
  /** Called while everything runs, before the first kill; for counting what reaches the disk. */
  readonly onRunning?: (pid: number, acknowledged: () => number) => Promise<void>;
}

export interface KillReport {
  readonly killCount: number;
  readonly entryCount: number;
  readonly acknowledgedCount: number;
  /** What did not hold; empty when all did. */
  readonly findings: readonly string[];
}

interface Player {
  readonly ticket: SessionTicket;
  readonly host: SessionHost;
  readonly isConnected: () => boolean;
  readonly acknowledgedCount: () => number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function startPlayer(
  ticket: SessionTicket,
  port: number,
  findings: Set<string>,
): Promise<Player> {
  let isConnected = false;
  let acknowledgedCount = 0;
  const ports: HostPorts = {
    store: createMemoryRunStore(),
    sha256Hex: (text) => createHash("sha256").update(text).digest("hex"),
    post(message) {
      if (message.type === "problem") findings.add(`${message.code}: ${message.sentence}`);
      if (message.type !== "link") return;
      isConnected = message.isConnected;
      const entryCount = joined.host?.play()?.ownLog().entries.length ?? 0;
      if (message.unconfirmedCount !== null) {
        acknowledgedCount = Math.max(acknowledgedCount, entryCount - message.unconfirmedCount);
      }
    },
    loadEngine: async () => success(engine),
    takeWriterLock: async () => true,
    nowMs: () => performance.now(),
    wallTimeMs: () => Date.now(),
    newId: () => randomBytes(12).toString("hex"),
    openSocket: () => openSocket(port, sockets, () => true),
  };
  const sockets = new Set<WebSocket>();
  const joined: { host?: SessionHost | undefined } = {};
  const host = await joinSession(ports, ticket);
  joined.host = host;
  if (host === undefined) throw new Error("The device could not join.");
  return {
    ticket,
    host,
    isConnected: () => isConnected,
    acknowledgedCount: () => acknowledgedCount,
  };
}

/** Reads what is kept of a session, and says what is wrong with it. */
async function checkKept(
  choice: DatabaseChoice,
  trainees: readonly Player[],
  findings: Set<string>,
): Promise<number> {
  const { database, close } = await openDatabase(choice);
  let entryCount = 0;
  for (const { ticket, host, acknowledgedCount } of trainees) {
    const acknowledged = acknowledgedCount();
    const { entries } = await readLog(database, ticket.sessionId);
    entryCount += entries.length;
    const own = host.play()?.ownLog().entries ?? [];
    const isWhole = entries.every(({ chainHex }, index) => chainHex === own[index]?.chainHex);
    if (!isWhole) findings.add("what is kept is not what the device played");
    if (entries.length < acknowledged) {
      findings.add(`${acknowledged} entries were acknowledged, ${entries.length} are kept`);
    }
    const broken = firstBrokenLink(
      genesisHex(ENGINE_HASH, CASE_SETUP, sha256Hex),
      entries,
      sha256Hex,
    );
    if (broken !== undefined) findings.add(`the chain breaks at entry ${broken.sequence}`);
  }
  await close();
  return entryCount;
}

async function waitUntil(isSo: () => boolean, what: string, findings: Set<string>): Promise<void> {
  const endMs = Date.now() + START_MS_MAX;
  while (!isSo() && Date.now() < endMs) await pause(BEAT_MS);
  if (!isSo()) findings.add(`in vain waited for: ${what}`);
}

/** Ends the server, and waits until it is gone. */
async function end(
  child: ChildProcess,
  signal: NodeJS.Signals,
  findings: Set<string>,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<number | null>((resolve) => child.once("close", resolve));
  child.kill(signal);
  const code = await gone;
  if (signal === "SIGTERM" && code !== 0)
    findings.add(`asked to stop, the server ended with ${code}`);
}

export async function killAgainAndAgain(wish: KillWish): Promise<KillReport> {
  const { choice, killCount, sessionCount, serverFile, signal = "SIGKILL" } = wish;
  const findings = new Set<string>();
  fs.mkdirSync(choice.dataDir, { recursive: true });
  const port = await freePort();
  const opened = await openDatabase(choice);
  const tickets: SessionTicket[] = [];
  for (let session = 0; session < sessionCount; session++) {
    const sessionId = await addSession(opened.database, null);
    for (const role of ["trainee", "supervisor"] as const) {
      tickets.push(await ticketFor(opened.database, sessionId, role));
    }
  }
  await opened.close();

  let child = await startServer(choice, port, serverFile);
  const players: Player[] = [];
  for (const ticket of tickets) players.push(await startPlayer(ticket, port, findings));
  const trainees = players.filter(({ ticket }) => ticket.role === "trainee");
  const beat = setInterval(() => players.forEach(({ host }) => host.beat()), BEAT_MS);
  const act = setInterval(() => trainees.forEach(({ host }) => host.play()?.act(CLAMP)), ACT_MS);
  const areAllHere = () => players.every((one) => one.isConnected());
  const acknowledged = () => trainees.reduce((sum, one) => sum + one.acknowledgedCount(), 0);
  try {
    await waitUntil(areAllHere, "everybody to connect", findings);
    for (const { ticket, host } of players) {
      if (ticket.role === "supervisor") host.tell({ type: "start" });
    }
    await waitUntil(() => acknowledged() > sessionCount, "the cases to begin", findings);
    await wish.onRunning?.(child.pid as number, acknowledged);
    for (let kill = 0; kill < killCount; kill++) {
      await pause(50 + Math.random() * 500);
      const before = acknowledged();
      wish.power?.cut();
      await end(child, signal, findings);
      await wish.power?.restore();
      await checkKept(choice, trainees, findings);
      child = await startServer(choice, port, serverFile);
      await waitUntil(areAllHere, "everybody to come back", findings);
      await waitUntil(() => acknowledged() > before, "the session to go on", findings);
      wish.onKill?.(kill + 1, findings.size);
    }
    clearInterval(act);
    const isSent = () =>
      trainees.every((one) => one.acknowledgedCount() === one.host.play()?.ownLog().entries.length);
    await waitUntil(isSent, "the last entries to be acknowledged", findings);
  } finally {
    clearInterval(act);
    clearInterval(beat);
    for (const { host } of players) host.stop();
    await end(child, "SIGKILL", findings);
  }
  const entryCount = await checkKept(choice, trainees, findings);
  return { killCount, entryCount, acknowledgedCount: acknowledged(), findings: [...findings] };
}
