// Layouts: names to slots, frozen, without duplicates, and typed from the list of names.

import { expect, expectTypeOf, test } from "vitest";
import { defineLayout, type SlotOf } from "../../../src/kernel/layout.ts";

const PUMP = defineLayout(["speedRpm", "flowLpm", "temperatureC"] as const);

test("names are numbered from 0 in the order given", () => {
  expect({ ...PUMP.index }).toEqual({ speedRpm: 0, flowLpm: 1, temperatureC: 2 });
  expect(PUMP.size).toBe(3);
  expect(PUMP.names).toEqual(["speedRpm", "flowLpm", "temperatureC"]);
});

test("the type knows the names and no others", () => {
  expectTypeOf<SlotOf<typeof PUMP>>().toEqualTypeOf<"speedRpm" | "flowLpm" | "temperatureC">();
  expectTypeOf(PUMP.index.flowLpm).toBeNumber();
  // @ts-expect-error: a misspelt name does not compile
  expect(PUMP.index.flowLmp).toBeUndefined();
});

test("a layout cannot be changed", () => {
  expect(Object.isFrozen(PUMP) && Object.isFrozen(PUMP.index) && Object.isFrozen(PUMP.names)).toBe(
    true,
  );
});

test("changing the list afterwards does not change the layout", () => {
  const names = ["a", "b"];
  const layout = defineLayout(names);
  names.push("c");
  expect(layout.names).toEqual(["a", "b"]);
});

test("names of things every object has are free to use", () => {
  const layout = defineLayout(["constructor", "toString", "size"]);
  expect(layout.index.constructor).toBe(0);
  expect(layout.size).toBe(3);
});

test("duplicate and empty names throw and say where", () => {
  expect(() => defineLayout(["a", "b", "a"])).toThrow('"a" is slot 0 and 2');
  expect(() => defineLayout(["a", ""])).toThrow("slot 1 has an empty name");
});
