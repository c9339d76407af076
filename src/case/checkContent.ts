/**
 * Checks a scenario together with everything it names: that the files are there, fit one another,
 * and that every mark can count in some case.
 */
import { type Failure, failure, type Problem, type Result, success } from "../kernel/result.ts";
import { checkScenario } from "../scenario/checkScenario.ts";
import { meant, parseSource } from "../scenario/contract/problemsFromIssues.ts";
import {
  type DataPath,
  type DataSource,
  problemAt,
  unplacedSource,
} from "../scenario/contract/source.ts";
import { possibleCases } from "../scenario/possibleCases.ts";
import type { Scenario } from "../scenario/scenario.schema.ts";
import { checkRubric } from "../scoring/checkRubric.ts";
import { type Drug, drugSchema } from "../world/contract/drug.schema.ts";
import type { PumpType } from "../world/contract/ids.ts";
import {
  circuitSchema,
  type Machine,
  machineSchema,
  patientSchema,
} from "../world/contract/setup.ts";
import type { CaseContent } from "./caseSetup.ts";
import { checkBlood } from "./checkBlood.ts";
import { checkDrugActs } from "./checkDrugActs.ts";

/** The files of a library, by id. */
export interface Library {
  readonly rubrics: ReadonlyMap<string, DataSource>;
  readonly patients: ReadonlyMap<string, DataSource>;
  readonly circuits: ReadonlyMap<string, DataSource>;
  readonly machines: ReadonlyMap<string, DataSource>;
  readonly drugs: ReadonlyMap<string, DataSource>;
}

/** The scenario with everything it names, or all that is wrong with any of it. */
export function checkContent(source: DataSource, library: Library): Result<CaseContent> {
  const drugs = checkDrugs(library.drugs);
  const checked = checkScenario(source);
  if (!checked.ok) return drugs.ok ? toldOfDrugs(source, drugs.value, checked.problems) : checked;
  const scenario = checked.value;
  const find = (files: ReadonlyMap<string, DataSource>, id: string, path: DataPath) =>
    found(source, files, { id, path });
  const rubricFile = find(library.rubrics, scenario.rubric, ["rubric"]);
  const patientFile = find(library.patients, scenario.patient, ["patient"]);
  const circuitFile = find(library.circuits, scenario.circuit, ["circuit"]);
  const rollerFile = find(library.machines, scenario.machines.roller, ["machines", "roller"]);
  const centrifugalFile = find(library.machines, scenario.machines.centrifugal, [
    "machines",
    "centrifugal",
  ]);
  const rubric = then(rubricFile, (file) => checkRubric(file, rubricScope(scenario)));
  const patient = then(patientFile, (file) => parseSource(file, patientSchema, "patient"));
  const circuit = then(circuitFile, (file) => parseSource(file, circuitSchema, "circuit"));
  const roller = then(rollerFile, (file) => checkMachine(file, "roller"));
  const centrifugal = then(centrifugalFile, (file) => checkMachine(file, "centrifugal"));
  const given = then(drugs, (known) => {
    const weightKg = patient.ok ? patient.value.weightKg : undefined;
    const files = rubricFile.ok ? [source, rubricFile.value] : [source];
    const found = files.flatMap((file) => checkDrugActs(file, { drugs: known, weightKg }));
    return found.length === 0 ? drugs : failure(...found);
  });
  if (rubric.ok && patient.ok && circuit.ok && roller.ok && centrifugal.ok && given.ok) {
    const machines = { roller: roller.value, centrifugal: centrifugal.value };
    for (const machine of Object.values(machines)) {
      const filled = { patient: patient.value, circuit: circuit.value, machine };
      const enough = then(patientFile, (file) => checkBlood(file, filled));
      if (!enough.ok) return enough;
    }
    return success({
      scenario,
      rubric: rubric.value,
      patient: patient.value,
      circuit: circuit.value,
      machines,
      drugs: given.value,
    });
  }
  const parts = [rubric, patient, circuit, roller, centrifugal, given];
  const problems: Problem[] = parts.flatMap((part) => (part.ok ? [] : part.problems));
  return failure(problems[0], ...problems.slice(1));
}

function then<T, U>(first: Result<T>, check: (value: T) => Result<U>): Result<U> {
  return first.ok ? check(first.value) : first;
}

/** Of an amount that the schema does not take, the drug's own doses tell more than the schema's limits. */
function toldOfDrugs(
  source: DataSource,
  drugs: readonly Drug[],
  problems: readonly Problem[],
): Failure {
  const told = checkDrugActs(source, { drugs, weightKg: undefined });
  const places = told.map(({ place }) => place);
  return failure(...told, ...problems.filter(({ place }) => !places.includes(place)));
}

/** Every drug of the library in the order of their ids, or all that is wrong with any of them. */
function checkDrugs(files: ReadonlyMap<string, DataSource>): Result<Drug[]> {
  const checked = [...files.keys()]
    .sort()
    .map((id) => parseSource<Drug>(files.get(id) as DataSource, drugSchema, "drug"));
  const problems = checked.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return failure(problems[0], ...problems.slice(1));
  return success(checked.flatMap((one) => (one.ok ? [one.value] : [])));
}

/** The same check for content that came as one piece, for example out of a recording. */
export function recheckContent(content: CaseContent): Result<CaseContent> {
  const one = (id: string, data: unknown) => new Map([[id, unplacedSource(id, data)]]);
  const { scenario, rubric, patient, circuit, machines, drugs } = content;
  return checkContent(unplacedSource(scenario.id, scenario), {
    rubrics: one(rubric.id, rubric),
    patients: one(patient.id, patient),
    circuits: one(circuit.id, circuit),
    machines: new Map([
      ...one(machines.roller.id, machines.roller),
      ...one(machines.centrifugal.id, machines.centrifugal),
    ]),
    drugs: new Map(drugs.flatMap((drug) => [...one(drug.id, drug)])),
  });
}

function rubricScope(scenario: Scenario) {
  return { stages: Object.keys(scenario.stages), possible: possibleCases(scenario) };
}

function found(
  source: DataSource,
  files: ReadonlyMap<string, DataSource>,
  { id, path }: { readonly id: string; readonly path: DataPath },
): Result<DataSource> {
  const file = files.get(id);
  if (file !== undefined) return success(file);
  const kind = String(path[0]).replace(/s$/, "");
  return failure(
    problemAt(source, {
      code: "scenario.missingFile",
      path,
      sentence: `There is no ${kind} "${id}" in the library.`,
      remedy: meant(id, [...files.keys()]),
    }),
  );
}

function checkMachine(source: DataSource, pumpType: PumpType): Result<Machine> {
  const parsed = parseSource<Machine>(source, machineSchema, "machine");
  if (!parsed.ok || parsed.value.arterialPumpType === pumpType) return parsed;
  return failure(
    problemAt(source, {
      code: "machine.pumpType",
      path: ["arterialPumpType"],
      sentence: `The scenario uses this machine for a ${pumpType} pump, but it has a ${parsed.value.arterialPumpType} one.`,
    }),
  );
}
