/**
 * Sessions of which somebody on this device is to give the second rating. Until it is given, the debrief
 * of such a recording shows what happened and not what the machine counted. It keeps an honest rater from
 * knowing; whoever means to can run the recording elsewhere (docs/threat-model.md).
 */
const keyOf = (sessionId: string): string => `onbypass-judged-apart-${sessionId}`;

export const startApart = (sessionId: string): void => localStorage.setItem(keyOf(sessionId), "1");

export const endApart = (sessionId: string): void => localStorage.removeItem(keyOf(sessionId));

/** A session's recording bears its id. */
export const isJudgedApart = (recordingId: string): boolean =>
  localStorage.getItem(keyOf(recordingId)) !== null;
