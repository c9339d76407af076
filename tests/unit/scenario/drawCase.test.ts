/** What the seed decides. */
import { describe, expect, test } from "vitest";
import { type DrawWishes, drawCase } from "../../../src/scenario/drawCase.ts";
import { readContent } from "../../support/playCase.ts";

const { scenario } = readContent();
const SEEDS = Array.from({ length: 400 }, (_, index) => index * 7919 + 1);

function draw(wishes: Partial<DrawWishes>) {
  const drawn = drawCase(scenario, { seed: 1, variant: "drawn", ...wishes });
  if (!drawn.ok) throw new Error(drawn.problems[0].sentence);
  return drawn.value;
}

const share = (isSo: (seed: number) => boolean): number => SEEDS.filter(isSo).length / SEEDS.length;

describe("draws", () => {
  test("the same seed draws the same case", () => {
    expect(draw({ seed: 77 })).toEqual(draw({ seed: 77 }));
    expect(draw({ seed: 77 })).not.toEqual(draw({ seed: 78 }));
  });
  test("without a variant both pumps are equally likely, whatever fails", () => {
    expect(share((seed) => draw({ seed }).pumpType === "roller")).toBeCloseTo(0.5, 1);
  });
  test("a variant that allows both pumps is drawn with either", () => {
    const rollers = share((seed) => draw({ seed, variant: "a" }).pumpType === "roller");
    expect(rollers).toBeCloseTo(0.5, 1);
    expect(share((seed) => draw({ seed, variant: "i" }).pumpType === "centrifugal")).toBe(1);
    expect(share((seed) => draw({ seed, variant: "c" }).pumpType === "roller")).toBe(1);
  });
  test("every variant comes up, and only on a pump it can happen on", () => {
    const found = new Set(SEEDS.map((seed) => draw({ seed }).variant));
    expect([...found].sort()).toEqual(["a", "b", "c", "d", "e", "f", "g", "h", "i"]);
    for (const seed of SEEDS) {
      const { variant, pumpType } = draw({ seed });
      expect(scenario.variants.find(({ id }) => id === variant)?.pumpTypes).toContain(pumpType);
    }
  });
  test("variants of one pump are equally likely", () => {
    const rollers = SEEDS.filter((seed) => draw({ seed }).pumpType === "roller");
    const count = rollers.filter((seed) => draw({ seed }).variant === "b").length;
    expect(count / rollers.length).toBeGreaterThan(0.06);
    expect(count / rollers.length).toBeLessThan(0.2);
  });
  test("a cause can be asked for, and is drawn otherwise", () => {
    expect(draw({ variant: "h", cause: "air" }).faults[0].fault).toBe("line.airLeak");
    const found = new Set(SEEDS.map((seed) => draw({ seed, variant: "h" }).cause));
    expect([...found].sort()).toEqual(["air", "level", "pressure"]);
    const cover = SEEDS.map((seed) => draw({ seed, variant: "g" })).filter(
      ({ cause }) => cause === "cover",
    );
    expect(cover.length).toBeGreaterThan(20);
    expect(cover.every(({ pumpType }) => pumpType === "roller")).toBe(true);
  });
  test("the onset lies in its span and depends on the seed alone", () => {
    for (const seed of SEEDS) {
      const { onsetTick } = draw({ seed });
      expect(onsetTick).toBeGreaterThanOrEqual(scenario.draws.onsetS.min * 50);
      expect(onsetTick).toBeLessThanOrEqual(scenario.draws.onsetS.max * 50);
      expect(draw({ seed, variant: "c" }).onsetTick).toBe(onsetTick);
    }
  });
  test("distractors are as many as allowed, suit the pump and never exclude one another", () => {
    for (const seed of SEEDS) {
      const { distractors, pumpType } = draw({ seed });
      expect(distractors.length).toBeGreaterThanOrEqual(1);
      expect(distractors.length).toBeLessThanOrEqual(3);
      const ids = distractors.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.includes("frozenProbe") && ids.includes("failedProbe")).toBe(false);
      if (pumpType === "centrifugal") expect(ids).not.toContain("wrongTube");
    }
  });
  test("distractors can be asked for, none included", () => {
    expect(draw({ distractors: [] }).distractors).toEqual([]);
    const [phone] = draw({ distractors: ["phone"] }).distractors;
    expect(phone).toMatchObject({ id: "phone", faults: [], speech: { who: "phone" } });
  });
});

describe("wishes that cannot be met", () => {
  const cases: readonly [Partial<DrawWishes>, string, RegExp | undefined][] = [
    [{ variant: "x" }, "case.unknownVariant", /a, b, c/],
    [{ variant: "h", cause: "aire" }, "case.unknownCause", /"air"/],
    [{ cause: "air" }, "case.causeWithoutVariant", /variant/],
    [{ variant: "i", pumpType: "roller" }, "case.pumpType", /centrifugal/],
    [{ variant: "g", cause: "cover", pumpType: "centrifugal" }, "case.pumpType", undefined],
    [{ variant: "a", distractors: ["phne"] }, "case.unknownDistractor", /"phone"/],
    [{ distractors: ["nothing like it"] }, "case.unknownDistractor", undefined],
  ];
  test.each(cases)("%j", (wishes, code, remedy) => {
    const drawn = drawCase(scenario, { seed: 1, variant: "drawn", ...wishes });
    expect(drawn.ok).toBe(false);
    if (drawn.ok) return;
    expect(drawn.problems[0].code).toBe(code);
    if (remedy !== undefined) expect(drawn.problems[0].remedy).toMatch(remedy);
  });
});
