/**
 * What the trainee is looking at or saying. A person does these one after another: each takes its
 * time, and only a short queue of intentions fits in the head (docs/model.md W-4).
 */

const SLOTS = 4;
const FIELDS = 4;
export const ATTENTION_SIZE = SLOTS * FIELDS;

const KIND = 0;
const WHAT = 1;
const TO = 2;
const LEFT_S = 3;

export const LOOKING = 1;
export const SPEAKING = 2;

/** A look takes 1 s, a short sentence 1.4 s (K). */
const DURATION_S: Readonly<Record<number, number>> = { [LOOKING]: 1, [SPEAKING]: 1.4 };

export interface Attended {
  readonly kindCode: number;
  readonly whatIndex: number;
  readonly toIndex: number;
}

/** Put a look or a sentence at the end of the queue; false when there is no room. */
export function attend(queue: Float64Array, kind: number, what: number, to: number): boolean {
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const at = slot * FIELDS;
    if (queue[at + KIND] !== 0) continue;
    queue[at + KIND] = kind;
    queue[at + WHAT] = what;
    queue[at + TO] = to;
    queue[at + LEFT_S] = DURATION_S[kind] as number;
    return true;
  }
  return false;
}

/** Seconds of looking and speaking still to come. */
export function attentionLeftS(queue: Float64Array): number {
  let left = 0;
  for (let slot = 0; slot < SLOTS; slot += 1) left += queue[slot * FIELDS + LEFT_S];
  return left;
}

/** Advance the first in the queue; returns it when it is finished. */
export function stepAttention(queue: Float64Array, dtS: number): Attended | null {
  if (queue[KIND] === 0) return null;
  queue[LEFT_S] -= dtS;
  if (queue[LEFT_S] > 0) return null;
  const done = { kindCode: queue[KIND], whatIndex: queue[WHAT], toIndex: queue[TO] };
  queue.copyWithin(0, FIELDS);
  queue.fill(0, ATTENTION_SIZE - FIELDS);
  return done;
}
