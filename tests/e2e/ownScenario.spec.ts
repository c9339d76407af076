/** A scenario written from the tutorial is tried in the browser, is kept there, and is forgotten on request. */
import fs from "node:fs";
import { expect, test } from "@playwright/test";
import { consoleStands, DRAWN_QUERY, openLanding } from "./theatre.ts";

const PAGE = new URL("../../docs/scenario-authoring.md", import.meta.url);
const [scenario, rubric, expert] = [
  ...fs.readFileSync(PAGE, "utf8").matchAll(/```yaml\n([\s\S]*?)```/g),
].map(([, text]) => text as string) as [string, string, string];
const TITLE = /^title: (.*)$/m.exec(scenario)?.[1] as string;
const file = (name: string, text: string) => ({
  name,
  mimeType: "text/yaml",
  buffer: Buffer.from(text),
});

test("a scenario of one's own is taken in, kept over a reload, played and forgotten", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openLanding(page);
  const box = page.getByRole("region", { name: "Try a scenario or limits of your own" });
  const files = box.getByLabel(/Choose or drop a scenario file/);
  const choice = page.getByRole("combobox", { name: "Scenario" });
  await files.setInputFiles([file("mine.yaml", scenario.replace("stages:", "stage:"))]);
  await expect(box.getByRole("alert").first()).toContainText("mine.yaml");
  await files.setInputFiles([
    file("mine.yaml", scenario),
    file("rubric.yaml", rubric),
    file("mine.expert.yaml", expert),
  ]);
  await expect(box).toContainText(`“${TITLE}” is right`);
  await page.goto(`/${DRAWN_QUERY}#/modules`);
  await page.reload();
  await page.goto(`/${DRAWN_QUERY}#/`);
  await expect(choice).toContainText(TITLE);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await consoleStands(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  await page.goto(`/${DRAWN_QUERY}#/`);
  await box.getByRole("button", { name: "Forget the scenario kept here" }).click();
  await expect(choice).not.toContainText(TITLE);
});
