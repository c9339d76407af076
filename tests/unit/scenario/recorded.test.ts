/** The condition that asks for a reading in the perfusion record. */
import { expect, test } from "vitest";
import { conditionSchema } from "../../../src/scenario/contract/condition.schema.ts";
import { ConditionHarness } from "./conditionHarness.ts";

const wrote = (value: number) => ({
  type: "accepted",
  action: { type: "record.value", quantity: "meanArterialPressure", value },
});
const MAP = "patient.arterialPressureMeanMmHg";

test("a reading that is written is recorded, and right only when it is what was shown", () => {
  const any = new ConditionHarness({ recorded: "meanArterialPressure" }).reading(MAP, 63);
  const right = new ConditionHarness({
    recorded: ["meanArterialPressure"],
    right: true,
  }).reading(MAP, 63);
  const after = [any, right].map((harness) => harness.fact(wrote(80)).run(0.2));
  expect(after).toEqual([true, false]);
  expect(right.fact(wrote(61)).run(0.2)).toBe(true);
});

test("a reading that nobody writes is refused", () => {
  expect(conditionSchema.safeParse({ recorded: "shoeSize" }).success).toBe(false);
});
