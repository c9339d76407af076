/** Whether alarms can be heard, as the sound room reports it. */
export type SoundState = "waiting" | "sounding" | "silent";
