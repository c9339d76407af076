/**
 * What the server's disk holds in a simulation. Writing takes time; a crash meanwhile leaves all of a
 * batch or nothing; a full disk refuses. It keeps the rules that the tables keep.
 */
import type { Participant } from "../../../src/server/rooms/peer.ts";
import type { RoomSession } from "../../../src/server/rooms/room.ts";
import type { RoomSource } from "../../../src/server/rooms/roomSource.ts";
import type { Batch, KeptLog } from "../../../src/server/rooms/roomStore.ts";
import type { Chance, Timeline } from "./timeline.ts";

export interface Disk {
  readonly log: { -readonly [Key in keyof KeptLog]: KeptLog[Key][number][] };
  isFull: boolean;
  session: RoomSession;
  addParticipant(token: string, participant: Participant): void;
  /** For a server that starts now; what an earlier one has not finished is decided by chance. */
  source(): RoomSource;
}

export interface DiskParts {
  readonly timeline: Timeline;
  readonly chance: Chance;
  readonly session: RoomSession;
  readonly writeMsMax: number;
}

export function createDisk({ timeline, chance, session, writeMsMax }: DiskParts): Disk {
  const people = new Map<string, Participant>();
  let generation = 0;
  let pending: { batch: Batch; isDone: boolean }[] = [];

  const apply = ({ entries, checkpoints, lines, change, stamp }: Batch): void => {
    const { log } = disk;
    const isNext =
      entries.every(({ sequence }, index) => sequence === log.entries.length + 1 + index) &&
      lines.every(({ sequence }, index) => sequence === log.journal.length + 1 + index);
    if (!isNext) throw new Error("a key is there already, or a number is missing");
    log.entries.push(...entries);
    log.checkpoints.push(...checkpoints.map((one) => ({ ...one, ...stamp })));
    for (const { participantId, ...line } of lines) {
      const who = [...people.values()].find(({ id }) => id === participantId)?.name ?? "";
      log.journal.push({ ...line, who });
    }
    disk.session = { ...disk.session, ...change };
  };

  const keep = (batch: Batch): Promise<void> => {
    const asked = { batch, isDone: false };
    pending.push(asked);
    return new Promise((resolve, reject) => {
      timeline.after(writeMsMax * chance.fraction(), () => {
        if (asked.isDone) return;
        asked.isDone = true;
        pending = pending.filter((one) => one !== asked);
        if (disk.isFull) return reject(new Error("the disk is full"));
        try {
          apply(batch);
          resolve();
        } catch (error) {
          reject(error);
        }
      });
    });
  };

  const disk: Disk = {
    log: { entries: [], checkpoints: [], journal: [] },
    isFull: false,
    session,
    addParticipant: (token, participant) => void people.set(token, participant),
    source() {
      generation += 1;
      const own = generation;
      for (const asked of pending) {
        asked.isDone = true;
        if (chance.happens(0.5)) apply(asked.batch);
      }
      pending = [];
      return {
        async participant(token) {
          const participant = people.get(token);
          return participant && { participant, sessionId: session.id };
        },
        async read() {
          const { entries, checkpoints, journal } = disk.log;
          return {
            session: disk.session,
            kept: { entries: [...entries], checkpoints: [...checkpoints], journal: [...journal] },
            participants: async () => [...people.values()],
            // A server that is gone writes nothing more and hears nothing.
            store: { keep: (batch) => (own === generation ? keep(batch) : new Promise(() => {})) },
          };
        },
      };
    },
  };
  return disk;
}
