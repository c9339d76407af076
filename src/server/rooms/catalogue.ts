/** The scenarios and the engine that new sessions are made with, as the app itself gets them. */
import fs from "node:fs/promises";
import path from "node:path";
import type { Scenario } from "../../scenario/scenario.schema.ts";
import type { ServerFolders } from "../staticFiles.ts";

export interface Material {
  readonly scenario: Scenario;
  readonly [part: string]: unknown;
}

/** Scenario, rubric, patient, circuit and machines of one scenario; undefined when it is not offered. */
export async function findMaterial(
  { appDir }: ServerFolders,
  scenarioId: string,
): Promise<Material | undefined> {
  const text = await fs.readFile(path.join(appDir, "scenarios/catalogue.json"), "utf8");
  const { scenarios } = JSON.parse(text) as { readonly scenarios: readonly Material[] };
  return scenarios.find(({ scenario }) => scenario.id === scenarioId);
}

export async function currentEngineHash({ engineDirs }: ServerFolders): Promise<string> {
  const text = await fs.readFile(path.join(engineDirs[0], "current.json"), "utf8");
  return (JSON.parse(text) as { readonly hash: string }).hash;
}

/** Where an engine is kept, or undefined. */
export async function findEngineFile(
  { engineDirs }: ServerFolders,
  hash: string,
): Promise<string | undefined> {
  for (const dir of engineDirs) {
    const file = path.join(dir, `engine-${hash}.mjs`);
    const isThere = await fs.access(file).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
  }
  return undefined;
}
