/** The whole server without a port: headers, files, API, live link. Tests inject requests into it. */
import fastifyCookie from "@fastify/cookie";
import fastifyHelmet from "@fastify/helmet";
import fastify, { type FastifyInstance } from "fastify";
import { HELMET } from "./contentPolicy.ts";
import type { Database } from "./database/openDatabase.ts";
import { apiServer } from "./http/apiServer.ts";
import { API_ROUTES } from "./http/routes/index.ts";
import { createMetrics } from "./metrics.ts";
import { addLiveServer } from "./rooms/liveServer.ts";
import { createOpenRooms } from "./rooms/openRooms.ts";
import { databaseRooms } from "./rooms/roomSource.ts";
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
  /** Behind a proxy that ends TLS: its X-Forwarded headers are believed. */
  readonly trustProxy?: boolean;
}

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { database, key, nowMs, steadyMs, appDir, engineDirs } = options;
  const server = fastify({
    forceCloseConnections: true,
    trustProxy: options.trustProxy ?? false,
  });
  const folders = { appDir, engineDirs };
  const metrics = createMetrics();
  const onLost = (error: unknown): void => {
    metrics.count("failed", "room");
    console.error("A room was closed and is read again:", error);
  };
  const pool = createRerunPool();
  const clocks = { wallMs: nowMs, steadyMs };
  const rooms = createOpenRooms({ source: databaseRooms(database), clocks, onLost });
  await server.register(fastifyHelmet, HELMET);
  await server.register(fastifyCookie);
  await addLiveServer(server, { rooms, metrics });
  await server.register(apiServer(API_ROUTES, { database, key, pool, nowMs, folders }));
  addWatch(server, { database, metrics, rooms });
  await addStaticFiles(server, folders);
  server.addHook("onClose", async () => {
    await rooms.settled();
    await pool.close();
  });
  return server;
}
