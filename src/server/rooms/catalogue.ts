/** The scenarios and the engine that new sessions are made with, as the app itself gets them. */
import fs from "node:fs/promises";
import path from "node:path";
import type { CaseContent } from "../../case/caseSetup.ts";
import type { ServerFolders } from "../staticFiles.ts";

/** Complete in itself, as the catalogue was built. */
export type Material = CaseContent;

/** A name of a scenario's file and nothing that could lead elsewhere. */
const SCENARIO_ID = /^[a-z0-9-]{1,100}$/;

/** One scenario with everything it names; undefined when it is not offered. */
export async function findMaterial(
  { appDir }: ServerFolders,
  scenarioId: string,
): Promise<Material | undefined> {
  if (!SCENARIO_ID.test(scenarioId)) return undefined;
  const file = path.join(appDir, "scenarios", `${scenarioId}.json`);
  const text = await fs.readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const material = JSON.parse(text) as Partial<Material>;
  return material.scenario?.id === scenarioId ? (material as Material) : undefined;
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
