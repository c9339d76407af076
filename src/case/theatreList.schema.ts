/**
 * The file format of a theatre list: a normal case, and the patients it may be played with. Of each it says what the
 * trainee is told, what the case must be changed in to fit, and the marks that count for this patient (ADR 0047).
 */
import { z } from "zod";
import { failure, type Result } from "../kernel/result.ts";
import { namedConditionsSchema } from "../scenario/contract/condition.schema.ts";
import { meant, parseSource } from "../scenario/contract/problemsFromIssues.ts";
import { type DataPath, type DataSource, problemAt } from "../scenario/contract/source.ts";
import { scenarioSchema } from "../scenario/scenario.schema.ts";
import { rubricSchema } from "../scoring/rubric.schema.ts";
import { machineSchema, type Patient } from "../world/contract/setup.ts";
import type { CaseContent } from "./caseSetup.ts";

const idText = z.string().regex(/^[a-z0-9-]+$/, "small letters, digits and hyphens only");
const sentence = z.string().min(1).max(1200);
/** Both texts together are the briefing of a scenario, which takes 1200 letters. */
const ABOUT_CASE_MAX = 400;
const ABOUT_PATIENT_MAX = 780;

const marks = z.array(rubricSchema.shape.marks.element).max(40).default([]);
const measures = z.array(rubricSchema.shape.measures.element).max(20).default([]);
const sources = z.record(z.string(), z.string());
const without = z
  .array(z.strictObject({ id: z.string(), because: sentence }))
  .max(20)
  .default([]);

const { fio2Fraction, sweepLpm, waterSetPointC, heads } = machineSchema.shape;

const startSchema = z
  .strictObject({
    arterialFlowLpm: heads.shape.arterial.shape.flowLpm,
    fio2Fraction,
    sweepLpm,
    waterSetPointC,
  })
  .partial()
  .describe("how the machine is set when the trainee takes over; as in its file where left out");

const changedStage = scenarioSchema.shape.stages.valueType
  .pick({ guide: true, enter: true })
  .describe("what is said, and what the guide says, instead of the normal case's words");

const listedPatientSchema = z.strictObject({
  patient: idText.describe("a file of scenarios/patients"),
  told: z
    .string()
    .min(1)
    .max(ABOUT_PATIENT_MAX)
    .describe("what the notes and the anaesthetist say, with the targets that are asked for"),
  sources: sources.describe("where the story, the targets and the changes come from"),
  start: startSchema.default({}),
  conditions: namedConditionsSchema
    .default({})
    .describe("in place of those of that name in the normal case and its rubric, and more"),
  stages: z.record(z.string(), changedStage).default({}),
  without: without.describe(
    "marks and measures of the normal case that do not fit this patient, and why",
  ),
  marks,
  measures,
});
type ListedPatient = z.infer<typeof listedPatientSchema>;

export const theatreListSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    id: idText,
    title: z.string().min(1).max(200),
    version: z.string().regex(/^\d+\.\d+\.\d+$/, "three numbers, for example 1.0.0"),
    status: z.enum(["draft", "reviewed"]),
    sources,
    briefing: z
      .string()
      .min(1)
      .max(ABOUT_CASE_MAX)
      .describe("what the trainee is told of every case, before what is told of the patient"),
    normal: idText.describe("the scenario that is played"),
    normalVariants: z.array(z.string()).min(1).describe("those of its variants that may be drawn"),
    keptForS: z
      .number()
      .min(0)
      .max(3600)
      .describe("seconds from the start for which the patient is kept, however soon all is done"),
    conditions: namedConditionsSchema
      .default({})
      .describe("for the marks below; a patient may have another of the same name"),
    without: without.describe("marks and measures of the normal case that fit nobody on the list"),
    marks: marks.describe("what counts for every patient of the list"),
    measures,
    patients: z.array(listedPatientSchema).min(2).max(40),
  })
  .describe("An OnBypass theatre list");
export type TheatreList = z.infer<typeof theatreListSchema>;

interface Told {
  readonly path: DataPath;
  readonly sentence: string;
  readonly remedy?: string | undefined;
}

/** What the names in a list are looked up in. */
export interface ListLibrary {
  readonly contents: ReadonlyMap<string, CaseContent>;
  readonly patients: ReadonlyMap<string, Patient>;
}

/** The list in the source, or all that is wrong with the names in it. */
export function checkTheatreList(source: DataSource, library: ListLibrary): Result<TheatreList> {
  const parsed = parseSource<TheatreList>(source, theatreListSchema, "list");
  if (!parsed.ok) return parsed;
  const problems = problemsOf(parsed.value, library).map((one) =>
    problemAt(source, { code: "list.unfit", ...one }),
  );
  return problems.length === 0 ? parsed : failure(problems[0], ...problems.slice(1));
}

function problemsOf(list: TheatreList, { contents, patients }: ListLibrary): readonly Told[] {
  const normal = contents.get(list.normal);
  if (normal === undefined) {
    const remedy = meant(list.normal, [...contents.keys()]);
    return [{ path: ["normal"], sentence: `There is no scenario "${list.normal}".`, remedy }];
  }
  const variants = normal.scenario.variants.map(({ id }) => id);
  return [
    ...list.normalVariants
      .filter((id) => !variants.includes(id))
      .map((id) => ({
        path: ["normalVariants"],
        sentence: `"${list.normal}" has no variant "${id}".`,
        remedy: meant(id, variants),
      })),
    ...withoutProblems(list.without, ["without"], normal),
    ...list.patients.flatMap((one, index) => [
      ...patientProblems(list, index, patients),
      ...stageProblems(one, index, normal),
      ...withoutProblems(one.without, ["patients", index, "without"], normal),
    ]),
  ];
}

function patientProblems(
  { patients: listed }: TheatreList,
  index: number,
  patients: ListLibrary["patients"],
): readonly Told[] {
  const { patient: id } = listed[index] as ListedPatient;
  const path = ["patients", index, "patient"];
  if (!patients.has(id)) {
    const remedy = meant(id, [...patients.keys()]);
    return [{ path, sentence: `There is no patient "${id}".`, remedy }];
  }
  if (listed.findIndex(({ patient }) => patient === id) === index) return [];
  return [{ path, sentence: `"${id}" is on the list twice.`, remedy: "Take one of them out." }];
}

/** A change that names nothing of the normal case changes nothing: it is a slip of the pen. */
function stageProblems(
  { stages }: ListedPatient,
  index: number,
  { scenario }: CaseContent,
): readonly Told[] {
  const known = Object.keys(scenario.stages);
  return Object.keys(stages)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      path: ["patients", index, "stages", name],
      sentence: `"${scenario.id}" has no stage "${name}".`,
      remedy: meant(name, known),
    }));
}

function withoutProblems(
  taken: TheatreList["without"],
  path: DataPath,
  { rubric }: CaseContent,
): readonly Told[] {
  const known = [...rubric.marks, ...rubric.measures].map(({ id }) => id);
  return taken.flatMap(({ id }, at) => {
    if (known.includes(id)) return [];
    const sentence = `"${rubric.id}" has no mark and no measure "${id}".`;
    return [{ path: [...path, at, "id"], sentence, remedy: meant(id, known) }];
  });
}

/** What a page needs to offer a list. */
export interface ListedTheatreList {
  readonly id: string;
  readonly title: string;
  readonly briefing: string;
  readonly status: string;
  readonly patients: readonly { readonly id: string; readonly title: string }[];
}

export function listTheatreList(
  list: TheatreList,
  patients: ReadonlyMap<string, Patient>,
): ListedTheatreList {
  const { id, title, briefing, status } = list;
  const offered = list.patients.map(({ patient }) => ({
    id: patient,
    title: patients.get(patient)?.title ?? patient,
  }));
  return { id, title, briefing, status, patients: offered };
}
