/** The whole server without a port: headers, files, API, live link. Tests inject requests into it. */
import type { Server } from "node:https";
import fastifyCookie from "@fastify/cookie";
import fastifyHelmet from "@fastify/helmet";
import fastify, { type FastifyHttpsOptions, type FastifyInstance } from "fastify";
import { HELMET } from "./contentPolicy.ts";
import type { Database } from "./database/openDatabase.ts";
import { apiServer } from "./http/apiServer.ts";
import { API_ROUTES } from "./http/routes/index.ts";
import { answerToOwnNamesOnly } from "./localNetwork.ts";
import { createMetrics } from "./metrics.ts";
import { addLiveServer } from "./rooms/liveServer.ts";
import { createOpenRooms } from "./rooms/openRooms.ts";
import { databaseRooms } from "./rooms/roomSource.ts";
import { type LogChoice, logAnswers, logOptions } from "./serverLog.ts";
import type { SigningKey } from "./signing/ed25519.ts";
import { createRerunPool } from "./signing/rerunPool.ts";
import { addStaticFiles, type ServerFolders } from "./staticFiles.ts";
import { addWatch } from "./watch.ts";

export interface ServerOptions extends ServerFolders {
  readonly database: Database;
  /** Signs results. */
  readonly key: SigningKey;
  /** Wall time, in ms since 1970; tests hand in their own. */
  readonly nowMs: () => number;
  /** Time that only goes forward, in ms: by it a room counts how long something took. */
  readonly steadyMs: () => number;
  /** Names the start of the machine that steadyMs counts from, where the system does. */
  readonly bootId?: string | undefined;
  /** Behind a proxy that ends TLS: its X-Forwarded headers are believed. */
  readonly trustProxy?: boolean;
  /** Open to the tablets of its network: it answers to its own names there, and says its address. */
  readonly isOnLan?: boolean;
  /** Certificate and key in PEM, where this server ends TLS itself. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  /** Where lines about its work go; without it nothing is written down. */
  readonly log?: LogChoice;
}

function newServer({ trustProxy = false, log, tls }: ServerOptions): FastifyInstance {
  const settings = {
    // What is being answered is answered; connections that only wait are closed.
    forceCloseConnections: "idle",
    trustProxy,
    ...(log && logOptions(log)),
  } as const;
  if (tls === undefined) return fastify(settings);
  const secured: FastifyHttpsOptions<Server> = { ...settings, https: tls };
  // The routes do not see which of Node's two servers they are on.
  return fastify(secured) as unknown as FastifyInstance;
}

/** What is answered while the server ends is the connection's last: it would wait for more otherwise. */
function hangUpAtTheEnd(server: FastifyInstance): void {
  let isEnding = false;
  server.addHook("preClose", async () => {
    isEnding = true;
  });
  server.addHook("onSend", async (_request, reply) => {
    if (isEnding) reply.header("connection", "close");
  });
}

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { database, key, nowMs, steadyMs, bootId, appDir, engineDirs, isOnLan = false } = options;
  const server = newServer(options);
  logAnswers(server);
  hangUpAtTheEnd(server);
  if (isOnLan) answerToOwnNamesOnly(server);
  const folders = { appDir, engineDirs };
  const metrics = createMetrics();
  const onLost = (error: unknown): void => {
    metrics.count("failed", "room");
    server.log.error({ err: error });
  };
  const pool = createRerunPool();
  const clocks = { wallMs: nowMs, steadyMs, bootId };
  const rooms = createOpenRooms({ source: databaseRooms(database), clocks, onLost });
  await server.register(fastifyHelmet, HELMET);
  await server.register(fastifyCookie);
  await addLiveServer(server, { rooms, metrics });
  const services = { database, key, pool, nowMs, folders, isOnLan };
  await server.register(apiServer(API_ROUTES, services));
  addWatch(server, { database, metrics, rooms });
  await addStaticFiles(server, folders);
  server.addHook("onClose", async () => {
    await rooms.settled();
    await pool.close();
  });
  return server;
}
