/** The heart's own laws: activation, rhythm, reflex and tone, without a world around them. */
import { describe, expect, test } from "vitest";
import { feltErrorMmHg, reflexLeftRatio } from "../../../src/physiology/body/baroreflex.ts";
import { conductanceAtTone, dilutionToneRatio } from "../../../src/physiology/body/vascularTone.ts";
import { activateInPlace } from "../../../src/physiology/heart/chambers.ts";
import {
  beatLengthS,
  nextRhythm,
  shockWorks,
  sinusRatePerMin,
} from "../../../src/physiology/heart/conduction.ts";

const fresh = {
  potassiumMmolPerL: 0,
  temperatureC: 36,
  injuryFraction: 0,
  isPaced: false,
  regionalIschaemiaS: 0,
};

describe("activation", () => {
  test("rises to 1 over a systole and is gone half a systole later", () => {
    const activation = (systoles: number) => {
      const cell = Float64Array.of(systoles);
      activateInPlace(cell, 0);
      return cell[0];
    };
    expect(activation(0)).toBe(0);
    expect(activation(0.5)).toBeCloseTo(0.5, 4);
    expect(activation(1)).toBeCloseTo(1, 4);
    expect(activation(1.25)).toBeCloseTo(0.5, 3);
    expect(activation(1.5)).toBe(0);
  });
});

describe("rhythm", () => {
  test("slows as the heart cools, by half at 27 °C", () => {
    expect(sinusRatePerMin(72, 37)).toBe(72);
    expect(sinusRatePerMin(72, 27)).toBeCloseTo(36, 6);
    expect(beatLengthS(500, 0)).toBe(0.33);
  });
  test("stands still while cardioplegia is in the heart, and not before it has gone wakes", () => {
    expect(nextRhythm("sinus", { ...fresh, potassiumMmolPerL: 10 })).toBe("arrested");
    expect(nextRhythm("arrested", { ...fresh, potassiumMmolPerL: 5 })).toBe("arrested");
    expect(nextRhythm("arrested", fresh)).toBe("sinus");
  });
  test("wakes in fibrillation when cold or hurt, and fibrillates when cooled", () => {
    expect(nextRhythm("arrested", { ...fresh, temperatureC: 30 })).toBe("ventricularFibrillation");
    expect(nextRhythm("arrested", { ...fresh, injuryFraction: 0.7 })).toBe(
      "ventricularFibrillation",
    );
    expect(nextRhythm("sinus", { ...fresh, temperatureC: 27 })).toBe("ventricularFibrillation");
  });
  test("follows the pacemaker while it gives a rate", () => {
    expect(nextRhythm("sinus", { ...fresh, isPaced: true })).toBe("paced");
  });
  test("a shock works on a warm heart that is fed, and not on a cold or starved one", () => {
    expect(shockWorks(fresh, 1)).toBe(true);
    expect(shockWorks({ ...fresh, temperatureC: 27 }, 1)).toBe(false);
    expect(shockWorks(fresh, 0.1)).toBe(false);
  });
});

describe("the baroreflex", () => {
  test("is bounded, odd and nearly straight for small errors", () => {
    expect(feltErrorMmHg(1)).toBeCloseTo(1, 1);
    expect(feltErrorMmHg(-30)).toBe(-feltErrorMmHg(30));
    expect(feltErrorMmHg(1000)).toBeLessThan(28);
  });
  test("is left at 4.4 of 22.5 ms/mmHg by 2 % sevoflurane and at 31 % by 5 µg/mL propofol", () => {
    expect(22.5 * reflexLeftRatio("sevoflurane", 2)).toBeCloseTo(4.4, 6);
    expect(reflexLeftRatio("propofol", 5)).toBeCloseTo(0.31, 6);
  });
});

describe("tone", () => {
  test("narrows gut and kidney more than muscle, and the brain not at all", () => {
    expect(conductanceAtTone("viscera", 1.5)).toBeLessThan(conductanceAtTone("muscle", 1.5));
    expect(conductanceAtTone("brainLeft", 1.5)).toBe(1);
  });
  test("falls with dilution to about three quarters when half the red cells have gone", () => {
    expect(dilutionToneRatio(0.4)).toBe(1);
    expect(dilutionToneRatio(0.4 * 0.52)).toBeCloseTo(0.76, 6);
  });
});
