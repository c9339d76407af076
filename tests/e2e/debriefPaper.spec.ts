/** The debrief on paper: everything unfolded, and every number the one that the log gives without a screen. */
import { expect, test } from "@playwright/test";
import { extractText } from "unpdf";
import { clockText } from "../../src/app/clockText.ts";
import type { Report } from "../../src/scoring/report.ts";
import { importRecording, onbypass, playedRecording } from "./recordings.ts";

/** Two marks late, some evidence to show, and then too little. */
const ACTS = [
  { atS: 45, action: { type: "line.clamp", site: "arterial" } },
  { atS: 47, action: { type: "line.clamp", site: "venous" } },
  { atS: 49, action: { type: "team.say", to: "surgeon", message: "noFlow" } },
  { atS: 60, action: { type: "inspect", what: "headMessage" } },
  { atS: 62, action: { type: "record.value", quantity: "meanArterialPressure", value: 180 } },
  { atS: 62, action: { type: "record.value", quantity: "fio2", value: 70 } },
  { atS: 64, action: { type: "record.event", event: "protamine" } },
];

/** Text without the breaks that a line's width puts into it. */
const flat = (text: string): string => text.replaceAll(/\s+/g, " ");

test("the debrief on paper says what the log says", async ({ page }) => {
  const file = await playedRecording("a", ACTS);
  const { report } = JSON.parse(await onbypass("replay", file, "--json")) as { report: Report };
  await page.setViewportSize({ width: 1440, height: 900 });
  await importRecording(page, file);
  await expect(page.getByText("Result: not met")).toBeVisible({ timeout: 30_000 });

  const pdf = await page.pdf({ format: "A4", printBackground: true });
  const read = await extractText(new Uint8Array(pdf), { mergePages: true });
  const paper = flat(read.text);
  for (const sentence of report.because.slice(0, 3)) expect(paper).toContain(flat(sentence));
  expect(report.explanation).toMatch(/\w{4}/);
  for (const told of [report.variantTitle, report.explanation])
    expect(paper).toContain(flat(told ?? "nothing was told"));
  for (const mark of report.marks) {
    expect(paper).toContain(flat(mark.title));
    const { doneAtS, targetS, state } = mark;
    if (state !== "late" || doneAtS === null || targetS === null) continue;
    expect(paper).toContain(flat(`${mark.title} ${clockText(doneAtS)} ${clockText(targetS)}`));
    for (const { sentence } of mark.evidence) expect(paper).toContain(flat(sentence));
  }
  const measured = paper.slice(paper.indexOf("Everything measured"));
  for (const { title, value, unit } of report.measures) {
    const number = new RegExp(`${title} (\\d+:\\d\\d|[−\\d.]+)`).exec(measured)?.[1] ?? "";
    const [minutes, seconds] = number.split(":");
    const shown =
      seconds === undefined
        ? Number(number.replace("−", "-"))
        : Number(minutes) * 60 + Number(seconds);
    expect(Math.abs(shown - value), `${title}: ${number} ${unit}`).toBeLessThanOrEqual(0.51);
  }
  expect(paper).toContain("2 readings written down, 1 wrong.");
  expect(paper).toMatch(/MAP 180 mmHg wrong: \d/);
  expect(paper).toContain("FiO₂ 70 % right");
  expect(paper).toContain("Protamine was written at 1:04; nothing like it happened.");
  expect(paper).toMatch(/Incident at \d:\d\d is not in the record\./);
  const late = report.marks.filter(({ state }) => state === "late");
  expect(late.map(({ id }) => id)).toEqual(["A1.02", "A1.03"]);
  await expect(page.locator(".debrief details[open]")).toHaveCount(0); // folded again on the screen
});
