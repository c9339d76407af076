/**
 * Checks a condition beyond its shape: comparisons that suit the signal and can ever hold, fields
 * that the act really has, names that exist. Used for scenarios and for rubrics alike.
 */
import { ACTION_SCHEMAS } from "../../world/contract/actions.ts";
import { findSignal, type SignalDefinition } from "../../world/contract/signals.ts";
import type {
  Condition,
  DidCondition,
  DrawnCondition,
  NamedConditions,
  RateCondition,
  SignalCondition,
} from "./condition.schema.ts";
import { meant } from "./problemsFromIssues.ts";
import type { DataPath, ProblemAt } from "./source.ts";

/** The names a condition may use. */
export interface ConditionScope {
  readonly named: NamedConditions;
  /** Variants with the causes each may have; undefined where they are not known yet. */
  readonly variants?: ReadonlyMap<string, readonly string[]> | undefined;
  readonly stages?: readonly string[] | undefined;
}

const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
};

/** Everything wrong with the condition at the path. */
export function checkCondition(
  condition: Condition,
  path: DataPath,
  scope: ConditionScope,
): readonly ProblemAt[] {
  if ("all" in condition) return inside(condition.all, [...path, "all"], scope);
  if ("any" in condition) return inside(condition.any, [...path, "any"], scope);
  if ("inOrder" in condition) return inside(condition.inOrder, [...path, "inOrder"], scope);
  if ("not" in condition) return checkCondition(condition.not, [...path, "not"], scope);
  if ("ever" in condition) return checkCondition(condition.ever, [...path, "ever"], scope);
  if ("holds" in condition) return checkCondition(condition.holds, [...path, "holds"], scope);
  if ("recently" in condition) {
    return checkCondition(condition.recently, [...path, "recently"], scope);
  }
  if ("atLeastCount" in condition) {
    const tooMany: readonly ProblemAt[] =
      condition.atLeastCount > condition.of.length
        ? [never([...path, "atLeastCount"], `${condition.of.length} conditions are listed.`)]
        : [];
    return [...tooMany, ...inside(condition.of, [...path, "of"], scope)];
  }
  return checkLeaf(condition, path, scope);
}

function inside(
  parts: readonly Condition[],
  path: DataPath,
  scope: ConditionScope,
): readonly ProblemAt[] {
  return parts.flatMap((part, index) => checkCondition(part, [...path, index], scope));
}

function checkLeaf(
  condition: Condition,
  path: DataPath,
  scope: ConditionScope,
): readonly ProblemAt[] {
  if ("use" in condition) return checkName(condition.use, [...path, "use"], scope.named);
  if ("signal" in condition) return checkSignal(condition, path);
  if ("rateOf" in condition) return checkRate(condition, path);
  if ("did" in condition) return checkDid(condition, path);
  if ("drawn" in condition) return checkDrawn(condition, path, scope);
  if ("stage" in condition && scope.stages !== undefined) {
    const { stages } = scope;
    return listOf(condition.stage)
      .filter((stage) => !stages.includes(stage))
      .map((stage) => unknown("stage", stage, [...path, "stage"], stages));
  }
  return [];
}

const never = (path: DataPath, because: string): ProblemAt => ({
  code: "condition.never",
  path,
  sentence: `This can never hold: ${because}`,
});

const unknown = (
  kind: string,
  name: string,
  path: DataPath,
  known: readonly string[],
): ProblemAt => ({
  code: `condition.unknown${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
  path,
  sentence: `There is no ${kind} "${name}".`,
  remedy: meant(name, known),
});

function checkName(name: string, path: DataPath, named: NamedConditions): readonly ProblemAt[] {
  return name in named ? [] : [unknown("condition", name, path, Object.keys(named))];
}

function checkSignal(condition: SignalCondition, path: DataPath): readonly ProblemAt[] {
  const signal = findSignal(condition.signal);
  if (signal === undefined) return [];
  const { is, isNot, above, atLeast, below, atMost } = condition;
  const hasLimit = [above, atLeast, below, atMost].some((limit) => limit !== undefined);
  if (is === undefined && isNot === undefined && !hasLimit) {
    return [
      {
        code: "condition.empty",
        path,
        sentence: `"${condition.signal}" is compared with nothing.`,
        remedy: "Add is, isNot, above, atLeast, below or atMost.",
      },
    ];
  }
  if (signal.kind === "number") return checkLimits(condition, signal, path);
  if (hasLimit || condition.overS !== undefined) {
    return [wrongComparison(path, signal, signal.kind === "boolean" ? "is" : "is or isNot")];
  }
  if (signal.kind === "boolean") {
    return typeof is === "boolean" ? [] : [wrongComparison(path, signal, "is: true or is: false")];
  }
  if (typeof is === "boolean") return [wrongComparison(path, signal, "is with one of its values")];
  return (["is", "isNot"] as const).flatMap((key) =>
    listOf(key === "is" ? is : isNot)
      .filter((value) => !signal.values.includes(value))
      .map((value) => unknown("value", value, [...path, key], signal.values)),
  );
}

const wrongComparison = (path: DataPath, signal: SignalDefinition, use: string): ProblemAt => ({
  code: "condition.wrongComparison",
  path,
  sentence: `"${signal.id}" is ${signal.kind === "enum" ? "one of a list" : `a ${signal.kind}`}.`,
  remedy: `Compare it with ${use}.`,
});

function checkLimits(
  condition: SignalCondition,
  signal: SignalDefinition,
  path: DataPath,
): readonly ProblemAt[] {
  const { is, isNot, above, atLeast, below, atMost } = condition;
  if (is !== undefined || isNot !== undefined) {
    return [wrongComparison(path, signal, "above, atLeast, below or atMost")];
  }
  const problems = (["above", "atLeast", "below", "atMost"] as const).flatMap((key) => {
    const limit = condition[key];
    if (limit === undefined || (limit >= signal.min && limit <= signal.max)) return [];
    return [outOfRange([...path, key], signal, limit)];
  });
  if (problems.length > 0) return problems;
  const low = Math.max(above ?? signal.min, atLeast ?? signal.min);
  const high = Math.min(below ?? signal.max, atMost ?? signal.max);
  const isStrict = above !== undefined || below !== undefined;
  if (low > high || (low === high && isStrict)) {
    return [never(path, `nothing lies above ${low} and below ${high}.`)];
  }
  return [];
}

function outOfRange(path: DataPath, signal: SignalDefinition, limit: number): ProblemAt {
  const isPercent = signal.id.endsWith("Fraction") && limit > 1 && limit <= 100;
  return {
    code: "condition.outOfRange",
    path,
    sentence: `"${signal.id}" runs from ${signal.min} to ${signal.max}; ${limit} is outside.`,
    ...(isPercent ? { remedy: `It is a fraction: did you mean ${limit / 100}?` } : {}),
  };
}

function checkRate(condition: RateCondition, path: DataPath): readonly ProblemAt[] {
  const signal = findSignal(condition.rateOf);
  if (signal === undefined) return [];
  if (signal.kind !== "number") {
    return [wrongComparison([...path, "rateOf"], signal, "a signal condition")];
  }
  const { above, below, overS } = condition;
  if (above === undefined && below === undefined) {
    return [
      {
        code: "condition.empty",
        path,
        sentence: "This rate is compared with nothing.",
        remedy: "Add above or below.",
      },
    ];
  }
  const most = (signal.max - signal.min) / overS;
  const isPossible = (above ?? -most) <= most && (below ?? most) >= -most;
  return isPossible ? [] : [never(path, `it cannot change by more than ${most} a second.`)];
}

function checkDid(condition: DidCondition, path: DataPath): readonly ProblemAt[] {
  const types = listOf(condition.did);
  return Object.entries(condition.with ?? {}).flatMap(([field, wanted]) =>
    types.flatMap((type) => {
      const schema = ACTION_SCHEMAS.find((one) => one.shape.type.value === type);
      if (schema === undefined) return [];
      const shape = schema.shape as Readonly<
        Record<string, { safeParse(value: unknown): { success: boolean } }>
      >;
      const fields = Object.keys(shape).filter((key) => key !== "type");
      if (!fields.includes(field)) return [unknown("field", field, [...path, "with"], fields)];
      return listOf(wanted)
        .filter((value) => !shape[field].safeParse(value).success)
        .map((value) => never([...path, "with", field], `${type} never has ${field} ${value}.`));
    }),
  );
}

function checkDrawn(
  { drawn }: DrawnCondition,
  path: DataPath,
  { variants }: ConditionScope,
): readonly ProblemAt[] {
  if (variants === undefined) return [];
  const ids = [...variants.keys()];
  const causes = [...new Set([...variants.values()].flat())];
  return [
    ...listOf(drawn.variant)
      .filter((id) => !ids.includes(id))
      .map((id) => unknown("variant", id, [...path, "drawn", "variant"], ids)),
    ...listOf(drawn.cause)
      .filter((id) => !causes.includes(id))
      .map((id) => unknown("cause", id, [...path, "drawn", "cause"], causes)),
  ];
}

/** Checks the named conditions of a file, and that none of them leads back to itself. */
export function checkNamed(path: DataPath, scope: ConditionScope): readonly ProblemAt[] {
  return Object.entries(scope.named).flatMap(([name, condition]) => {
    const here = [...path, name];
    const circle = findCircle(name, scope.named);
    const problems = checkCondition(condition, here, scope);
    if (circle === undefined) return problems;
    const sentence = `"${name}" leads back to itself: ${circle.join(" → ")}.`;
    return [{ code: "condition.circle", path: here, sentence }, ...problems];
  });
}

function usesOf(condition: unknown): readonly string[] {
  if (typeof condition !== "object" || condition === null) return [];
  if ("use" in condition && typeof condition.use === "string") return [condition.use];
  return Object.values(condition).flatMap(usesOf);
}

function findCircle(start: string, named: NamedConditions): readonly string[] | undefined {
  const walk = (name: string, trail: readonly string[]): readonly string[] | undefined => {
    for (const next of usesOf(named[name])) {
      if (next === start) return [...trail, next];
      if (trail.includes(next) || !(next in named)) continue;
      const found = walk(next, [...trail, next]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return walk(start, [start]);
}
