/**
 * Reads a rubric file and says everything that is wrong with it; with the scenario's names it also
 * finds marks that no variant applies to and variants that do not exist.
 */
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import {
  type ConditionScope,
  checkCondition,
  checkNamed,
} from "../scenario/contract/checkCondition.ts";
import { meant, parseSource } from "../scenario/contract/problemsFromIssues.ts";
import {
  type DataPath,
  type DataSource,
  type ProblemAt,
  problemAt,
} from "../scenario/contract/source.ts";
import { type DrawnKind, isFor } from "./applies.ts";
import {
  type Applies,
  type Mark,
  type MeasureDefinition,
  type Rubric,
  rubricSchema,
} from "./rubric.schema.ts";

export interface RubricScope {
  readonly stages: readonly string[];
  /** Every way a case of the scenario can be drawn. */
  readonly possible: readonly DrawnKind[];
}

/** The rubric in the source, or its problems; without a scope, names of the scenario pass. */
export function checkRubric(source: DataSource, scope?: RubricScope): Result<Rubric> {
  const parsed = parseSource<Rubric>(source, rubricSchema, "rubric");
  if (!parsed.ok) return parsed;
  const rubric = parsed.value;
  const found = [
    ...conditionProblems(rubric, scope),
    ...rubric.marks.flatMap((mark, index) => markProblems(mark, index, rubric, scope)),
    ...rubric.measures.flatMap(measureProblems),
    ...duplicateIds(rubric.marks, "marks"),
    ...duplicateIds(rubric.measures, "measures"),
  ];
  const problems: Problem[] = found.map((problem) => problemAt(source, problem));
  return problems.length === 0 ? success(rubric) : failure(problems[0], ...problems.slice(1));
}

function conditionScope(rubric: Rubric, scope: RubricScope | undefined): ConditionScope {
  if (scope === undefined) return { named: rubric.conditions };
  const variants = new Map<string, string[]>();
  for (const { variant, cause } of scope.possible) {
    const causes = variants.get(variant) ?? [];
    variants.set(variant, cause === "" ? causes : [...causes, cause]);
  }
  return { named: rubric.conditions, stages: scope.stages, variants };
}

function conditionProblems(rubric: Rubric, scope?: RubricScope): readonly ProblemAt[] {
  const names = conditionScope(rubric, scope);
  const marks = rubric.marks.flatMap((mark, index) => {
    const path = ["marks", index];
    const parts: Readonly<Record<string, unknown>> = mark;
    const top = ["done", "violated", "clockFrom", "forfeitedBy", "waivedBy"].flatMap((key) =>
      parts[key] === undefined ? [] : checkCondition(parts[key] as never, [...path, key], names),
    );
    if (!("share" in mark)) return top;
    const { during, good } = mark.share;
    return [
      ...top,
      ...checkCondition(during, [...path, "share", "during"], names),
      ...checkCondition(good, [...path, "share", "good"], names),
    ];
  });
  const measures = rubric.measures.flatMap(({ of }, index) => {
    const path = ["measures", index, "of"];
    if ("secondsWhile" in of) {
      return checkCondition(of.secondsWhile, [...path, "secondsWhile"], names);
    }
    if ("secondsUntil" in of) {
      return checkCondition(of.secondsUntil, [...path, "secondsUntil"], names);
    }
    return [];
  });
  return [...checkNamed(["conditions"], names), ...marks, ...measures];
}

function markProblems(
  mark: Mark,
  index: number,
  rubric: Rubric,
  scope: RubricScope | undefined,
): readonly ProblemAt[] {
  const path = ["marks", index];
  return [
    ...limitProblems(mark, path),
    ...orderProblems(mark, path, rubric),
    ...applyProblems(mark, path, scope),
  ];
}

function limitProblems(mark: Mark, path: DataPath): readonly ProblemAt[] {
  if (!("done" in mark)) return [];
  const all = [
    { limits: mark, at: path },
    ...(mark.limitsFor ?? []).map((limits, at) => ({ limits, at: [...path, "limitsFor", at] })),
  ];
  return all
    .filter(({ limits }) => limits.failS !== undefined && limits.failS < limits.targetS)
    .map(({ limits, at }) => ({
      code: "rubric.limits",
      path: [...at, "failS"],
      sentence: `The fail time (${limits.failS} s) comes before the target (${limits.targetS} s).`,
    }));
}

function orderProblems(mark: Mark, path: DataPath, rubric: Rubric): readonly ProblemAt[] {
  if (!("done" in mark)) return [];
  const ids = rubric.marks.map(({ id }) => id);
  return (mark.after ?? [])
    .filter((id) => !ids.includes(id) || id === mark.id)
    .map((id) => ({
      code: "rubric.unknownMark",
      path: [...path, "after"],
      sentence: id === mark.id ? `"${id}" cannot come after itself.` : `There is no mark "${id}".`,
      remedy: meant(id, ids),
    }));
}

function applyProblems(
  mark: Mark,
  path: DataPath,
  scope: RubricScope | undefined,
): readonly ProblemAt[] {
  if (scope === undefined || !Array.isArray(mark.applies)) return [];
  const here = [...path, "applies"];
  const variants = [...new Set(scope.possible.map(({ variant }) => variant))];
  const unknown = mark.applies.flatMap((one: Applies, index) =>
    one.variants
      .filter((id) => !variants.includes(id))
      .map((id) => ({
        code: "rubric.unknownVariant",
        path: [...here, index, "variants"],
        sentence: `The scenario has no variant "${id}".`,
        remedy: meant(id, variants),
      })),
  );
  if (unknown.length > 0) return unknown;
  const idle = mark.applies.flatMap((one, index) =>
    scope.possible.some((drawn) => isFor(one, drawn))
      ? []
      : [
          {
            code: "rubric.appliesToNone",
            path: [...here, index],
            sentence: `No case of the scenario is like this, so ${mark.id} never counts.`,
            remedy: "Correct variants, causes or pump types; or say why with never.",
          },
        ],
  );
  return idle;
}

function measureProblems(measure: MeasureDefinition, index: number): readonly ProblemAt[] {
  const { greenAtMost, redAtLeast, greenAtLeast, redAtMost, decides } = measure;
  const path = ["measures", index];
  const problems: ProblemAt[] = [];
  if (greenAtMost !== undefined && redAtLeast !== undefined && greenAtMost >= redAtLeast) {
    const sentence = `Green ends (${greenAtMost}) where red has begun (${redAtLeast}).`;
    problems.push({ code: "rubric.bands", path, sentence });
  }
  if (greenAtLeast !== undefined && redAtMost !== undefined && greenAtLeast <= redAtMost) {
    const sentence = `Green begins (${greenAtLeast}) where red still is (${redAtMost}).`;
    problems.push({ code: "rubric.bands", path, sentence });
  }
  if (decides && redAtLeast === undefined && redAtMost === undefined) {
    const sentence = `"${measure.id}" decides the outcome but has no red band.`;
    problems.push({ code: "rubric.bands", path, sentence, remedy: "Add redAtLeast or redAtMost." });
  }
  if (!measure.sentence.includes("{value}")) {
    const sentence = `The sentence of "${measure.id}" has no {value}.`;
    problems.push({ code: "rubric.sentence", path: [...path, "sentence"], sentence });
  }
  return problems;
}

function duplicateIds(
  items: readonly { readonly id: string }[],
  key: string,
): readonly ProblemAt[] {
  const ids = items.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          {
            code: "rubric.duplicate",
            path: [key, index, "id"],
            sentence: `"${id}" is used twice.`,
          },
        ],
  );
}
