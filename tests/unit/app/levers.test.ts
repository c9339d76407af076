/** A supervisor's levers: each is an action that the world takes, and does what its name says. */
import { expect, test } from "vitest";
import { MACHINE_LEVERS, PATIENT_LEVERS } from "../../../src/app/room/levers.ts";
import { TRUTHS, truthText } from "../../../src/app/room/truths.ts";
import { entryProblem } from "../../../src/case/case.ts";
import { type CommandAction, commandActionSchema } from "../../../src/session/contract/live.ts";
import { SIGNALS } from "../../../src/world/contract/signals.ts";
import type { WorldAction } from "../../../src/world/contract/world.ts";
import { WorldBench } from "../../support/worldSetup.ts";

const LEVERS = [...MACHINE_LEVERS, ...PATIENT_LEVERS].flatMap(({ levers }) => levers);
const leverOf = (title: string) => {
  const lever = LEVERS.find((one) => one.title === title);
  if (lever === undefined) throw new Error(`There is no lever ${title}.`);
  return lever;
};
const asWorldAction = (action: CommandAction): WorldAction => action as WorldAction;

test("each has its own name and words, and every level is a command for supervisors alone", () => {
  expect(LEVERS.length).toBeGreaterThan(25);
  expect(new Set(LEVERS.map(({ title }) => title)).size).toBe(LEVERS.length);
  for (const { levels, undo } of LEVERS) {
    expect(new Set(levels.map(({ word }) => word)).size).toBe(levels.length);
    for (const action of [...levels.map((one) => one.action), ...(undo ? [undo] : [])]) {
      expect(commandActionSchema.safeParse(action).success).toBe(true);
      const sent = { actor: "trainee", action } as Parameters<typeof entryProblem>[0];
      expect(entryProblem(sent).ok).toBe(false);
      expect(entryProblem({ ...sent, actor: "supervisor" }).ok).toBe(true);
    }
  }
});

test("the world takes every level and every undo, and goes on", () => {
  const bench = new WorldBench();
  for (const { levels, undo } of LEVERS) {
    for (const { action } of levels) bench.do(asWorldAction(action)).run(0.1);
    if (undo !== undefined) bench.do(asWorldAction(undo)).run(0.1);
  }
  expect(bench.at("patient.arterialPressureMeanMmHg")).toBeGreaterThan(-100);
});

test("vasoplegia lowers the pressure the more, the more severe it is, and phenylephrine raises it", () => {
  const pressures = leverOf("Vasoplegia").levels.map(({ action }) =>
    new WorldBench().do(asWorldAction(action)).run(120).at("patient.arterialPressureMeanMmHg"),
  );
  const calm = new WorldBench().run(120).at("patient.arterialPressureMeanMmHg");
  const steps = [calm, ...pressures];
  for (let index = 1; index < steps.length; index++) {
    expect(steps[index]).toBeLessThan(steps[index - 1] as number);
  }
  const given = leverOf("Anaesthetist gives phenylephrine").levels[1]?.action as CommandAction;
  const raised = new WorldBench().do(asWorldAction(given)).run(120);
  expect(raised.at("patient.arterialPressureMeanMmHg")).toBeGreaterThan(calm);
});

test("every truth is a reading, and reads as a number people write", () => {
  const ids = SIGNALS.map(({ id }) => id);
  for (const truth of TRUTHS) {
    expect(ids).toContain(truth.true);
    if (truth.shown !== undefined) expect(ids).toContain(truth.shown);
  }
  const [flow] = TRUTHS as [(typeof TRUTHS)[number]];
  const readings = (value: number) => new Float64Array(SIGNALS.length).fill(value);
  expect(truthText(readings(-0.001), flow.true, flow)).toBe("0.00");
  expect(truthText(readings(-1.5), flow.true, flow)).toBe("−1.50");
  expect(truthText(readings(Number.NaN), flow.true, flow)).toBe("- -");
});
