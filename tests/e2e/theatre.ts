/**
 * What every browser test does: start a case from the first page, wait for the console, read what a
 * screen reader would read, and collect what the browser complains about.
 */
import { expect, type Page, type TestInfo } from "@playwright/test";

export interface CaseChoice {
  readonly scenario?: string;
  readonly variant?: string;
  readonly seed?: number;
  readonly mode?: "practice" | "exam";
  /** Pictures a second; 0 for as many as the display shows. */
  readonly pictures?: number;
}

/** Everything the page or the browser complained about. */
export function watchComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/** How the page draws in a test: without a graphics processor, and no oftener than hands and eyes here need. */
const DRAWN = { renderer: "canvas", pictures: "15" };
export const DRAWN_QUERY = `?${new URLSearchParams(DRAWN)}`;

export async function openLanding(page: Page, choice: CaseChoice = {}): Promise<void> {
  const query = new URLSearchParams(DRAWN);
  for (const [name, value] of Object.entries(choice)) query.set(name, String(value));
  await page.goto(`/?${query}`);
  await expect(page.getByRole("button", { name: "Start", exact: true })).toBeVisible();
}

/** How soon it should stand is the business of `npm run bench:start`; a test waits on a busy machine. */
const STANDS = { timeout: 30_000 }; // ms

/** The console stands and shows the patient. */
export async function consoleStands(page: Page): Promise<void> {
  await expect(page.getByRole("group", { name: "Heart-lung machine" })).toBeVisible(STANDS);
  await expect(page.getByText("Preparing the machine…")).toHaveCount(0, STANDS);
  await expect(page.getByText(/^MAP \d+ mmHg/)).toBeAttached(STANDS);
}

export async function startCase(page: Page, choice: CaseChoice = {}): Promise<void> {
  await openLanding(page, choice);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await consoleStands(page);
}

export async function setSpeed(page: Page, speed: "0.5×" | "1×" | "2×" | "4×"): Promise<void> {
  await page.getByRole("button", { name: "Session menu" }).click();
  await page.getByRole("button", { name: speed, exact: true }).click();
  await page.keyboard.press("Escape");
}

/** The case is over, with this result; otherwise the reasons that the end gives are shown. */
export async function endsMet(page: Page): Promise<void> {
  const end = page.getByRole("dialog").filter({ hasText: "The case is over." });
  await expect(end).toBeVisible({ timeout: 180_000 });
  await expect(end).toContainText("Result: met");
}

/** The number in one line of the console's list of readings, for example "Reservoir". */
export async function reading(page: Page, name: string): Promise<number> {
  const list = page.getByRole("list", { name: "All readings" });
  const text = await list.getByText(new RegExp(`^${name}:`)).textContent();
  return Number(
    (text ?? "")
      .replace("−", "-")
      .replace(/^[^:]*: */, "")
      .split(" ")[0],
  );
}

/** The run's id out of the address. */
export function recordingId(page: Page): string {
  return /#\/(?:case|debrief|replay)\/([a-z0-9-]+)/.exec(page.url())?.[1] ?? "";
}

interface KeptRun {
  readonly tick: number;
  readonly entries: readonly { readonly sequence: number; readonly tick: number }[];
  readonly checkpoints: readonly { readonly tick: number; readonly hashHex: string }[];
}

/** What the device keeps of a run. */
export function keptRun(page: Page, id: string): Promise<KeptRun> {
  return page.evaluate(async (wanted) => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("no answer"));
      });
    const database = await answer(indexedDB.open("onbypass"));
    const read = async (store: string) => {
      const index = database.transaction(store).objectStore(store).index("recordingId");
      const rows = (await answer(index.getAll(wanted))) as { value: never }[];
      return rows.map((row) => row.value);
    };
    const runs = database.transaction("runs").objectStore("runs");
    const header = (await answer(runs.get(wanted))) as { tick: number };
    const kept = {
      tick: header.tick,
      entries: await read("entries"),
      checkpoints: await read("checkpoints"),
    };
    database.close();
    return kept;
  }, id);
}

/** After a test that failed: what the hands did until then and what the console said, in the report itself. */
export async function tellsWhatWasDone({ page }: { page: Page }, info: TestInfo): Promise<void> {
  if (info.status === info.expectedStatus) return;
  const { tick, entries } = await keptRun(page, recordingId(page));
  const said = await page.getByRole("status").allTextContents();
  console.log(`at tick ${tick}; the console says: ${said.join(" | ")}`);
  for (const entry of entries.slice(-40)) console.log(JSON.stringify(entry).slice(0, 300));
}
