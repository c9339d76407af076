// The first bytes of a binary snapshot: what it is, how long it is and a checksum of the rest, so
// that a file of another kind, half a file and a damaged file are told apart before any is read.

import { BinaryError } from "./binaryFormat.ts";
import { createHasher } from "./hash.ts";

export const HEADER_BYTES = 16;

/** "OBP1" as a little-endian word. */
const MAGIC = 0x3150424f;
const LENGTH_OFFSET = 4;
const CHECKSUM_OFFSET = 8;

/** Fills the header in once all other bytes are in place. */
export function sealHeader(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const checksum = checksumOf(bytes);
  view.setUint32(0, MAGIC, true);
  view.setUint32(LENGTH_OFFSET, bytes.length, true);
  view.setUint32(CHECKSUM_OFFSET, checksum[0], true);
  view.setUint32(CHECKSUM_OFFSET + 4, checksum[1], true);
}

/** Throws a BinaryError unless the bytes are a whole, undamaged snapshot. */
export function checkHeader(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES) {
    const sentence = `Of the ${HEADER_BYTES} bytes of a header there are only ${bytes.length}.`;
    throw new BinaryError("binary.truncated", bytes.length, sentence);
  }
  if (view.getUint32(0, true) !== MAGIC) {
    throw new BinaryError("binary.magic", 0, "These bytes are not an OnBypass snapshot.");
  }
  const length = view.getUint32(LENGTH_OFFSET, true);
  if (length !== bytes.length) {
    const code = length > bytes.length ? "binary.truncated" : "binary.trailing";
    const sentence = `The header promises ${length} bytes but there are ${bytes.length}.`;
    throw new BinaryError(code, Math.min(length, bytes.length), sentence);
  }
  const checksum = checksumOf(bytes);
  const isIntact =
    checksum[0] === view.getUint32(CHECKSUM_OFFSET, true) &&
    checksum[1] === view.getUint32(CHECKSUM_OFFSET + 4, true);
  if (!isIntact) {
    const sentence = "The bytes do not match their checksum: they were damaged or changed.";
    throw new BinaryError("binary.checksum", CHECKSUM_OFFSET, sentence);
  }
}

function checksumOf(bytes: Uint8Array): Uint32Array {
  const checksum = new Uint32Array(2);
  const hasher = createHasher();
  hasher.addUint8s(bytes.subarray(HEADER_BYTES));
  hasher.digestInto(checksum, 0);
  return checksum;
}
