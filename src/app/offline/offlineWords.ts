/** What the first page says about use without a server, and what can be done about it. */
import type { OfflineFacts } from "./offlineFacts.ts";

export interface OfflineWords {
  readonly sentence: string;
  /** The key beside it, where there is something to do. */
  readonly key?: string;
}

const NEEDS_SERVER = "Accounts, sessions and the department's records need the server.";

const LEFT: Readonly<Record<OfflineFacts["keeping"], string>> = {
  whole: "Everything for practising alone is kept on this device.",
  asUsed: "What was used here before is kept on this device.",
  fetching: "Not everything is kept on this device yet.",
  failed: "Not everything is kept on this device.",
  turnedOff: "Nothing is kept on this device: reload only when it is back.",
  none: "Nothing is kept on this device: reload only when it is back.",
};

function onlineWords({ keeping, wireBytes }: OfflineFacts): OfflineWords | undefined {
  const size = `${(wireBytes / 1e6).toFixed(1)} MB`;
  switch (keeping) {
    case "whole":
      return { sentence: "Ready to be used offline." };
    case "fetching":
      return { sentence: "Being kept for offline use…" };
    case "asUsed":
      return {
        sentence: "This device saves data: for offline use only what you use is kept.",
        key: `Keep everything (${size})`,
      };
    case "failed":
      return { sentence: "Not everything could be kept for offline use.", key: "Try again" };
    case "turnedOff":
      return { sentence: "Offline use is turned off here.", key: "Turn it on" };
    case "none":
      return undefined;
  }
}

/** Undefined where there is nothing to say. */
export function offlineWords(facts: OfflineFacts): OfflineWords | undefined {
  const { isOffline, isServerAway, keeping } = facts;
  if (!isOffline && !isServerAway) return onlineWords(facts);
  const why = isOffline ? "This device is offline." : "The server does not answer.";
  return { sentence: `${why} ${LEFT[keeping]} ${NEEDS_SERVER}` };
}
