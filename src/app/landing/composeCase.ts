/**
 * Puts a composed case together on this device: only the emergency that was drawn is fetched. Loaded when somebody
 * chooses a composition.
 */
import type { CaseContent } from "../../case/caseSetup.ts";
import { drawnContent } from "../../case/composeContent.ts";
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
