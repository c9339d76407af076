/**
 * A vent that turns the wrong way (docs/model.md C-24): it pushes the blood of its own line back into the
 * left ventricle, and then room air after it.
 */
import { S_PER_MIN } from "../../kernel/units.ts";
import { HEAD, trueStrokeMl } from "../../machine/head.ts";
import { lineCode } from "../../machine/names.ts";
import { CLAMP_SITES } from "../contract/ids.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { firstCell, nodeIndex } from "../topology.ts";
import { enterAir } from "./airEntry.ts";

const M = MACHINE.index;
const H = HEAD.index;
const TICK_S = 0.02;
const VENT = lineCode("ventBoot");
const CLAMP = CLAMP_SITES.indexOf("vent");
const VENTRICLE = nodeIndex("leftVentricle");
const VENTRICLE_CELL = firstCell.leftVentricle;
/** Two metres of quarter-inch tube, mL (clinical.md 0.3: 31.7 mL/m). */
const LINE_ML = 60;
/** Above this a roller no longer blows, mmHg (K). */
const PRESSURE_MAX_MMHG = 300;

/** While its line holds blood, a reversed vent gives blood. */
export const isVentLineFull = (state: WorldState): boolean =>
  state.machine[M.ventBlownMl] < LINE_ML;

/** Flow by which a vent blows, mL/s; 0 while it sucks or stands. */
function blownMlPerS(head: Float64Array): number {
  const way = head[H.bootReversed] === 1 ? -1 : 1;
  return Math.max(0, (way * head[H.rotorRpm] * trueStrokeMl(head)) / S_PER_MIN);
}

/** One tick: air into the ventricle once the line is empty; a line that sucks fills again. */
export function stepVentLine(state: WorldState): void {
  const head = state.head.find((each) => each[H.carries] === VENT);
  if (head === undefined || state.clamps[CLAMP] === 1) return;
  const m = state.machine;
  const ml = blownMlPerS(head) * TICK_S;
  if (ml === 0) {
    const turns = Math.abs(head[H.rotorRpm] as number) > 1;
    if (turns) m[M.ventBlownMl] = Math.max(0, m[M.ventBlownMl] - LINE_ML * TICK_S);
    return;
  }
  const wasFull = isVentLineFull(state);
  m[M.ventBlownMl] = Math.min(LINE_ML, m[M.ventBlownMl] + ml);
  if (wasFull || state.nodePressureMmHg[VENTRICLE] > PRESSURE_MAX_MMHG) return;
  enterAir(state, VENTRICLE_CELL, ml);
  state.nodeVolumeMl[VENTRICLE] += ml;
}
