/** How far a kept log has come, computed again from what is in the database. */
import { MS_PER_TICK } from "../../kernel/tick.ts";
import { type LogHead, logHeadAt } from "../../session/liveLog.ts";
import type { RoomClock } from "./roomClock.ts";
import type { KeptLog } from "./roomStore.ts";

export function headOf(genesisHex: string, kept: KeptLog, clock: RoomClock): LogHead {
  const { entries, checkpoints } = kept;
  const last = entries.at(-1);
  const checkpoint = checkpoints.at(-1);
  const orderedTick = lastOrderAt(kept);
  if (last === undefined && checkpoint === undefined) {
    return { ...logHeadAt(genesisHex), frontierTick: orderedTick };
  }
  const checkpointTick = checkpoint?.tick ?? 0;
  return {
    sequence: last?.sequence ?? 0,
    headHex: last?.chainHex ?? genesisHex,
    checkpointTick,
    settledHex: checkpoint?.headHex ?? genesisHex,
    unsettled: entries.filter(({ tick }) => tick >= checkpointTick),
    frontierTick: Math.max(checkpointTick, last?.tick ?? 0, orderedTick),
    lagTicks: lagAt(checkpoint, clock),
  };
}

/**
 * Where the case stood at the last command. A device that comes back has to go on from there: a command that
 * was carried out before it was given would be refused, and with it all that follows.
 */
function lastOrderAt({ journal }: KeptLog): number {
  return journal.findLast(({ kind }) => kind === "command")?.tick ?? 0;
}

/** How late the last checkpoint was when it came is how late the device's clock runs. */
function lagAt(checkpoint: KeptLog["checkpoints"][number] | undefined, clock: RoomClock): number {
  if (checkpoint === undefined) return 0;
  const dueTick = Math.floor(clock.allowedMs(checkpoint.clockMs) / MS_PER_TICK);
  return Math.max(0, dueTick - checkpoint.tick);
}
