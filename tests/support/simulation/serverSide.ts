/** The server of a simulation: the real rooms and lines over the simulated disk; it may crash. */

import { createMetrics } from "../../../src/server/metrics.ts";
import {
  createDeviceLine,
  type DeviceLine,
  type Wire,
} from "../../../src/server/rooms/deviceLine.ts";
import { createOpenRooms } from "../../../src/server/rooms/openRooms.ts";
import type { Disk } from "./disk.ts";
import type { Timeline } from "./timeline.ts";

export interface ServerSide {
  answer(wire: Wire): DeviceLine | undefined;
  /** The process is gone; a new one is there after a while. Its clock may be set anew. */
  crash(downMs: number, clockStepMs: number): void;
  lostCount(): number;
}

export function createServerSide(timeline: Timeline, disk: Disk, onCrash: () => void): ServerSide {
  let clockStepMs = 0;
  let lostCount = 0;
  const start = () => {
    const stepMs = clockStepMs;
    const rooms = createOpenRooms({
      source: disk.source(),
      clocks: {
        wallMs: () => timeline.nowMs() + stepMs,
        steadyMs: timeline.nowMs,
        bootId: "the machine goes on",
      },
      onLost: () => {
        lostCount += 1;
      },
    });
    return { rooms, metrics: createMetrics() };
  };
  let parts: ReturnType<typeof start> | undefined = start();
  return {
    answer: (wire) => parts && createDeviceLine(wire, parts),
    crash(downMs, stepMs) {
      if (parts === undefined) return;
      parts = undefined;
      clockStepMs = stepMs;
      onCrash();
      timeline.after(downMs, () => {
        parts = start();
      });
    },
    lostCount: () => lostCount,
  };
}
