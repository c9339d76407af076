/** The scenarios this server offers; what a case of one needs is fetched when it is started. */
import type { CaseContent } from "../case/caseSetup.ts";
import { drilled } from "../case/drill.ts";
import { limited } from "../case/limitedContent.ts";
import type { ListedTheatreList } from "../case/theatreList.schema.ts";
import type { ListedComposition } from "../scenario/composition.schema.ts";
import type { LimitProfile } from "../scenario/limitProfile.ts";
import type { ListedScenario } from "../scenario/listing.ts";
import type { CaseMode } from "../session/contract/protocol.ts";

/** Scenario, rubric, patient, circuit and machines, complete in themselves. */
export type Material = Readonly<Record<string, unknown>>;

/** A profile as the catalogue offers it; checked when the catalogue was made. */
export type OfferedLimits = Pick<LimitProfile, "id" | "title" | "alarmLimits">;

export interface Catalogue {
  readonly scenarios: readonly ListedScenario[];
  /** Normal cases that something may interrupt. */
  readonly compositions: readonly ListedComposition[];
  /** Normal cases with patients who ask for something else. */
  readonly theatreLists: readonly ListedTheatreList[];
  readonly limitProfiles: readonly OfferedLimits[];
}

export const DRAWN_VARIANT = "drawn";
export const SEED_MAX = 4294967295;

export interface CaseWish {
  readonly variant: string;
  readonly seed: number;
  readonly mode: CaseMode;
  /** Limits of a site instead of the machine's own. */
  readonly limits?: OfferedLimits | undefined;
}

let loading: Promise<Catalogue> | undefined;

async function load(): Promise<Catalogue> {
  const response = await fetch("/scenarios/catalogue.json");
  if (!response.ok) throw new Error(`The scenarios did not load (${response.status}).`);
  return (await response.json()) as Catalogue;
}

/** Everything a case of the scenario needs. */
async function fetchMaterial(scenarioId: string): Promise<Material> {
  const response = await fetch(`/scenarios/${encodeURIComponent(scenarioId)}.json`);
  if (!response.ok) throw new Error(`The scenario did not load (${response.status}).`);
  return (await response.json()) as Material;
}

const materials = new Map<string, Promise<Material>>();

/** Fetched once for each scenario; a failure is tried again at the next call. */
export function loadMaterial(scenarioId: string): Promise<Material> {
  const known = materials.get(scenarioId);
  if (known !== undefined) return known;
  const material = fetchMaterial(scenarioId).catch((error: unknown) => {
    materials.delete(scenarioId);
    throw error;
  });
  materials.set(scenarioId, material);
  return material;
}

/** Fetched once; a failure is tried again at the next call. */
export function loadCatalogue(): Promise<Catalogue> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** What the engine needs to make the case. */
export function caseSetupOf(
  material: Material,
  { variant, seed, mode, limits }: CaseWish,
): Readonly<Record<string, unknown>> {
  const content = material as unknown as CaseContent; // as the catalogue was built
  const held = limits ? limited(content, limits) : content;
  return { ...(mode === "drill" ? drilled(held) : held), formatVersion: 1, variant, seed, mode };
}

/** The engine new cases are made with. */
export async function currentEngineHash(): Promise<string> {
  const response = await fetch("/engines/current.json");
  if (!response.ok) throw new Error(`The engine did not load (${response.status}).`);
  const { hash } = (await response.json()) as { readonly hash: string };
  return hash;
}
