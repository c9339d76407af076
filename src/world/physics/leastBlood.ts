/** How much blood a setup leaves for the veins, for those who check a setup before a world is made of it. */
import type { WorldSetup } from "../contract/setup.ts";
import { nodeIndex } from "../topology.ts";
import { createVessels } from "./vessels.ts";

/** The blood volume, prime included, with which the veins hold what stretches them and no more, mL. */
export function leastBloodMl(setup: Omit<WorldSetup, "drugs" | "seed">): number {
  const vessels = createVessels({ ...setup, drugs: [], seed: 0 });
  return setup.patient.bloodVolumeMl - (vessels.unstressedMl[nodeIndex("veins")] as number);
}
