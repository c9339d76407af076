/** The journal of a session as it arrives: each line once, in order, and nothing after a gap. */
import type { FromServer } from "../../session/contract/live.ts";
import type { HostPorts } from "./hostPorts.ts";

type Lines = Extract<FromServer, { readonly type: "journal" }>;

export interface WatchedJournal {
  /** Sequence of the last line that is here; 0 before the first. */
  readonly sequence: number;
  /** Hands on what is new; false when lines are missing before it, and the link has to ask again. */
  take(message: Lines): boolean;
}

export function createWatchedJournal(ports: HostPorts): WatchedJournal {
  let sequence = 0;
  return {
    get sequence() {
      return sequence;
    },
    take(message) {
      const lines = message.lines.filter((line) => line.sequence > sequence);
      if (lines[0] === undefined) return true;
      if (lines[0].sequence > sequence + 1) return false;
      sequence += lines.length;
      ports.post({ type: "session", message: { type: "journal", lines } });
      return true;
    },
  };
}
