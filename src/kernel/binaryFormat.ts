// What the writer and the reader of binary snapshots agree on: the tag that announces the type of
// each value, and how a complaint about bytes looks.

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

/** What is wrong with the bytes and where; readBinary turns it into a problem. */
export class BinaryError extends Error {
  readonly code: string;
  readonly byteOffset: number;

  constructor(code: string, byteOffset: number, message: string) {
    super(message);
    this.name = "BinaryError";
    this.code = code;
    this.byteOffset = byteOffset;
  }
}
