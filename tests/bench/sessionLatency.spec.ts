/**
 * From hand to the other screen, end to end: `npm run bench:session`. A supervisor's fault until the trainee's
 * console shows it, and a trainee's clamp until the supervisor's does: page, worker, server, journal on disk,
 * server, worker, page. Both pages are in one browser on one machine, so one clock tells both ends.
 */
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { makeDepartment, startSession } from "../e2e/department.ts";
import { type OwnServer, startOwnServer } from "../e2e/ownServer.ts";

const ROUNDS = 200;
const P95_MS_MAX = 250;
/** Of the beat between two presses, so that they fall on every phase of the frames, ms. */
const PAUSE_MS = [260, 310, 370, 290, 340] as const;

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

interface Watched {
  pressedMs: number;
  seenMs: number;
}

/** From now on the page notes when a button is pressed, and when a control's name begins otherwise than before. */
async function note(page: Page, name: string): Promise<void> {
  await page.evaluate((pattern) => {
    const noted: Watched = { pressedMs: 0, seenMs: 0 };
    Object.assign(window, { noted });
    for (const type of ["pointerdown", "click"] as const)
      addEventListener(type, () => (noted.pressedMs ||= Date.now()), { capture: true });
    const isIt = new RegExp(pattern);
    new MutationObserver((changes) => {
      const hasChanged = changes.some(({ target, oldValue }) => {
        const now = (target as Element).getAttribute("aria-label") ?? "";
        const [kind] = isIt.exec(now) ?? [];
        return kind !== undefined && kind !== isIt.exec(oldValue ?? "")?.[0];
      });
      if (hasChanged) noted.seenMs ||= Date.now();
    }).observe(document.body, {
      subtree: true,
      attributeFilter: ["aria-label"],
      attributeOldValue: true,
    });
  }, name);
}

const noted = (page: Page): Promise<Watched> =>
  page.evaluate(() => ({ ...(window as unknown as { noted: Watched }).noted }));
const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.assign((window as unknown as { noted: Watched }).noted, { pressedMs: 0, seenMs: 0 });
  });

/** Presses on one page, sees on the other: milliseconds of every round. */
async function rounds(from: Page, to: Page, press: (round: number) => Promise<void>) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all([forget(from), forget(to)]);
    await press(round);
    await expect.poll(async () => (await noted(to)).seenMs, { timeout: 20_000 }).toBeGreaterThan(0);
    times.push((await noted(to)).seenMs - (await noted(from)).pressedMs);
    await from.waitForTimeout(PAUSE_MS[round % PAUSE_MS.length] as number);
  }
  return times;
}

function tell(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const [median, p95, most] = [0.5, 0.95, 1].map((share) => quantile(sorted, share));
  console.log(
    `${name}: ${times.length} times, median ${median} ms, p95 ${p95} ms, most ${most} ms`,
  );
  expect(sorted[0]).toBeGreaterThan(0);
  expect(p95).toBeLessThan(P95_MS_MAX);
}

let server: OwnServer;
test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(() => server?.stop());

test("from hand to the other screen", async ({ browser }) => {
  test.setTimeout(900_000);
  const [admin, forSupervisor, forTrainee] = (await Promise.all(
    [1, 2, 3].map(() => browser.newContext()),
  )) as [BrowserContext, BrowserContext, BrowserContext];
  const department = await makeDepartment(server, admin);
  await department.join(forSupervisor, "supervisor", "Sue");
  await department.join(forTrainee, "trainee", "Tia");
  const people = { forSupervisor, forTrainee };
  const { supervisor, trainee } = await startSession(department, people, "m1-managing-bypass");

  await note(trainee, "^Power: [a-z]+");
  await note(supervisor, "^(Unclamp|Clamp) purge line");
  const lever = (round: number) =>
    supervisor
      .getByRole("button", { name: `${round % 2 === 0 ? "Send" : "Clear"}: Mains lost` })
      .click();
  const clamp = () => trainee.getByRole("button", { name: /^(Unclamp|Clamp) purge line/ }).click();
  tell("supervisor's fault on the trainee's screen", await rounds(supervisor, trainee, lever));
  tell("trainee's clamp on the supervisor's screen", await rounds(trainee, supervisor, clamp));
});
