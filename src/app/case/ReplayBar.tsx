/** The strip under a replay. */
import { useEffect, useState } from "preact/hooks";
import { tickText } from "../clockText.ts";
import type { CaseClient } from "./caseClient.ts";

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
      <button
        type="button"
        class="key hard square"
        disabled={open === undefined}
        aria-label={running ? "Pause" : "Play"}
        onClick={() => client.send(running ? { type: "pause", reason: "replay" } : { type: "run" })}
      >
        <span class={running ? "icon-pause" : "icon-play"} aria-hidden="true" />
      </button>
      <output>{tickText(tick)}</output>
      <input
        type="range"
        min={0}
        max={endTick}
        step={10}
        value={tick}
        disabled={open === undefined}
        aria-label="Moment of the recording"
        aria-valuetext={`${tickText(tick)} of ${tickText(endTick)}`}
        onInput={(event) => client.send({ type: "seek", tick: event.currentTarget.valueAsNumber })}
      />
      <output>{tickText(endTick)}</output>
      {SPEEDS.map((one) => (
        <button
          key={one}
          type="button"
          class="key"
          aria-pressed={speed === one}
          onClick={() => client.send({ type: "setSpeed", speed: one })}
        >
          {one}×
        </button>
      ))}
      <a class="key" href={`#/debrief/${recordingId}`}>
        Debrief
      </a>
    </footer>
  );
}
