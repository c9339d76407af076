/** Anticoagulation: what makes a clotting time, what takes it back, and what grows without it. */
import { describe, expect, test } from "vitest";
import { ACT_DEVICES } from "../../../../src/physiology/clotting/actDevices.ts";
import {
  clottingTimeS,
  heparinBoundU,
} from "../../../../src/physiology/clotting/anticoagulation.ts";
import {
  clump,
  growClot,
  OXYGENATOR_CLOTS_PER_MIN,
  RESERVOIR_CLOTS_PER_MIN,
} from "../../../../src/physiology/clotting/clotGrowth.ts";
import { mediatorsAfter } from "../../../../src/physiology/clotting/protamineReaction.ts";

const BLOOD = {
  heparinUPerMl: 3.5,
  antithrombinUPerMl: 0.93,
  responseRatio: 1,
  factorFraction: 1,
};
const { kaolinCartridge, handheldCartridge } = ACT_DEVICES;

describe("the clotting time", () => {
  test("is 135 s without heparin and 478 s at 3.5 U/mL", () => {
    expect(clottingTimeS({ ...BLOOD, heparinUPerMl: 0 }, kaolinCartridge)).toBe(135);
    expect(clottingTimeS(BLOOD, kaolinCartridge)).toBeCloseTo(478, 9);
  });

  test("does not care about antithrombin until little is left", () => {
    const typical = clottingTimeS({ ...BLOOD, antithrombinUPerMl: 0.9 }, kaolinCartridge);
    expect(clottingTimeS({ ...BLOOD, antithrombinUPerMl: 0.55 }, kaolinCartridge)).toBe(typical);
    const poor = clottingTimeS({ ...BLOOD, antithrombinUPerMl: 0.2 }, kaolinCartridge);
    expect(poor).toBeLessThan(320);
  });

  test("is longer in thin blood and differs between devices", () => {
    const thin = { ...BLOOD, heparinUPerMl: 1, factorFraction: 0.6 };
    const full = { ...BLOOD, heparinUPerMl: 1 };
    expect(clottingTimeS(thin, kaolinCartridge)).toBeGreaterThan(
      clottingTimeS(full, kaolinCartridge),
    );
    expect(clottingTimeS(full, handheldCartridge)).toBeLessThan(
      clottingTimeS(full, kaolinCartridge),
    );
  });
});

describe("protamine", () => {
  test("binds 100 units with 1.3 mg, within a minute", () => {
    let [heparin, protamine] = [10000, 65];
    for (let step = 0; step < 250; step += 1) {
      const bound = heparinBoundU(heparin, protamine, 0.24);
      heparin -= bound;
      protamine -= (bound / 100) * 1.3;
    }
    expect(heparin).toBeCloseTo(5000, -2);
    expect(protamine).toBeLessThan(0.5);
  });

  test("lets go mediators in those who have them, and they fade", () => {
    const after = mediatorsAfter(0, 0.3, 0.24);
    expect(after).toBeGreaterThan(0.5);
    expect(mediatorsAfter(after, 0, 720)).toBeCloseTo(after / 2, 12);
  });
});

describe("clot", () => {
  test("does not grow above 350 s and grows faster in standing blood", () => {
    const afterAMinute = (share: number, actTrueS: number, flowLpm: number, perMin: number) => {
      const shares = Float64Array.of(share);
      growClot(shares, 0, perMin, Float64Array.of(actTrueS, flowLpm), 60);
      return shares[0];
    };
    expect(afterAMinute(0.1, 480, 4.5, OXYGENATOR_CLOTS_PER_MIN)).toBe(0.1);
    expect(afterAMinute(0, 100, 4.5, OXYGENATOR_CLOTS_PER_MIN)).toBe(OXYGENATOR_CLOTS_PER_MIN);
    const running = afterAMinute(0, 150, 4.5, OXYGENATOR_CLOTS_PER_MIN);
    const standing = afterAMinute(0, 150, 0, OXYGENATOR_CLOTS_PER_MIN);
    expect(standing).toBeCloseTo(2 * running, 12);
    expect(afterAMinute(0, 150, 4.5, RESERVOIR_CLOTS_PER_MIN)).toBeLessThan(running);
  });

  test("clumps of cold cells loosen when the blood is warm again", () => {
    const pair = Float64Array.of(0, 8);
    clump(pair, 180);
    expect(pair[0]).toBeCloseTo(0.35, 12);
    pair[1] = -3;
    clump(pair, 180);
    expect(pair[0]).toBeCloseTo(0.175, 12);
  });
});
