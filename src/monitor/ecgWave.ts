/**
 * The drawn electrocardiogram of a rhythm, in mV at a simulated second. It is a picture only: the
 * world has no electrical model, so the same second always gives the same line.
 */
import type { Rhythm } from "../world/contract/ids.ts";
import { SINUS_RATE_PER_MIN } from "./monitorReadings.ts";

/** Waves of a beat: centre and width in s from the start of the beat, height in mV. */
const BEAT: readonly (readonly [centreS: number, widthS: number, heightMv: number])[] = [
  [0.16, 0.024, 0.14], // P
  [0.268, 0.009, -0.1], // Q
  [0.29, 0.012, 1.1], // R
  [0.314, 0.011, -0.22], // S
  [0.52, 0.045, 0.26], // T
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

function sinusMv(simS: number): number {
  const beatS = 60 / SINUS_RATE_PER_MIN;
  const inBeatS = simS - Math.floor(simS / beatS) * beatS;
  let mv = 0;
  for (const [centreS, widthS, heightMv] of BEAT) {
    const distance = (inBeatS - centreS) / widthS;
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

export function ecgMv(rhythm: Rhythm, simS: number): number {
  if (rhythm === "sinus") return sinusMv(simS) + baselineMv(simS) * 0.5;
  if (rhythm === "ventricularFibrillation") return fibrillationMv(simS);
  return baselineMv(simS);
}
