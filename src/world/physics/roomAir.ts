/**
 * Room air that an emptied aorta draws in beside its cannula (docs/model.md T-14): a head that turns backward
 * sucks, and the purse string does not hold for ever.
 */
import { CLAMP_SITES } from "../contract/ids.ts";
import type { WorldState } from "../state/state.ts";
import { lastCell, nodeIndex } from "../topology.ts";
import { enterAir } from "./airEntry.ts";

const TICK_S = 0.02;
const TABLE_CLAMP = CLAMP_SITES.indexOf("arterialTable");
const AORTA_NODE = nodeIndex("aorta");
const TABLE_NODE = nodeIndex("arterialTable");
const CANNULA_CELL = lastCell("arterialTable");
/** A purse string holds this suction, mmHg; beyond it air passes, mL/s/mmHg (K). */
const PURSE_STRING_MMHG = 3;
const CANNULA_AIR_ML_PER_S_MMHG = 1.5;

/** One tick of room air round the cannula; it goes with the blood that leaves by it. */
export function stepRoomAir(state: WorldState): void {
  if (state.clamps[TABLE_CLAMP] === 1) return;
  const suction = -PURSE_STRING_MMHG - (state.nodePressureMmHg[AORTA_NODE] as number);
  if (suction <= 0) return;
  const air = CANNULA_AIR_ML_PER_S_MMHG * suction * TICK_S;
  enterAir(state, CANNULA_CELL, air);
  state.nodeVolumeMl[TABLE_NODE] += air;
}
