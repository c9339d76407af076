/** What a trainee who has left the console reads over it. */
import { expect, test } from "vitest";
import { absenceWords } from "../../../src/console/parts/awayNote.ts";

const away = (isWatched: boolean, leftS: number) =>
  absenceWords({ isAway: true, isWatched, leftS });

test("says how long it takes to be back, in whole seconds that only end when it is over", () => {
  expect(away(false, 11.2).countdown).toBe("Back in 12 s");
  expect(away(false, 0.02).countdown).toBe("Back in 1 s");
});

test("tells whether somebody stands at the pump", () => {
  expect(away(false, 12).said).toContain("Nobody is at the pump");
  expect(away(true, 12).said).toContain("second perfusionist is at the pump");
});
