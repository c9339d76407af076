/**
 * A keyframe: the whole state of a case at one checkpoint, so that nobody has to play it again from
 * its first tick. It is a convenience and proves nothing: whoever takes one compares its hash with the
 * checkpoint, and a signed result is always run from the start.
 */
import type { CaseFact } from "./protocol.ts";

export interface Keyframe {
  readonly tick: number;
  readonly state: Uint8Array;
  /** Facts up to here that whoever goes on from here has not seen. */
  readonly facts: readonly CaseFact[];
}

/** As it is kept and sent: packed by the host. */
export interface PackedKeyframe {
  readonly tick: number;
  readonly packed: Uint8Array;
}

/** Letters of one part, when a keyframe travels; not with the messages' schemas, which who packs one need not load. */
export const KEYFRAME_PART_LENGTH = 12_000;
