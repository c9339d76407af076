/**
 * One connection of a device, without the socket: every message is checked before a room sees it, and
 * what is wrong is refused with a code, counted, and breaks nothing. Messages are taken in order.
 */
import type { Problem } from "../../kernel/result.ts";
import {
  type FromServer,
  LIVE_MESSAGE_BYTES_MAX,
  type ToServer,
  toServerSchema,
} from "../../session/contract/live.ts";
import { liveProblems } from "../../session/liveProblems.ts";
import { toWire } from "../../session/liveWire.ts";
import type { Metrics } from "../metrics.ts";
import type { OpenRooms, Place } from "./openRooms.ts";
import { type Peer, refuse } from "./peer.ts";

/** A device that sends more rubbish than this is not one of ours. */
const REFUSALS_MAX = 20;

/** The socket, as far as it is used. */
export interface Wire {
  send(text: string): void;
  /** Ends the connection of a device that does not behave. */
  reject(reason: string): void;
  /** Ends the connection; the device comes back by itself. */
  restart(): void;
}

export interface LineParts {
  readonly rooms: OpenRooms;
  readonly metrics: Metrics;
}

export interface DeviceLine {
  hear(text: string): void;
  hasGreeted(): boolean;
  /** Everything that was heard so far is done with when this is. */
  settled(): Promise<void>;
  /** The connection is gone. */
  gone(): void;
}

interface Seat {
  readonly place: Place;
  readonly peer: Peer;
}

export function createDeviceLine(wire: Wire, { rooms, metrics }: LineParts): DeviceLine {
  let seat: Seat | undefined;
  let refusalCount = 0;
  let isGone = false;
  let work: Promise<void> = Promise.resolve();

  const send = (message: FromServer): void => {
    if (message.type === "refused") metrics.count("refused", message.code);
    if (!isGone) wire.send(toWire(message));
  };
  const stranger = { send, drop: () => wire.restart() };
  const reject = (problem: Problem): void => {
    refuse(seat?.peer ?? (stranger as Peer), problem);
    refusalCount += 1;
    if (refusalCount > REFUSALS_MAX) wire.reject("rubbish");
  };

  const greet = async (message: ToServer): Promise<void> => {
    if (message.type !== "hello") return reject(liveProblems.helloFirst());
    const place = await rooms.find(message.token);
    if (place === undefined) return reject(liveProblems.unknownToken());
    const { participant, room } = place;
    const peer: Peer = { participant, deviceId: message.deviceId, ...stranger };
    seat = { place, peer };
    await room.enter(peer, message);
  };

  const take = async (text: string): Promise<void> => {
    metrics.count("received", "message");
    const message = readMessage(text);
    if ("sentence" in message) reject(message);
    else if (seat === undefined) await greet(message);
    else await seat.place.room.receive(seat.peer, message);
  };

  return {
    hear(text) {
      // In order: a message is not looked at before the one in front of it is done with.
      work = work.then(() => take(text)).catch(() => wire.restart());
    },
    hasGreeted: () => seat !== undefined,
    settled: () => work,
    gone() {
      isGone = true;
      void work.then(async () => {
        await seat?.place.room.leave(seat.peer);
        seat?.place.leave();
      });
    },
  };
}

function readMessage(text: string): ToServer | Problem {
  if (text.length > LIVE_MESSAGE_BYTES_MAX) return liveProblems.notJson();
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
