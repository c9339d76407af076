// Streams of chance: the published generator, seeding by name, and draws without bias.

import { describe, expect, test } from "vitest";
import {
  nextFraction,
  nextInt,
  nextNormal,
  nextUint32,
  pick,
  STREAM_WORDS,
  seedStream,
  shuffle,
} from "../../../src/kernel/random.ts";

function stream(seed: number, name: string): Uint32Array {
  const words = new Uint32Array(STREAM_WORDS);
  seedStream(words, 0, seed, name);
  return words;
}

function draws(words: Uint32Array, count: number): number[] {
  return Array.from({ length: count }, () => nextUint32(words, 0));
}

describe("the generator", () => {
  test("gives the sequence published for xoshiro128** from the state 1, 2, 3, 4", () => {
    expect(draws(Uint32Array.of(1, 2, 3, 4), 10)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });

  test("goes on where a copy of its words was taken", () => {
    const words = stream(7, "arrhythmia");
    draws(words, 1000);
    const copy = words.slice();
    expect(draws(copy, 50)).toEqual(draws(words, 50));
  });

  test("leaves its neighbours in the same array alone", () => {
    const words = new Uint32Array(3 * STREAM_WORDS).fill(9);
    seedStream(words, STREAM_WORDS, 1, "middle");
    for (let i = 0; i < 100; i++) nextUint32(words, STREAM_WORDS);
    expect([...words.subarray(0, STREAM_WORDS), ...words.subarray(2 * STREAM_WORDS)]).toEqual(
      Array.from({ length: 2 * STREAM_WORDS }, () => 9),
    );
  });

  test("turns each bit on about half of the time", () => {
    const words = stream(3, "bits");
    const ones = zeros(32);
    const count = 100_000;
    for (let i = 0; i < count; i++) {
      const draw = nextUint32(words, 0);
      for (let bit = 0; bit < 32; bit++) ones[bit] += (draw >>> bit) & 1;
    }
    // Five standard deviations of a fair coin.
    for (const n of ones) expect(Math.abs(n - count / 2)).toBeLessThan(2.5 * Math.sqrt(count));
  });
});

describe("seeding", () => {
  test("gives the same stream for the same seed and name, whenever it is asked", () => {
    expect(draws(stream(48151623, "sensors"), 5)).toMatchInlineSnapshot(`
      [
        4244601273,
        1855313032,
        2157867869,
        2994326429,
        4083879611,
      ]
    `);
  });

  test("gives unrelated streams for neighbouring seeds and names", () => {
    const streams = [0, 1, 2, 2 ** 32, 2 ** 53 - 1].flatMap((seed) =>
      ["", "a", "b", "ab", "ba", "sensors", "sensorS"].map((name) => stream(seed, name)),
    );
    const seen = new Set(streams.flatMap((words) => draws(words, 200)));
    // 7,000 draws of 32 bits: about six pairs in a thousand runs would be equal.
    expect(seen.size).toBeGreaterThanOrEqual(streams.length * 200 - 2);
    for (let i = 0; i < streams.length; i++) {
      for (let j = i + 1; j < streams.length; j++) {
        expect(correlation(streams[i], streams[j])).toBeLessThan(0.12);
      }
    }
  });

  test("refuses seeds that are not whole numbers from 0, and streams that do not fit", () => {
    const words = new Uint32Array(STREAM_WORDS);
    for (const seed of [-1, 0.5, NaN, Infinity, 2 ** 53]) {
      expect(() => seedStream(words, 0, seed, "x")).toThrow("seed must be a whole number");
    }
    expect(() => seedStream(words, 1, 0, "x")).toThrow("must fit");
  });
});

/** Size of the correlation of the next 2,000 fractions of two streams. */
function correlation(a: Uint32Array, b: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < 2000; i++) sum += (nextFraction(a, 0) - 0.5) * (nextFraction(b, 0) - 0.5);
  return Math.abs((sum / 2000) * 12);
}

describe("draws", () => {
  test("fractions fill [0, 1) evenly", () => {
    const words = stream(1, "fractions");
    const bins = zeros(100);
    for (let i = 0; i < 200_000; i++) bins[Math.floor(nextFraction(words, 0) * 100)]++;
    expect(chiSquare(bins, 2000)).toBeLessThan(161); // 99 degrees of freedom, 1 in 10,000
  });

  test("the largest fraction is below 1 and the smallest is 0", () => {
    // States from which the next two draws are all ones, and all zeros.
    expect(nextFraction(Uint32Array.of(0, 0x831c71c7, 0, 0), 0)).toBe(1 - 2 ** -53);
    expect(nextFraction(Uint32Array.of(0, 0, 0, 1), 0)).toBe(0);
  });

  test("whole numbers are equally likely, also for a span that does not divide 2^32", () => {
    const words = stream(2, "whole");
    const bins = zeros(7);
    for (let i = 0; i < 70_000; i++) bins[nextInt(words, 0, -3, 3) + 3]++;
    expect(chiSquare(bins, 10_000)).toBeLessThan(27.9); // 6 degrees of freedom, 1 in 10,000
  });

  test("a span of three quarters of 2^32 has no favourites", () => {
    // Without redrawing, the lower third would come up twice as often as the rest.
    const words = stream(2, "wide");
    const bins = [0, 0, 0];
    for (let i = 0; i < 30_000; i++)
      bins[Math.floor(nextInt(words, 0, 0, 3 * 2 ** 30 - 1) / 2 ** 30)]++;
    expect(chiSquare(bins, 10_000)).toBeLessThan(18.4); // 2 degrees of freedom, 1 in 10,000
  });

  test("a span of one gives that number and a span of 2^32 any word", () => {
    const words = stream(2, "spans");
    expect(nextInt(words, 0, 5, 5)).toBe(5);
    const copy = words.slice();
    expect(nextInt(words, 0, 0, 2 ** 32 - 1)).toBe(nextUint32(copy, 0));
  });

  test("bounds out of order, broken or too far apart are refused", () => {
    const words = stream(2, "bounds");
    for (const [min, max] of [
      [1, 0],
      [0.5, 2],
      [0, NaN],
      [0, 2 ** 32],
    ]) {
      expect(() => nextInt(words, 0, min, max)).toThrow("nextInt needs whole bounds");
    }
  });

  test("normal draws have mean 0, deviation 1, no skew and the tails of a bell", () => {
    const words = stream(4, "normal");
    const count = 200_000;
    const sums = [0, 0, 0, 0];
    let beyondTwo = 0;
    for (let i = 0; i < count; i++) {
      const x = nextNormal(words, 0);
      for (let power = 0; power < 4; power++) sums[power] += x ** (power + 1);
      if (Math.abs(x) > 2) beyondTwo++;
    }
    expect(Math.abs(sums[0] / count)).toBeLessThan(0.012);
    expect(Math.abs(sums[1] / count - 1)).toBeLessThan(0.017);
    expect(Math.abs(sums[2] / count)).toBeLessThan(0.045);
    expect(Math.abs(sums[3] / count - 3)).toBeLessThan(0.12);
    expect(Math.abs(beyondTwo / count - 0.0455)).toBeLessThan(0.0025);
  });

  test("a pick is one of the items, each as often", () => {
    const words = stream(5, "pick");
    const items = ["a", "b", "c"];
    const bins = [0, 0, 0];
    for (let i = 0; i < 30_000; i++) bins[items.indexOf(pick(words, 0, items))]++;
    expect(chiSquare(bins, 10_000)).toBeLessThan(18.4);
    expect(() => pick(words, 0, [])).toThrow("at least one item");
  });

  test("shuffling gives each order as often", () => {
    const words = stream(6, "shuffle");
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const items = [1, 2, 3, 4];
      shuffle(words, 0, items);
      const order = items.join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(chiSquare([...counts.values()], 1000)).toBeLessThan(58); // 23 degrees of freedom
  });
});

function chiSquare(bins: readonly number[], expected: number): number {
  return bins.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}

function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0);
}
