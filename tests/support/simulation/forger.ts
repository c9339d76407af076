/**
 * Somebody who is in the network but not who they say: sends what nobody may send, with what an
 * observer's page knows, and with whatever schema-checked nonsense comes to mind.
 */
import type { LiveSocket } from "../../../src/app/worker/hostPorts.ts";
import { LIVE_VERSION, type ToServer } from "../../../src/session/contract/live.ts";
import type { Disk } from "./disk.ts";
import type { Network } from "./network.ts";
import type { Chance, Timeline } from "./timeline.ts";

/** A word that stands in everything the forger says, and in nothing else. */
export const FORGED = "forged-entry-000";

export interface ForgerParts {
  readonly timeline: Timeline;
  readonly chance: Chance;
  readonly network: Network;
  readonly disk: Disk;
  /** Tokens the forger knows: an observer's own, the trainee's by looking over a shoulder. */
  readonly tokens: { readonly observer: string; readonly trainee: string };
}

const CLAMP = { type: "line.clamp", site: "venous" } as const;
const STOP = { type: "fault.inject", fault: { fault: "pump.motor", head: "arterial" } } as const;

function forgeries({ chance, disk }: ForgerParts): readonly unknown[] {
  const { entries, checkpoints } = disk.log;
  const sequence = entries.length + chance.whole(-2, 3);
  const tick = Math.max(0, (entries.at(-1)?.tick ?? 0) + chance.whole(-100, 5000));
  const entry = { sequence: Math.max(1, sequence), tick, actor: "trainee", action: CLAMP };
  const ordered = { ...entry, actor: "supervisor", action: STOP, commandId: FORGED };
  const checkpointTick = (checkpoints.at(-1)?.tick ?? 0) + 50;
  const checkpoint = { tick: checkpointTick, hashHex: chance.hex(16), headHex: chance.hex(64) };
  const progress = { type: "progress", frontierTick: tick, sequence: entry.sequence } as const;
  const sent: readonly ToServer[] = [
    { ...progress, entries: [entry as never] },
    { ...progress, entries: [ordered as never] },
    { ...progress, frontierTick: checkpointTick, checkpoints: [checkpoint] },
    { ...progress, marks: [{ tick, kind: "pause" }], isEnded: true },
    { type: "command", id: FORGED, action: STOP },
    { type: "note", kind: "mark", tick, text: FORGED },
    { type: "start" },
    { type: "end" },
    { type: "lapsed", id: FORGED, reason: FORGED },
  ];
  const rubbish = [null, [], "", { type: "progress" }, { type: FORGED, entries: "x".repeat(99) }];
  return [...sent, ...rubbish];
}

/** Connects, says something false, and leaves. */
export function forgeOnce(parts: ForgerParts): void {
  const { chance, network, timeline, tokens } = parts;
  const socket: LiveSocket = network.connect({}, () => true);
  const isAsTrainee = chance.happens(0.5);
  const hello: ToServer = {
    type: "hello",
    version: LIVE_VERSION,
    token: isAsTrainee ? tokens.trainee : tokens.observer,
    deviceId: FORGED,
    takeOver: false,
    haveSequence: 0,
    haveCheckpointTick: 0,
    haveJournalSequence: 0,
  };
  socket.onopen = () => {
    if (chance.happens(0.9)) socket.send(JSON.stringify(hello));
    const all = forgeries(parts);
    const some = Array.from({ length: chance.whole(1, 12) }, () => chance.pick(all));
    for (const one of some) socket.send(JSON.stringify(one));
  };
  timeline.after(2_000, () => socket.close());
}
