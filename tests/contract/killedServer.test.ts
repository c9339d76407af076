/** The server's process is killed while sessions run; fifty times over: npm run qualify:kills. */
import { expect, test } from "vitest";
import { describeOnBoth } from "../support/databases.ts";
import { killAgainAndAgain } from "../support/killBench.ts";

describeOnBoth("a server that is killed", (databases) => {
  test("has kept every acknowledged entry, and the session goes on without a reload", async () => {
    const choice = await databases.choose();
    const report = await killAgainAndAgain({ choice, killCount: 1, sessionCount: 1 });
    expect(report.findings).toEqual([]);
    expect(report.acknowledgedCount).toBeGreaterThan(1);
    expect(report.entryCount).toBeGreaterThanOrEqual(report.acknowledgedCount);
  }, 300_000);
});
