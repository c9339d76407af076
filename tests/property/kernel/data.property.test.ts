// Laws of snapshots, hashes, canonical JSON, chance and units for any content.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BinaryReader,
  type BinaryWriter,
  readBinary,
  writeBinary,
} from "../../../src/kernel/binary.ts";
import { canonicalJson, createHasher, hashString } from "../../../src/kernel/hash.ts";
import {
  nextFraction,
  nextInt,
  STREAM_WORDS,
  seedStream,
  shuffle,
} from "../../../src/kernel/random.ts";
import { closest, editDistance } from "../../../src/kernel/suggest.ts";
import { sToTicks, ticksToS } from "../../../src/kernel/tick.ts";
import * as units from "../../../src/kernel/units.ts";

fc.configureGlobal({ seed: 48151623 }); // the same cases in every run

type Entry = { readonly method: keyof BinaryWriter; readonly value: unknown };

const entry: fc.Arbitrary<Entry> = fc.oneof(
  fc.double().map((value) => ({ method: "number" as const, value })),
  fc.integer({ min: 0, max: 0xffffffff }).map((value) => ({ method: "uint32" as const, value })),
  fc.integer().map((value) => ({ method: "int32" as const, value })),
  fc.boolean().map((value) => ({ method: "boolean" as const, value })),
  fc.string({ unit: "binary" }).map((value) => ({ method: "string" as const, value })),
  fc.float64Array().map((value) => ({ method: "float64s" as const, value })),
  fc.uint32Array().map((value) => ({ method: "uint32s" as const, value })),
  fc.int32Array().map((value) => ({ method: "int32s" as const, value })),
  fc.uint8Array().map((value) => ({ method: "uint8s" as const, value })),
);

function write(entries: readonly Entry[]): Uint8Array {
  return writeBinary("any", 1, (writer) => {
    for (const { method, value } of entries) {
      (writer[method] as (value: unknown) => void)(value);
    }
  });
}

describe("snapshots", () => {
  test("read back whatever was written, bit by bit", () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const read = (reader: BinaryReader): unknown[] => entries.map((e) => reader[e.method]());
        const result = readBinary(write(entries), "any", read);
        expect(result).toStrictEqual({ ok: true, value: entries.map((e) => e.value) });
      }),
    );
  });

  test("report damage instead of throwing, whatever bytes come", () => {
    fc.assert(
      fc.property(
        fc.array(entry),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (entries, at, change) => {
          const bytes = write(entries);
          bytes[at % bytes.length] ^= change;
          const read = (reader: BinaryReader): unknown[] => entries.map((e) => reader[e.method]());
          expect(readBinary(bytes, "any", read).ok).toBe(false);
        },
      ),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readBinary(bytes, "any", (reader) => reader.string()).ok).toBe(false);
      }),
    );
  });
});

describe("hashes", () => {
  test("differ for different texts", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (a, b) => (hashString(a) === hashString(b)) === (a === b),
      ),
      { numRuns: 2000 },
    );
  });

  test("do not depend on what the array is a part of", () => {
    fc.assert(
      fc.property(fc.float64Array(), fc.nat(3), (values, shift) => {
        const larger = new Float64Array(values.length + 4);
        larger.set(values, shift);
        const direct = createHasher();
        direct.addFloat64s(values);
        const inside = createHasher();
        inside.addFloat64s(larger.subarray(shift, shift + values.length));
        expect(inside.digestHex()).toBe(direct.digestHex());
      }),
    );
  });
});

describe("canonical JSON", () => {
  test("does not depend on the order in which keys were added", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(record));
      }),
    );
  });

  test("reads back as the same value and stays the same text", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

describe("chance", () => {
  const seed = fc.maxSafeNat();

  test("stays within its bounds", () => {
    fc.assert(
      fc.property(seed, fc.integer(), fc.nat(1000), (s, min, span) => {
        const words = new Uint32Array(STREAM_WORDS);
        seedStream(words, 0, s, "bounds");
        const whole = nextInt(words, 0, min, min + span);
        expect(Number.isInteger(whole) && whole >= min && whole <= min + span).toBe(true);
        const fraction = nextFraction(words, 0);
        expect(fraction >= 0 && fraction < 1).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("shuffles without losing or inventing an item", () => {
    fc.assert(
      fc.property(seed, fc.array(fc.integer()), (s, items) => {
        const words = new Uint32Array(STREAM_WORDS);
        seedStream(words, 0, s, "shuffle");
        const shuffled = [...items];
        shuffle(words, 0, shuffled);
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe("suggestions and units", () => {
  test("edit distance is symmetric and zero only for equal words", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });

  test("a known word is its own nearest", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), (words) => {
        const lower = [...new Set(words.map((word) => word.toLowerCase()))];
        expect(closest(lower[0], lower.toReversed())).toBe(lower[0]);
      }),
    );
  });

  test("conversions there and back give the quantity again", () => {
    const quantity = fc.double({ min: -1000, max: 1000, noNaN: true });
    const pairs = [
      [units.kpaToMmHg, units.mmHgToKpa],
      [units.cmH2OToMmHg, units.mmHgToCmH2O],
      [units.lpmToMlPerS, units.mlPerSToLpm],
      [units.lpmToMlPerMin, units.mlPerMinToLpm],
      [units.celsiusToKelvin, units.kelvinToCelsius],
    ] as const;
    fc.assert(
      fc.property(quantity, (x) => {
        for (const [there, back] of pairs) expect(back(there(x))).toBeCloseTo(x, 9);
      }),
    );
  });

  test("whole ticks survive the way through seconds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (n) => sToTicks(ticksToS(n)) === n),
    );
  });
});
