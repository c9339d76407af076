/** Packs keyframes for the device's store and the live link. A state of 40 kB becomes about 8. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import type { Keyframe, PackedKeyframe } from "../../session/contract/keyframe.ts";
import { KEYFRAME_PART_LENGTH } from "../../session/contract/keyframe.ts";
import type { KeyframePart } from "../../session/contract/live.ts";

const LENGTH_BYTES = 4;

/** The state's length, the state, then the facts as JSON. */
export function packKeyframe({ tick, state, facts }: Keyframe): PackedKeyframe {
  const words = strToU8(JSON.stringify(facts));
  const whole = new Uint8Array(LENGTH_BYTES + state.length + words.length);
  new DataView(whole.buffer).setUint32(0, state.length);
  whole.set(state, LENGTH_BYTES);
  whole.set(words, LENGTH_BYTES + state.length);
  return { tick, packed: deflateSync(whole) };
}

/** Undefined when the bytes are not a keyframe. */
export function unpackKeyframe({ tick, packed }: PackedKeyframe): Keyframe | undefined {
  try {
    const whole = inflateSync(packed);
    const end = LENGTH_BYTES + new DataView(whole.buffer, whole.byteOffset).getUint32(0);
    const facts = JSON.parse(strFromU8(whole.subarray(end)));
    return { tick, state: whole.slice(LENGTH_BYTES, end), facts };
  } catch {
    return undefined;
  }
}

/** In messages of a bearable size. */
export function keyframeParts({ tick, packed }: PackedKeyframe): readonly KeyframePart[] {
  const text = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(""));
  const partCount = Math.ceil(text.length / KEYFRAME_PART_LENGTH);
  return Array.from({ length: partCount }, (_, partIndex) => ({
    type: "keyframe",
    tick,
    partIndex,
    partCount,
    text: text.slice(partIndex * KEYFRAME_PART_LENGTH, (partIndex + 1) * KEYFRAME_PART_LENGTH),
  }));
}

export interface KeyframeCollector {
  /** A keyframe once its last part is here. */
  take(part: KeyframePart): Keyframe | undefined;
}

export function createKeyframeCollector(): KeyframeCollector {
  let parts: string[] = [];
  let tick = -1;
  return {
    take(sent) {
      if (sent.tick !== tick || sent.partIndex === 0) parts = [];
      tick = sent.tick;
      if (sent.partIndex !== parts.length) return undefined;
      parts.push(sent.text);
      if (parts.length < sent.partCount) return undefined;
      try {
        const packed = Uint8Array.from(atob(parts.join("")), (letter) => letter.charCodeAt(0));
        return unpackKeyframe({ tick, packed });
      } catch {
        return undefined;
      }
    },
  };
}
