/** The report: what decides between met and not met, measures, questions. */
import { describe, expect, test } from "vitest";
import { bandOf, decimalText } from "../../../src/scoring/measureTracker.ts";
import { measureSchema } from "../../../src/scoring/rubric.schema.ts";
import { mark, ScorerHarness } from "./scorerHarness.ts";

const done = (id: string, message: string, more: object = {}) =>
  mark({ id, class: "must", targetS: 10, failS: 30, done: { said: message }, ...more });
const MARKS = [
  done("T.01", "noFlow", { question: "Why so late with the first word?" }),
  done("T.02", "callForHelp", { question: "Who could have helped?" }),
  done("T.03", "fullFlow"),
];
const dose = {
  id: "dose",
  title: "Dose",
  unit: "",
  sentence: "The dose was {value}.",
  source: "set by us",
  decimalsCount: 2,
  of: { highest: "patient.ischaemiaDose" },
  greenAtMost: 0.5,
  redAtLeast: 1,
  decides: true,
};

const allDone = (marks = MARKS, more = {}) =>
  new ScorerHarness(marks, more).run(1).say("noFlow").say("callForHelp").say("fullFlow").run(1);

describe("met", () => {
  test("with everything done", () => {
    const report = allDone().report();
    expect(report).toMatchObject({ outcome: "met", pointsFraction: 1, criticalFails: [] });
    expect(report.because).toContain("No critical fail.");
    expect(report.because.join(" ")).toContain("70 % are needed");
  });
  test("not with too few points", () => {
    const harness = new ScorerHarness(MARKS).run(1).say("noFlow").run(60);
    const report = harness.report();
    expect(report.outcome).toBe("notMet");
    expect(report.pointsFraction).toBeCloseTo(1 / 3);
    expect(report.because.join(" ")).toContain("Only 33 %");
  });
  test("not with a critical must left undone", () => {
    const marks = [...MARKS, done("T.04", "airFound", { critical: true, title: "Name the air" })];
    const report = allDone(marks).report();
    expect(report.pointsFraction).toBe(0.75);
    expect(report.outcome).toBe("notMet");
    expect(report.criticalFails).toEqual(["T.04 Name the air"]);
    expect(report.because.join(" ")).toContain("Critical: Name the air");
  });
  test("not when a deciding measure is red", () => {
    const harness = allDone(MARKS, { measures: [dose] });
    expect(harness.report().outcome).toBe("met");
    const report = harness.reading("patient.ischaemiaDose", 1.2).run(1).report();
    expect(report.outcome).toBe("notMet");
    expect(report.because).toContain("The dose was 1.20.");
  });
  test("not when the case was stopped, or ended in harm", () => {
    expect(allDone().report("stopped").outcome).toBe("notMet");
    expect(allDone().report("harm").outcome).toBe("notMet");
    expect(allDone().report("timeUp").outcome).toBe("met");
  });
  test("costs are taken off, but never below nothing", () => {
    const chatter = mark({
      id: "T.05",
      class: "mustNot",
      violated: { said: "airFound", withinS: 0.5 },
      costPoints: 5,
      costPointsMax: 50,
    });
    const harness = allDone([...MARKS, chatter])
      .say("airFound")
      .run(2);
    expect(harness.report().pointsFraction).toBeCloseTo(4 / 9);
    expect(harness.say("airFound").run(2).report().pointsFraction).toBe(0);
  });
  test("it never says competent", () => {
    expect(JSON.stringify(allDone().report()).toLowerCase()).not.toContain("competen");
  });
});

describe("questions", () => {
  test("come from what was lost, and from the rubric when nothing was", () => {
    const lost = new ScorerHarness(MARKS).run(60).report();
    expect(lost.questions).toEqual(["Why so late with the first word?", "Who could have helped?"]);
    expect(allDone().report().questions).toEqual([
      "First general question?",
      "Second general question?",
    ]);
  });
});

describe("measures", () => {
  const FLOW = "patient.systemicFlowTrueLpm";
  const measure = (of: object, more: object = {}) => ({ ...dose, decides: false, of, ...more });
  const valueOf = (of: object, play: (harness: ScorerHarness) => unknown) => {
    const harness = new ScorerHarness(MARKS, { measures: [measure(of)] });
    play(harness);
    return harness.report().measures[0].value;
  };
  test("seconds while, seconds until, and seconds until never", () => {
    const low = { signal: FLOW, below: 1 };
    const play = (harness: ScorerHarness) =>
      harness.reading(FLOW, 0).run(7).reading(FLOW, 4).run(20);
    expect(valueOf({ secondsWhile: low }, play)).toBeCloseTo(7, 0);
    expect(valueOf({ secondsUntil: { signal: FLOW, above: 3 } }, play)).toBeCloseTo(7, 0);
    expect(valueOf({ secondsUntil: { signal: FLOW, above: 9 } }, play)).toBeCloseTo(27, 0);
  });
  test("lowest, highest, last, and the rise since the clock started", () => {
    const play = (harness: ScorerHarness) =>
      [3, 5, 2, 4].forEach((value) => harness.reading(FLOW, value).run(1));
    expect(valueOf({ lowest: FLOW }, play)).toBe(2);
    expect(valueOf({ highest: FLOW }, play)).toBe(5);
    expect(valueOf({ last: FLOW }, play)).toBe(4);
    expect(valueOf({ riseOf: FLOW }, play)).toBe(1);
  });
  test.each([
    [0, "green"],
    [0.5, "green"],
    [0.6, "amber"],
    [1, "red"],
  ])("%d is %s", (value, band) => {
    expect(bandOf(measureSchema.parse(dose), value)).toBe(band);
  });
  test("numbers are written alike in every engine", () => {
    expect([0, 1.005, 12.345, -0.04, -2.5, 99.999].map((value) => decimalText(value, 2))).toEqual([
      "0.00",
      "1.00",
      "12.35",
      "−0.04",
      "−2.50",
      "100.00",
    ]);
    expect(decimalText(-0.2, 0)).toBe("0");
    expect(decimalText(41.5, 0)).toBe("42");
  });
});
