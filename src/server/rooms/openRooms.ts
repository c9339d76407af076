/** The rooms that are open in this process: one for each session, for as long as somebody is in it. */

import type { Participant } from "./peer.ts";
import { Room } from "./room.ts";
import { type RoomSource, sha256Hex } from "./roomSource.ts";
import { lastStamp } from "./roomStore.ts";
import { createRoomTime, type ServerClocks } from "./roomTime.ts";

export interface Place {
  readonly participant: Participant;
  readonly room: Room;
  /** Gives the place up; a room that nobody holds a place in is let go. */
  leave(): void;
}

export interface OpenRooms {
  /** A place in the room of whoever holds this token; undefined when nobody does. */
  find(token: string): Promise<Place | undefined>;
  /** Waits until everything that was begun is kept; for the server's end. */
  settled(): Promise<void>;
  count(): number;
}

export interface OpenRoomsParts {
  readonly source: RoomSource;
  readonly clocks: ServerClocks;
  readonly onLost: (error: unknown) => void;
}

interface Opened {
  readonly room: Promise<Room>;
  placeCount: number;
}

export function createOpenRooms({ source, clocks, onLost }: OpenRoomsParts): OpenRooms {
  const rooms = new Map<string, Opened>();
  let isClosing = false;

  const letGo = (sessionId: string, opened: Opened): void => {
    if (rooms.get(sessionId) === opened) rooms.delete(sessionId);
  };

  const open = (sessionId: string): Opened => {
    const known = rooms.get(sessionId);
    if (known !== undefined) return known;
    const lose = (error: unknown): void => {
      letGo(sessionId, opened);
      if (!isClosing) onLost(error);
    };
    const read = async (): Promise<Room> => {
      const found = await source.read(sessionId);
      const time = createRoomTime(clocks, lastStamp(found.kept));
      return new Room({ ...found, sha256Hex, time, onLost: lose });
    };
    const opened: Opened = { room: read(), placeCount: 0 };
    rooms.set(sessionId, opened);
    opened.room.catch(() => letGo(sessionId, opened));
    return opened;
  };

  return {
    async find(token) {
      const found = await source.participant(token);
      if (found === undefined) return undefined;
      const { participant, sessionId } = found;
      const opened = open(sessionId);
      // Counted before the room is read, so that nobody's leaving lets it go meanwhile.
      opened.placeCount += 1;
      const leave = (): void => {
        opened.placeCount -= 1;
        if (opened.placeCount === 0) letGo(sessionId, opened);
      };
      return { participant, room: await opened.room, leave };
    },
    async settled() {
      isClosing = true;
      const all = [...rooms.values()].map(async ({ room }) => (await room).settled());
      await Promise.allSettled(all);
    },
    count: () => rooms.size,
  };
}
