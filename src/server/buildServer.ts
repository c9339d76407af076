/** The whole server without a port: headers, files, API. Tests inject requests into it. */
import fastifyCookie from "@fastify/cookie";
import fastifyHelmet from "@fastify/helmet";
import fastify, { type FastifyInstance } from "fastify";
import { HELMET } from "./contentPolicy.ts";
import { apiServer } from "./http/apiServer.ts";
import { API_ROUTES } from "./http/routes/index.ts";
import type { Services } from "./http/services.ts";
import { addStaticFiles, type ServerFolders } from "./staticFiles.ts";

export interface ServerOptions extends ServerFolders {
  readonly services: Services;
  /** Behind a proxy that ends TLS: its X-Forwarded headers are believed. */
  readonly trustProxy?: boolean;
}

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    forceCloseConnections: true,
    trustProxy: options.trustProxy ?? false,
  });
  await server.register(fastifyHelmet, HELMET);
  await server.register(fastifyCookie);
  await server.register(apiServer(API_ROUTES, options.services));
  await addStaticFiles(server, options);
  return server;
}
