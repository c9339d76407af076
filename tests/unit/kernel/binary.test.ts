// Snapshots as bytes: what is wrong with them is said, with the place, before anything is restored.

import { describe, expect, test } from "vitest";
import { type BinaryReader, readBinary, writeBinary } from "../../../src/kernel/binary.ts";
import type { Result } from "../../../src/kernel/result.ts";

function sample(): Uint8Array {
  return writeBinary("case", 3, (writer) => {
    writer.number(36.6);
    writer.float64s(Float64Array.of(1, -0, 5e-324));
    writer.string("patient 🫀 \ud800");
    writer.boolean(true);
  });
}

function readSample(reader: BinaryReader, version: number): unknown[] {
  return [version, reader.number(), reader.float64s(), reader.string(), reader.boolean()];
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? "no problem" : result.problems.map((p) => p.code).join();
}

describe("a snapshot", () => {
  test("reads back as it was written, with its version", () => {
    expect(readBinary(sample(), "case", readSample)).toEqual({
      ok: true,
      value: [3, 36.6, Float64Array.of(1, -0, 5e-324), "patient 🫀 \ud800", true],
    });
  });

  test("has the same bytes on every platform", () => {
    const bytes = writeBinary("k", 1, (writer) => writer.uint32s(Uint32Array.of(1, 2)));
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    expect(hex.match(/.{1,32}/g)).toEqual([
      "4f42503129000000bd072c3942197221",
      "05010000006b00020100000007020000",
      "000100000002000000",
    ]);
  });

  test("restores lists in place", () => {
    const bytes = writeBinary("k", 1, (writer) => {
      writer.float64s(Float64Array.of(1.5, 2.5));
      writer.uint32s(Uint32Array.of(0xffffffff));
      writer.int32s(Int32Array.of(-1, 7));
      writer.uint8s(Uint8Array.of(255));
    });
    const home = new Float64Array(4);
    const uint32s = new Uint32Array(1);
    const int32s = new Int32Array(2);
    const uint8s = new Uint8Array(1);
    const result = readBinary(bytes, "k", (reader) => {
      reader.float64sInto(home.subarray(1, 3));
      reader.uint32sInto(uint32s);
      reader.int32sInto(int32s);
      reader.uint8sInto(uint8s);
    });
    expect(result.ok).toBe(true);
    expect([...home]).toEqual([0, 1.5, 2.5, 0]);
    expect([...uint32s, ...int32s, ...uint8s]).toEqual([0xffffffff, -1, 7, 255]);
  });

  test("reads from the middle of a larger buffer at any alignment", () => {
    const bytes = sample();
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);
    expect(readBinary(larger.subarray(3, 3 + bytes.length), "case", readSample).ok).toBe(true);
  });

  test("grows as far as it needs to", () => {
    const values = Float64Array.from({ length: 100_000 }, (_, i) => i / 3);
    const bytes = writeBinary("k", 1, (writer) => {
      for (let i = 0; i < 5; i++) writer.float64s(values);
    });
    const result = readBinary(bytes, "k", (reader) => {
      for (let i = 0; i < 4; i++) reader.float64s();
      return reader.float64s();
    });
    expect(result.ok && result.value).toEqual(values);
  });
});

describe("what is wrong is said", () => {
  test("when the end is missing, wherever it was cut", () => {
    const bytes = sample();
    for (let length = 0; length < bytes.length; length++) {
      const result = readBinary(bytes.subarray(0, length), "case", readSample);
      expect(codeOf(result), `cut at ${length}`).toBe("binary.truncated");
    }
    expect(readBinary(bytes.subarray(0, 40), "case", readSample)).toEqual({
      ok: false,
      problems: [
        {
          code: "binary.truncated",
          place: "byte 40",
          sentence: `The header promises ${bytes.length} bytes but there are 40.`,
        },
      ],
    });
  });

  test("when any bit was changed", () => {
    const bytes = sample();
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit >> 3] ^= 1 << (bit & 7);
      expect(readBinary(bytes, "case", readSample).ok, `bit ${bit}`).toBe(false);
      bytes[bit >> 3] ^= 1 << (bit & 7);
    }
  });

  test("when there is something after the end", () => {
    const bytes = Uint8Array.of(...sample(), 0);
    expect(codeOf(readBinary(bytes, "case", readSample))).toBe("binary.trailing");
  });

  test("when it is another kind, or no snapshot at all", () => {
    expect(codeOf(readBinary(sample(), "world", readSample))).toBe("binary.kind");
    expect(codeOf(readBinary(new Uint8Array(100), "case", readSample))).toBe("binary.magic");
  });

  test("when the reader asks for another type, or too much, or leaves some", () => {
    const ask = (read: (reader: BinaryReader) => unknown): string =>
      codeOf(readBinary(sample(), "case", read));
    expect(ask((r) => r.uint32())).toBe("binary.type");
    expect(ask((r) => [readSample(r, 3), r.number()])).toBe("binary.truncated");
    expect(ask((r) => r.number())).toBe("binary.unread");
    expect(ask((r) => [r.number(), r.float64sInto(new Float64Array(2))])).toBe("binary.length");
  });

  test("when the reader refuses the version", () => {
    const result = readBinary(sample(), "case", (reader, version) => {
      if (version !== 4) reader.refuse("case.version", `Version ${version} cannot be read.`);
    });
    expect(result.ok ? [] : result.problems[0].sentence).toBe("Version 3 cannot be read.");
  });

  test("but a mistake in the reading code is thrown, not reported", () => {
    const broken = (): never => {
      throw new TypeError("mistake");
    };
    expect(() => readBinary(sample(), "case", broken)).toThrow("mistake");
  });

  test("when a number does not fit the type it is written as", () => {
    const write = (value: number): void => {
      writeBinary("k", 1, (writer) => writer.uint32(value));
    };
    for (const value of [-1, 0.5, 2 ** 32, NaN]) expect(() => write(value)).toThrow("uint32 must");
    expect(() => writeBinary("k", 1, (writer) => writer.int32(2 ** 31))).toThrow("int32 must");
  });
});
