/** Scales and speeds of the drawing: reservoir, blood, written numbers, knob range, gas to scale. */
import { describe, expect, test } from "vitest";
import { bloodSpeedPxPerS, SPEED_MAX_PX_PER_S } from "../../../src/console/bloodSpeed.ts";
import { alarmAge, fixed, hoursMinutesSeconds, MISSING } from "../../../src/console/format.ts";
import { Polyline } from "../../../src/console/polyline.ts";
import { DRY_Y, levelY } from "../../../src/console/reservoirScale.ts";

describe("reservoir scale", () => {
  test("500 mL take 86 px, 500 to 4,000 mL take 128 px", () => {
    expect(DRY_Y - levelY(500)).toBeCloseTo(86, 6);
    expect(levelY(500) - levelY(4000)).toBeCloseTo(128, 6);
  });
  test("the marks of the mock-up stand where it has them", () => {
    for (const [volumeMl, y] of [
      [200, 423.6],
      [500, 372],
      [1000, 353.714],
      [2000, 317.143],
      [4000, 244],
    ] as const) {
      expect(levelY(volumeMl)).toBeCloseTo(y, 2);
    }
  });
  test("more blood is never lower, and nothing leaves the shell", () => {
    let before = levelY(-100);
    expect(before).toBe(DRY_Y);
    for (let volumeMl = 0; volumeMl < 6000; volumeMl += 50) {
      expect(levelY(volumeMl)).toBeLessThanOrEqual(before);
      before = levelY(volumeMl);
    }
    expect(before).toBe(levelY(4000));
  });
});

describe("speed of blood", () => {
  test("4.6 L/min in a 3/8 inch line is about 108 cm/s, drawn 1 px for 1 cm", () => {
    expect(bloodSpeedPxPerS(4.6, 9.5)).toBeCloseTo(108.2, 0);
  });
  test("backward flow travels backward, standing blood does not move, haste is bounded", () => {
    expect(bloodSpeedPxPerS(-1, 9.5)).toBe(-bloodSpeedPxPerS(1, 9.5));
    expect(bloodSpeedPxPerS(0.01, 9.5)).toBe(0);
    expect(bloodSpeedPxPerS(Number.NaN, 9.5)).toBe(0);
    expect(bloodSpeedPxPerS(15, 4)).toBe(SPEED_MAX_PX_PER_S);
  });
});

describe("walking a line", () => {
  test("length and heading along straight and bent routes", () => {
    const bent = new Polyline("M0 0L100 0Q110 0 110 10L110 60");
    expect(bent.length).toBeGreaterThan(160);
    expect(bent.length).toBeLessThan(170);
    expect(bent.at(50)).toMatchObject({ x: 50, y: 0, headingRad: 0 });
    expect(bent.at(bent.length).headingRad).toBeCloseTo(Math.PI / 2, 6);
    expect(bent.at(1e6)).toMatchObject({ x: 110, y: 60 });
    expect(bent.distanceTo(50, 12)).toBeCloseTo(12, 6);
  });
});

describe("written numbers", () => {
  test("a real minus, no negative zero, dashes for what is missing", () => {
    expect(fixed(-0.25, 2)).toBe("−0.25");
    expect(fixed(-0.001, 2)).toBe("0.00");
    expect(fixed(Number.NaN, 1)).toBe(MISSING);
    expect(alarmAge(31)).toBe("00:31");
    expect(hoursMinutesSeconds(4364)).toBe("1:12:44");
  });
});
