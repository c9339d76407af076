/**
 * Concurrent live sessions against one server process: npm run load:sessions -- [--sessions 300]
 * [--seconds 60] [--database sqlite|postgres]. Each session has a trainee who acts twice a second, and for a
 * tenth of the time cranks five times a second, and two watchers. Devices here run no case: they send what
 * one would send, and the time until it is acknowledged is taken. Prints the 99th percentile, what a
 * watcher receives, how much CPU server and devices took, and how long they waited for a core: where that
 * is long, others had the machine and the times say little.
 */
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { WebSocket } from "ws";
import { openDatabase } from "../src/server/database/openDatabase.ts";
import { type CaseLog, createCaseLog } from "../src/session/caseLog.ts";
import { genesisHex } from "../src/session/chain.ts";
import { type FromServer, LIVE_VERSION, type ToServer } from "../src/session/contract/live.ts";
import type { Checkpoint } from "../src/session/contract/recording.ts";
import { createLiveSender } from "../src/session/liveSender.ts";
import { fromWire } from "../src/session/liveWire.ts";
import { addSession, CASE_SETUP, ENGINE_HASH, ticketFor } from "../tests/support/liveBench.ts";
import { startPostgres } from "../tests/support/postgres.ts";
import {
  bundleServer,
  coreWaitSeconds,
  cpuSeconds,
  freePort,
  startServer,
} from "../tests/support/serverControl.ts";

const TICK_MS = 20;
const FRONTIER_MS = 160;
const CRANK_SHARE = 0.1; // 30 s in every 5 minutes
const { values } = parseArgs({
  options: {
    sessions: { type: "string", default: "300" },
    seconds: { type: "string", default: "60" },
    database: { type: "string", default: "sqlite" },
  },
});
const sessionCount = Number(values.sessions);
const seconds = Number(values.seconds);
const sha256Hex = (text: string) => createHash("sha256").update(text).digest("hex");
const genesis = genesisHex(ENGINE_HASH, CASE_SETUP, sha256Hex);

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-load-"));
const postgres = values.database === "postgres" ? startPostgres(["fsync=on"]) : undefined;
const choice = { dataDir, url: await postgres?.createDatabase() };
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const acknowledgedMs: number[] = [];
const refusals = new Set<string>();
let watcherBytes = 0;

function connect(hello: Extract<ToServer, { type: "hello" }>, hear: (text: string) => void) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live`, { origin });
  socket.on("open", () => socket.send(JSON.stringify(hello)));
  socket.on("message", (data: Buffer) => hear(data.toString("utf8")));
  return socket;
}

const helloOf = (token: string) =>
  ({
    type: "hello",
    version: LIVE_VERSION,
    token,
    deviceId: randomBytes(8).toString("hex"),
    takeOver: false,
    haveSequence: 0,
    haveCheckpointTick: 0,
    haveJournalSequence: 0,
  }) as const;

/** What a trainee's device sends, with the moment at which each entry was made. */
class StandInTrainee {
  readonly #log: CaseLog = createCaseLog(genesis, sha256Hex);
  readonly #sender = createLiveSender();
  readonly #checkpoints: Checkpoint[] = [];
  readonly #madeMs: number[] = [];
  readonly #socket: WebSocket;
  readonly #phaseMs = Math.random() * 300_000;
  #startMs: number | undefined;
  #nextActMs = 0;
  #confirmed = 0;

  constructor(token: string) {
    this.#socket = connect(helloOf(token), (text) => this.#hear(fromWire(text)));
  }

  #hear(message: FromServer): void {
    const nowMs = performance.now();
    if (message.type === "welcome") this.#sender.begin(0, 0);
    if (message.type === "start" && this.#startMs === undefined) {
      this.#startMs = nowMs;
      this.#nextActMs = nowMs + Math.random() * 500;
      setTimeout(() => this.#beat(), Math.random() * FRONTIER_MS);
    }
    if (message.type === "refused") refusals.add(message.sentence);
    if (message.type !== "kept") return;
    for (; this.#confirmed < message.sequence; this.#confirmed++) {
      acknowledgedMs.push(nowMs - (this.#madeMs[this.#confirmed] ?? nowMs));
    }
  }

  #beat(): void {
    const nowMs = performance.now();
    const tick = Math.floor((nowMs - (this.#startMs ?? nowMs)) / TICK_MS);
    while (this.#checkpoints.length < Math.floor(tick / 50)) {
      const at = (this.#checkpoints.length + 1) * 50;
      this.#checkpoints.push({ tick: at, hashHex: at.toString(16).padStart(16, "0") });
    }
    if (nowMs >= this.#nextActMs) this.#act(tick, nowMs);
    // What is sent is over: the next act may still come in this tick.
    const own = {
      genesisHex: genesis,
      entries: this.#log.entries(),
      checkpoints: this.#checkpoints,
      frontierTick: tick,
    };
    for (const message of this.#sender.due({ ...own, isEnded: false })) {
      this.#socket.send(JSON.stringify(message));
    }
    const untilActMs = Math.max(0, this.#nextActMs - performance.now());
    setTimeout(() => this.#beat(), Math.min(FRONTIER_MS, untilActMs));
  }

  #act(tick: number, nowMs: number): void {
    const isCranking = ((nowMs + this.#phaseMs) % 300_000) / 300_000 < CRANK_SHARE;
    const action = isCranking
      ? ({
          type: "crank.turn",
          head: "arterial",
          revolutions: 0.25,
          rotation: "clockwise",
        } as const)
      : ({ type: "line.clamp", site: "arterial" } as const);
    this.#log.append(tick, { actor: "trainee", action });
    this.#madeMs.push(nowMs);
    this.#nextActMs = nowMs + (isCranking ? 200 : 500);
  }
}

const opened = await openDatabase(choice);
const tokens: { trainee: string; supervisor: string; observer: string }[] = [];
for (let index = 0; index < sessionCount; index++) {
  const id = await addSession(opened.database, null);
  const tokenOf = async (role: "trainee" | "supervisor" | "observer") =>
    (await ticketFor(opened.database, id, role)).token;
  tokens.push({
    trainee: await tokenOf("trainee"),
    supervisor: await tokenOf("supervisor"),
    observer: await tokenOf("observer"),
  });
}
await opened.close();
const serverFile = await bundleServer();
const server = await startServer(choice, port, serverFile);
process.once("exit", () => {
  server.kill("SIGKILL");
  postgres?.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
  fs.rmSync(path.dirname(serverFile), { recursive: true, force: true });
});
const starters: (() => void)[] = [];
for (const { trainee, supervisor, observer } of tokens) {
  new StandInTrainee(trainee);
  const count = (text: string): void => {
    watcherBytes += Buffer.byteLength(text);
  };
  const leading = connect(helloOf(supervisor), count);
  connect(helloOf(observer), count);
  starters.push(() => leading.send(JSON.stringify({ type: "start" })));
  await new Promise((resolve) => setTimeout(resolve, 10));
}
await new Promise((resolve) => setTimeout(resolve, 3_000));
for (const start of starters) start();
await new Promise((resolve) => setTimeout(resolve, 5_000));
acknowledgedMs.length = 0;
watcherBytes = 0;
const processes = [
  { name: "the server", pid: server.pid as number },
  { name: "the devices", pid: process.pid },
];
const costs = () =>
  processes.map(({ name, pid }) => ({ name, cpuS: cpuSeconds(pid), waitS: coreWaitSeconds(pid) }));
const costsBefore = costs();
const wallBefore = performance.now();
await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
const wallS = (performance.now() - wallBefore) / 1000;
const percent = (usedS: number) => `${((usedS / wallS) * 100).toFixed(0)} %`;
const costLines = costs().map(
  ({ name, cpuS, waitS }, index) =>
    `${name} took ${percent(cpuS - (costsBefore[index]?.cpuS ?? 0))} of a core ` +
    `and waited for one ${percent(waitS - (costsBefore[index]?.waitS ?? 0))} of the time`,
);
const sorted = [...acknowledgedMs].sort((one, other) => one - other);
const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
const kbitS = (watcherBytes * 8) / 1000 / wallS / (2 * sessionCount);
for (const refusal of refusals) process.stdout.write(`refused: ${refusal}\n`);
process.stdout.write(
  `${values.database}, ${sessionCount} sessions: ${sorted.length} entries acknowledged in ${wallS.toFixed(0)} s, ` +
    `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms; ${kbitS.toFixed(2)} kbit/s for each watcher; ` +
    `${costLines.join("; ")}\n`,
);
process.exit(refusals.size === 0 && sorted.length > 0 ? 0 : 1);
