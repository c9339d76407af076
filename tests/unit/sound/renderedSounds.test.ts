/**
 * Measures the sounds as they are played, not the table they came from: pulses, gaps, flanks, base
 * frequency, harmonics and level against standards.md 1.3, loops for seams, and the bytes themselves.
 */
import { describe, expect, test } from "vitest";
import { burstPlan } from "../../../src/sound/soundMap.ts";
import { renderSounds } from "../../../src/sound/synthesis/renderSounds.ts";
import { ALARM_CATEGORIES, ALARM_PRIORITIES, ALARMS } from "../../../src/world/contract/alarms.ts";
import { amplitudeAt, cut, pulsesOf, readWav, rootMeanSquare, strongestHz } from "./wavMeasures.ts";

const { wav: bytes, map } = renderSounds();
const wav = readWav(bytes);
/** Equal temperament from A4 = 440 Hz, worked out in standards.md 1.4. */
const NOTES_HZ = {
  C4: 261.6,
  D4: 293.7,
  E4: 329.6,
  F4: 349.2,
  "F#4": 370,
  G4: 392,
  A4: 440,
  B4: 493.9,
  C5: 523.3,
  G5: 784,
} as const;

/** Melodies of standards.md 1.4: high twice five notes, medium the first three. */
const MELODIES: Readonly<Record<(typeof ALARM_CATEGORIES)[number], string>> = {
  general: "C4 C4 C4 C4 C4",
  cardiovascular: "C4 E4 G4 G4 C5",
  perfusion: "C4 F#4 C4 C4 F#4",
  ventilation: "C4 A4 F4 A4 F4",
  oxygen: "C5 B4 A4 G4 F4",
  temperature: "C4 D4 E4 F4 G4",
  drug: "C5 D4 G4 C5 D4",
  power: "C5 C4 C4 C5 C4",
};
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

interface Expected {
  readonly pulses: number;
  readonly notes: string;
  readonly durationMs: readonly [number, number];
}
const EXPECTED: Readonly<Record<string, Expected>> = {
  ...Object.fromEntries(
    ALARM_CATEGORIES.flatMap((category): [string, Expected][] => {
      const melody = MELODIES[category];
      const high: Expected = { pulses: 10, notes: `${melody} ${melody}`, durationMs: [75, 200] };
      const first = melody.split(" ").slice(0, 3).join(" ");
      const medium: Expected = { pulses: 3, notes: first, durationMs: [125, 250] };
      return [
        [`high${capital(category)}`, high],
        [`medium${capital(category)}`, medium],
      ];
    }),
  ),
  low: { pulses: 2, notes: "E4 C4", durationMs: [125, 250] },
  reminder: { pulses: 1, notes: "G5", durationMs: [125, 250] },
};
type BurstName = string;
const BURSTS = Object.keys(EXPECTED);
const HIGH = BURSTS.filter((name) => name.startsWith("high"));
const OTHERS = BURSTS.filter((name) => !name.startsWith("high"));

interface Measured {
  readonly samples: Float64Array;
  readonly pulses: ReturnType<typeof pulsesOf>;
}
const measured: Readonly<Record<string, Measured>> = Object.fromEntries(
  BURSTS.map((name) => {
    const samples = cut(wav, map, name, 20);
    return [name, { samples, pulses: pulsesOf(samples, wav.rateHz) }];
  }),
);

function gapsMs(name: BurstName): readonly number[] {
  const { pulses } = measured[name] as Measured;
  return pulses.slice(1).map((pulse, at) => pulse.startMs - (pulses[at]?.endMs ?? 0));
}

describe.each(BURSTS)("the %s burst", (name) => {
  const { samples, pulses } = measured[name] as Measured;
  const expected = EXPECTED[name] as Expected;
  const [shortestMs, longestMs] = expected.durationMs;

  test("has its number of pulses, each within the duration of its priority", () => {
    expect(pulses).toHaveLength(expected.pulses);
    for (const { startMs, endMs } of pulses) {
      expect(endMs - startMs).toBeGreaterThanOrEqual(shortestMs);
      expect(endMs - startMs).toBeLessThanOrEqual(longestMs);
    }
  });

  test("rises over 10 to 20 % of a pulse, and rise and fall fit into a gap", () => {
    const shortestGapMs = Math.min(250, ...gapsMs(name)); // one pulse alone has no gap
    for (const { startMs, endMs, riseMs, fallMs } of pulses) {
      const share = riseMs / (endMs - startMs);
      expect(share).toBeGreaterThanOrEqual(0.1);
      expect(share).toBeLessThanOrEqual(0.2);
      expect(riseMs + fallMs).toBeLessThanOrEqual(shortestGapMs);
    }
  });

  test("plays its notes, base frequency between 150 and 1000 Hz", () => {
    const notes = expected.notes.split(" ") as (keyof typeof NOTES_HZ)[];
    for (const [at, pulse] of pulses.entries()) {
      const baseHz = strongestHz(samples, pulse, [150, 1000], wav.rateHz);
      expect(Math.abs(baseHz - NOTES_HZ[notes[at] as keyof typeof NOTES_HZ])).toBeLessThan(3);
    }
  });

  test("has at least four harmonics in 300–4000 Hz within 15 dB of the base", () => {
    for (const pulse of pulses) {
      const baseHz = strongestHz(samples, pulse, [150, 1000], wav.rateHz);
      const base = amplitudeAt(samples, pulse, baseHz, wav.rateHz);
      let near = 0;
      for (let order = 2; baseHz * order <= 4000; order++) {
        const level = amplitudeAt(samples, pulse, baseHz * order, wav.rateHz);
        const isWithin = Math.abs(20 * Math.log10(level / base)) <= 15;
        if (baseHz * order >= 300 && isWithin) near += 1;
      }
      expect(near).toBeGreaterThanOrEqual(4);
    }
  });

  test("begins and ends in silence, and lasts as long as the map says", () => {
    const margin = Math.round(0.019 * wav.rateHz);
    expect(Math.max(...samples.subarray(0, margin).map(Math.abs))).toBe(0);
    expect(Math.max(...samples.subarray(samples.length - margin).map(Math.abs))).toBe(0);
    expect(map.bursts[name]?.durationMs).toBe(map.sprites[name]?.[1]);
  });
});

describe("gaps", () => {
  test.each(HIGH)("%s is 3-2, twice", (name) => {
    const gaps = gapsMs(name);
    for (const at of [0, 1, 3, 5, 6, 8]) {
      expect(gaps[at]).toBeGreaterThanOrEqual(50);
      expect(gaps[at]).toBeLessThanOrEqual(125);
    }
    for (const at of [2, 7]) expect(gaps[at]).toBeGreaterThan(2 * (gaps[0] as number));
    expect(gaps[4]).toBeGreaterThanOrEqual(350);
    expect(gaps[4]).toBeLessThanOrEqual(1300);
  });

  test.each(OTHERS)("%s", (name) => {
    for (const gap of gapsMs(name)) {
      expect(gap).toBeGreaterThanOrEqual(125);
      expect(gap).toBeLessThanOrEqual(250);
    }
  });

  test.each([
    ["high", 2.5, 15],
    ["medium", 2.5, 30],
    ["low", 15, 60],
  ] as const)("between %s bursts: %s to %s s", (priority, shortestS, longestS) => {
    for (const category of ALARM_CATEGORIES) {
      const { gapS } = burstPlan(map, priority, category);
      expect(gapS).toBeGreaterThanOrEqual(shortestS);
      expect(gapS).toBeLessThanOrEqual(longestS);
    }
  });
});

test("high is at least as loud as medium, medium as low", () => {
  const loudness = (name: BurstName): number => {
    const { samples, pulses } = measured[name] as Measured;
    return Math.min(...pulses.map(({ from, to }) => rootMeanSquare(samples, from, to)));
  };
  for (const category of ALARM_CATEGORIES.map(capital)) {
    expect(loudness(`high${category}`)).toBeGreaterThanOrEqual(loudness(`medium${category}`));
    expect(loudness(`medium${category}`)).toBeGreaterThanOrEqual(loudness("low"));
  }
});

test.each(["roller", "centrifugal"])("the %s loop has no seam", (name) => {
  const loop = cut(wav, map, name);
  const twice = cut(wav, map, name, 20);
  const margin = Math.round(0.02 * wav.rateHz);
  // What stands before and after it is itself, so a resampler sees no edge.
  expect(twice.subarray(0, margin)).toEqual(loop.subarray(loop.length - margin));
  expect(twice.subarray(twice.length - margin)).toEqual(loop.subarray(0, margin));
  let steepest = 0;
  for (let at = 1; at < loop.length; at++) {
    steepest = Math.max(steepest, Math.abs((loop[at] as number) - (loop[at - 1] as number)));
  }
  const seam = Math.abs((loop[0] as number) - (loop[loop.length - 1] as number));
  expect(seam).toBeLessThanOrEqual(steepest);
});

test("the roller swells twice a turn, once for each roller", () => {
  const loop = cut(wav, map, "roller");
  const eighth = Math.floor(loop.length / 8);
  const level = (part: number): number => rootMeanSquare(loop, part * eighth, (part + 1) * eighth);
  const [quiet, loud] = [level(0) + level(4), level(2) + level(6)].sort((a, b) => a - b);
  expect(loud).toBeGreaterThan(1.5 * (quiet as number));
});

test("nothing clips, and everything starts on a step that every sample rate can hit", () => {
  const loudest = wav.samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  expect(loudest).toBeLessThan(1);
  for (const [startMs] of Object.values(map.sprites)) expect(startMs % 10).toBe(0);
});

test("every alarm of the table has a sound that was measured", () => {
  for (const { id, priority, category } of ALARMS) {
    expect(BURSTS, id).toContain(burstPlan(map, priority, category).name);
  }
  for (const priority of ALARM_PRIORITIES)
    expect(burstPlan(map, priority, "general")).toBeDefined();
});

test("rendering gives the same bytes again", () => {
  expect(renderSounds().wav).toEqual(bytes);
});

test("rendering takes less than half a second of a page's start", () => {
  const startedMs = performance.now();
  renderSounds();
  expect(performance.now() - startedMs).toBeLessThan(500);
});
