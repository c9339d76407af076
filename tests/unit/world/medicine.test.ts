/** Drugs, clotting and samples in the running world. */
import { describe, expect, test } from "vitest";
import type { TraineeAction } from "../../../src/world/contract/actions.ts";
import type { Fact } from "../../../src/world/contract/facts.ts";
import { WorldBench } from "../../support/worldSetup.ts";

const give = (
  drug: string,
  amount: number,
  unit: Extract<TraineeAction, { type: "drug.give" }>["unit"],
): TraineeAction => ({ type: "drug.give", drug, amount, unit, route: "circuit" });
const draw = (
  test: Extract<TraineeAction, { type: "sample.draw" }>["test"],
  site: Extract<TraineeAction, { type: "sample.draw" }>["site"] = "arterial",
  discardMl = 5,
): TraineeAction => ({ type: "sample.draw", test, site, discardMl });
const refusals = (facts: readonly Fact[]) => facts.filter((fact) => fact.type === "refused");
const results = (facts: readonly Fact[]) => facts.filter((fact) => fact.type === "sampleResult");

describe("what cannot be given", () => {
  const cases: readonly [string, TraineeAction, string, RegExp][] = [
    ["a misspelt drug", give("phenylefrine", 100, "ug"), "unknownDrug", /Did you mean phenyl/],
    ["an impossible dose", give("heparin", 500000, "U"), "impossibleDose", /decimal point/],
    ["a dose in a wrong unit", give("heparin", 300, "mg"), "impossibleDose", /say it in U/],
    [
      "a vapour by syringe",
      { type: "drug.give", drug: "sevoflurane", amount: 1, unit: "mL", route: "circuit" },
      "wrongRoute",
      /set a rate/,
    ],
    ["stopping what does not run", { type: "drug.stop", drug: "propofol" }, "alreadySo", /No/],
  ];
  test.each(cases)("%s is refused and changes nothing", (_what, action, code, sentence) => {
    const bench = new WorldBench();
    const before = bench.world.hashHex();
    bench.act(action);
    const [refused] = refusals(bench.facts);
    expect(refused).toMatchObject({ code });
    expect(refused?.sentence).toMatch(sentence);
    expect(bench.world.hashHex()).toBe(before);
  });

  test("another name of a drug will do", () => {
    const bench = new WorldBench().do(give("norepinephrine", 10, "ug"));
    expect(refusals(bench.facts)).toEqual([]);
  });
});

describe("a vasoconstrictor", () => {
  test("raises tone within a minute and a half, and wears off", () => {
    const bench = new WorldBench().do(give("phenylephrine", 200, "ug")).run(90);
    const atPeak = bench.at("medicine.toneRatio");
    expect(atPeak).toBeGreaterThan(1.15);
    bench.run(600);
    expect(bench.at("medicine.toneRatio")).toBeLessThan(1 + (atPeak - 1) / 2);
  });

  test("does not arrive while the pump stands", () => {
    const bench = new WorldBench().do({ type: "pump.stop", head: "arterial" }).run(20);
    bench.do(give("phenylephrine", 500, "ug")).run(60);
    expect(bench.at("medicine.toneRatio")).toBeLessThan(1.02);
  });
});

describe("anticoagulation", () => {
  test("is safe at the start, gone three minutes after full protamine, and clot grows then", () => {
    const bench = new WorldBench();
    expect(bench.at("medicine.actTrueS")).toBeGreaterThan(480);
    bench.do(give("protamine", 400, "mg")).run(180);
    expect(bench.at("medicine.actTrueS")).toBeLessThan(170);
    expect(bench.at("circuit.oxygenatorClotFraction")).toBeGreaterThan(0.05);
    bench.do(give("heparin", 30000, "U")).run(120);
    expect(bench.at("medicine.actTrueS")).toBeGreaterThan(400);
  });

  test("heparin without antithrombin lengthens little until concentrate is given", () => {
    const bench = new WorldBench({
      edit: ({ patient }) => {
        patient.clotting.antithrombinUPerMl = 0.3;
      },
    });
    bench.do(give("heparin", 10000, "U")).run(120);
    expect(bench.at("medicine.actTrueS")).toBeLessThan(430);
    bench.do(give("antithrombin", 2000, "U")).run(180);
    expect(bench.at("medicine.actTrueS")).toBeGreaterThan(500);
  });
});

describe("samples", () => {
  test("come back after their time, within the analyser's error of the truth", () => {
    const bench = new WorldBench().do(draw("act"), draw("bloodGas"));
    const truth = bench.at("medicine.actTrueS");
    bench.run(95);
    expect(results(bench.facts)).toEqual([]);
    bench.run(10);
    const [gas] = results(bench.facts);
    expect(gas).toMatchObject({ test: "bloodGas", site: "arterial", drawnTick: 0 });
    expect(gas?.values.ph).toBeGreaterThan(7.3);
    expect(gas?.values.actS).toBeUndefined();
    // Colder blood holds the same carbon dioxide at less pressure, and the more oxygen stays dissolved.
    expect(gas?.values.correctedPco2MmHg).toBeLessThan(gas?.values.pco2MmHg ?? 0);
    bench.run(truth * 1.3);
    const act = results(bench.facts)[1]?.values.actS ?? 0;
    expect(Math.abs(act - truth) / truth).toBeLessThan(0.2);
    expect(bench.at("sample.actS")).toBe(act);
    expect(bench.at("sample.actAgeS")).toBeCloseTo(bench.timeS, 1);
  });

  test("the analyser takes one blood gas at a time", () => {
    const bench = new WorldBench().do(draw("bloodGas")).act(draw("bloodGas"));
    expect(refusals(bench.facts)).toMatchObject([{ code: "analyserBusy" }]);
  });

  test("venous blood has less oxygen, and does not pass as the last arterial gas", () => {
    const bench = new WorldBench().do(draw("bloodGas", "venous")).run(110);
    expect(results(bench.facts)[0]?.values.po2MmHg).toBeLessThan(60);
    expect(bench.at("sample.gasAgeS")).toBe(99999);
  });

  test("heparin of an uncleared line makes a short clotting time look longer", () => {
    const bench = new WorldBench({
      edit: ({ patient }) => {
        patient.clotting.heparinStartUPerKg = 0;
      },
    });
    bench.do(draw("act", "patientLine", 0), draw("act", "arterial")).run(260);
    const [cleared, uncleared] = ["arterial", "patientLine"].map(
      (site) => results(bench.facts).find((fact) => fact.site === site)?.values.actS ?? 0,
    );
    expect(cleared).toBeGreaterThan(100);
    // Two readings of one blood scatter by some seconds; the flush adds about forty.
    expect(uncleared).toBeGreaterThan(cleared + 25);
  });
});
