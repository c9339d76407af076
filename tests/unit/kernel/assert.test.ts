// Assertions and results: what they let pass and what they say when they do not.

import { expect, expectTypeOf, test } from "vitest";
import { assert, assertFinite, unreachable } from "../../../src/kernel/assert.ts";
import { failure, type Problem, type Result, success } from "../../../src/kernel/result.ts";

test("an assertion that holds is silent and narrows the type", () => {
  const value: string | undefined = ["x"][0];
  assert(value !== undefined, "there is a first item");
  expectTypeOf(value).toBeString();
});

test("an assertion that fails throws its message", () => {
  expect(() => assert(false, "flow must not be negative")).toThrow(
    "Assertion failed: flow must not be negative",
  );
});

test("finite numbers pass, all others stop the run by name", () => {
  for (const x of [0, -0, 1e308, -5e-324]) expect(() => assertFinite(x, "x")).not.toThrow();
  for (const x of [NaN, Infinity, -Infinity]) {
    expect(() => assertFinite(x, "venousPressureMmHg")).toThrow(
      `venousPressureMmHg must be finite but is ${x}`,
    );
  }
});

test("an impossible case throws and names the value", () => {
  expect(() => unreachable("purge" as never)).toThrow("impossible case with purge");
});

test("a result carries its value or its problems", () => {
  const problem: Problem = { code: "a.b", place: "line 1", sentence: "It is wrong." };
  const results: Result<number>[] = [success(5), failure(problem, problem)];
  expect(results.map((r) => (r.ok ? r.value : r.problems.length))).toEqual([5, 2]);
});

test("a failure needs something to say", () => {
  expect(() => failure()).toThrow("at least one problem");
});
