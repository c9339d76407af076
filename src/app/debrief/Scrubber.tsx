/** Moves one moment through the plots: by hand, or playing. */
import { useEffect, useState } from "preact/hooks";
import { clockText } from "../clockText.ts";
import type { DebriefTimes, Row } from "./debriefData.ts";

interface ScrubberProps {
  readonly times: DebriefTimes;
  readonly rows: readonly Row[];
  readonly atS: number;
  readonly onMove: (atS: number) => void;
}

const SPEEDS = [1, 4, 16] as const;
const BEAT_MS = 100;

export function Scrubber({ times, rows, atS, onMove }: ScrubberProps) {
  const [isPlaying, setIsPlaying] = useState(false);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>(4);
  const { fromS, toS } = times.range;
  useEffect(() => {
    if (!isPlaying) return;
    if (atS >= toS) {
      setIsPlaying(false);
      return;
    }
    const timer = setTimeout(() => onMove(Math.min(toS, atS + (speed * BEAT_MS) / 1000)), BEAT_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, atS, speed, toS]);
  const nextSpeed = () => setSpeed(SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length]);
  return (
    <section class="panel scrubber" aria-label="Move through the case">
      <button
        type="button"
        class="key hard square"
        aria-label={isPlaying ? "Pause" : "Play"}
        onClick={() => {
          if (!isPlaying && atS >= toS) onMove(fromS);
          setIsPlaying(!isPlaying);
        }}
      >
        <span class={isPlaying ? "icon-pause" : "icon-play"} aria-hidden="true" />
      </button>
      <output class="scrub-time">{clockText(atS)}</output>
      <div class="scrub-line">
        <input
          type="range"
          min={fromS}
          max={toS}
          step={0.2}
          value={atS}
          aria-label="Moment of the case"
          aria-valuetext={`${clockText(atS)} after the fault`}
          onInput={(event) => onMove(event.currentTarget.valueAsNumber)}
        />
        <div class="scrub-ticks" aria-hidden="true">
          {rows
            .filter((row) => row.atS !== undefined)
            .map((row) => (
              <i
                key={row.mark.id}
                style={{ left: `${(((row.atS ?? 0) - fromS) / (toS - fromS)) * 100}%` }}
              />
            ))}
        </div>
      </div>
      <button type="button" class="key" aria-label={`Speed: ${speed} times`} onClick={nextSpeed}>
        {speed}×
      </button>
    </section>
  );
}
