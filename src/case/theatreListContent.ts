/**
 * A case of a theatre list as content like any other: the normal case with the patient replaced, told and scored by
 * what this patient asks for. The engine knows nothing of lists (ADR 0047). Data in, data out.
 */

import { assert } from "../kernel/assert.ts";
import { nextInt, STREAM_WORDS, seedStream } from "../kernel/random.ts";
import { EXPECTED_OF_MADE } from "../scenario/expectedOfMade.ts";
import type { Scenario } from "../scenario/scenario.schema.ts";
import type { Mark, Rubric } from "../scoring/rubric.schema.ts";
import type { Machine, Patient } from "../world/contract/setup.ts";
import type { CaseContent } from "./caseSetup.ts";
import type { TheatreList } from "./theatreList.schema.ts";

type ListedPatient = TheatreList["patients"][number];

/** What stands between what is told of every case and what is told of this patient. */
const LEAD_IN = "What notes and anaesthetist say:";

/** What a caller may fix: the patient's id; drawn when left out. */
export interface PatientWish {
  readonly seed: number;
  readonly patient?: string | undefined;
}

/** The patient who comes: each as likely as the next. Undefined when the list has no such patient. */
export function drawPatient(list: TheatreList, { seed, patient }: PatientWish): string | undefined {
  if (patient !== undefined) return list.patients.find((one) => one.patient === patient)?.patient;
  const words = new Uint32Array(STREAM_WORDS);
  seedStream(words, 0, seed, "theatreList.patient");
  return list.patients[nextInt(words, 0, 0, list.patients.length - 1)]?.patient;
}

/** A list as a catalogue keeps it, with its patients. */
export interface OfferedTheatreList {
  readonly theatreList: TheatreList;
  readonly patients: readonly Patient[];
}

export function offerOf(list: TheatreList, known: ReadonlyMap<string, Patient>) {
  const patients = list.patients.flatMap(({ patient }) => known.get(patient) ?? []);
  return { theatreList: list, patients } satisfies OfferedTheatreList;
}

/** The case that a wish draws of an offered list, with the normal case from wherever it is kept. */
export async function offeredContent(
  { theatreList: list, patients }: OfferedTheatreList,
  wish: PatientWish,
  contentOf: (scenarioId: string) => Promise<CaseContent>,
): Promise<CaseContent | undefined> {
  const drawn = drawPatient(list, wish);
  const patient = patients.find(({ id }) => id === drawn);
  return patient && theatreListContent(list, await contentOf(list.normal), patient);
}

/** The normal case with a patient of the list. */
export function theatreListContent(
  list: TheatreList,
  normal: CaseContent,
  patient: Patient,
): CaseContent {
  const listed = list.patients.find((one) => one.patient === patient.id);
  assert(listed !== undefined, "the patient is on the list");
  const { roller, centrifugal } = normal.machines;
  return {
    ...normal,
    scenario: scenarioWith(list, listed, normal.scenario, patient),
    rubric: rubricWith(list, listed, normal.rubric),
    patient,
    machines: {
      roller: machineFor(roller, listed, patient),
      centrifugal: machineFor(centrifugal, listed, patient),
    },
  };
}

const inPlace = <T>(of: Readonly<Record<string, T>>, by: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(of).map(([name, one]) => [name, by[name] ?? one]));

function scenarioWith(
  { id, title, version, status, sources, briefing, normalVariants, keptForS }: TheatreList,
  { told, stages, conditions, sources: own }: ListedPatient,
  normal: Scenario,
  patient: Patient,
): Scenario {
  return {
    ...normal,
    id,
    title: `${title}: ${patient.title}`,
    version,
    status,
    reviewers: [],
    sources: { ...normal.sources, ...sources, ...own },
    briefing: `${briefing} ${LEAD_IN} ${told}`,
    patient: patient.id,
    rubric: id,
    conditions: inPlace(normal.conditions, conditions),
    variants: normal.variants.filter((one) => normalVariants.includes(one.id)),
    distractors: normal.distractors.flatMap((one) => {
      const variants = one.variants?.filter((variant) => normalVariants.includes(variant));
      if (variants === undefined) return [one];
      return variants.length === 0 ? [] : [{ ...one, variants }];
    }),
    expected: EXPECTED_OF_MADE,
    stages: Object.fromEntries(
      Object.entries(keptStages(normal, keptForS)).map(([name, stage]) => [
        name,
        { ...stage, ...stages[name] },
      ]),
    ),
  };
}

/** The normal case's stages, complete only when the patient has been kept for so long. */
function keptStages({ stages }: Scenario, keptForS: number): Scenario["stages"] {
  const isLong = { elapsedS: keptForS, since: "start" as const };
  return Object.fromEntries(
    Object.entries(stages).map(([name, { on, ...stage }]) => [
      name,
      {
        ...stage,
        ...(on && {
          on: on.map(({ when, go }) =>
            stages[go]?.end === "completed" ? { when: { all: [when, isLong] }, go } : { when, go },
          ),
        }),
      },
    ]),
  );
}

function rubricWith(list: TheatreList, listed: ListedPatient, normal: Rubric): Rubric {
  const { id, title, version, status, normalVariants } = list;
  const taken = [...list.without, ...listed.without].map((one) => one.id);
  const stays = (one: { readonly id: string }): boolean => !taken.includes(one.id);
  const marks = [
    ...normal.marks.filter(stays).flatMap((mark) => appliedIn(mark, normalVariants)),
    ...list.marks,
    ...listed.marks,
  ];
  const known = marks.map((mark) => mark.id);
  const inOrder = (mark: Mark): Mark =>
    "done" in mark && mark.after !== undefined
      ? { ...mark, after: mark.after.filter((before) => known.includes(before)) }
      : mark;
  return {
    ...normal,
    id,
    title,
    version,
    status,
    sources: { ...normal.sources, ...list.sources, ...listed.sources },
    conditions: { ...normal.conditions, ...list.conditions, ...listed.conditions },
    marks: marks.map(inOrder),
    measures: [...normal.measures.filter(stays), ...list.measures, ...listed.measures],
  };
}

/** The mark for the variants that are played; none when it is for others alone. */
function appliedIn(mark: Mark, played: readonly string[]): readonly Mark[] {
  if (!Array.isArray(mark.applies)) return [mark];
  const applies = mark.applies.flatMap((one) => {
    const variants = one.variants.filter((id) => played.includes(id));
    return variants.length === 0 ? [] : [{ ...one, variants }];
  });
  return applies.length === 0 ? [] : [{ ...mark, applies }];
}

/** The machine as it stands at this patient: what is set, and the pressures the monitor warns of. */
function machineFor(machine: Machine, { start }: ListedPatient, { targets }: Patient): Machine {
  const { heads } = machine;
  const flowLpm = start.arterialFlowLpm ?? heads.arterial.flowLpm;
  return {
    ...machine,
    fio2Fraction: start.fio2Fraction ?? machine.fio2Fraction,
    sweepLpm: start.sweepLpm ?? machine.sweepLpm,
    waterSetPointC: start.waterSetPointC ?? machine.waterSetPointC,
    heads: { ...heads, arterial: { ...heads.arterial, flowLpm } },
    limits: {
      ...machine.limits,
      ...(targets && {
        meanArterialPressureMmHgMin: targets.meanArterialPressureMmHgMin,
        meanArterialPressureMmHgMax: targets.meanArterialPressureMmHgMax,
      }),
    },
  };
}
