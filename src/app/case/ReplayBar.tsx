/** The strip under a replay. */
import { useEffect, useState } from "preact/hooks";
import type { CaseClient } from "./caseClient.ts";
import { MomentScale, PlayKey, SpeedKeys } from "./Transport.tsx";

const SPEEDS = [0.5, 1, 2, 4] as const;

interface ReplayBarProps {
  readonly client: CaseClient;
  readonly recordingId: string;
}

export function ReplayBar({ client, recordingId }: ReplayBarProps) {
  const open = client.opened.value;
  const { running, speed } = client.clock.value;
  const [tick, setTick] = useState(0);
  useEffect(() => {
    if (open === undefined) return;
    return client.feed().onFrame((frame) => setTick(frame.tick));
  }, [open]);
  const endTick = open?.endTick ?? 0;
  return (
    <footer class="replay-bar" aria-label="Replay">
      <PlayKey
        running={running}
        disabled={open === undefined}
        onPress={() => client.send(running ? { type: "pause", reason: "replay" } : { type: "run" })}
      />
      <MomentScale
        label="Moment of the recording"
        tick={tick}
        endTick={endTick}
        disabled={open === undefined}
        onTick={(moment) => client.send({ type: "seek", tick: moment })}
      />
      <SpeedKeys
        speeds={SPEEDS}
        speed={speed}
        onSpeed={(one) => client.send({ type: "setSpeed", speed: one })}
      />
      <a class="key" href={`#/debrief/${recordingId}`}>
        Debrief
      </a>
    </footer>
  );
}
