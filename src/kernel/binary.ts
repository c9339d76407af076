// Snapshots as bytes: a versioned header, then tagged values in the order they were written, then
// a checksum. Little-endian everywhere. The tags make a reader that has lost its place say so at
// once instead of restoring nonsense. Layout: "OBP1", length, checksum, kind, version, values.

import { BinaryError } from "./binaryFormat.ts";
import { type BinaryReader, createReader } from "./binaryReader.ts";
import { type BinaryWriter, createWriter } from "./binaryWriter.ts";
import { failure, type Result, success } from "./result.ts";

export type { BinaryReader, BinaryWriter };

/** Bytes of the kind of data and version named, holding what the write function writes. */
export function writeBinary(
  kind: string,
  version: number,
  write: (writer: BinaryWriter) => void,
): Uint8Array<ArrayBuffer> {
  const { writer, finish } = createWriter(kind, version);
  write(writer);
  return finish();
}

/**
 * What the read function makes of the bytes. Damage, truncation, another kind and values of another
 * type than asked for come back as a problem; the read function gets the version to decide on.
 */
export function readBinary<T>(
  bytes: Uint8Array,
  kind: string,
  read: (reader: BinaryReader, version: number) => T,
): Result<T> {
  try {
    const { reader, version, finish } = createReader(bytes, kind);
    const value = read(reader, version);
    finish();
    return success(value);
  } catch (error) {
    if (!(error instanceof BinaryError)) throw error;
    return failure({
      code: error.code,
      place: `byte ${error.byteOffset}`,
      sentence: error.message,
    });
  }
}
