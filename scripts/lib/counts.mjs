/** Adding up: what each runner's report says, and the one line that closes npm test. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** A check that either holds or does not. @returns {Counts} */
export const verdict = (/** @type {boolean} */ ok) => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  skipped: 0,
});

/**
 * @param {any} report Vitest's JSON report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  // A file that does not load has no tests to fail; it counts as one failure of its own.
  const unloaded = report.testResults.filter(
    (/** @type {any} */ one) => one.status === "failed" && one.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Only hands that play in real time may try again (tests/e2e), because a shared machine stalls now and
 * then; what they reach at a later try is reached.
 * @param {any} report Playwright's JSON report
 * @returns {Counts}
 */
export function playwrightCounts({ stats }) {
  const { expected, unexpected, flaky, skipped } = stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/**
 * Makes silent trouble count: a runner that ran nothing, left no report, or failed without naming a
 * failed test is one failure.
 * @param {number} code the runner's exit code
 * @param {Counts | undefined} counts what its report says, if there is one
 * @returns {{ counts: Counts, complaint: string }} the complaint is empty when there is none
 */
export function settle(code, counts) {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
  if (failed > 0) return { counts: { passed, failed, skipped }, complaint: "" };
  const complaint =
    passed === 0 ? "ran no test" : code !== 0 ? "failed outside any test; see above" : "";
  return { counts: { passed, failed: complaint === "" ? 0 : 1, skipped }, complaint };
}

/**
 * The closing line, and whether all is well.
 * @param {readonly Counts[]} all
 */
export function sumUp(all) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of all) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  return {
    line: `${total.passed} passed, ${total.failed} failed${skipped}`,
    isGood: total.failed === 0 && total.passed > 0,
  };
}
