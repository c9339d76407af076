/** npm test adds up honestly: nothing that went wrong may vanish from the closing line. */
import { expect, test } from "vitest";
import {
  playwrightCounts,
  settle,
  sumUp,
  verdict,
  vitestCounts,
} from "../../../scripts/lib/counts.mjs";

const counts = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped });

test("a test file that does not load is a failure", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{}] },
      { status: "passed", assertionResults: [{}, {}, {}] },
    ],
  };
  expect(vitestCounts(report)).toEqual(counts(3, 2, 2));
});

test("a browser test that passes at a later try has passed", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  expect(playwrightCounts({ stats })).toEqual(counts(6, 1, 2));
});

test.each([
  ["a clean run", 0, counts(4, 0), counts(4, 0), ""],
  ["failed tests", 1, counts(4, 2), counts(4, 2), ""],
  ["no report", 1, undefined, counts(0, 1), "ran no test"],
  ["no test, although it says all is well", 0, counts(0, 0), counts(0, 1), "ran no test"],
  ["nothing but skipped tests", 0, counts(0, 0, 3), counts(0, 1, 3), "ran no test"],
  [
    "an error outside the tests",
    1,
    counts(4, 0),
    counts(4, 1),
    "failed outside any test; see above",
  ],
])("%s", (_what, code, reported, settled, complaint) =>
  expect(settle(code, reported)).toEqual({ counts: settled, complaint }),
);

test("the closing line names skipped tests only when there are some", () => {
  expect(sumUp([verdict(true), counts(10, 0)])).toEqual({
    line: "11 passed, 0 failed",
    isGood: true,
  });
  expect(sumUp([verdict(false), counts(10, 0, 1)])).toEqual({
    line: "10 passed, 1 failed, 1 skipped",
    isGood: false,
  });
  expect(sumUp([])).toEqual({ line: "0 passed, 0 failed", isGood: false });
});
