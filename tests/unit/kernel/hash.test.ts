// The checkpoint hash: every bit, every boundary and the order count; the digest is pinned.

import { describe, expect, test } from "vitest";
import { createHasher, type Hasher, hashString } from "../../../src/kernel/hash.ts";

function digestOf(add: (hasher: Hasher) => void): string {
  const hasher = createHasher();
  add(hasher);
  return hasher.digestHex();
}

describe("the digest", () => {
  test("is 16 hexadecimal digits and the same in every run", () => {
    const digests = [
      digestOf(() => {}),
      digestOf((h) => h.addFloat64s(Float64Array.of(0, 1, -1, 0.1, 1e300))),
      digestOf((h) => h.addUint32s(Uint32Array.of(0, 1, 0xffffffff))),
      digestOf((h) => h.addInt32s(Int32Array.of(0, -1, 0x7fffffff))),
      digestOf((h) => h.addUint8s(Uint8Array.of(0, 1, 2, 3, 255))),
      hashString("clamp the arterial line"),
    ];
    for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{16}$/);
    expect(digests).toMatchInlineSnapshot(`
      [
        "0000000000000000",
        "9c883fa30e6227a9",
        "eb33dd445b800736",
        "5502aaeb27312419",
        "e710465f02724503",
        "319dd34568262fbd",
      ]
    `);
  });

  test("changes when any one bit of a number changes", () => {
    const values = Float64Array.of(93.4, 4.8, 0, -1.5, 36.6);
    const words = new Uint32Array(values.buffer);
    const seen = new Set([digestOf((h) => h.addFloat64s(values))]);
    for (let word = 0; word < words.length; word++) {
      for (let bit = 0; bit < 32; bit++) {
        words[word] ^= 1 << bit;
        seen.add(digestOf((h) => h.addFloat64s(values)));
        words[word] ^= 1 << bit;
      }
    }
    expect(seen.size).toBe(1 + words.length * 32);
  });

  test("moves about half of its bits for one bit of input", () => {
    const values = new Uint32Array(8);
    const before = BigInt(`0x${digestOf((h) => h.addUint32s(values))}`);
    let moved = 0;
    for (let i = 0; i < 256; i++) {
      values[i >> 5] ^= 1 << (i & 31);
      moved += countOnes(before ^ BigInt(`0x${digestOf((h) => h.addUint32s(values))}`));
      values[i >> 5] ^= 1 << (i & 31);
    }
    expect(moved / 256).toBeGreaterThan(30.5);
    expect(moved / 256).toBeLessThan(33.5);
  });

  test("does not repeat over 200,000 neighbouring inputs", () => {
    const seen = new Set<string>();
    const hasher = createHasher();
    const cell = new Float64Array(1);
    for (let i = 0; i < 200_000; i++) {
      cell[0] = i;
      hasher.reset();
      hasher.addFloat64s(cell);
      seen.add(hasher.digestHex());
    }
    expect(seen.size).toBe(200_000);
  });

  test("tells 0 from -0 and takes every NaN for the same", () => {
    const zero = digestOf((h) => h.addFloat64s(Float64Array.of(0)));
    expect(digestOf((h) => h.addFloat64s(Float64Array.of(-0)))).not.toBe(zero);
    const odd = new Float64Array(new Uint32Array([1, 0xfff80000]).buffer);
    expect(odd[0]).toBeNaN();
    expect(digestOf((h) => h.addFloat64s(odd))).toBe(
      digestOf((h) => h.addFloat64s(Float64Array.of(NaN))),
    );
  });

  test("depends on the order and on where one list ends and the next begins", () => {
    const ab = digestOf((h) => {
      h.addString("a");
      h.addString("b");
    });
    const ba = digestOf((h) => {
      h.addString("b");
      h.addString("a");
    });
    const seen = new Set([ab, ba, hashString("ab"), hashString("ba"), hashString("")]);
    expect(seen.size).toBe(5);
  });

  test("tells lists of another type apart, also when empty", () => {
    const digests = [
      digestOf((h) => h.addFloat64s(new Float64Array(0))),
      digestOf((h) => h.addUint32s(new Uint32Array(0))),
      digestOf((h) => h.addInt32s(new Int32Array(0))),
      digestOf((h) => h.addUint8s(new Uint8Array(0))),
      hashString(""),
      digestOf((h) => h.addUint32s(Uint32Array.of(7))),
      digestOf((h) => h.addInt32s(Int32Array.of(7))),
      digestOf((h) => h.addUint8s(Uint8Array.of(7))),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });
});

describe("a hasher", () => {
  test("may be asked in between and goes on", () => {
    const hasher = createHasher();
    hasher.addString("a");
    const first = hasher.digestHex();
    expect(hasher.digestHex()).toBe(first);
    hasher.addString("b");
    const direct = digestOf((h) => {
      h.addString("a");
      h.addString("b");
    });
    expect(hasher.digestHex()).toBe(direct);
  });

  test("forgets everything on reset", () => {
    const hasher = createHasher();
    hasher.addString("something");
    hasher.reset();
    expect(hasher.digestHex()).toBe(createHasher().digestHex());
  });

  test("writes the same digest as two words", () => {
    const hasher = createHasher();
    hasher.addString("words");
    const words = new Uint32Array(3);
    hasher.digestInto(words, 1);
    const hex = [...words.subarray(1)].map((w) => w.toString(16).padStart(8, "0")).join("");
    expect(hex).toBe(hasher.digestHex());
    expect(words[0]).toBe(0);
  });

  test("reads a view into a larger buffer from its own start", () => {
    const whole = Float64Array.of(1, 2, 3, 4);
    const part = digestOf((h) => h.addFloat64s(whole.subarray(1, 3)));
    expect(part).toBe(digestOf((h) => h.addFloat64s(Float64Array.of(2, 3))));
  });
});

function countOnes(bits: bigint): number {
  return bits.toString(2).replaceAll("0", "").length;
}
