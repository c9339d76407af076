/**
 * Contrast of the tokens, computed from their values: audit tools cannot see text on a canvas. Text
 * needs 4.5, graphics 3 (WCAG 2.2); the grounds are those each token is used on (ui.md section 3).
 */
import { describe, expect, test } from "vitest";
import {
  bloodColour,
  COLOURS,
  type ColourToken,
  colourNumber,
} from "../../../src/tokens/colours.ts";

function luminance(rgb: number): number {
  const channel = (shift: number): number => {
    const share = ((rgb >> shift) & 0xff) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

function contrast(one: number, other: number): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((lighter as number) + 0.05) / ((darker as number) + 0.05);
}
const tokenContrast = (one: ColourToken, other: ColourToken): number =>
  contrast(colourNumber(one), colourNumber(other));

const GROUNDS = ["deck", "panel", "glass"] as const;
const TEXT = [
  "t1",
  "t2",
  "t3",
  "steel",
  "hardkey",
  "accent",
  "highText",
  "med",
  "low",
  "ecg",
  "abp",
  "cvp",
  "spo",
  "nirs",
  "tmp",
  "water",
  "gas",
] as const;
const GRAPHICS = ["steel2", "wall", "high"] as const;

test("black on white is 21 to 1: the measure itself is right", () => {
  expect(contrast(0x000000, 0xffffff)).toBeCloseTo(21, 5);
});

describe.each(GROUNDS)("on %s", (ground) => {
  test.each(TEXT)("text in %s has 4.5", (token) => {
    expect(tokenContrast(token, ground)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(GRAPHICS)("graphics in %s have 3", (token) => {
    expect(tokenContrast(token, ground)).toBeGreaterThanOrEqual(3);
  });
});

test.each([
  ["hardink", "hardkey"],
  ["medInk", "med"],
  ["lowInk", "low"],
  ["t1", "key"],
  ["t2", "key"],
  ["t1", "raised"],
  ["t2", "raised"],
] as const)("%s reads on %s", (ink, ground) => {
  expect(tokenContrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
});

test.each(["high", "highBadge"] as const)("white reads on %s", (ground) => {
  expect(contrast(0xffffff, colourNumber(ground))).toBeGreaterThanOrEqual(4.5);
});

test("the tints of cells in alarm keep their numerals readable", () => {
  // src/monitor/alarmBadge.ts: white and medium yellow on the high and medium tint
  expect(contrast(0xffffff, 0x2a1310)).toBeGreaterThanOrEqual(4.5);
  for (const token of ["med", "nirs", "cvp", "abp", "t1", "t2"] as const) {
    expect(contrast(colourNumber(token), 0x221d0c)).toBeGreaterThanOrEqual(4.5);
  }
});

test("alarm red is below the saturated red of the flash rule", () => {
  for (const token of ["high", "highBadge"] as const) {
    const rgb = colourNumber(token);
    const [red, green, blue] = [rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff];
    expect((red as number) / ((red as number) + (green as number) + (blue as number))).toBeLessThan(
      0.8,
    );
  }
});

test("every token is a six-digit colour", () => {
  for (const value of Object.values(COLOURS)) expect(value).toMatch(/^#[0-9a-f]{6}$/);
});

describe("blood", () => {
  test.each([
    [0.3, 0x262142],
    [0.5, 0x3a2854],
    [0.65, 0x582e5c],
    [0.75, 0x743056],
    [0.85, 0x963248],
    [0.95, 0xa62e36],
    [1, 0xbc342d],
  ])("at %s it is the stop of the design", (saturation, rgb) => {
    expect(bloodColour(saturation)).toBe(rgb);
  });

  test("beyond the ends it holds the end", () => {
    expect(bloodColour(0)).toBe(bloodColour(0.3));
    expect(bloodColour(1.4)).toBe(bloodColour(1));
  });

  test("lightness rises with saturation, so the scale reads in grey as well", () => {
    let last = 0;
    for (let percent = 30; percent <= 100; percent++) {
      const now = luminance(bloodColour(percent / 100));
      expect(now).toBeGreaterThanOrEqual(last * 0.995);
      last = now;
    }
    expect(luminance(bloodColour(1))).toBeGreaterThan(2 * luminance(bloodColour(0.5)));
  });

  test("standing blood is mixed 32 % with #2a2624", () => {
    expect(bloodColour(1, true)).toBe(0x8d302a);
  });
});
