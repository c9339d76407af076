/** The scenarios and the engine that new sessions are made with, as the app itself gets them. */
import fs from "node:fs/promises";
import path from "node:path";
import type { CaseContent } from "../../case/caseSetup.ts";
import { drawnContent } from "../../case/composeContent.ts";
import {
  type OfferedTheatreList,
  offeredContent,
  type PatientWish,
} from "../../case/theatreListContent.ts";
import type { Composition } from "../../scenario/composition.schema.ts";
import { type InterruptionWish, NOTHING } from "../../scenario/drawInterruption.ts";
import type { ServerFolders } from "../staticFiles.ts";

/** Complete in itself, as the catalogue was built. */
export type Material = CaseContent;

/** A name of a scenario's file and nothing that could lead elsewhere. */
const SCENARIO_ID = /^[a-z0-9-]{1,100}$/;

/** What a file of the catalogue holds; undefined when there is none of that name. */
async function readOffered({ appDir }: ServerFolders, id: string): Promise<unknown> {
  if (!SCENARIO_ID.test(id)) return undefined;
  const file = path.join(appDir, "scenarios", `${id}.json`);
  const text = await fs.readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

/** One scenario with everything it names; undefined when it is not offered. */
export async function findMaterial(
  folders: ServerFolders,
  scenarioId: string,
): Promise<Material | undefined> {
  const material = (await readOffered(folders, scenarioId)) as Partial<Material> | undefined;
  return material?.scenario?.id === scenarioId ? (material as Material) : undefined;
}

/** The case that a seed draws of a composition; undefined when that, or the emergency wished for, is not offered. */
export async function findComposed(
  folders: ServerFolders,
  compositionId: string,
  wish: InterruptionWish,
): Promise<Material | undefined> {
  const offered = (await readOffered(folders, compositionId)) as
    | { readonly composition?: Composition }
    | undefined;
  const composition = offered?.composition;
  if (composition?.id !== compositionId) return undefined;
  const { emergency = NOTHING } = wish;
  const isKnown =
    emergency === NOTHING || composition.interruptedBy.some((one) => one.emergency === emergency);
  if (!isKnown) return undefined;
  return drawnContent(composition, wish, contentFrom(folders));
}

/** The case with the patient wished for, or the one a seed draws; undefined when list or patient is not offered. */
export async function findListed(
  folders: ServerFolders,
  listId: string,
  wish: PatientWish,
): Promise<Material | undefined> {
  const offered = (await readOffered(folders, listId)) as Partial<OfferedTheatreList> | undefined;
  if (offered?.theatreList?.id !== listId) return undefined;
  return offeredContent(offered as OfferedTheatreList, wish, contentFrom(folders));
}

/** Scenarios that a composition or a list was built with are there. */
const contentFrom =
  (folders: ServerFolders) =>
  async (id: string): Promise<Material> => {
    const content = await findMaterial(folders, id);
    if (content === undefined) throw new Error(`The catalogue was built without "${id}".`);
    return content;
  };

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
