/** How much blood a setup leaves for the veins, for those who check a setup before a world is made of it. */
import { BED_VOLUME_ML } from "../../physiology/patient/organs.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { nodeIndex } from "../topology.ts";
import { createVessels } from "./vessels.ts";

export interface VeinsFilled {
  /** What they get when everything else is filled; negative when there is too little blood. */
  readonly leftMl: number;
  /** The blood volume, prime included, with which they hold what stretches them and no more. */
  readonly leastBloodMl: number;
}

export function veinsFilled(setup: Omit<WorldSetup, "drugs" | "seed">): VeinsFilled {
  const vessels = createVessels({ ...setup, drugs: [], seed: 0 }, BED_VOLUME_ML);
  const veins = nodeIndex("veins");
  return {
    leftMl: vessels.startVolumeMl[veins] as number,
    leastBloodMl: setup.patient.bloodVolumeMl - (vessels.unstressedMl[veins] as number),
  };
}
