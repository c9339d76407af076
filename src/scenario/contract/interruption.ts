/**
 * How the conditions of two cases are made to speak of one: the emergency's count from its own moment, the normal
 * case's pause while the emergency runs (ADR 0044). Scenario and rubric are moved by the same rules.
 */
import type { PumpType } from "../../world/contract/ids.ts";
import type { Clock, Condition, DrawnCondition, FactCondition } from "./condition.schema.ts";
import { countsFacts, type LeafRules, mapCondition } from "./mapCondition.ts";

/** Longer than any case lasts, s: an act that counts whenever it was. */
const EVER_S = 7200;
/** From so many on a count says "too many", and what the normal case asks for is no part of it. */
const MANY_COUNT = 5;

/** What was drawn for a composed case, and the names under which its parts are known. */
export interface Interruption {
  /** Seconds from the start to the emergency. */
  readonly onsetS: number;
  /** The latest moment it could have come; what the normal case expects later may take longer. */
  readonly onsetMaxS: number;
  readonly allowanceS: number;
  /** After the emergency the team goes on without a step that takes longer, s. */
  readonly patienceS: number;
  readonly routineActsCount: number;
  /** The composed case's only variant. */
  readonly variantId: string;
  readonly normalVariant: string;
  readonly emergency: {
    readonly variant: string;
    readonly cause: string;
    readonly pumpType: PumpType;
  };
  /** Stages of the emergency as they are called in the composed case. */
  readonly stages: readonly string[];
  /** When the clock of the emergency's marks starts, with nothing named in it; at its moment when undefined. */
  readonly clockFrom: Condition | undefined;
}

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** What a stage, condition or distractor of the emergency is called in the composed case. */
export const emergencyName = (name: string): string => `emergency${capital(name)}`;

/** True from the emergency's moment on. */
export const begunAt = ({ onsetS }: Interruption): Condition => ({
  elapsedS: onsetS,
  since: "start",
});

/** True while the emergency is what the case is about. */
export const underWay = ({ stages }: Interruption): Condition => ({ stage: [...stages] });

export const notUnderWay = (interruption: Interruption): Condition => ({
  not: underWay(interruption),
});

type Named = Readonly<Record<string, Condition>>;

/** Conditions of one file moved; `named` are those the moved ones use. */
export interface Mover {
  readonly move: (condition: Condition) => Condition;
  readonly named: () => Readonly<Record<string, Condition>>;
}

/** A condition with the named ones it uses written out. */
export function writtenOut(condition: Condition, named: Named): Condition {
  const text = JSON.stringify(condition, (_key, value) =>
    typeof value === "object" && value !== null && typeof value.use === "string"
      ? writtenOut(named[value.use] as Condition, named)
      : value,
  );
  return JSON.parse(text);
}

/** Whether what was drawn is what a condition asks for, said of the composed case. */
function drawnOf(
  { variantId }: Interruption,
  drawn: { readonly variant: string; readonly cause: string; readonly pumpType: PumpType },
) {
  const isOf = (value: string, wanted: string | readonly string[] | undefined) =>
    wanted === undefined ||
    (typeof wanted === "string" ? wanted === value : wanted.includes(value));
  const here: Condition = { drawn: { variant: variantId } };
  return ({ variant, cause, pumpType }: DrawnCondition["drawn"]): Condition =>
    isOf(drawn.variant, variant) && isOf(drawn.cause, cause) && isOf(drawn.pumpType, pumpType)
      ? here
      : { not: here };
}

/** When the clock of the emergency's marks starts. */
export function clockSign(interruption: Interruption): Condition {
  const { clockFrom } = interruption;
  const begun = begunAt(interruption);
  if (clockFrom === undefined) return begun;
  const { move } = emergencyMover({}, interruption, { hearsBefore: false });
  return { ever: { all: [begun, move(clockFrom)] } };
}

/** `hearsBefore`: what the file calls "since the start" it may count from there; a rubric hears nothing before the fault. */
export function emergencyMover(
  named: Named,
  interruption: Interruption,
  { hearsBefore }: { readonly hearsBefore: boolean },
): Mover {
  const begun = begunAt(interruption);
  const moved = new Map<string, Condition>();
  const rules: LeafRules = {
    fact: (fact, { isLater }) =>
      hearsBefore && (fact.since === "start" || fact.since === "stage")
        ? fact
        : factFrom(begun, fact, { isLater, routineActsCount: interruption.routineActsCount }),
    elapsed: (elapsedS, since) => elapsedFrom(interruption, elapsedS, since),
    stage: emergencyName,
    drawn: drawnOf(interruption, interruption.emergency),
    use: (name, place) => {
      const known = `${emergencyName(name)}${place.isLater ? "Later" : ""}`;
      if (!moved.has(known)) {
        moved.set(known, begun); // its place is kept while it is moved
        moved.set(known, mapCondition(named[name] as Condition, rules, place));
      }
      return known;
    },
    remembered: (mapped, original, { isLater }) =>
      isLater && countsFacts(original, named) ? mapped : { all: [begun, mapped] },
  };
  return {
    move: (condition) => mapCondition(condition, rules),
    named: () => Object.fromEntries(moved),
  };
}

/** A fact that counts from the emergency on, dated by the first after it; behind a part of `inOrder` that part dates it. */
function factFrom(
  begun: Condition,
  fact: FactCondition,
  { isLater, routineActsCount }: { readonly isLater: boolean; readonly routineActsCount: number },
): Condition {
  const { count = 1, withinS } = fact;
  const enough = count >= MANY_COUNT ? { count: count + routineActsCount } : {};
  const since = { ...fact, ...enough, since: "start" as const };
  if (count > 1 || withinS !== undefined) return isLater ? since : { all: [begun, since] };
  const dated = { ...since, withinS: EVER_S };
  return isLater ? dated : { inOrder: [begun, dated] };
}

function elapsedFrom(interruption: Interruption, elapsedS: number, since: Clock): Condition {
  const { onsetS, clockFrom } = interruption;
  if (since === "start" || since === "stage") return { elapsedS, since };
  if (since === "fault" || clockFrom === undefined)
    return { elapsedS: Math.min(EVER_S, onsetS + elapsedS), since: "start" };
  const sign = clockSign(interruption);
  return elapsedS === 0 ? sign : { holds: sign, forS: elapsedS };
}

/** The normal case's conditions: later times are later by the allowance; a `pause` keeps the emergency out of what is remembered. */
export function normalMover(interruption: Interruption, pauses: boolean): Mover["move"] {
  const { onsetMaxS, allowanceS, emergency, normalVariant } = interruption;
  const quiet = notUnderWay(interruption);
  const drawn = { variant: normalVariant, cause: "", pumpType: emergency.pumpType };
  const rules: LeafRules = {
    fact: (fact) => fact,
    elapsed: (elapsedS, since) => ({
      elapsedS:
        since !== "stage" && elapsedS > onsetMaxS
          ? Math.min(EVER_S, elapsedS + allowanceS)
          : elapsedS,
      since,
    }),
    stage: (name) => name,
    drawn: drawnOf(interruption, drawn),
    use: (name) => name,
    remembered: (mapped) => (pauses ? { all: [quiet, mapped] } : mapped),
  };
  return (condition) => mapCondition(condition, rules);
}
