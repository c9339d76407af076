// Canonical JSON: one text per value, and a refusal for whatever JSON would drop or change.

import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../../src/kernel/hash.ts";

describe("canonical JSON", () => {
  test("sorts keys at every level and leaves lists in order", () => {
    expect(canonicalJson({ b: [{ z: 1, a: 2 }, 3, 1], a: null, B: true })).toBe(
      '{"B":true,"a":null,"b":[{"a":2,"z":1},3,1]}',
    );
  });

  test("sorts keys that look like numbers as text", () => {
    expect(canonicalJson({ 10: "a", 9: "b", "-1": "c" })).toBe('{"-1":"c","10":"a","9":"b"}');
  });

  test("writes -0 as 0 and numbers in their shortest form", () => {
    expect(canonicalJson([-0, 0.1, 1e21, 1e-7, 100])).toBe("[0,0.1,1e+21,1e-7,100]");
  });

  test("writes any text so that it reads back", () => {
    const text = 'line\nquote" \u0000 \u2028 \ud800 é 🫀';
    expect(JSON.parse(canonicalJson({ [text]: text }))).toEqual({ [text]: text });
  });

  test("takes records without a prototype for plain", () => {
    const bare: Record<string, unknown> = Object.create(null);
    bare["x"] = 1;
    expect(canonicalJson(bare)).toBe('{"x":1}');
  });

  test.each([
    ["NaN", { a: [1, NaN] }, "$.a[1] is NaN"],
    ["infinity", { a: -Infinity }, "$.a is -Infinity"],
    ["undefined", { a: undefined }, "$.a is undefined"],
    ["undefined itself", undefined, "$ is undefined"],
    ["a hole in a list", Object.assign([], { length: 1 }), "$[0] is undefined"],
    ["a function", { a: { b: () => 1 } }, "$.a.b is a function"],
    ["a symbol", [Symbol("s")], "$[0] is a symbol"],
    ["a bigint", [1n], "$[0] is a bigint"],
    ["a date", { at: new Date(0) }, "$.at is not a plain object"],
    ["a map", new Map(), "$ is not a plain object"],
    ["a typed array", new Float64Array(1), "$ is not a plain object"],
  ])("refuses %s and names the place", (_name, value, complaint) => {
    expect(() => canonicalJson(value)).toThrow(complaint);
  });

  test("refuses a record that contains itself", () => {
    const loop: Record<string, unknown> = {};
    loop["self"] = loop;
    expect(() => canonicalJson(loop)).toThrow("nested deeper");
  });
});
