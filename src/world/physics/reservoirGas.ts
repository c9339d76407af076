/**
 * The gas above the blood of the hard-shell reservoir (docs/model.md C-25, M-49): open to the room, under the
 * regulator's vacuum, or shut in, when what suckers and vent bring besides blood has nowhere to go.
 */
import { S_PER_TICK } from "../../kernel/tick.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { firstCell, nodeIndex } from "../topology.ts";
import { suctionGasMlPerS } from "./pumpEdges.ts";

const M = MACHINE.index;
const ROOM_MMHG = 760;
const RESERVOIR = firstCell.reservoir;
const RESERVOIR_NODE = nodeIndex("reservoir");
/** Room for gas that is left under the lid of a reservoir full to the brim, mL (K). */
const GAS_ROOM_ML_MIN = 100;
/** A free vent port, mL/s of gas per mmHg (K; 25 mL/s pass with half a mmHg). */
const VENT_ML_PER_S_MMHG = 50;
/** The relief valve opens above 5 mmHg, and below the −150 that the device bears (physiology.md 4; 5 is K). */
export const RELIEF_MMHG = 5;
const VACUUM_RELIEF_MMHG = -150;
const RELIEF_ML_PER_S_MMHG = 30;
/** What a bag that hangs a metre above the reservoir runs in against, mmHg (set by us). */
const BAG_MMHG = 74;

/** Nothing leads out of it but a relief valve: its vent is blocked, or the regulator on it holds shut. */
const isShutIn = (m: Float64Array): boolean =>
  m[M.regulatorShut] === 1 || (m[M.ventOpenFraction] < 1 && m[M.reservoirVacuumMmHg] === 0);

/** Room above the blood for gas, mL, as it is worked out at each tick. */
const ROOM_ML = new Float64Array(1);

function findRoom(state: WorldState, capacityMl: number): void {
  const room = capacityMl - (state.cellVolumeMl[RESERVOIR] as number);
  ROOM_ML[0] = Math.max(GAS_ROOM_ML_MIN, room);
}

/** Pressure of so much gas, mL at room pressure, in so much room, against the room, mmHg. */
const gasMmHg = (gasMl: number, roomMl: number): number => ROOM_MMHG * (gasMl / roomMl - 1);

/** How well the shut-in gas gets out at a pressure, mL/s/mmHg, and from which pressure on. */
function wayOut(m: Float64Array, mmHg: number): { mlPerSPerMmHg: number; fromMmHg: number } {
  const open = m[M.regulatorShut] === 1 ? 0 : (m[M.ventOpenFraction] as number);
  const vent = VENT_ML_PER_S_MMHG * open * open * open * open;
  if (m[M.reliefStuck] === 1 || vent > RELIEF_ML_PER_S_MMHG)
    return { mlPerSPerMmHg: vent, fromMmHg: 0 };
  if (mmHg > RELIEF_MMHG) return { mlPerSPerMmHg: RELIEF_ML_PER_S_MMHG, fromMmHg: RELIEF_MMHG };
  if (mmHg < VACUUM_RELIEF_MMHG)
    return { mlPerSPerMmHg: RELIEF_ML_PER_S_MMHG, fromMmHg: VACUUM_RELIEF_MMHG };
  return { mlPerSPerMmHg: vent, fromMmHg: 0 };
}

/** One tick of the shut-in gas, implicit in what leaves it, and its pressure against the room. */
function stepShutIn(state: WorldState): void {
  const m = state.machine;
  const roomMl = ROOM_ML[0];
  const filledMl = m[M.reservoirGasMl] + suctionGasMlPerS(state) * S_PER_TICK;
  const closedMmHg = gasMmHg(filledMl, roomMl);
  const { mlPerSPerMmHg, fromMmHg } = wayOut(m, closedMmHg);
  const stiffness = (ROOM_MMHG / roomMl) * mlPerSPerMmHg * S_PER_TICK;
  const mmHg = (closedMmHg + stiffness * fromMmHg) / (1 + stiffness);
  const leftMl = mlPerSPerMmHg * (mmHg - fromMmHg) * S_PER_TICK;
  m[M.reservoirGasMl] = filledMl - leftMl;
  m[M.reservoirVentedMl] += leftMl;
  state.nodePressureMmHg[RESERVOIR_NODE] = mmHg;
}

/**
 * Room for so much fluid, mL, from a bag: the gas it displaces leaves by whatever is open. False, and nothing
 * done, when nothing is, and the gas would be pressed higher than the bag hangs.
 */
export function makeRoomFor(state: WorldState, capacityMl: number, ml: number): boolean {
  const m = state.machine;
  if (!isShutIn(m)) return true;
  findRoom(state, capacityMl);
  const roomMl = Math.max(GAS_ROOM_ML_MIN, ROOM_ML[0] - ml);
  const mostMl = roomMl * (1 + BAG_MMHG / ROOM_MMHG);
  const surplusMl = m[M.reservoirGasMl] - mostMl;
  if (surplusMl <= 0) return true;
  if (wayOut(m, BAG_MMHG).mlPerSPerMmHg === 0) return false;
  m[M.reservoirGasMl] = mostMl;
  m[M.reservoirVentedMl] += surplusMl;
  return true;
}

/** Sets the pressure in the reservoir for this tick; `capacityMl` is what the shell holds. */
export function settleReservoirGas(state: WorldState, capacityMl: number): void {
  const m = state.machine;
  findRoom(state, capacityMl);
  if (isShutIn(m)) {
    stepShutIn(state);
    return;
  }
  const mmHg = -(m[M.reservoirVacuumMmHg] as number);
  m[M.reservoirGasMl] = ROOM_ML[0] * (1 + mmHg / ROOM_MMHG);
  state.nodePressureMmHg[RESERVOIR_NODE] = mmHg;
}
