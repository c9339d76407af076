/**
 * The same condition with its leaves changed: what a composition needs to let an emergency's conditions speak of
 * the moment at which it breaks into another case (ADR 0044).
 */
import type { Clock, Condition, DrawnCondition, FactCondition } from "./condition.schema.ts";

/** Where a condition stands: behind an earlier part of an `inOrder`, facts are dated by that part. */
export interface Place {
  readonly isLater: boolean;
}

export interface LeafRules {
  fact(fact: FactCondition, place: Place): Condition;
  elapsed(elapsedS: number, since: Clock): Condition;
  stage(name: string): string;
  drawn(drawn: DrawnCondition["drawn"]): Condition;
  /** The name under which the condition of that name is known now. */
  use(name: string, place: Place): string;
  /** Wraps what stands inside something that remembers: `holds`, `recently`, `ever`, the first of `inOrder`. */
  remembered(mapped: Condition, original: Condition, place: Place): Condition;
}

const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T];

const ANYWHERE: Place = { isLater: false };
const LATER: Place = { isLater: true };

export function mapCondition(
  condition: Condition,
  rules: LeafRules,
  place: Place = ANYWHERE,
): Condition {
  const map = (one: Condition) => mapCondition(one, rules, place);
  const kept = (one: Condition) => rules.remembered(map(one), one, place);
  if ("all" in condition) return { all: condition.all.map(map) };
  if ("any" in condition) return { any: condition.any.map(map) };
  if ("atLeastCount" in condition) return { ...condition, of: condition.of.map(map) };
  if ("not" in condition) return { not: map(condition.not) };
  if ("holds" in condition) return { ...condition, holds: kept(condition.holds) };
  if ("recently" in condition) return { ...condition, recently: kept(condition.recently) };
  if ("ever" in condition) return { ever: kept(condition.ever) };
  if ("inOrder" in condition) {
    const [first, ...later] = condition.inOrder as readonly [Condition, ...Condition[]];
    return { inOrder: [kept(first), ...later.map((one) => mapCondition(one, rules, LATER))] };
  }
  if ("use" in condition) return { use: rules.use(condition.use, place) };
  if ("elapsedS" in condition) return rules.elapsed(condition.elapsedS, condition.since ?? "fault");
  if ("stage" in condition)
    return { stage: listOf(condition.stage).map((name) => rules.stage(name)) };
  if ("drawn" in condition) return rules.drawn(condition.drawn);
  if ("signal" in condition || "rateOf" in condition) return condition;
  return rules.fact(condition, place);
}

/** Whether anything in it counts acts, looks, sentences or alarms. */
export function countsFacts(
  condition: Condition,
  named: Readonly<Record<string, Condition>>,
): boolean {
  let found = false;
  const look = (one: Condition): void => {
    mapCondition(one, {
      fact: (fact) => {
        found = true;
        return fact;
      },
      elapsed: (elapsedS, since) => ({ elapsedS, since }),
      stage: (name) => name,
      drawn: (drawn) => ({ drawn }),
      use: (name) => {
        const meant = named[name];
        if (meant !== undefined && !found) look(meant);
        return name;
      },
      remembered: (mapped) => mapped,
    });
  };
  look(condition);
  return found;
}
