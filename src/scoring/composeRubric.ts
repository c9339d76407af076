/**
 * The rubric of a composed case: the marks of the emergency, from its own clock, and those of the normal case,
 * which rest while the emergency runs. "Met" takes the points of both and no critical fail of either (ADR 0044).
 */
import type { Condition } from "../scenario/contract/condition.schema.ts";
import {
  clockSign,
  emergencyMover,
  type Interruption,
  normalMover,
  notUnderWay,
  underWay,
} from "../scenario/contract/interruption.ts";
import { type DrawnKind, limitsFor, markApplies } from "./applies.ts";
import type { Mark, MeasureDefinition, Rubric } from "./rubric.schema.ts";

const QUESTIONS_MAX = 20;

export interface RubricParts {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly status: Rubric["status"];
  readonly normal: Rubric;
  readonly emergency: Rubric;
  readonly interruption: Interruption;
}

export function composeRubric(parts: RubricParts): Rubric {
  const { id, title, version, status, normal, emergency, interruption } = parts;
  const mover = emergencyMover(emergency.conditions, interruption, { hearsBefore: false });
  const measures = emergency.measures.map((one) => movedMeasure(one, interruption, mover.move));
  const marks = [
    ...emergency.marks
      .filter((mark) => markApplies(mark, interruption.emergency))
      .map((mark) => emergencyMark(mark, interruption, mover.move)),
    ...normal.marks
      .filter((mark) => markApplies(mark, normalKind(interruption)))
      .map((mark) => normalMark(mark, interruption)),
  ];
  const moveNormal = normalMover(interruption, false);
  return {
    schemaVersion: 1,
    id,
    title,
    version,
    status,
    sources: { ...normal.sources, ...emergency.sources },
    passFraction: Math.max(normal.passFraction, emergency.passFraction),
    mustPoints: emergency.mustPoints,
    shouldPoints: emergency.shouldPoints,
    conditions: {
      ...Object.fromEntries(
        Object.entries(normal.conditions).map(([name, one]) => [name, moveNormal(one)]),
      ),
      ...mover.named(),
    },
    marks: onlyKnownOrder(marks),
    measures: [...measures, ...normalMeasures(normal, emergency, moveNormal)],
    questions: [...emergency.questions, ...normal.questions].slice(0, QUESTIONS_MAX),
  };
}

const normalKind = ({ normalVariant, emergency }: Interruption): DrawnKind => ({
  variant: normalVariant,
  cause: "",
  pumpType: emergency.pumpType,
});

/** Marks that do not apply here are gone, and with them their place in the good order. */
function onlyKnownOrder(marks: readonly Mark[]): Mark[] {
  const ids = marks.map((mark) => mark.id);
  return marks.map((mark) =>
    "done" in mark && mark.after !== undefined
      ? { ...mark, after: mark.after.filter((id) => ids.includes(id)) }
      : mark,
  );
}

type Move = (condition: Condition) => Condition;

const optional = <K extends string>(key: K, condition: Condition | undefined, move: Move) =>
  condition === undefined ? {} : ({ [key]: move(condition) } as Record<K, Condition>);

/** What must not happen, or how much of the time was well, is the emergency's business only while it is what the case is about. */
function emergencyMark(mark: Mark, interruption: Interruption, move: Move): Mark {
  const clock = clockSign(interruption);
  const runs = [underWay(interruption), clock];
  const applies = [{ variants: [interruption.variantId] }];
  const waived = optional("waivedBy", "waivedBy" in mark ? mark.waivedBy : undefined, move);
  if ("share" in mark) {
    const { during, good } = mark.share;
    const share = { ...mark.share, during: { all: [...runs, move(during)] }, good: move(good) };
    return { ...mark, ...waived, applies, share };
  }
  if (mark.class === "mustNot")
    return { ...mark, applies, violated: { all: [...runs, move(mark.violated)] } };
  const { limitsFor: _special, ...plain } = mark;
  const { targetS, failS } = limitsFor(mark, interruption.emergency);
  return {
    ...plain,
    ...waived,
    ...optional("forfeitedBy", mark.forfeitedBy, move),
    applies,
    targetS,
    ...(failS === null ? {} : { failS }),
    clockFrom: mark.clockFrom === undefined ? clock : { all: [clock, move(mark.clockFrom)] },
    done: move(mark.done),
  };
}

/**
 * What was open when the emergency came does not count; what may be done until late has the allowance; what must
 * not happen, and what forfeits a mark, is the emergency's business while that runs.
 */
function normalMark(mark: Mark, interruption: Interruption): Mark {
  const move = normalMover(interruption, false);
  const paused = normalMover(interruption, true);
  const quiet = notUnderWay(interruption);
  const applies = [{ variants: [interruption.variantId] }];
  if ("share" in mark) {
    const share = { ...mark.share, during: { all: [quiet, move(mark.share.during)] } };
    return { ...mark, applies, share };
  }
  if (mark.class === "mustNot")
    return { ...mark, applies, violated: { all: [quiet, paused(mark.violated)] } };
  const { limitsFor: _special, ...plain } = mark;
  const { targetS, failS } = limitsFor(mark, normalKind(interruption));
  const limits = { targetS, ...(failS === null ? {} : { failS }) };
  const kept = {
    ...plain,
    ...optional("clockFrom", mark.clockFrom, move),
    ...optional("forfeitedBy", mark.forfeitedBy, (one) => ({ all: [quiet, paused(one)] })),
    applies,
    done: move(mark.done),
  };
  const { allowanceS } = interruption;
  if ((failS ?? targetS) > allowanceS) {
    const longer = Object.entries(limits).map(([name, limitS]) => [name, limitS + allowanceS]);
    return { ...kept, ...limits, ...Object.fromEntries(longer) };
  }
  const cameFirst = [mark.waivedBy ?? [], underWay(interruption)].flat();
  return { ...kept, ...limits, waivedBy: { any: cameFirst } };
}

/** Seconds are counted from the emergency's clock, while it runs; extremes and last readings are those of the whole case. */
function movedMeasure(
  measure: MeasureDefinition,
  interruption: Interruption,
  move: Move,
): MeasureDefinition {
  const { of } = measure;
  const clock = clockSign(interruption);
  if ("secondsWhile" in of)
    return {
      ...measure,
      of: { secondsWhile: { all: [underWay(interruption), clock, move(of.secondsWhile)] } },
    };
  if ("secondsUntil" in of) {
    const came = { ever: { all: [clock, move(of.secondsUntil)] } };
    return { ...measure, of: { secondsWhile: { all: [clock, { not: came }] } } };
  }
  return measure;
}

/** The normal case's measures that the emergency has not got as well. */
function normalMeasures(normal: Rubric, emergency: Rubric, move: Move): MeasureDefinition[] {
  return normal.measures
    .filter(({ id }) => !emergency.measures.some((one) => one.id === id))
    .map((measure) => {
      const { of } = measure;
      if ("secondsWhile" in of) return { ...measure, of: { secondsWhile: move(of.secondsWhile) } };
      if ("secondsUntil" in of) return { ...measure, of: { secondsUntil: move(of.secondsUntil) } };
      return measure;
    });
}
