/**
 * Time as a room counts it. The clock on the wall says when something happened, and somebody may set
 * it: a time server, an administrator, a changed battery. How long something took is counted by a clock that nobody
 * sets, so that no trainee is late for it. Only where the machine itself was started anew meanwhile does the wall's
 * stand in.
 */
export interface ServerClocks {
  /** Since 1970, in ms; may be set forward and back. */
  readonly wallMs: () => number;
  /** Since the machine was started, in ms; only goes forward. */
  readonly steadyMs: () => number;
  /** Names this start of the machine, where the system does. */
  readonly bootId?: string | undefined;
}

/** A moment, by both. */
export interface Stamp {
  /** By the wall: for people and for the record, in ms since 1970. */
  readonly atMs: number;
  /** By the room: to subtract from one another, in ms. */
  readonly clockMs: number;
  /** How long the machine had been up, in ms, and since which start; null where that was not kept. */
  readonly steadyMs: number | null;
  readonly bootId: string | null;
}

export interface RoomTime {
  now(): Stamp;
}

/** How long no room was there, as well as it can be known. */
function awaySince(last: Stamp, { wallMs, steadyMs, bootId }: ServerClocks): number {
  const isSameStart = bootId !== undefined && last.bootId === bootId && last.steadyMs !== null;
  if (isSameStart) return Math.max(0, Math.round(steadyMs() - last.steadyMs));
  return Math.max(0, wallMs() - last.atMs);
}

/** Goes on from the last stamp that was kept; a room without one begins with the wall's time. */
export function createRoomTime(clocks: ServerClocks, last?: Stamp): RoomTime {
  const { wallMs, steadyMs, bootId = null } = clocks;
  const openedSteadyMs = steadyMs();
  const openedMs = last === undefined ? wallMs() : last.clockMs + awaySince(last, clocks);
  return {
    now() {
      const nowMs = steadyMs();
      return {
        atMs: wallMs(),
        clockMs: openedMs + Math.round(nowMs - openedSteadyMs),
        steadyMs: Math.round(nowMs),
        bootId,
      };
    },
  };
}
