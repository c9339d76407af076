/** Theatre lists: a normal case with patients whose disease changes what is asked for, put together from data. */
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { CaseContent } from "../../../src/case/caseSetup.ts";
import { drawPatient } from "../../../src/case/theatreListContent.ts";
import { readYamlFile } from "../../../src/cli/readLibrary.ts";
import { everyListed, LISTS_FOLDER, readTheatreList } from "../../../src/cli/theatreLists.ts";
import { expertFor } from "../../../src/players/experts.ts";
import { managingExpert } from "../../../src/players/modules.ts";
import type { Player, Script } from "../../../src/players/player.ts";
import { unplacedSource } from "../../../src/scenario/contract/source.ts";
import { loadBuiltEngine } from "../../support/builtEngine.ts";
import { idle } from "../../support/otherPerfusionists.ts";
import { playCase } from "../../support/playCase.ts";

const { createCase: create } = await loadBuiltEngine();
const source = readYamlFile(path.join(LISTS_FOLDER, "theatre-list.yaml"));
if (!source.ok) throw new Error("The list cannot be read.");
const read = readTheatreList(source.value);
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const { list, normal } = read.value;
const contents = everyListed(read.value);

const contentOf = (id: string): CaseContent =>
  contents.find(({ patient }) => patient.id === id) as CaseContent;

const played = (id: string, script: (me: Player) => Script, seed = 1) =>
  playCase({ content: contentOf(id), choices: { seed }, create }, (me) => me.start(script(me)))
    .report;
const expertOf = (id: string) => expertFor(contentOf(id)) as (me: Player) => Script;

test("every disease that the patients' files know is on the list, but the one that is an emergency", () => {
  const met = new Set(contents.flatMap(({ patient }) => patient.conditions));
  expect([...met].sort()).toEqual(
    [
      "carotidStenosis",
      "coldAgglutinins",
      "diabetes",
      "heparinResistance",
      "hypertension",
      "lowBodyMass",
      "obesity",
      "pregnancy",
      "refusesBlood",
      "renalFailure",
      "sickleTrait",
    ].sort(),
  );
});

test("each patient comes for some seed, and the one who is asked for always", () => {
  const drawn = Array.from({ length: 300 }, (_none, seed) => drawPatient(list, { seed }));
  expect(new Set(drawn).size).toBe(list.patients.length);
  expect(drawPatient(list, { seed: 5, patient: "renal-68kg" })).toBe("renal-68kg");
  expect(drawPatient(list, { seed: 5, patient: "nobody" })).toBeUndefined();
});

describe.each(contents.map((content) => [content.patient.id, content] as const))(
  "%s",
  (_id, { patient, scenario, rubric, machines }) => {
    const { targets } = patient;
    const kept = (signal: string) =>
      rubric.marks.flatMap((mark) =>
        "share" in mark && "signal" in mark.share.good && mark.share.good.signal === signal
          ? [mark.share.good]
          : [],
      );

    test("is scored on the targets of the patient's own file", () => {
      expect(kept("patient.arterialPressureMeanMmHg")).toEqual([
        expect.objectContaining({
          atLeast: targets?.meanArterialPressureMmHgMin,
          atMost: targets?.meanArterialPressureMmHgMax,
        }),
      ]);
      expect(kept("circuit.oxygenDeliveryIndexMlPerMinPerM2")).toEqual([
        expect.objectContaining({ atLeast: targets?.oxygenDeliveryIndexMlPerMinPerM2Min }),
      ]);
      expect(kept("circuit.arterialTemperatureC").map(({ atLeast }) => atLeast)).toEqual(
        targets?.temperatureCMin === undefined ? [] : [targets.temperatureCMin],
      );
    });

    test("is told the targets before the start, and by whom the case is", () => {
      expect(scenario.title).toContain(patient.title);
      const { temperatureCMin, potassiumMmolPerLMax } = targets ?? {};
      for (const target of [
        `${targets?.meanArterialPressureMmHgMin}`,
        `${targets?.meanArterialPressureMmHgMax}`,
        `${targets?.oxygenDeliveryIndexMlPerMinPerM2Min} mL/min/m²`,
        ...(temperatureCMin === undefined ? [] : [`${temperatureCMin} °C`]),
        ...(potassiumMmolPerLMax === undefined ? [] : [`above ${potassiumMmolPerLMax}`]),
      ])
        expect(scenario.briefing).toContain(target);
    });

    test("has a monitor that warns at the patient's own pressures", () => {
      expect(machines.centrifugal.limits.meanArterialPressureMmHgMin).toBe(
        targets?.meanArterialPressureMmHgMin,
      );
    });
  },
);

test("the marks of the normal case stay, but those that are taken out with a reason", () => {
  for (const { rubric, patient } of contents) {
    const taken = [
      ...list.without,
      ...(list.patients.find((one) => one.patient === patient.id)?.without ?? []),
    ].map(({ id }) => id);
    const gone = [...normal.rubric.marks, ...normal.rubric.measures]
      .map(({ id }) => id)
      .filter((id) => ![...rubric.marks, ...rubric.measures].some((one) => one.id === id));
    expect(gone.sort(), patient.id).toEqual(taken.sort());
  }
});

// `onbypass check scenarios/lists/theatre-list.yaml --play` plays every patient.
// Seed 2 asks the pregnant woman's perfusionist for less flow while he is turning it up: there is one knob.
test.each([
  ["carotid-82kg", 1],
  ["heparin-resistant-85kg", 1],
  ["pregnant-79kg", 2],
])("the expert keeps %s", (id, seed) => {
  const report = played(id, expertOf(id), seed);
  expect(report, report.because.join(" ")).toMatchObject({
    outcome: "met",
    endReason: "completed",
  });
});

test("whoever keeps him like anybody else loses the pressure that his brain needs", () => {
  const states = (script: (me: Player) => Script) =>
    played("carotid-82kg", script).marks.find(({ id }) => id === "CAR.01")?.points;
  expect(states(managingExpert)).toBe(0);
  expect(states(expertOf("carotid-82kg"))).toBeGreaterThan(2.9);
});

test("red cells for somebody who refused them is a critical fail, and doing nothing meets nobody", () => {
  const report = played("no-transfusion-74kg", function* (me) {
    yield* me.act({ type: "fluid.give", fluid: "packedCells", volumeMl: 300 });
  });
  expect(report.criticalFails).toEqual([expect.stringContaining("NTX.N1")]);
  expect(played("sickle-trait-70kg", idle)).toMatchObject({ outcome: "notMet", criticalFails: [] });
});

test("a list that names what is not there is refused in words", () => {
  const [first, second] = list.patients;
  const wrong = {
    ...list,
    patients: [
      { ...first, without: [{ id: "M1.77", because: "No such mark." }] },
      { ...second, patient: "renal-68", stages: { flowdown: {} } },
    ],
  };
  const checked = readTheatreList(unplacedSource("wrong.yaml", wrong));
  expect(checked.ok ? [] : checked.problems.map(({ sentence }) => sentence)).toEqual([
    '"m1-managing-bypass" has no mark and no measure "M1.77".',
    'There is no patient "renal-68".',
    '"m1-managing-bypass" has no stage "flowdown".',
  ]);
});
