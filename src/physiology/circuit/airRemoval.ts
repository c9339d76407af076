/** What filters let past and what detectors see (docs/model-blood.md BL-49). */

/** A filtering device by the air it let past out of a 50 mL bolus (Bakker and Visser 2011, bench). */
export interface AirFilter {
  readonly words: readonly string[];
  readonly passedUl: number;
  /** Share of microbubble volume it removes. */
  readonly removedFraction: number;
}

export const BOLUS_ML = 50;

/** Bench conditions differ: another bench called the FX25 least effective for small bubbles. */
export const AIR_FILTERS: readonly AirFilter[] = [
  { words: ["fx25"], passedUl: 0.041, removedFraction: 0.998 },
  { words: ["quadrox", "i"], passedUl: 0.173, removedFraction: 0.885 },
  { words: ["quadrox", "d", "quart"], passedUl: 4.215, removedFraction: 0.93 },
];

/** Air past a filter in µL out of a bolus in mL, in proportion to the bolus (BL-49). */
export function airPassedUl(filter: AirFilter, bolusMl: number): number {
  return (filter.passedUl * bolusMl) / BOLUS_ML;
}

/** A detector by tubing: smallest bubble it must see up to a flow, haematocrit 15 to 40 %. */
export interface BubbleDetector {
  /** Inner diameter of the tubing. */
  readonly tubingMm: number;
  readonly flowLpmMax: number;
  readonly bubbleMl: number;
  readonly source: string;
}

const TERUMO = "Terumo System 1 manual p. 222";
export const BUBBLE_DETECTORS: readonly BubbleDetector[] = [
  { tubingMm: 6.35, flowLpmMax: 3, bubbleMl: 0.3, source: TERUMO },
  { tubingMm: 9.525, flowLpmMax: 6, bubbleMl: 0.5, source: TERUMO },
];

/** Smallest bubble in mL a detector must see in a tube at a flow; null beyond what it is made for. */
export function detectableBubbleMl(tubingMm: number, flowLpm: number): number | null {
  const found = BUBBLE_DETECTORS.find(
    (one) => Math.abs(one.tubingMm - tubingMm) < 0.1 && flowLpm <= one.flowLpmMax,
  );
  return found?.bubbleMl ?? null;
}
