/** What moves through a case in time: play or pause, a moment on the scale, a speed. */
import { tickText } from "../clockText.ts";

interface PlayKeyProps {
  readonly running: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

export function PlayKey({ running, disabled = false, onPress }: PlayKeyProps) {
  return (
    <button
      type="button"
      class="key hard square"
      disabled={disabled}
      aria-label={running ? "Pause" : "Play"}
      onClick={onPress}
    >
      <span class={running ? "icon-pause" : "icon-play"} aria-hidden="true" />
    </button>
  );
}

interface MomentScaleProps {
  /** What the moment is one of, for those who hear it. */
  readonly label: string;
  readonly tick: number;
  readonly endTick: number;
  readonly disabled?: boolean;
  readonly onTick: (tick: number) => void;
}

export function MomentScale({ label, tick, endTick, disabled = false, onTick }: MomentScaleProps) {
  return (
    <>
      <output>{tickText(tick)}</output>
      <input
        type="range"
        min={0}
        max={endTick}
        step={10}
        value={tick}
        disabled={disabled}
        aria-label={label}
        aria-valuetext={`${tickText(tick)} of ${tickText(endTick)}`}
        onInput={(event) => onTick(event.currentTarget.valueAsNumber)}
      />
      <output>{tickText(endTick)}</output>
    </>
  );
}

interface SpeedKeysProps<Speed extends number> {
  readonly speeds: readonly Speed[];
  readonly speed: number;
  readonly onSpeed: (speed: Speed) => void;
}

export function SpeedKeys<Speed extends number>({ speeds, speed, onSpeed }: SpeedKeysProps<Speed>) {
  return speeds.map((one) => (
    <button
      key={one}
      type="button"
      class="key"
      aria-pressed={speed === one}
      onClick={() => onSpeed(one)}
    >
      {one}×
    </button>
  ));
}
