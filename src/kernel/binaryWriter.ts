// The writing half of binary.ts: a buffer that doubles when it is full.

import { assert } from "./assert.ts";
import {
  TAG_BOOLEAN,
  TAG_FLOAT64S,
  TAG_INT32,
  TAG_INT32S,
  TAG_NUMBER,
  TAG_STRING,
  TAG_UINT8S,
  TAG_UINT32,
  TAG_UINT32S,
} from "./binaryFormat.ts";
import { HEADER_BYTES, sealHeader } from "./binaryHeader.ts";

/** Chosen: far above any snapshot, low enough to catch a runaway writer. */
const BYTES_MAX = 256 * 1024 * 1024;

export type BinaryWriter = {
  number(value: number): void;
  uint32(value: number): void;
  int32(value: number): void;
  boolean(value: boolean): void;
  string(value: string): void;
  float64s(values: Float64Array): void;
  uint32s(values: Uint32Array): void;
  int32s(values: Int32Array): void;
  uint8s(values: Uint8Array): void;
};

/** A writer, and the function that closes it and gives the bytes. */
export function createWriter(
  kind: string,
  version: number,
): { writer: BinaryWriter; finish: () => Uint8Array<ArrayBuffer> } {
  const out = new GrowingBytes();
  out.reserve(HEADER_BYTES);
  out.length = HEADER_BYTES;
  const writer = writerOver(out);
  writer.string(kind);
  writer.uint32(version);
  return { writer, finish: () => close(out) };
}

class GrowingBytes {
  bytes = new Uint8Array(1024);
  view = new DataView(this.bytes.buffer);
  length = 0;

  /** Makes room for more bytes after the present end. */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    assert(needed <= BYTES_MAX, `a snapshot may hold ${BYTES_MAX} bytes, not ${needed}`);
    const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
    this.view = new DataView(grown.buffer);
  }
}

function writerOver(out: GrowingBytes): BinaryWriter {
  return {
    number(value) {
      startValue(out, TAG_NUMBER, 8);
      out.view.setFloat64(out.length, value, true);
      out.length += 8;
    },
    uint32(value) {
      assert(value >>> 0 === value, `uint32 must be a whole number below 2^32, not ${value}`);
      startValue(out, TAG_UINT32, 4);
      putWord(out, value);
    },
    int32(value) {
      assert((value | 0) === value, `int32 must be a whole number within 2^31, not ${value}`);
      startValue(out, TAG_INT32, 4);
      putWord(out, value);
    },
    boolean(value) {
      startValue(out, TAG_BOOLEAN, 1);
      out.bytes[out.length++] = value ? 1 : 0;
    },
    string(value) {
      startValue(out, TAG_STRING, 4 + value.length * 2);
      putWord(out, value.length);
      for (let i = 0; i < value.length; i++) {
        out.view.setUint16(out.length, value.charCodeAt(i), true);
        out.length += 2;
      }
    },
    float64s: (values) => putArray(out, TAG_FLOAT64S, values),
    uint32s: (values) => putArray(out, TAG_UINT32S, values),
    int32s: (values) => putArray(out, TAG_INT32S, values),
    uint8s: (values) => putArray(out, TAG_UINT8S, values),
  };
}

function startValue(out: GrowingBytes, tag: number, payloadBytes: number): void {
  out.reserve(1 + payloadBytes);
  out.bytes[out.length++] = tag;
}

function putWord(out: GrowingBytes, value: number): void {
  out.view.setUint32(out.length, value, true);
  out.length += 4;
}

/** Copies the memory of the array; kernel/bits.ts has made sure that it is little-endian. */
function putArray(
  out: GrowingBytes,
  tag: number,
  values: Float64Array | Uint32Array | Int32Array | Uint8Array,
): void {
  startValue(out, tag, 4 + values.byteLength);
  putWord(out, values.length);
  out.bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), out.length);
  out.length += values.byteLength;
}

function close(out: GrowingBytes): Uint8Array<ArrayBuffer> {
  const result = out.bytes.slice(0, out.length);
  sealHeader(result);
  return result;
}
