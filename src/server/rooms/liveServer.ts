/**
 * The live link's end on the server: one WebSocket for each device. Every message is measured and
 * checked before a room sees it; what is wrong is refused with a code, counted, and breaks nothing.
 */
import fastifyWebsocket from "@fastify/websocket";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { WebSocket } from "ws";
import type { Problem } from "../../kernel/result.ts";
import {
  type FromServer,
  LIVE_MESSAGE_BYTES_MAX,
  type ToServer,
  toServerSchema,
} from "../../session/contract/live.ts";
import { liveProblems } from "../../session/liveProblems.ts";
import { comesFromHere } from "../http/origin.ts";
import type { Metrics } from "../metrics.ts";
import type { OpenRooms } from "./openRooms.ts";
import type { Peer, Room } from "./room.ts";

/** A watcher that cannot keep up is sent away; it comes back and goes on where it was. */
const BUFFERED_BYTES_MAX = 262_144;
/** A device that sends more rubbish than this is not one of ours. */
const REFUSALS_MAX = 20;
const HELLO_MS_MAX = 10_000;
const PING_EVERY_MS = 25_000; // below the idle limits of common proxies

const CLOSE_POLICY = 1008;
const CLOSE_AGAIN = 1012; // "service restart": come back

export interface LiveParts {
  readonly rooms: OpenRooms;
  readonly metrics: Metrics;
}

export async function addLiveServer(server: FastifyInstance, parts: LiveParts): Promise<void> {
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

function serveDevice(socket: WebSocket, { rooms, metrics }: LiveParts): void {
  let place: { readonly room: Room; readonly peer: Peer } | undefined;
  let refusalCount = 0;
  let work: Promise<void> = Promise.resolve();

  const send = (message: FromServer): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > BUFFERED_BYTES_MAX) socket.close(CLOSE_AGAIN, "slow");
    else socket.send(JSON.stringify(message));
    if (message.type === "refused") metrics.count("refused", message.code);
  };
  const refuse = ({ code, place: where, sentence, remedy }: Problem): void => {
    send({
      type: "refused",
      code,
      place: where,
      sentence,
      ...(remedy !== undefined && { remedy }),
    });
    refusalCount += 1;
    if (refusalCount > REFUSALS_MAX) socket.close(CLOSE_POLICY, "rubbish");
  };

  const greet = async (message: ToServer): Promise<void> => {
    if (message.type !== "hello") return refuse(liveProblems.helloFirst());
    const found = await rooms.find(message.token);
    if (found === undefined) return refuse(liveProblems.unknownToken());
    const { participant, room } = found;
    const drop = (): void => socket.close(CLOSE_AGAIN, "again");
    place = { room, peer: { participant, deviceId: message.deviceId, send, drop } };
    await room.enter(place.peer, message);
  };

  const take = async (text: string): Promise<void> => {
    metrics.count("received", "message");
    const message = readMessage(text);
    if ("sentence" in message) refuse(message);
    else if (place === undefined) await greet(message);
    else await place.room.receive(place.peer, message);
  };

  socket.on("message", (data: Buffer, isBinary: boolean) => {
    // In order: a message is not looked at before the one in front of it is done with.
    work = work.then(() => take(isBinary ? "" : data.toString("utf8"))).catch(() => socket.close());
  });
  const late = setTimeout(() => {
    if (place === undefined) socket.close(CLOSE_POLICY, "no hello");
  }, HELLO_MS_MAX);
  const pulse = setInterval(() => socket.ping(), PING_EVERY_MS);
  socket.on("error", () => socket.terminate());
  socket.on("close", () => {
    clearTimeout(late);
    clearInterval(pulse);
    void work.then(async () => {
      await place?.room.leave(place.peer);
      if (place !== undefined) rooms.release(place.room);
    });
  });
}

function readMessage(text: string): ToServer | Problem {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return liveProblems.notJson();
  }
  const parsed = toServerSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return liveProblems.shape(issue.path.join(".") || "the message", issue.message);
}
