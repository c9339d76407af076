// The bits of the mathematics, as one hash per function over 20,000 fixed inputs. A change here
// means that every recording made before replays differently: it needs a reason in the commit.

import { describe, expect, test } from "vitest";
import { cos, exp, expm1, log, log10, pow, sin, tanh } from "../../../src/kernel/detMath.ts";
import { createHasher } from "../../../src/kernel/hash.ts";
import { nextFraction, STREAM_WORDS, seedStream } from "../../../src/kernel/random.ts";

const COUNT = 20_000;

/** Fixed inputs made with + - * only: a third each near 1, of middling and of great size. */
function inputs(name: string, middling: number, great: number): Float64Array {
  const words = new Uint32Array(STREAM_WORDS);
  seedStream(words, 0, 20_000, name);
  const sizes = [1, middling, great];
  return Float64Array.from(
    { length: COUNT },
    (_, i) => sizes[i % 3] * (2 * nextFraction(words, 0) - 1),
  );
}

function hashOf(ours: (x: number, i: number) => number, xs: Float64Array): string {
  const hasher = createHasher();
  hasher.addFloat64s(xs.map(ours));
  return hasher.digestHex();
}

describe("golden bits over 20,000 inputs", () => {
  test("the inputs", () => {
    expect(hashOf((x) => x, inputs("inputs", 40, 700))).toMatchInlineSnapshot(`"8b8a4c52383e42f5"`);
  });
  test("exp", () => {
    expect(hashOf(exp, inputs("exp", 40, 740))).toMatchInlineSnapshot(`"8a62cf727d4d7bc8"`);
  });
  test("expm1", () => {
    expect(hashOf(expm1, inputs("expm1", 40, 700))).toMatchInlineSnapshot(`"40acc1121fa36c40"`);
  });
  test("log", () => {
    expect(hashOf((x) => log(Math.abs(x)), inputs("log", 200, 1e9))).toMatchInlineSnapshot(
      `"1b5c6a1ed78bb471"`,
    );
  });
  test("log10", () => {
    expect(hashOf((x) => log10(Math.abs(x)), inputs("log10", 200, 1e9))).toMatchInlineSnapshot(
      `"523846a2876812b3"`,
    );
  });
  test("sin", () => {
    expect(hashOf(sin, inputs("sin", 100, 1e6))).toMatchInlineSnapshot(`"1fad24b16c2b65d4"`);
  });
  test("cos", () => {
    expect(hashOf(cos, inputs("cos", 100, 1e6))).toMatchInlineSnapshot(`"daa8eafb6ee3c72b"`);
  });
  test("tanh", () => {
    expect(hashOf(tanh, inputs("tanh", 2, 20))).toMatchInlineSnapshot(`"ae9c36779f0c5fea"`);
  });
  test("pow", () => {
    const exponents = inputs("pow exponent", 3, 20);
    const bases = inputs("pow base", 200, 1e6);
    const power = (x: number, i: number): number => pow(Math.abs(x), exponents[i]);
    expect(hashOf(power, bases)).toMatchInlineSnapshot(`"a785682f039df8fc"`);
  });
});
