/** The live link's end on the server: one WebSocket for each device, measured and kept alive. */
import fastifyWebsocket from "@fastify/websocket";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { WebSocket } from "ws";
import { LIVE_MESSAGE_BYTES_MAX } from "../../session/contract/live.ts";
import { comesFromHere } from "../http/origin.ts";
import { createDeviceLine, type LineParts, type Wire } from "./deviceLine.ts";

/** A watcher that cannot keep up is sent away; it comes back and goes on where it was. */
const BUFFERED_BYTES_MAX = 262_144;
const HELLO_MS_MAX = 10_000;
const PING_EVERY_MS = 25_000; // below the idle limits of common proxies

const CLOSE_POLICY = 1008;
const CLOSE_AGAIN = 1012; // "service restart": come back

export async function addLiveServer(server: FastifyInstance, parts: LineParts): Promise<void> {
  await server.register(fastifyWebsocket, {
    options: { maxPayload: LIVE_MESSAGE_BYTES_MAX, perMessageDeflate: false },
  });
  server.get("/api/live", { websocket: true }, (socket: WebSocket, request: FastifyRequest) => {
    if (comesFromHere(request)) serveDevice(socket, parts);
    else {
      parts.metrics.count("refused", "access.origin");
      socket.close(CLOSE_POLICY, "origin");
    }
  });
}

const wireOf = (socket: WebSocket): Wire => ({
  send(text) {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > BUFFERED_BYTES_MAX) socket.close(CLOSE_AGAIN, "slow");
    else socket.send(text);
  },
  reject: (reason) => socket.close(CLOSE_POLICY, reason),
  restart: () => socket.close(CLOSE_AGAIN, "again"),
});

function serveDevice(socket: WebSocket, parts: LineParts): void {
  const line = createDeviceLine(wireOf(socket), parts);
  socket.on("message", (data: Buffer, isBinary: boolean) => {
    line.hear(isBinary ? "" : data.toString("utf8"));
  });
  const late = setTimeout(() => {
    if (!line.hasGreeted()) socket.close(CLOSE_POLICY, "no hello");
  }, HELLO_MS_MAX);
  const pulse = setInterval(() => socket.ping(), PING_EVERY_MS);
  socket.on("error", () => socket.terminate());
  socket.on("close", () => {
    clearTimeout(late);
    clearInterval(pulse);
    line.gone();
  });
}
