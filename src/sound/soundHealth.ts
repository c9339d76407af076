/**
 * Whether alarms can be heard, said in a sentence. Silence that nobody knows of is the dangerous
 * failure, so everything that is not known to work counts as no sound.
 */
export type SoundState = "ok" | "blocked" | "failed" | "off";

export interface SoundSigns {
  /** State of the audio context; null when the browser has none. */
  readonly context: string | null;
  readonly isLoaded: boolean;
  readonly loadError: string | null;
  readonly playFailed: boolean;
  /** False when the context says it runs but its clock stands still. */
  readonly clockMoves: boolean;
  readonly volume: number;
}

export interface SoundReport {
  readonly state: SoundState;
  readonly sentence: string;
}

export function soundReport(signs: SoundSigns): SoundReport {
  if (signs.context === null) {
    return { state: "failed", sentence: "This browser cannot play sound." };
  }
  if (signs.loadError !== null) {
    return { state: "failed", sentence: `The alarm sounds could not be made: ${signs.loadError}` };
  }
  if (signs.volume <= 0) {
    return { state: "off", sentence: "Sound is turned off. Alarms are shown only." };
  }
  if (signs.context !== "running") {
    return { state: "blocked", sentence: "The browser holds sound back. Press a key or click." };
  }
  if (!signs.isLoaded) {
    return { state: "blocked", sentence: "The alarm sounds are still being made." };
  }
  if (!signs.clockMoves) {
    return { state: "blocked", sentence: "Sound has stalled. Press a key or click." };
  }
  if (signs.playFailed) {
    return { state: "blocked", sentence: "The last sound was refused. Press a key or click." };
  }
  return { state: "ok", sentence: "Sound is on." };
}
