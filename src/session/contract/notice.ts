/** Words that every page and export carries, and the mark by which a recording is known. */
export const NOTICE = "Training simulator. Not for clinical use.";
export const RECORDING_FORMAT = "onbypass-recording";
