// What the writer and the reader of binary snapshots agree on: the header and the tag that
// announces the type of each value.

/** "OBP1" as a little-endian word. */
export const MAGIC = 0x3150424f;
export const LENGTH_OFFSET = 4;
export const CHECKSUM_OFFSET = 8;
export const HEADER_BYTES = 16;
/** Chosen: far above any snapshot, low enough to catch a runaway writer. */
export const BYTES_MAX = 256 * 1024 * 1024;

export const TAG_NUMBER = 1;
export const TAG_UINT32 = 2;
export const TAG_INT32 = 3;
export const TAG_BOOLEAN = 4;
export const TAG_STRING = 5;
export const TAG_FLOAT64S = 6;
export const TAG_UINT32S = 7;
export const TAG_INT32S = 8;
export const TAG_UINT8S = 9;

/** What each tag announces, by tag. */
export const TAG_NAMES = [
  "nothing",
  "a number",
  "a uint32",
  "an int32",
  "a boolean",
  "a string",
  "a list of float64",
  "a list of uint32",
  "a list of int32",
  "a list of uint8",
] as const;
