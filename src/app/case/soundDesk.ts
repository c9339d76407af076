/** What the page knows of the sound room: whether alarms can be heard, and its controls once mounted. */
import type { Sound } from "../../sound/mountSound.ts";
import type { SoundState } from "../../sound/soundHealth.ts";

export interface SoundDesk {
  readonly state: SoundState;
  readonly sentence: string;
  readonly mounted: Sound | undefined;
}

export const SOUND_AT_START: SoundDesk = { state: "ok", sentence: "", mounted: undefined };
