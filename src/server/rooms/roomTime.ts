/**
 * Time as a room counts it. The clock on the wall says when something happened, and somebody may set
 * it: a time server, an administrator, a changed battery. How long something took is counted by a clock that nobody
 * sets, so that no trainee is late for it. Only over the time that no process was there does the wall's stand in.
 */
export interface ServerClocks {
  /** Since 1970, in ms; may be set forward and back. */
  readonly wallMs: () => number;
  /** Since any moment, in ms; only goes forward. */
  readonly steadyMs: () => number;
}

/** A moment, by both. */
export interface Stamp {
  /** By the wall: for people and for the record, in ms since 1970. */
  readonly atMs: number;
  /** By the room: to subtract from one another, in ms. */
  readonly clockMs: number;
}

export interface RoomTime {
  now(): Stamp;
}

/** Goes on from the last stamp that was kept; a room without one begins with the wall's time. */
export function createRoomTime({ wallMs, steadyMs }: ServerClocks, last?: Stamp): RoomTime {
  const openedSteadyMs = steadyMs();
  const openedWallMs = wallMs();
  const awayMs = last === undefined ? 0 : Math.max(0, openedWallMs - last.atMs);
  const openedMs = (last?.clockMs ?? openedWallMs) + awayMs;
  return {
    now: () => ({
      atMs: wallMs(),
      clockMs: openedMs + Math.round(steadyMs() - openedSteadyMs),
    }),
  };
}
