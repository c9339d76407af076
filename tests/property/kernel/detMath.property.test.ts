// Laws of the bit-exact functions for any input, beside the accuracy measured in tests/unit.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cos, exp, expm1, log, log10, pow, sin, tanh } from "../../../src/kernel/detMath.ts";
import { ulpDistance } from "../../support/ulp.ts";

fc.configureGlobal({ seed: 48151623 }); // the same cases in every run

const anyNumber = fc.double();
const finite = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true });
const positive = fc.double({ min: 0, minExcluded: true, noDefaultInfinity: true, noNaN: true });

describe("for any double whatever", () => {
  test.each([
    ["exp", exp, Math.exp, 2],
    ["expm1", expm1, Math.expm1, 2],
    ["log", log, Math.log, 2],
    ["log10", log10, Math.log10, 3],
    ["tanh", tanh, Math.tanh, 4],
  ] as const)("%s is near native", (_name, ours, native, ulpsMax) => {
    fc.assert(
      fc.property(anyNumber, (x) => ulpDistance(ours(x), native(x)) <= ulpsMax),
      { numRuns: 20_000 },
    );
  });

  test("pow is near native", () => {
    // Native pow itself strays by hundreds of ulp where x is nearly 1 and y is very large.
    const isFair = (x: number, y: number): boolean =>
      Math.abs(Math.abs(x) - 1) > 1e-6 || Math.abs(y) < 2 ** 31;
    fc.assert(
      fc.property(
        anyNumber,
        anyNumber,
        (x, y) => !isFair(x, y) || ulpDistance(pow(x, y), x ** y) <= 2,
      ),
      { numRuns: 20_000 },
    );
  });

  test("pow of moderate numbers is near native", () => {
    fc.assert(
      fc.property(positive, finite(-3, 3), (x, y) => ulpDistance(pow(x, y), x ** y) <= 2),
      { numRuns: 20_000 },
    );
    fc.assert(
      fc.property(
        finite(0.5, 2),
        finite(-1100, 1100),
        (x, y) => ulpDistance(pow(x, y), x ** y) <= 2,
      ),
      { numRuns: 20_000 },
    );
  });
});

describe("laws", () => {
  const angle = finite(-1e6, 1e6);

  test("sin and cos are near native, odd and even, and lie on the circle", () => {
    fc.assert(
      fc.property(angle, (x) => {
        expect(ulpDistance(sin(x), Math.sin(x))).toBeLessThanOrEqual(2);
        expect(ulpDistance(cos(x), Math.cos(x))).toBeLessThanOrEqual(2);
        expect(sin(-x)).toBe(-sin(x));
        expect(cos(-x)).toBe(cos(x));
        expect(Math.abs(sin(x) * sin(x) + cos(x) * cos(x) - 1)).toBeLessThan(4.5e-16);
      }),
      { numRuns: 5000 },
    );
  });

  test("tanh is odd, never beyond 1, and never falls by more than its error", () => {
    fc.assert(
      fc.property(finite(-30, 30), finite(0, 1), (x, step) => {
        expect(tanh(-x)).toBe(-tanh(x));
        expect(Math.abs(tanh(x))).toBeLessThanOrEqual(1);
        expect(tanh(x + step) - tanh(x)).toBeGreaterThanOrEqual(-2.3e-16);
      }),
      { numRuns: 5000 },
    );
  });

  test("log undoes exp, and exp of a sum is the product", () => {
    fc.assert(
      fc.property(finite(-300, 300), finite(-300, 300), (x, y) => {
        expect(Math.abs(log(exp(x)) - x)).toBeLessThan(2.3e-16 + Math.abs(x) * 3e-16);
        const product = exp(x) * exp(y);
        expect(Math.abs(exp(x + y) / product - 1)).toBeLessThan(2e-13);
      }),
      { numRuns: 5000 },
    );
  });

  test("pow of a whole power agrees with multiplying it out", () => {
    fc.assert(
      fc.property(finite(-100, 100), fc.integer({ min: 0, max: 6 }), (x, n) => {
        let product = 1;
        for (let i = 0; i < n; i++) product *= x;
        expect(Math.abs(pow(x, n) - product)).toBeLessThanOrEqual(Math.abs(product) * 1e-15);
      }),
      { numRuns: 5000 },
    );
  });

  test("expm1 is exp less one where that is well conditioned", () => {
    fc.assert(
      fc.property(finite(1, 700), (x) => Math.abs(expm1(x) / (exp(x) - 1) - 1) < 1e-15),
      { numRuns: 2000 },
    );
  });
});
