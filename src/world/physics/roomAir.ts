/**
 * Room air that is drawn or blown in where blood should be (docs/model.md T-13, T-14): by a vent head that
 * turns the wrong way, and round the arterial cannula when the aorta is sucked empty.
 */
import { HEAD, trueStrokeMl } from "../../machine/head.ts";
import { lineCode } from "../../machine/names.ts";
import { fillLeftHeart } from "../acts/airFaultActs.ts";
import { CLAMP_SITES } from "../contract/ids.ts";
import type { WorldState } from "../state/state.ts";
import { lastCell, nodeIndex } from "../topology.ts";
import { AIR_ML, letAirIn } from "./airEntry.ts";
import { share } from "./edgeTable.ts";
import { headCarrying } from "./pumpEdges.ts";

const H = HEAD.index;
const TICK_S = 0.02;
const VENT_BOOT = lineCode("ventBoot");
const VENT_CLAMP = CLAMP_SITES.indexOf("vent");
const TABLE_CLAMP = CLAMP_SITES.indexOf("arterialTable");
const AORTA_NODE = nodeIndex("aorta");
const TABLE_NODE = nodeIndex("arterialTable");
const VENTRICLE_NODE = nodeIndex("leftVentricle");
/** Against this pressure the vent's catheter lets all pass, and nothing any more: it leaks beside it (K). */
const BLOWS_FREELY_MMHG = 20;
const BLOWS_NO_MORE_MMHG = 60;
const CANNULA_CELL = lastCell("arterialTable");
/** A purse string holds this suction, mmHg; beyond it air passes, mL/s/mmHg (K). */
const PURSE_STRING_MMHG = 3;
const CANNULA_AIR_ML_PER_S_MMHG = 1.5;

/** The vent's line runs from the top of the reservoir: turned the other way it carries air, not blood. */
function blowThroughVent(state: WorldState): void {
  if (state.clamps[VENT_CLAMP] === 1) return;
  const index = headCarrying(state, VENT_BOOT);
  if (index < 0) return;
  const head = state.head[index] as Float64Array;
  const against = state.nodePressureMmHg[VENTRICLE_NODE] as number;
  const passes = 1 - share(against, BLOWS_FREELY_MMHG, BLOWS_NO_MORE_MMHG);
  const way = head[H.bootReversed] === 1 ? -1 : 1;
  const blownMl = passes * way * (head[H.rotorRpm] / 60) * trueStrokeMl(head) * TICK_S;
  if (blownMl > 0) fillLeftHeart(state, blownMl);
}

/** Air that an emptied aorta sucks in beside its cannula goes with the blood that leaves by it. */
function drawRoundCannula(state: WorldState): void {
  if (state.clamps[TABLE_CLAMP] === 1) return;
  const suction = -PURSE_STRING_MMHG - (state.nodePressureMmHg[AORTA_NODE] as number);
  if (suction <= 0) return;
  const air = CANNULA_AIR_ML_PER_S_MMHG * suction * TICK_S;
  AIR_ML[0] = air;
  letAirIn(state, CANNULA_CELL);
  state.nodeVolumeMl[TABLE_NODE] += air;
}

/** One tick of whatever room air comes in. */
export function stepRoomAir(state: WorldState): void {
  blowThroughVent(state);
  drawRoundCannula(state);
}
