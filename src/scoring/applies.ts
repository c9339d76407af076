/** Whether a mark, or a limit, is for the case that was drawn. */
import type { Drawn } from "../scenario/contract/drawn.ts";
import type { Applies, Mark, TimedMark } from "./rubric.schema.ts";

export type DrawnKind = Pick<Drawn, "variant" | "cause" | "pumpType">;

export function isFor(applies: Applies, drawn: DrawnKind): boolean {
  const { variants, causes, pumpTypes } = applies;
  return (
    variants.includes(drawn.variant) &&
    (causes === undefined || causes.includes(drawn.cause)) &&
    (pumpTypes === undefined || pumpTypes.includes(drawn.pumpType))
  );
}

export function markApplies(mark: Mark, drawn: DrawnKind): boolean {
  return Array.isArray(mark.applies) && mark.applies.some((one) => isFor(one, drawn));
}

/** Target and fail time for the case; a mark without a fail time loses nothing but promptness. */
export function limitsFor(
  mark: TimedMark,
  drawn: DrawnKind,
): { readonly targetS: number; readonly failS: number | null } {
  const special = mark.limitsFor?.find((one) => isFor(one.for, drawn));
  const { targetS, failS } = special ?? mark;
  return { targetS, failS: failS ?? null };
}
