// The reading half of binary.ts. It trusts nothing: every length is checked against the bytes that
// are there before anything is made of it, and every complaint names the byte.

import {
  BinaryError,
  TAG_BOOLEAN,
  TAG_FLOAT64S,
  TAG_INT32,
  TAG_INT32S,
  TAG_NAMES,
  TAG_NUMBER,
  TAG_STRING,
  TAG_UINT8S,
  TAG_UINT32,
  TAG_UINT32S,
} from "./binaryFormat.ts";
import { checkHeader, HEADER_BYTES } from "./binaryHeader.ts";

export type BinaryReader = {
  number(): number;
  uint32(): number;
  int32(): number;
  boolean(): boolean;
  string(): string;
  float64s(): Float64Array<ArrayBuffer>;
  uint32s(): Uint32Array<ArrayBuffer>;
  int32s(): Int32Array<ArrayBuffer>;
  uint8s(): Uint8Array<ArrayBuffer>;
  /** Like float64s, into an array that must have exactly the length written. */
  float64sInto(target: Float64Array): void;
  /** Like uint32s, into an array that must have exactly the length written. */
  uint32sInto(target: Uint32Array): void;
  /** Like int32s, into an array that must have exactly the length written. */
  int32sInto(target: Int32Array): void;
  /** Like uint8s, into an array that must have exactly the length written. */
  uint8sInto(target: Uint8Array): void;
  /** Gives up, for example on a version that cannot be read; the sentence becomes the problem. */
  refuse(code: string, sentence: string): never;
};

type Cursor = { readonly bytes: Uint8Array; readonly view: DataView; offset: number };
type TypedArray = Float64Array | Uint32Array | Int32Array | Uint8Array;

/** A reader past the header, the version found there, and the check that all was read. */
export function createReader(
  bytes: Uint8Array,
  kind: string,
): { reader: BinaryReader; version: number; finish: () => void } {
  checkHeader(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cursor: Cursor = { bytes, view, offset: HEADER_BYTES };
  const reader = readerOver(cursor);
  const found = reader.string();
  if (found !== kind) {
    throw new BinaryError(
      "binary.kind",
      HEADER_BYTES,
      `These bytes hold "${found}", not "${kind}".`,
    );
  }
  const version = reader.uint32();
  return { reader, version, finish: () => checkEnd(cursor) };
}

function checkEnd(cursor: Cursor): void {
  const left = cursor.bytes.length - cursor.offset;
  if (left !== 0) {
    throw new BinaryError(
      "binary.unread",
      cursor.offset,
      `${left} bytes were left over: they were written by code that stores more.`,
    );
  }
}

function readerOver(cursor: Cursor): BinaryReader {
  return {
    number() {
      startValue(cursor, TAG_NUMBER);
      return cursor.view.getFloat64(take(cursor, 8), true);
    },
    uint32() {
      startValue(cursor, TAG_UINT32);
      return cursor.view.getUint32(take(cursor, 4), true);
    },
    int32() {
      startValue(cursor, TAG_INT32);
      return cursor.view.getInt32(take(cursor, 4), true);
    },
    boolean() {
      startValue(cursor, TAG_BOOLEAN);
      return cursor.bytes[take(cursor, 1)] !== 0;
    },
    string() {
      const length = startArray(cursor, TAG_STRING, 2);
      let text = "";
      for (let i = 0; i < length; i++) {
        text += String.fromCharCode(cursor.view.getUint16(take(cursor, 2), true));
      }
      return text;
    },
    float64s: () => copyNew(cursor, TAG_FLOAT64S, Float64Array),
    uint32s: () => copyNew(cursor, TAG_UINT32S, Uint32Array),
    int32s: () => copyNew(cursor, TAG_INT32S, Int32Array),
    uint8s: () => copyNew(cursor, TAG_UINT8S, Uint8Array),
    float64sInto: (target) => copyInto(cursor, TAG_FLOAT64S, target),
    uint32sInto: (target) => copyInto(cursor, TAG_UINT32S, target),
    int32sInto: (target) => copyInto(cursor, TAG_INT32S, target),
    uint8sInto: (target) => copyInto(cursor, TAG_UINT8S, target),
    refuse(code, sentence) {
      throw new BinaryError(code, cursor.offset, sentence);
    },
  };
}

/** The offset of the next bytes, which must be there, and steps over them. */
function take(cursor: Cursor, count: number): number {
  const offset = cursor.offset;
  const left = cursor.bytes.length - offset;
  if (count > left) {
    throw new BinaryError(
      "binary.truncated",
      offset,
      `${count} bytes were expected at byte ${offset} but only ${left} are left.`,
    );
  }
  cursor.offset = offset + count;
  return offset;
}

function startValue(cursor: Cursor, tag: number): void {
  const offset = take(cursor, 1);
  const found = cursor.bytes[offset];
  if (found !== tag) {
    throw new BinaryError(
      "binary.type",
      offset,
      `Byte ${offset} starts ${TAG_NAMES[found] ?? "something unknown"}, not ${TAG_NAMES[tag]}.`,
    );
  }
}

/** The length of the list that starts here, after making sure that all of it is there. */
function startArray(cursor: Cursor, tag: number, bytesPerItem: number): number {
  startValue(cursor, tag);
  const length = cursor.view.getUint32(take(cursor, 4), true);
  const start = take(cursor, length * bytesPerItem);
  cursor.offset = start;
  return length;
}

function copyNew<T extends TypedArray>(
  cursor: Cursor,
  tag: number,
  ArrayType: { new (length: number): T; readonly BYTES_PER_ELEMENT: number },
): T {
  const target = new ArrayType(startArray(cursor, tag, ArrayType.BYTES_PER_ELEMENT));
  copyMemory(cursor, target);
  return target;
}

function copyInto(cursor: Cursor, tag: number, target: TypedArray): void {
  const offset = cursor.offset;
  const length = startArray(cursor, tag, target.BYTES_PER_ELEMENT);
  if (length !== target.length) {
    throw new BinaryError(
      "binary.length",
      offset,
      `Byte ${offset} starts a list of ${length} items where ${target.length} belong.`,
    );
  }
  copyMemory(cursor, target);
}

function copyMemory(cursor: Cursor, target: TypedArray): void {
  const offset = take(cursor, target.byteLength);
  const memory = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
  memory.set(cursor.bytes.subarray(offset, offset + target.byteLength));
}
