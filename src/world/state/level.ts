/** Brings the reservoir to its working volume after settling, by what lies unstressed in the veins. */
import type { Vessels } from "../physics/vessels.ts";
import { amountIndex, cellCount, firstCell, nodeIndex, SPECIES_COUNT } from "../topology.ts";
import type { WorldState } from "./state.ts";

/** Exchange blood of equal composition between reservoir and veins until the reservoir holds `targetMl`. */
export function moveToVeins(state: WorldState, vessels: Vessels, targetMl: number): void {
  const reservoir = firstCell.reservoir;
  const surplus = state.cellVolumeMl[reservoir] - targetMl;
  const veins = nodeIndex("veins");
  const cells = cellCount("veins");
  for (let species = 0; species < SPECIES_COUNT; species += 1) {
    const at = amountIndex(species, reservoir);
    const amount = (state.cellAmount[at] * surplus) / state.cellVolumeMl[reservoir];
    state.cellAmount[at] -= amount;
    for (let i = 0; i < cells; i += 1) {
      state.cellAmount[amountIndex(species, firstCell.veins + i)] += amount / cells;
    }
  }
  for (let i = 0; i < cells; i += 1) state.cellVolumeMl[firstCell.veins + i] += surplus / cells;
  state.cellVolumeMl[reservoir] = targetMl;
  state.nodeVolumeMl[nodeIndex("reservoir")] = targetMl;
  state.nodeVolumeMl[veins] += surplus;
  // What was moved lies unstressed: pressures stay where settling left them.
  vessels.unstressedMl[veins] += surplus;
}
