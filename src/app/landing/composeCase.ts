/**
 * Puts a case together on this device, of a composition or a theatre list: only what was drawn is fetched. Loaded when
 * somebody chooses one of those.
 */
import type { CaseContent } from "../../case/caseSetup.ts";
import { drawnContent } from "../../case/composeContent.ts";
import {
  type OfferedTheatreList,
  offeredContent,
  type PatientWish,
} from "../../case/theatreListContent.ts";
import type { Composition } from "../../scenario/composition.schema.ts";
import type { InterruptionWish } from "../../scenario/drawInterruption.ts";
import { loadMaterial, type Material } from "../catalogue.ts";

/** As the catalogue was built. */
const contentOf = async (id: string): Promise<CaseContent> =>
  (await loadMaterial(id)) as unknown as CaseContent;

export async function composedMaterial(
  compositionId: string,
  wish: InterruptionWish,
): Promise<Material> {
  const { composition } = (await loadMaterial(compositionId)) as {
    readonly composition: Composition;
  };
  return { ...(await drawnContent(composition, wish, contentOf)) };
}

/** The case with the patient asked for, or the one the seed draws. */
export async function listedMaterial(listId: string, wish: PatientWish): Promise<Material> {
  const offered = (await loadMaterial(listId)) as unknown as OfferedTheatreList;
  const content = await offeredContent(offered, wish, contentOf);
  if (content === undefined) throw new Error("This patient is not on the list.");
  return { ...content };
}
