/**
 * The drawn electrocardiogram of a rhythm, in mV. Rate and moment of each beat are the simulated heart's;
 * the shape of the waves is a picture only, since the world has no electrical model.
 */
import type { Rhythm } from "../world/contract/ids.ts";
import type { BeatMoment } from "./beatClock.ts";

type Wave = readonly [centreS: number, widthS: number, heightMv: number];

/**
 * Waves of a beat of one second, from its beginning, which is when the atria begin to contract: electrical
 * activity comes a little before the force. Times shrink and grow with the root of the beat's length.
 */
const SINUS: readonly Wave[] = [
  [-0.03, 0.024, 0.14], // P
  [0.078, 0.009, -0.1], // Q
  [0.1, 0.012, 1.1], // R
  [0.124, 0.011, -0.22], // S
  [0.35, 0.045, 0.26], // T
];
/** Atria and ventricles paced in turn: a spike before each, and a broad complex. */
const PACED: readonly Wave[] = [
  [-0.06, 0.003, 0.7],
  [-0.02, 0.024, 0.12],
  [0.07, 0.003, 0.9],
  [0.115, 0.028, 0.9],
  [0.18, 0.03, -0.3],
  [0.37, 0.05, -0.24],
];

/** A repeatable value in −1..1 for a whole number. */
function noiseAt(index: number): number {
  let bits = Math.imul(index ^ 0x9e3779b9, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2147483648 - 1;
}

/** Smooth noise: values on a grid with a cubic ease between them. */
function smoothNoise(simS: number, stepsPerS: number): number {
  const place = simS * stepsPerS;
  const from = Math.floor(place);
  const share = place - from;
  const ease = share * share * (3 - 2 * share);
  return noiseAt(from) + (noiseAt(from + 1) - noiseAt(from)) * ease;
}

function baselineMv(simS: number): number {
  return smoothNoise(simS, 45) * 0.028 + smoothNoise(simS + 31, 6) * 0.03;
}

function beatMv(waves: readonly Wave[], { inBeatS, beatS }: BeatMoment): number {
  if (!(beatS > 0)) return 0;
  const stretch = Math.sqrt(beatS);
  let mv = 0;
  for (const [centreS, widthS, heightMv] of waves) {
    // A wave before the beginning belongs to the end of the beat before.
    const centre =
      centreS < 0 && inBeatS > beatS / 2 ? centreS * stretch + beatS : centreS * stretch;
    const distance = (inBeatS - centre) / widthS;
    mv += heightMv * Math.exp(-0.5 * distance * distance);
  }
  return mv;
}

/** Coarse fibrillation: four to six waves a second, no two alike in height or width. */
function fibrillationMv(simS: number): number {
  const swell = 0.62 + 0.3 * smoothNoise(simS + 7, 1.3);
  const wander = smoothNoise(simS, 2.3) * 2.6;
  const wave = Math.sin(simS * 2 * Math.PI * 4.6 + wander);
  return swell * (0.42 * wave + 0.42 * smoothNoise(simS + 3, 9.5)) + smoothNoise(simS, 17) * 0.12;
}

export function ecgMv(rhythm: Rhythm, simS: number, beat: BeatMoment): number {
  if (rhythm === "sinus") return beatMv(SINUS, beat) + baselineMv(simS) * 0.5;
  if (rhythm === "paced") return beatMv(PACED, beat) + baselineMv(simS) * 0.5;
  if (rhythm === "ventricularFibrillation") return fibrillationMv(simS);
  return baselineMv(simS);
}
