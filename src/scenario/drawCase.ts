/**
 * Everything the seed decides before the first tick. Each decision has its own stream, so a new one
 * never changes the others. The pump type is drawn before the variant: seeing it tells nothing.
 */
import { nextFraction, nextInt, STREAM_WORDS, seedStream } from "../kernel/random.ts";
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import { sToTicks } from "../kernel/tick.ts";
import type { PumpType } from "../world/contract/ids.ts";
import type { Drawn, DrawnDistractor } from "./contract/drawn.ts";
import { meant } from "./contract/problemsFromIssues.ts";
import { distractorFits } from "./distractorFits.ts";
import { resolveFault } from "./resolveFault.ts";
import type { FaultTemplate, Scenario, Variant } from "./scenario.schema.ts";

const DRAWN_BY_SEED = "drawn";

/** What a caller may fix; everything else is drawn. */
export interface DrawWishes {
  readonly seed: number;
  /** A variant's id, or "drawn". */
  readonly variant: string;
  readonly cause?: string | undefined;
  readonly pumpType?: PumpType | undefined;
  /** Ids of distractors to use instead of drawing any. */
  readonly distractors?: readonly string[] | undefined;
}

type Distractor = Scenario["distractors"][number];
interface Span {
  readonly min: number;
  readonly max: number;
}

function stream(seed: number, name: string): Uint32Array {
  const words = new Uint32Array(STREAM_WORDS);
  seedStream(words, 0, seed, `scenario.${name}`);
  return words;
}

/** A number of the span; whole ticks come from rounding at the caller. */
export function drawFrom(span: Span, words: Uint32Array): number {
  return span.min + (span.max - span.min) * nextFraction(words, 0);
}

/** One of the items, by weight; the order of equal weights in the file decides nothing else. */
function drawWeighted<T extends { readonly weightRatio: number }>(
  items: readonly T[],
  words: Uint32Array,
): T {
  const total = items.reduce((sum, item) => sum + item.weightRatio, 0);
  let left = nextFraction(words, 0) * total;
  for (const item of items) {
    left -= item.weightRatio;
    if (left < 0) return item;
  }
  return items[items.length - 1];
}

export function drawCase(scenario: Scenario, wishes: DrawWishes): Result<Drawn> {
  const problem = wishProblem(scenario, wishes);
  if (problem !== undefined) return failure(problem);
  const { seed } = wishes;
  const { pumpType, variant } = drawVariant(scenario, wishes);
  const cause = drawCause(variant, pumpType, wishes);
  const faultWords = stream(seed, "faults");
  const templates: readonly FaultTemplate[] = [
    ...(variant.faults ?? []),
    ...(cause === undefined ? [] : cause.faults),
  ];
  const onsetTick = sToTicks(drawFrom(scenario.draws.onsetS, stream(seed, "onset")));
  return success({
    variant: variant.id,
    cause: cause?.id ?? "",
    pumpType,
    onsetTick,
    faults: templates.map((template) => resolveFault(template, faultWords)),
    distractors: drawDistractors(scenario, wishes, { variant, pumpType, onsetTick }),
  });
}

/** Later than any case lasts. */
const NOT_YET_TICK = 2_147_483_647;

/** What a device knows of a case whose failure is kept from it: the pump it stands at. */
export const withheldDrawn = (pumpType: PumpType): Drawn => ({
  variant: "",
  cause: "",
  pumpType,
  onsetTick: NOT_YET_TICK,
  faults: [],
  distractors: [],
});

function drawVariant(
  scenario: Scenario,
  wishes: DrawWishes,
): { pumpType: PumpType; variant: Variant } {
  const { seed } = wishes;
  const pumpWords = stream(seed, "pumpType");
  if (wishes.variant !== DRAWN_BY_SEED) {
    const variant = scenario.variants.find(({ id }) => id === wishes.variant) as Variant;
    const allowed = pumpTypesOf(scenario, variant, wishes.cause);
    const pumpType = wishes.pumpType ?? allowed[nextInt(pumpWords, 0, 0, allowed.length - 1)];
    return { pumpType, variant };
  }
  const { pumpTypes } = scenario.draws;
  const pumpType = wishes.pumpType ?? pumpTypes[nextInt(pumpWords, 0, 0, pumpTypes.length - 1)];
  const applicable = scenario.variants.filter((variant) => variant.pumpTypes.includes(pumpType));
  return { pumpType, variant: drawWeighted(applicable, stream(seed, "variant")) };
}

/** Pump types a variant, and its cause when one is asked for, can happen on. */
function pumpTypesOf(
  scenario: Scenario,
  variant: Variant,
  causeId: string | undefined,
): readonly PumpType[] {
  const cause = variant.causes?.find(({ id }) => id === causeId);
  return scenario.draws.pumpTypes.filter(
    (type) =>
      variant.pumpTypes.includes(type) && (cause?.pumpTypes ?? variant.pumpTypes).includes(type),
  );
}

function drawCause(variant: Variant, pumpType: PumpType, wishes: DrawWishes) {
  const causes = variant.causes?.filter((cause) => cause.pumpTypes?.includes(pumpType) ?? true);
  if (causes === undefined || causes.length === 0) return undefined;
  if (wishes.cause !== undefined) return causes.find(({ id }) => id === wishes.cause);
  return drawWeighted(causes, stream(wishes.seed, "cause"));
}

function drawDistractors(
  scenario: Scenario,
  wishes: DrawWishes,
  drawn: { variant: Variant; pumpType: PumpType; onsetTick: number },
): readonly DrawnDistractor[] {
  const words = stream(wishes.seed, "distractors");
  const count = Math.round(drawFrom(scenario.draws.distractorCount, words));
  let pool = scenario.distractors.filter((one) =>
    distractorFits(one, drawn.variant.id, drawn.pumpType),
  );
  const chosen: Distractor[] = [];
  if (wishes.distractors !== undefined) {
    const wanted = wishes.distractors;
    chosen.push(...scenario.distractors.filter(({ id }) => wanted.includes(id)));
    pool = [];
  }
  while (chosen.length < count && pool.length > 0) {
    const one = drawWeighted(pool, words);
    chosen.push(one);
    pool = pool.filter(
      (other) =>
        other.id !== one.id &&
        !(one.notWith?.includes(other.id) ?? false) &&
        !(other.notWith?.includes(one.id) ?? false),
    );
  }
  return chosen.map((one) => resolveDistractor(one, drawn.onsetTick, words));
}

function resolveDistractor(one: Distractor, onsetTick: number, words: Uint32Array) {
  const offsetTicks = sToTicks(drawFrom(one.atS, words));
  const texts = one.speech?.text ?? [];
  return {
    id: one.id,
    atTick: Math.max(0, (one.from === "fault" ? onsetTick : 0) + offsetTicks),
    faults: (one.faults ?? []).map((template) => resolveFault(template, words)),
    speech:
      one.speech === undefined
        ? null
        : { who: one.speech.who, text: texts[nextInt(words, 0, 0, texts.length - 1)] },
  };
}

/** What is wrong with the wishes, in a sentence, or nothing. */
function wishProblem(scenario: Scenario, wishes: DrawWishes): Problem | undefined {
  const known = scenario.distractors.map(({ id }) => id);
  const stray = wishes.distractors?.find((id) => !known.includes(id));
  if (stray !== undefined) return unknownName("distractor", stray, known);
  if (wishes.variant !== DRAWN_BY_SEED) return variantProblem(scenario, wishes);
  if (wishes.cause === undefined) return undefined;
  return {
    code: "case.causeWithoutVariant",
    place: "cause",
    sentence: `The cause "${wishes.cause}" was asked for without a variant.`,
    remedy: "Name the variant as well.",
  };
}

function variantProblem(scenario: Scenario, wishes: DrawWishes): Problem | undefined {
  const { cause, pumpType } = wishes;
  const variant = scenario.variants.find(({ id }) => id === wishes.variant);
  const ids = scenario.variants.map(({ id }) => id);
  if (variant === undefined) return unknownName("variant", wishes.variant, ids);
  const causes = (variant.causes ?? []).map(({ id }) => id);
  if (cause !== undefined && !causes.includes(cause)) return unknownName("cause", cause, causes);
  if (pumpType === undefined || pumpTypesOf(scenario, variant, cause).includes(pumpType)) {
    return undefined;
  }
  return {
    code: "case.pumpType",
    place: "pumpType",
    sentence: `Variant ${variant.id} cannot happen like this on a ${pumpType} pump.`,
    remedy: `It can on ${variant.pumpTypes.join(" or ")}; or leave the pump type out.`,
  };
}

function unknownName(kind: string, name: string, known: readonly string[]): Problem {
  return {
    code: `case.unknown${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    place: kind,
    sentence: `This scenario has no ${kind} "${name}".`,
    remedy: meant(name, known),
  };
}
