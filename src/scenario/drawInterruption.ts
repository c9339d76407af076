/**
 * What the seed decides about a composed case before it is put together: the pump, which emergency comes or none,
 * its variant and cause, when, and what else gets in the way. Each decision has its own stream, as in drawCase.
 */
import { nextFraction, nextInt, STREAM_WORDS, seedStream } from "../kernel/random.ts";
import type { PumpType } from "../world/contract/ids.ts";
import type { Composition } from "./composition.schema.ts";
import { distractorFits } from "./distractorFits.ts";
import type { Scenario } from "./scenario.schema.ts";

/** Nothing interrupts the case. */
export const NOTHING = "nothing";

/** What a caller may fix; everything else is drawn. */
export interface InterruptionWish {
  readonly seed: number;
  /** An emergency's id, "nothing", or drawn when left out. */
  readonly emergency?: string | undefined;
  readonly variant?: string | undefined;
  readonly cause?: string | undefined;
  readonly pumpType?: PumpType | undefined;
}

type Distractor = Scenario["distractors"][number];

function stream(seed: number, name: string): Uint32Array {
  const words = new Uint32Array(STREAM_WORDS);
  seedStream(words, 0, seed, `composition.${name}`);
  return words;
}

function weighted<T extends { readonly weightRatio: number }>(
  items: readonly T[],
  words: Uint32Array,
): T {
  let left = nextFraction(words, 0) * items.reduce((sum, { weightRatio }) => sum + weightRatio, 0);
  const found = items.find(({ weightRatio }) => {
    left -= weightRatio;
    return left < 0;
  });
  return (found ?? items[items.length - 1]) as T;
}

/** The emergency that comes, or "nothing". */
export function drawEmergency(
  composition: Composition,
  { seed, emergency }: InterruptionWish,
): string {
  if (emergency !== undefined) return emergency;
  const nothing = { emergency: NOTHING, weightRatio: composition.quietWeightRatio };
  return weighted([nothing, ...composition.interruptedBy], stream(seed, "emergency")).emergency;
}

export interface DrawnNormal {
  readonly pumpType: PumpType;
  readonly variant: string;
}

/** The pump and the variant of the normal case: before the emergency, so that they tell nothing of it. */
export function drawNormal(
  { normalVariants }: Composition,
  normal: Scenario,
  { seed, pumpType }: InterruptionWish,
): DrawnNormal {
  const { pumpTypes } = normal.draws;
  const one = <T>(items: readonly T[], name: string): T =>
    items[nextInt(stream(seed, name), 0, 0, items.length - 1)] as T;
  const pump = pumpType ?? one(pumpTypes, "pumpType");
  const fitting = normal.variants.filter(
    ({ id, pumpTypes: can }) => normalVariants.includes(id) && can.includes(pump),
  );
  return { pumpType: pump, variant: one(fitting, "normal").id };
}

export interface DrawnEmergency {
  readonly variant: string;
  readonly cause: string;
  readonly onsetS: number;
}

/** Variant and cause that can happen on the pump, and the moment to a tenth of a second; undefined when none can. */
export function drawEmergencyCase(
  composition: Composition,
  emergency: Scenario,
  pumpType: PumpType,
  { seed, variant: wanted, cause: wantedCause }: InterruptionWish,
): DrawnEmergency | undefined {
  const entry = composition.interruptedBy.find((one) => one.emergency === emergency.id);
  const variants = emergency.variants.filter(
    ({ id, pumpTypes }) =>
      pumpTypes.includes(pumpType) &&
      (entry?.variants?.includes(id) ?? true) &&
      (wanted ?? id) === id,
  );
  if (variants.length === 0) return undefined;
  const variant = weighted(variants, stream(seed, "variant"));
  const causes = (variant.causes ?? []).filter(
    ({ id, pumpTypes }) => (pumpTypes?.includes(pumpType) ?? true) && (wantedCause ?? id) === id,
  );
  const cause = causes.length === 0 ? "" : weighted(causes, stream(seed, "cause")).id;
  const { min, max } = entry?.onsetS ?? composition.onsetS;
  const onsetS = min + (max - min) * nextFraction(stream(seed, "onset"), 0);
  return { variant: variant.id, cause, onsetS: Math.round(onsetS * 10) / 10 };
}

/** As many as the scenario draws, of those that fit. */
export function drawComposedDistractors(
  scenario: Scenario,
  {
    variant,
    pumpType,
    seed,
  }: { readonly variant: string; readonly pumpType: PumpType; readonly seed: number },
): readonly Distractor[] {
  const words = stream(seed, `distractors.${scenario.id}`);
  const { min, max } = scenario.draws.distractorCount;
  const count = nextInt(words, 0, Math.round(min), Math.round(max));
  let pool = scenario.distractors.filter((one) => distractorFits(one, variant, pumpType));
  const chosen: Distractor[] = [];
  while (chosen.length < count && pool.length > 0) {
    const one = weighted(pool, words);
    chosen.push(one);
    pool = pool.filter(
      ({ id, notWith }) =>
        id !== one.id &&
        !(notWith?.includes(one.id) ?? false) &&
        !(one.notWith?.includes(id) ?? false),
    );
  }
  return chosen;
}
