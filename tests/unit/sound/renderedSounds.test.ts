/**
 * Measures the sounds that are served, not the table they came from: pulses, gaps, flanks, base
 * frequency, harmonics and level against standards.md 1.3, loops for seams, and the bytes themselves.
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import zlib from "node:zlib";
import { describe, expect, test } from "vitest";
import { burstPlan, type SoundMap } from "../../../src/sound/soundMap.ts";
import { ALARM_PRIORITIES } from "../../../src/world/contract/alarms.ts";
import { amplitudeAt, cut, pulsesOf, readWav, rootMeanSquare, strongestHz } from "./wavMeasures.ts";

const SERVED = path.resolve(import.meta.dirname, "../../../public/sound");
const bytes = fs.readFileSync(path.join(SERVED, "sounds.wav"));
const map = JSON.parse(fs.readFileSync(path.join(SERVED, "sounds.json"), "utf8")) as SoundMap;
const wav = readWav(bytes);
const NOTES_HZ = { C4: 261.63, E4: 329.63, "F#4": 369.99 };

const EXPECTED = {
  highGeneral: { pulses: 10, notes: "C4 C4 C4 C4 C4 C4 C4 C4 C4 C4", durationMs: [75, 200] },
  highPerfusion: { pulses: 10, notes: "C4 F#4 C4 C4 F#4 C4 F#4 C4 C4 F#4", durationMs: [75, 200] },
  mediumGeneral: { pulses: 3, notes: "C4 C4 C4", durationMs: [125, 250] },
  mediumPerfusion: { pulses: 3, notes: "C4 F#4 C4", durationMs: [125, 250] },
  low: { pulses: 2, notes: "E4 C4", durationMs: [125, 250] },
} as const;
type BurstName = keyof typeof EXPECTED;
const BURSTS = Object.keys(EXPECTED) as BurstName[];

const measured = Object.fromEntries(
  BURSTS.map((name) => {
    const samples = cut(wav, map, name, 20);
    return [name, { samples, pulses: pulsesOf(samples, wav.rateHz) }];
  }),
) as Record<BurstName, { samples: Float64Array; pulses: ReturnType<typeof pulsesOf> }>;

function gapsMs(name: BurstName): readonly number[] {
  const { pulses } = measured[name];
  return pulses.slice(1).map((pulse, at) => pulse.startMs - (pulses[at]?.endMs ?? 0));
}

describe.each(BURSTS)("the %s burst", (name) => {
  const { samples, pulses } = measured[name];
  const expected = EXPECTED[name];
  const [shortestMs, longestMs] = expected.durationMs;

  test("has its number of pulses, each within the duration of its priority", () => {
    expect(pulses).toHaveLength(expected.pulses);
    for (const { startMs, endMs } of pulses) {
      expect(endMs - startMs).toBeGreaterThanOrEqual(shortestMs);
      expect(endMs - startMs).toBeLessThanOrEqual(longestMs);
    }
  });

  test("rises over 10 to 20 % of a pulse, and rise and fall fit into a gap", () => {
    const shortestGapMs = Math.min(...gapsMs(name));
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
      const baseHz = strongestHz(samples, pulse, [150, 500], wav.rateHz);
      expect(Math.abs(baseHz - NOTES_HZ[notes[at] as keyof typeof NOTES_HZ])).toBeLessThan(3);
    }
  });

  test("has at least four harmonics in 300–4000 Hz within 15 dB of the base", () => {
    for (const pulse of pulses) {
      const baseHz = strongestHz(samples, pulse, [150, 500], wav.rateHz);
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
  test.each(["highGeneral", "highPerfusion"] as const)("%s is 3-2, twice", (name) => {
    const gaps = gapsMs(name);
    for (const at of [0, 1, 3, 5, 6, 8]) {
      expect(gaps[at]).toBeGreaterThanOrEqual(50);
      expect(gaps[at]).toBeLessThanOrEqual(125);
    }
    for (const at of [2, 7]) expect(gaps[at]).toBeGreaterThan(2 * (gaps[0] as number));
    expect(gaps[4]).toBeGreaterThanOrEqual(350);
    expect(gaps[4]).toBeLessThanOrEqual(1300);
  });

  test.each(["mediumGeneral", "mediumPerfusion", "low"] as const)("%s", (name) => {
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
    for (const category of ["general", "perfusion"] as const) {
      const { gapS } = burstPlan(map, priority, category);
      expect(gapS).toBeGreaterThanOrEqual(shortestS);
      expect(gapS).toBeLessThanOrEqual(longestS);
    }
  });
});

test("high is at least as loud as medium, medium as low", () => {
  const loudness = (name: BurstName): number => {
    const { samples, pulses } = measured[name];
    return Math.min(...pulses.map(({ from, to }) => rootMeanSquare(samples, from, to)));
  };
  for (const category of ["General", "Perfusion"] as const) {
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

test("every priority and category has a sound", () => {
  for (const priority of ALARM_PRIORITIES) {
    for (const category of ["general", "perfusion"] as const) {
      expect(map.sprites[burstPlan(map, priority, category).name]).toBeDefined();
    }
  }
});

test("the generator gives the same bytes again", () => {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), "sounds-"));
  try {
    const script = path.resolve(SERVED, "../../scripts/build-sounds.mjs");
    execFileSync(process.execPath, [script, "--out", out]);
    for (const file of ["sounds.wav", "sounds.json"]) {
      const again = fs.readFileSync(path.join(out, file));
      expect(again.equals(fs.readFileSync(path.join(SERVED, file)))).toBe(true);
    }
  } finally {
    fs.rmSync(out, { recursive: true });
  }
});

test("it is at most 90 kB on the wire", () => {
  expect(zlib.gzipSync(bytes, { level: 9 }).length).toBeLessThan(90_000);
});
