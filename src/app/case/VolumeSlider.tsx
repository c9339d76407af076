/** How loud alarms and pumps are; at zero the page says NO SOUND. */
import { useState } from "preact/hooks";
import type { SoundDesk } from "./soundDesk.ts";
import { VOLUME_START } from "./useViews.ts";

export function VolumeSlider({ sound }: { readonly sound: SoundDesk }) {
  const [volume, setVolume] = useState(VOLUME_START);
  return (
    <label class="volume-slider">
      <span>Sound</span>
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={volume}
        aria-valuetext={`${Math.round(volume * 100)} %`}
        onInput={(event) => {
          const wanted = event.currentTarget.valueAsNumber;
          setVolume(wanted);
          sound.mounted?.setVolume(wanted);
        }}
      />
    </label>
  );
}
