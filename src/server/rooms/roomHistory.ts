/** What a device has missed, in messages of a bearable size. */
import type { LiveEntry, ToServer } from "../../session/contract/live.ts";
import type { Peer } from "./peer.ts";
import { type KeptCheckpoint, type KeptLine, told } from "./roomStore.ts";

const PART_LENGTH = 200;

interface History {
  readonly entries: readonly LiveEntry[];
  readonly checkpoints: readonly KeptCheckpoint[];
  readonly journal: readonly KeptLine[];
  readonly frontierTick: number;
}

function parts<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / PART_LENGTH);
  return Array.from({ length: count }, (_, part) =>
    items.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH),
  );
}

/** The log goes to everybody, so that a trainee's new device can go on; the journal to watchers. */
export function sendHistory(
  peer: Peer,
  hello: Extract<ToServer, { type: "hello" }>,
  { entries, checkpoints, journal, frontierTick }: History,
): void {
  const missed = entries.slice(hello.haveSequence);
  const unseen = checkpoints
    .filter(({ tick }) => tick > hello.haveCheckpointTick)
    .map(({ tick, hashHex }) => ({ tick, hashHex }));
  const reached = hello.haveCheckpointTick;
  for (const some of parts(missed)) {
    const { sequence } = some.at(-1) as LiveEntry;
    peer.send({ type: "log", entries: some, sequence, frontierTick: reached });
  }
  for (const some of parts(unseen)) {
    peer.send({ type: "log", checkpoints: some, sequence: entries.length, frontierTick: reached });
  }
  peer.send({ type: "log", sequence: entries.length, frontierTick });
  if (peer.participant.role === "trainee") return;
  for (const lines of parts(journal.slice(hello.haveJournalSequence))) {
    peer.send({ type: "journal", lines: lines.map(told) });
  }
}
