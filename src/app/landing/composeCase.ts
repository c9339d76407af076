/**
 * Puts a composed case together on this device: only the emergency that was drawn is fetched. Loaded when somebody
 * chooses a composition.
 */
import type { CaseContent } from "../../case/caseSetup.ts";
import { composeContent } from "../../case/composeContent.ts";
import type { Composition } from "../../scenario/composition.schema.ts";
import { drawEmergency, type InterruptionWish, NOTHING } from "../../scenario/drawInterruption.ts";
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
  const drawn = drawEmergency(composition, wish);
  const [normal, emergency] = await Promise.all([
    contentOf(composition.normal),
    drawn === NOTHING ? undefined : contentOf(drawn),
  ]);
  return { ...composeContent({ composition, normal, emergency, wish }) };
}
