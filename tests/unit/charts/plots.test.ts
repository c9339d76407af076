/** Spans below a limit, and vertical limits of a plot. */
import { describe, expect, test } from "vitest";
import { meanAround } from "../../../src/charts/meanAround.ts";
import { limitsOf } from "../../../src/charts/plotScale.ts";
import { spansBelow } from "../../../src/charts/spans.ts";

describe("spans", () => {
  const timesS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const options = { below: 1, durationSMin: 2 };
  test("begin with the first low sample and end with the first high one", () => {
    expect(spansBelow(timesS, [4, 4, 0, 0, 0, 4, 4, 4, 4], options)).toEqual([
      { fromS: 2, toS: 5 },
    ]);
  });
  test("that are short are left out, and one at the end is closed there", () => {
    expect(spansBelow(timesS, [0, 4, 4, 0, 4, 4, 0, 0, 0], options)).toEqual([
      { fromS: 6, toS: 8 },
    ]);
  });
  test("of nothing are none", () => expect(spansBelow([], [], options)).toEqual([]));
});

describe("limits", () => {
  test("hold every value and what is always shown", () => {
    const { min, max } = limitsOf([5, -3, 120], { min: 0, max: 90 });
    expect(min).toBeLessThan(-3);
    expect(max).toBeGreaterThan(120);
  });
});

describe("the mean around a sample", () => {
  test("takes out a stroke that the window holds whole, and leaves a level where it was", () => {
    const strokes = Float64Array.from({ length: 40 }, (_, at) => (at % 4 < 2 ? 4 : 5));
    const means = meanAround(strokes, 4);
    expect(means.slice(2, 38).every((mean) => Math.abs(mean - 4.5) < 1e-9)).toBe(true);
  });

  test("is of the samples there are near an end, and of one alone the sample itself", () => {
    expect([...meanAround([1, 3, 5], 3)]).toEqual([2, 3, 4]);
    expect([...meanAround([7], 5)]).toEqual([7]);
    expect([...meanAround([1, 2, 4], 1)]).toEqual([1, 2, 4]);
  });
});
