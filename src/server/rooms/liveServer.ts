/** The live link's end on the server: one WebSocket for each device, measured and kept alive. */
import fastifyWebsocket from "@fastify/websocket";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { WebSocket } from "ws";
import { LIVE_MESSAGE_BYTES_MAX } from "../../session/contract/live.ts";
import { comesFromHere } from "../http/origin.ts";
import { createDeviceLine, type DeviceLine, type LineParts, type Wire } from "./deviceLine.ts";

/** A watcher that cannot keep up is sent away; it comes back and goes on where it was. */
const BUFFERED_BYTES_MAX = 262_144;
const HELLO_MS_MAX = 10_000;
const PING_EVERY_MS = 25_000; // below the idle limits of common proxies

const CLOSE_POLICY = 1008;
const CLOSE_AGAIN = 1012; // "service restart": come back
/** A device that has not said goodbye by then is cut off when the server ends. */
const GOODBYE_MS_MAX = 1_000;

export async function addLiveServer(server: FastifyInstance, parts: LineParts): Promise<void> {
  const lines = new Set<DeviceLine>();
  await server.register(fastifyWebsocket, {
    options: { maxPayload: LIVE_MESSAGE_BYTES_MAX, perMessageDeflate: false },
    async preClose() {
      await sendAway(server.websocketServer);
      await Promise.all([...lines].map((line) => line.settled()));
    },
  });
  server.get("/api/live", { websocket: true }, (socket: WebSocket, request: FastifyRequest) => {
    if (comesFromHere(request)) serveDevice(socket, lines, parts);
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

/** The server ends: takes no new device, and asks each one that is here to come back later. */
async function sendAway(devices: FastifyInstance["websocketServer"]): Promise<void> {
  const areGone = new Promise((resolve) => devices.close(resolve));
  for (const device of devices.clients) device.close(CLOSE_AGAIN, "the server ends");
  const late = setTimeout(() => {
    for (const device of devices.clients) device.terminate();
  }, GOODBYE_MS_MAX);
  await areGone;
  clearTimeout(late);
}

function serveDevice(socket: WebSocket, lines: Set<DeviceLine>, parts: LineParts): void {
  const line = createDeviceLine(wireOf(socket), parts);
  lines.add(line);
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
    void line.settled().then(() => lines.delete(line));
  });
}
