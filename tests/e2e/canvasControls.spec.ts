/**
 * A sample of the stage's controls worked by pointer where the canvas draws them, not where a twin says it
 * is: places come from the layout and the drawings alone. Each must come out as its act in the log of the run.
 */
import { expect, type Page, test } from "@playwright/test";
import { clampPlaces } from "../../src/console/clampSites.ts";
import { CONSOLE_LAYOUTS } from "../../src/console/layout/layouts.ts";
import type { Point } from "../../src/console/layout/placement.ts";
import { keptRun, recordingId, startCase, watchComplaints } from "./theatre.ts";

test.describe.configure({ retries: 2 });

interface Region {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
interface Sample {
  readonly name: string;
  readonly at: Point;
  /** Pixels upward to drag; none for a press. */
  readonly dragPx?: number;
  /** What the log must say, among the values of the act. */
  readonly act: readonly unknown[];
}

const layout = CONSOLE_LAYOUTS.wide;
const middle = ({ x, y, w, h }: Region): Point => ({ x: x + w / 2, y: y + h / 2 });
const mockUp = (x: number, y: number): Point => ({ x, y });

const perHead = layout.bays.flatMap(({ head, name, display, knob, key, latchHit }): Sample[] => [
  { name: `${name}: display`, at: middle(display), act: ["pump.setDisplayUnit", head] },
  { name: `${name}: knob`, at: knob, dragPx: 40, act: ["pump.setRpm", head] },
  { name: `${name}: cover latch`, at: middle(latchHit), act: ["pump.openCover", head] },
  // Its cover is open now, so START is refused; a refusal is an act in the log as well.
  { name: `${name}: key`, at: middle(key), act: ["pump.start", head] },
]);
const clamp = (site: string, type: string): Sample => {
  const place = clampPlaces(layout).find((one) => one.site === site);
  if (!place) throw new Error(`The layout draws no clamp at ${site}.`);
  return { name: `Clamp: ${place.name}`, at: place.at, act: [type, site] };
};

const SAMPLES: readonly Sample[] = [
  ...perHead,
  clamp("bridge", "line.unclamp"),
  clamp("recirculation", "line.unclamp"),
  clamp("vent", "line.clamp"),
  clamp("purge", "line.clamp"),
  { name: "Flow probe", at: layout.flowProbeAt, act: ["inspect", "flowProbe"] },
  { name: "Bubble detector", at: layout.bubbleAt, act: ["inspect", "bubbleDetector"] },
  { name: "Reservoir", at: mockUp(396, 300), act: ["inspect", "reservoirLevel"] },
  { name: "Audio pause", at: middle(layout.alarmBar.pause), act: ["alarm.pauseAudio"] },
  { name: "FiO2 dial", at: mockUp(1178, 150), dragPx: 30, act: ["gas.setFio2"] },
  { name: "Sweep tube", at: mockUp(1244, 160), dragPx: 12, act: ["gas.setSweep"] },
  { name: "Vaporiser dial", at: mockUp(1335, 150), dragPx: 30, act: ["gas.setVaporiser"] },
  { name: "Gauges", at: mockUp(1250, 270), act: ["inspect", "gasSupply"] },
  { name: "Water plus", at: mockUp(1262, 372), act: ["water.setPoint"] },
  { name: "Water minus", at: mockUp(1158, 367), act: ["water.setPoint"] },
  { name: "Water on and off", at: mockUp(1330, 330), act: ["water.setRunning"] },
  { name: "Safety links", at: mockUp(1180, 415), act: ["inspect", "safetyLinks"] },
];

type Entry = { readonly action: Readonly<Record<string, unknown>> };

const entriesOf = async (page: Page): Promise<readonly Entry[]> =>
  (await keptRun(page, recordingId(page))).entries as unknown as readonly Entry[];

async function work(page: Page, { at, dragPx }: Sample): Promise<void> {
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  if (dragPx !== undefined) {
    await page.mouse.move(at.x, at.y - dragPx / 2);
    await page.mouse.move(at.x, at.y - dragPx);
  }
  await page.mouse.up();
}

test("controls answer where the canvas draws them", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const complaints = watchComplaints(page);
  await startCase(page, { seed: 29, variant: "a" });
  const silent: string[] = [];
  for (const sample of SAMPLES) {
    const before = (await entriesOf(page)).length;
    await work(page, sample);
    const answers = async () =>
      (await entriesOf(page))
        .slice(before)
        .some(({ action }) => sample.act.every((word) => Object.values(action).includes(word)));
    const hasActed = await expect
      .poll(answers, { timeout: 4000 })
      .toBe(true)
      .then(() => true)
      .catch(() => false);
    console.log(`${sample.name.padEnd(34)} ${hasActed ? sample.act.join(" ") : "NOTHING"}`);
    if (!hasActed) silent.push(sample.name);
  }
  console.log(`${SAMPLES.length} controls worked by pointer on the canvas`);
  expect(SAMPLES.length).toBeGreaterThanOrEqual(30);
  expect(silent).toEqual([]);
  expect(complaints).toEqual([]);
});
