/**
 * Whether the drugs that a file names are in the formulary, and whether what the team gives is a dose that
 * the world will carry out: it refuses any other, and nobody would see why. It reads the file as it was
 * written, because an amount of nothing does not get past the schema, and that knows no drug.
 */
import type { Problem } from "../kernel/result.ts";
import { meant } from "../scenario/contract/problemsFromIssues.ts";
import {
  type DataPath,
  type DataSource,
  type ProblemAt,
  problemAt,
} from "../scenario/contract/source.ts";
import type { Drug } from "../world/contract/drug.schema.ts";
import {
  drugIndex,
  drugNames,
  givenOf,
  isMoreThanMost,
  type Way,
} from "../world/contract/drugDosing.ts";

/** What a dose is measured against. */
export interface DoseScope {
  readonly drugs: readonly Drug[];
  /** Undefined while the patient's file is not right. */
  readonly weightKg: number | undefined;
}

type Group = Readonly<Record<string, unknown>>;

/** How each of the team's acts gives a drug; stopping one gives none. */
const WAYS: Readonly<Record<string, Way | undefined>> = {
  "anaesthetist.give": "bolus",
  "anaesthetist.infuse": "infusion",
  "anaesthetist.stop": undefined,
};

/** Everything wrong with the drugs of the file, in its order. */
export function checkDrugActs(source: DataSource, scope: DoseScope): readonly Problem[] {
  return problemsIn(source.data, [], scope).map((problem) => problemAt(source, problem));
}

function problemsIn(data: unknown, path: DataPath, scope: DoseScope): readonly ProblemAt[] {
  if (typeof data !== "object" || data === null) return [];
  const group = data as Group;
  const inside = Object.entries(group).flatMap(([key, value]) =>
    problemsIn(value, [...path, Array.isArray(data) ? Number(key) : key], scope),
  );
  return [...actProblems(group, path, scope), ...conditionProblems(group, path, scope), ...inside];
}

function unknownDrug(name: string, path: DataPath, names: readonly string[]): ProblemAt {
  const sentence = `There is no drug "${name}".`;
  return { code: "scenario.unknownDrug", path, sentence, remedy: meant(name, names) };
}

/** A condition compares names letter by letter, and the drawer gives a drug by its id. */
function conditionProblems(
  { did, with: fields }: Group,
  path: DataPath,
  { drugs }: DoseScope,
): readonly ProblemAt[] {
  if (did === undefined || typeof fields !== "object" || fields === null) return [];
  const { drug } = fields as Group;
  const wanted = [drug].flat().filter((name) => typeof name === "string");
  const names = drugNames(drugs);
  return wanted.flatMap((name, index) => {
    const here = [...path, "with", "drug", ...(Array.isArray(drug) ? [index] : [])];
    if (!names.includes(name)) return [unknownDrug(name, here, names)];
    const { id } = drugs[drugIndex(drugs, name)];
    if (wanted.includes(id)) return [];
    const sentence = `"${name}" is another name of "${id}", and it is "${id}" that the drawer gives.`;
    const remedy = `Write "${id}", or both names.`;
    return [{ code: "scenario.drugAlias", path: here, sentence, remedy }];
  });
}

function actProblems(act: Group, path: DataPath, scope: DoseScope): readonly ProblemAt[] {
  const { type, drug: name } = act;
  if (typeof type !== "string" || typeof name !== "string") return [];
  if (!Object.hasOwn(WAYS, type)) return [];
  const { drugs, weightKg } = scope;
  const drug = drugs[drugIndex(drugs, name)];
  if (drug === undefined) return [unknownDrug(name, [...path, "drug"], drugNames(drugs))];
  const way = WAYS[type];
  const wrong = way === undefined ? undefined : doseProblem(drug, way, act, weightKg);
  if (wrong === undefined) return [];
  const [field, because] = wrong;
  const sentence = `${drug.title}: ${because}.`;
  return [{ code: "scenario.dose", path: [...path, field], sentence, remedy: dosesOf(drug) }];
}

/** The field that is wrong, and what is wrong with it; nothing where the world would do it. */
function doseProblem(
  drug: Drug,
  way: Way,
  { amount, unit }: Group,
  weightKg: number | undefined,
): readonly [field: string, because: string] | undefined {
  const dosing = drug[way];
  if (dosing === undefined) {
    return ["type", `it is not given ${way === "bolus" ? "as a single dose" : "at a rate"}`];
  }
  if (typeof amount !== "number" || typeof unit !== "string") return undefined;
  const kg = weightKg ?? 1;
  const given = givenOf(drug, way, { amount, unit }, kg);
  if (given === null) return ["unit", `it is not measured in ${unit} here`];
  if (amount <= 0) return ["amount", `${amount} ${unit} is nothing; anaesthetist.stop ends a rate`];
  // Of a patient nobody can weigh yet, only what needs no weight can be said.
  const isComparable = weightKg !== undefined || unit === dosing.unit;
  if (!isComparable || !isMoreThanMost(drug, way, given, kg)) return undefined;
  return ["amount", `${amount} ${unit} is more than can be given`];
}

/** What the drug's file knows: "Its file knows a dose of 1, 2, 4 U (at most 40) and a rate …". */
function dosesOf({ bolus, infusion }: Drug): string {
  const known = [
    ["a dose", bolus],
    ["a rate", infusion],
  ] as const;
  const texts = known.flatMap(([what, dosing]) =>
    dosing === undefined
      ? []
      : [`${what} of ${dosing.usual.join(", ")} ${dosing.unit} (at most ${dosing.max})`],
  );
  return `Its file knows ${texts.join(" and ")}.`;
}
