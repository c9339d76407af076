/**
 * The device's connection to its session: says who it is each time, comes back by itself when the
 * network leaves, and hands on what the server says.
 */
import { type FromServer, LIVE_VERSION, type ToServer } from "../../session/contract/live.ts";
import type { SessionTicket } from "../../session/contract/protocol.ts";
import { fromWire } from "../../session/liveWire.ts";
import type { HostPorts, LiveSocket } from "./hostPorts.ts";

const RETRY_MS_MIN = 500;
const RETRY_MS_MAX = 30_000;
const BACK_OFF = 2;
/** So that a room full of tablets does not come back in the same moment. */
const JITTER_FRACTION = 0.3;

/** What this device has already, so that it is not sent again. */
export interface Have {
  readonly sequence: number;
  readonly checkpointTick: number;
  readonly journalSequence: number;
}

export interface LiveLink {
  isConnected(): boolean;
  send(message: ToServer): void;
  /** Tries to connect when it is time to. */
  beat(): void;
  /** Something went missing: connects anew, and both ends say what they have. */
  again(): void;
  close(): void;
}

interface LinkParts {
  readonly ports: HostPorts;
  readonly ticket: SessionTicket;
  readonly have: () => Have;
  readonly onMessage: (message: FromServer) => void;
  readonly onState: (isConnected: boolean) => void;
}

/** Refusals after which trying again by itself cannot help. */
const FINAL = new Set(["live.elsewhere", "live.superseded", "live.unknownToken"]);
/** A connection on which nobody says welcome within this is none. */
const WELCOME_MS_MAX = 10_000;
/** After one that held this long, the next try comes soon. */
const GOOD_MS = 5_000;

export function openLink({ ports, ticket, have, onMessage, onState }: LinkParts): LiveLink {
  let socket: LiveSocket | undefined;
  let isOpen = false;
  let isClosed = false;
  let retryMs = RETRY_MS_MIN;
  let nextTryMs = Number.NEGATIVE_INFINITY;
  let takeOver = ticket.takeOver;
  let openedMs = 0;
  let welcomeMs: number | undefined;

  const away = (): void => {
    if (isOpen) onState(false);
    isOpen = false;
    socket = undefined;
    const isGood = welcomeMs !== undefined && ports.nowMs() - welcomeMs > GOOD_MS;
    if (isGood) retryMs = RETRY_MS_MIN;
    welcomeMs = undefined;
    nextTryMs = ports.nowMs() + retryMs * (1 + JITTER_FRACTION * jitter(ports.newId()));
    retryMs = Math.min(RETRY_MS_MAX, retryMs * BACK_OFF);
  };

  const hear = (text: string): void => {
    const message = fromWire(text);
    if (message.type === "refused" && FINAL.has(message.code)) isClosed = true;
    if (message.type === "welcome") {
      welcomeMs = ports.nowMs();
      takeOver = false;
      onState(true);
    }
    onMessage(message);
  };

  const connect = (): void => {
    const opened = ports.openSocket();
    socket = opened;
    openedMs = ports.nowMs();
    opened.onopen = () => {
      isOpen = true;
      const { sequence, checkpointTick, journalSequence } = have();
      const hello: ToServer = {
        type: "hello",
        version: LIVE_VERSION,
        token: ticket.token,
        deviceId: ticket.deviceId,
        takeOver,
        haveSequence: sequence,
        haveCheckpointTick: checkpointTick,
        haveJournalSequence: journalSequence,
      };
      opened.send(JSON.stringify(hello));
    };
    opened.onmessage = ({ data }) => {
      if (socket === opened) hear(String(data));
    };
    opened.onclose = () => {
      if (socket === opened) away();
    };
  };

  return {
    isConnected: () => isOpen,
    send(message) {
      if (isOpen) socket?.send(JSON.stringify(message));
    },
    beat() {
      const nowMs = ports.nowMs();
      if (!isClosed && socket === undefined && nowMs >= nextTryMs) connect();
      else if (welcomeMs === undefined && nowMs - openedMs > WELCOME_MS_MAX) socket?.close();
    },
    again: () => socket?.close(),
    close() {
      isClosed = true;
      socket?.close();
    },
  };
}

/** From 0 to 1, out of the digits of a fresh id. */
const jitter = (id: string): number => Number.parseInt(id.slice(0, 4), 16) / 65_536;
