/** A group is known by its key; only then is it read, and only it complains. */
import { expect, test } from "vitest";
import { z } from "zod";
import { unionByKey } from "../../../src/scenario/contract/unionByKey.ts";

let timesRead = 0;
const counted = z.number().refine(() => {
  timesRead += 1;
  return true;
});
const schema = unionByKey({
  low: z.strictObject({ low: z.number(), count: z.int().optional() }),
  high: z.strictObject({ high: counted, count: z.int().optional() }),
});
const issuesOf = (value: unknown) => schema.safeParse(value).error?.issues ?? [];

test("the group whose key is there is read, and no other", () => {
  timesRead = 0;
  expect(schema.parse({ low: 1, count: 2 })).toEqual({ low: 1, count: 2 });
  expect(timesRead).toBe(0);
  expect(schema.parse({ high: 3 })).toEqual({ high: 3 });
  expect(timesRead).toBe(1);
});

test("what is wrong is said of that group, at its place", () => {
  expect(issuesOf({ low: "one" })).toMatchObject([{ code: "invalid_type", path: ["low"] }]);
  expect(issuesOf({ high: 3, cuont: 1 })).toMatchObject([{ keys: ["cuont"] }]);
});

test.each([[{}], [{ low: 1, high: 2 }], [3], [null], [[1]]])(
  "none of the keys or several is a union that nothing fits: %j",
  (value) => {
    expect(issuesOf(value)).toMatchObject([{ code: "invalid_union" }]);
  },
);
