/**
 * Reads a scenario file and says everything that is wrong with it, each problem with its place and,
 * where it can be guessed, what was meant. A scenario that passes can be drawn and run.
 */
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import { FAULT_SCHEMAS, faultSchema } from "../world/contract/faults.ts";
import { type ConditionScope, checkCondition, checkNamed } from "./contract/checkCondition.ts";
import { meant, parseSource } from "./contract/problemsFromIssues.ts";
import { type DataPath, type DataSource, type ProblemAt, problemAt } from "./contract/source.ts";
import { distractorFits } from "./distractorFits.ts";
import { guidedSteps } from "./guide.ts";
import { extremesOf } from "./resolveFault.ts";
import { type FaultTemplate, type Scenario, scenarioSchema } from "./scenario.schema.ts";

/** The scenario in the source, or its problems in the order of the file. */
export function checkScenario(source: DataSource): Result<Scenario> {
  const parsed = parseSource<Scenario>(source, scenarioSchema, "scenario");
  if (!parsed.ok) return parsed;
  const scenario = parsed.value;
  const found = [
    ...conditionProblems(scenario),
    ...variantProblems(scenario),
    ...distractorProblems(scenario),
    ...fewDistractors(scenario),
    ...stageProblems(scenario),
    ...guideProblems(scenario),
    ...spanProblems(source.data),
  ];
  const problems: Problem[] = found.map((problem) => problemAt(source, problem));
  return problems.length === 0 ? success(scenario) : failure(problems[0], ...problems.slice(1));
}

/** Names that conditions about this scenario may use. */
function scopeOf(scenario: Scenario): ConditionScope {
  return {
    named: scenario.conditions,
    stages: Object.keys(scenario.stages),
    variants: new Map(
      scenario.variants.map(({ id, causes }) => [id, (causes ?? []).map((cause) => cause.id)]),
    ),
  };
}

function conditionProblems(scenario: Scenario): readonly ProblemAt[] {
  const scope = scopeOf(scenario);
  const stages = Object.entries(scenario.stages).flatMap(([name, stage]) =>
    (stage.on ?? []).flatMap((rule, index) =>
      checkCondition(rule.when, ["stages", name, "on", index, "when"], scope),
    ),
  );
  const replies = scenario.team.replies.flatMap((reply, index) =>
    reply.when === undefined
      ? []
      : checkCondition(reply.when, ["team", "replies", index, "when"], scope),
  );
  const clocks = scenario.variants.flatMap((variant, index) =>
    variant.clockFrom === undefined
      ? []
      : checkCondition(variant.clockFrom, ["variants", index, "clockFrom"], scope),
  );
  const reactions = scenario.team.reactions.flatMap((reaction, index) =>
    checkCondition(reaction.when, ["team", "reactions", index, "when"], scope),
  );
  return [...checkNamed(["conditions"], scope), ...clocks, ...replies, ...reactions, ...stages];
}

function duplicates(ids: readonly string[], path: DataPath): readonly ProblemAt[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          {
            code: "scenario.duplicate",
            path: [...path, index, "id"],
            sentence: `"${id}" is used twice.`,
            remedy: "Give each its own id.",
          },
        ],
  );
}

function variantProblems({ variants, draws, kind }: Scenario): readonly ProblemAt[] {
  const each = variants.flatMap((variant, index) => {
    const path = ["variants", index];
    const faults = faultProblems(variant.faults ?? [], [...path, "faults"]);
    const causes = (variant.causes ?? []).flatMap((cause, at) =>
      faultProblems(cause.faults, [...path, "causes", at, "faults"]),
    );
    const hasNoFault =
      kind === "emergency" && (variant.faults ?? []).length === 0 && variant.causes === undefined;
    const empty: readonly ProblemAt[] = hasNoFault
      ? [{ code: "scenario.noFault", path, sentence: `Variant ${variant.id} has no fault.` }]
      : [];
    const causeIds = (variant.causes ?? []).map(({ id }) => id);
    const orphaned: readonly ProblemAt[] = variant.pumpTypes
      .filter((type) => variant.causes?.every((cause) => cause.pumpTypes?.includes(type) === false))
      .map((type) => ({
        code: "scenario.noCause",
        path: [...path, "causes"],
        sentence: `Variant ${variant.id} has no cause for a ${type} pump.`,
      }));
    return [
      ...empty,
      ...orphaned,
      ...faults,
      ...causes,
      ...duplicates(causeIds, [...path, "causes"]),
    ];
  });
  const uncovered: readonly ProblemAt[] = draws.pumpTypes
    .filter((type) => !variants.some(({ pumpTypes }) => pumpTypes.includes(type)))
    .map((type) => ({
      code: "scenario.noVariant",
      path: ["draws", "pumpTypes"],
      sentence: `No variant applies to a ${type} pump, though one may be drawn.`,
    }));
  const ids = variants.map(({ id }) => id);
  return [...each, ...uncovered, ...duplicates(ids, ["variants"])];
}

function distractorProblems({ distractors, variants }: Scenario): readonly ProblemAt[] {
  const ids = distractors.map(({ id }) => id);
  const variantIds = variants.map(({ id }) => id);
  const each = distractors.flatMap((one, index) => {
    const path = ["distractors", index];
    const hasNothing = one.faults === undefined && one.speech === undefined;
    return [
      ...(hasNothing
        ? [{ code: "scenario.emptyDistractor", path, sentence: `"${one.id}" does nothing.` }]
        : []),
      ...faultProblems(one.faults ?? [], [...path, "faults"]),
      ...unknownNames(one.variants ?? [], variantIds, [...path, "variants"], "variant"),
      ...unknownNames(one.notWith ?? [], ids, [...path, "notWith"], "distractor"),
    ];
  });
  return [...each, ...duplicates(ids, ["distractors"])];
}

/** As many as may be drawn fit at least one kind of case; a case with fewer would come without a word. */
function fewDistractors({ distractors, variants, draws }: Scenario): readonly ProblemAt[] {
  const wantedCount = Math.round(draws.distractorCount.max);
  const fitting = variants.flatMap((variant) =>
    variant.pumpTypes.map(
      (pump) => distractors.filter((one) => distractorFits(one, variant.id, pump)).length,
    ),
  );
  const mostCount = Math.max(...fitting);
  if (mostCount >= wantedCount) return [];
  const sentence = `Up to ${wantedCount} distractors are asked for, but no case has more than ${mostCount} that fit.`;
  const remedy = `Write more, let them fit more variants, or let max be ${mostCount}.`;
  const path = ["draws", "distractorCount"];
  return [{ code: "scenario.fewDistractors", path, sentence, remedy }];
}

function unknownNames(
  names: readonly string[],
  known: readonly string[],
  path: DataPath,
  kind: string,
): readonly ProblemAt[] {
  return names.flatMap((name, index) =>
    known.includes(name)
      ? []
      : [
          {
            code: `scenario.unknown${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
            path: [...path, index],
            sentence: `There is no ${kind} "${name}".`,
            remedy: meant(name, known),
          },
        ],
  );
}

/** A fault's fields must suit it at both ends of every span. */
function faultProblems(templates: readonly FaultTemplate[], path: DataPath): readonly ProblemAt[] {
  return templates.flatMap((template, index) => {
    const here = [...path, index];
    const schema = FAULT_SCHEMAS.find((one) => one.shape.fault.value === template.fault);
    const known = Object.keys(schema?.shape ?? {});
    const strange = Object.keys(template).filter((key) => !known.includes(key));
    if (strange.length > 0) {
      return strange.map((key) => ({
        code: "scenario.unknownKey",
        path: [...here, key],
        sentence: `The fault ${template.fault} has no "${key}".`,
        remedy: meant(key, known),
      }));
    }
    const issues = extremesOf(template).flatMap((one) => {
      const parsed = faultSchema.safeParse(one);
      return parsed.success ? [] : parsed.error.issues;
    });
    const byField = new Map(issues.map((issue) => [issue.path.map(String).join("."), issue]));
    return [...byField.values()].map((issue) => ({
      code: "scenario.faultField",
      path: [...here, ...(issue.path as DataPath)],
      sentence: `The fault ${template.fault} cannot have this: ${issue.message}.`,
    }));
  });
}

function stageProblems({ stages, first }: Scenario): readonly ProblemAt[] {
  const names = Object.keys(stages);
  if (!names.includes(first)) {
    return [
      {
        code: "scenario.unknownStage",
        path: ["first"],
        sentence: `There is no stage "${first}".`,
        remedy: meant(first, names),
      },
    ];
  }
  const problems: ProblemAt[] = [];
  for (const [name, stage] of Object.entries(stages)) {
    for (const [index, { go }] of (stage.on ?? []).entries()) {
      if (names.includes(go)) continue;
      problems.push({
        code: "scenario.unknownStage",
        path: ["stages", name, "on", index, "go"],
        sentence: `There is no stage "${go}".`,
        remedy: meant(go, names),
      });
    }
    if (stage.end !== undefined && stage.on !== undefined) {
      problems.push({
        code: "scenario.afterEnd",
        path: ["stages", name, "on"],
        sentence: `The case ends in "${name}", so nothing can follow.`,
      });
    }
  }
  return [...problems, ...reachProblems(stages, first)];
}

/** A module has steps to guide through, and nothing else has. */
function guideProblems(scenario: Scenario): readonly ProblemAt[] {
  const guided = guidedSteps(scenario).map(({ stage }) => stage);
  if (scenario.kind === "module" && guided.length === 0) {
    const sentence = "This is a module, but no stage on its way has a guide.";
    const remedy = "Give the stages a guide, or make it an emergency.";
    return [{ code: "scenario.noGuide", path: ["kind"], sentence, remedy }];
  }
  return Object.entries(scenario.stages)
    .filter(([name, { guide }]) => guide !== undefined && !guided.includes(name))
    .map(([name]) => ({
      code: "scenario.strayGuide",
      path: ["stages", name, "guide"],
      sentence: `Nobody would read the guide of "${name}".`,
      remedy: "Let a guided stage lead there, and say kind: module.",
    }));
}

/** Every stage can be reached from the first, and an end can be reached from every stage. */
function reachProblems(stages: Scenario["stages"], first: string): readonly ProblemAt[] {
  const reached = reachableFrom(stages, first);
  const names = Object.keys(stages);
  const unreachable = names
    .filter((name) => !reached.has(name))
    .map((name) => ({
      code: "scenario.unreachableStage",
      path: ["stages", name],
      sentence: `Nothing leads to the stage "${name}".`,
      remedy: "Go there from another stage, or remove it.",
    }));
  const endless = names
    .filter((name) => reached.has(name))
    .filter((name) => ![...reachableFrom(stages, name)].some((to) => stages[to]?.end !== undefined))
    .map((name) => ({
      code: "scenario.noEnd",
      path: ["stages", name],
      sentence: `From the stage "${name}" no end of the case can be reached.`,
    }));
  return [...unreachable, ...endless];
}

function reachableFrom(stages: Scenario["stages"], first: string): ReadonlySet<string> {
  const reached = new Set([first]);
  // A set may grow while it is walked: what is added is visited too.
  for (const name of reached) {
    for (const { go } of stages[name]?.on ?? []) if (go in stages) reached.add(go);
  }
  return reached;
}

/** Every span anywhere in the file runs upward. */
function spanProblems(data: unknown, path: DataPath = []): readonly ProblemAt[] {
  if (typeof data !== "object" || data === null) return [];
  const record = data as Record<string, unknown>;
  const { min, max } = record;
  if (typeof min === "number" && typeof max === "number" && min > max) {
    const sentence = `This runs from ${min} down to ${max}.`;
    return [{ code: "scenario.span", path, sentence, remedy: "Put the smaller number in min." }];
  }
  return Object.entries(record).flatMap(([key, value]) =>
    spanProblems(value, [...path, Array.isArray(data) ? Number(key) : key]),
  );
}
