// Accuracy and special values of the bit-exact mathematics. True values come from a table; native
// Math serves on dense grids, with room for its own error, which differs between engines.

import { describe, expect, test } from "vitest";
import { cos, exp, expm1, log, log10, pow, sin, tanh } from "../../../src/kernel/detMath.ts";
import { ANGLE_RAD_MAX } from "../../../src/kernel/mathTrigonometric.ts";
import { ulpDistance, worstUlp } from "../../support/ulp.ts";
import * as reference from "./detMathReference.ts";

/** Evenly spaced numbers, both ends included. */
function grid(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

const POWERS_OF_TEN = grid(-300, 300, 601).map((e) => Number(`1e${e}`));
const POSITIVE = [...POWERS_OF_TEN, ...grid(0.4, 3, 20_001), ...grid(1, 500, 20_001)];

describe("one ulp from the true value", () => {
  test.each([
    ["exp", exp, reference.EXP_ROWS],
    ["expm1", expm1, reference.EXPM1_ROWS],
    ["log", log, reference.LOG_ROWS],
    ["log10", log10, reference.LOG10_ROWS],
    ["sin", sin, reference.SIN_ROWS],
    ["cos", cos, reference.COS_ROWS],
    ["tanh", tanh, reference.TANH_ROWS],
  ] as const)("%s", (_name, ours, rows) => {
    expect(rows.length).toBeGreaterThan(20);
    for (const [x, y] of rows) {
      expect(ulpDistance(ours(x), y), `at ${x}`).toBeLessThanOrEqual(1);
    }
  });

  test("pow", () => {
    expect(reference.POW_ROWS.length).toBeGreaterThan(40);
    for (const [x, y, z] of reference.POW_ROWS) {
      expect(ulpDistance(pow(x, y), z), `at ${x}, ${y}`).toBeLessThanOrEqual(1);
    }
  });
});

describe("near native Math on dense grids", () => {
  const turns = [...grid(-10, 10, 40_001), ...grid(-1e6, 1e6, 20_001)];
  const exponents = [...grid(-745, 709.7, 40_001), ...grid(-1, 1, 20_001)];
  const small = [...grid(-3, 3, 40_001), ...grid(-25, 25, 20_001)];

  test.each([
    { name: "exp", ours: exp, native: Math.exp, inputs: exponents, ulpsMax: 2 },
    { name: "expm1", ours: expm1, native: Math.expm1, inputs: exponents, ulpsMax: 2 },
    { name: "log", ours: log, native: Math.log, inputs: POSITIVE, ulpsMax: 2 },
    { name: "log10", ours: log10, native: Math.log10, inputs: POSITIVE, ulpsMax: 3 },
    { name: "sin", ours: sin, native: Math.sin, inputs: turns, ulpsMax: 2 },
    { name: "cos", ours: cos, native: Math.cos, inputs: turns, ulpsMax: 2 },
    { name: "tanh", ours: tanh, native: Math.tanh, inputs: small, ulpsMax: 4 },
  ])("$name", ({ ours, native, inputs, ulpsMax }) => {
    const worst = worstUlp(inputs, ours, native);
    expect(worst.ulps, `at ${worst.at}`).toBeLessThanOrEqual(ulpsMax);
  });

  test.each([2.7, 0.26, -1.3, 3, -2, 0.5, 1 / 3, 100.1])("pow to the %d", (y) => {
    const inputs = [...grid(0.001, 3, 5001), ...grid(1, 800, 5001)];
    const worst = worstUlp(
      inputs,
      (x) => pow(x, y),
      (x) => x ** y,
    );
    expect(worst.ulps, `at ${worst.at}`).toBeLessThanOrEqual(2);
  });
});

describe("special values", () => {
  const SPECIAL = [NaN, Infinity, -Infinity, 0, -0, 1, -1, 5e-324, -5e-324];

  test.each([
    ["exp", exp, Math.exp],
    ["expm1", expm1, Math.expm1],
    ["log", log, Math.log],
    ["log10", log10, Math.log10],
    ["sin", sin, Math.sin],
    ["cos", cos, Math.cos],
    ["tanh", tanh, Math.tanh],
  ] as const)("%s has the limits of the language text", (_name, ours, native) => {
    for (const x of SPECIAL) {
      const theirs = native(x);
      if (Math.abs(x) === 1) expect(ulpDistance(ours(x), theirs)).toBeLessThanOrEqual(2);
      else expect(ours(x), `at ${x}`).toBe(theirs);
    }
  });

  test("pow has the limits of the language text", () => {
    const exponents = [
      ...SPECIAL,
      2,
      -2,
      3,
      -3,
      0.5,
      -0.5,
      1.5,
      2 ** 53,
      2 ** 53 - 1,
      1e300,
      -1e300,
    ];
    const bases = [...SPECIAL, 2, -2, 0.5, -0.5, 1 + 2 ** -52, 1 - 2 ** -53, 1e308, -1e308];
    for (const x of bases) {
      for (const y of exponents) {
        const theirs = x ** y;
        const ours = pow(x, y);
        expect(ulpDistance(ours, theirs), `${x} to the ${y}`).toBeLessThanOrEqual(1);
        expect(Object.is(ours, -0), `sign of ${x} to the ${y}`).toBe(Object.is(theirs, -0));
      }
    }
  });

  test("exp runs into infinity and into zero where doubles end", () => {
    expect(exp(709.782712893384)).toBeLessThan(Infinity);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(-745.1332191019411)).toBe(5e-324);
    expect(exp(-745.1332191019412)).toBe(0);
  });

  test("pow runs into infinity and into zero where doubles end", () => {
    expect(pow(2, 1023.9999999999999)).toBeLessThan(Infinity);
    expect(pow(2, 1024)).toBe(Infinity);
    expect(pow(2, -1074)).toBe(5e-324);
    expect(pow(2, -1075.1)).toBe(0);
    expect(pow(-2, -1075)).toBe(-0);
    expect(pow(-2, 1025)).toBe(-Infinity);
  });

  test("whole powers of two and ten are exact", () => {
    for (let k = -1074; k <= 1023; k++) expect(pow(2, k)).toBe(2 ** k);
    for (let k = 0; k <= 22; k++) expect(pow(10, k)).toBe(Number(`1e${k}`));
    for (let k = -307; k <= 308; k++) expect(log10(Number(`1e${k}`))).toBe(k);
  });

  test("tanh is 1 only from where no double is nearer", () => {
    expect(tanh(18)).toBeLessThan(1);
    expect(tanh(22)).toBe(1);
    expect(tanh(-22)).toBe(-1);
  });

  test("angles beyond the limit have no sine, rather than a wrong one", () => {
    expect(ulpDistance(sin(ANGLE_RAD_MAX), Math.sin(ANGLE_RAD_MAX))).toBeLessThanOrEqual(2);
    expect(sin(ANGLE_RAD_MAX + 1)).toBeNaN();
    expect(cos(-ANGLE_RAD_MAX - 1)).toBeNaN();
  });
});
