/**
 * Gas and water as they reach the oxygenator (docs/model.md M-31 to M-39): joins the supply units to
 * power and to the blood, and puts what truly arrives where the exchange reads it.
 */
import { S_PER_TICK } from "../../kernel/tick.ts";
import { lpmToMlPerS } from "../../kernel/units.ts";
import { GAS, stepGasSupply } from "../../machine/gasSupply.ts";
import { stepTank, stepWaterLines, WATER } from "../../machine/heaterCooler.ts";
import { OXYGENATOR_UNIT } from "../../machine/oxygenatorUnit.ts";
import { SOCKETS } from "../contract/machineIds.ts";
import { moveWater, pushGasIntoBlood } from "../physics/oxygenatorLeaks.ts";
import { MACHINE, UPKEEP } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";

const M = MACHINE.index;
const G = GAS.index;
const W = WATER.index;
const PROTECTED = SOCKETS.indexOf("protected");
/** Gas over the blood side by less than this stays in the fibres, mmHg (as T-5 for suction). */
const GAS_OVER_BLOOD_MMHG = 5;

/** Oxygen in what leaves the fibres; the tank's water, and what it is set to. */
const EXHAUST_FIO2 = new Float64Array(1);
const TANK_C = new Float64Array(2);

export function stepGas(state: WorldState, gasCapacityMl: number): void {
  const { gasSupply: gas, machine } = state;
  EXHAUST_FIO2[0] = Math.min(1, (state.gasSide[0] as number) / gasCapacityMl);
  stepGasSupply(gas, machine[M.consolePowered] === 1, EXHAUST_FIO2);
  machine[M.fio2Fraction] = gas[G.deliveredFio2Fraction] as number;
  machine[M.sweepMlPerS] = gas[G.deliveredSweepMlPerS] as number;
  machine[M.sweepCo2Fraction] = gas[G.deliveredCo2Fraction] as number;
  machine[M.sweepAgentFraction] = gas[G.deliveredAgentFraction] as number;
  if (gas[G.gasSideMmHg] > GAS_OVER_BLOOD_MMHG) pushGasIntoBlood(state);
}

/** The heater-cooler has a plug of its own: it stops with the mains unless it hangs on the battery. */
function heaterHasPower(state: WorldState): boolean {
  const onBattery =
    state.upkeep[UPKEEP.index.heaterCoolerSocket] === PROTECTED &&
    state.machine[M.consolePowered] === 1;
  return state.waterUnit[W.dead] === 0 && (state.machine[M.mainsLost] === 0 || onBattery);
}

export function stepWater(state: WorldState): void {
  const { waterUnit: water, machine } = state;
  const hasPower = heaterHasPower(state);
  TANK_C[0] = machine[M.waterC];
  TANK_C[1] = machine[M.waterSetPointC];
  stepTank(water, TANK_C, hasPower);
  machine[M.waterC] = TANK_C[0];
  // Lines that are off the oxygenator are shut by their couplings, and the pump stops.
  const connected = state.unit[OXYGENATOR_UNIT.index.waterConnected] === 1;
  const pumps = hasPower && connected && water[W.switchedOff] === 0 && water[W.mode] > 0;
  stepWaterLines(water, TANK_C, pumps);
  machine[M.waterFlowMlPerS] = lpmToMlPerS(water[W.flowLpm] as number);
  machine[M.waterRunning] = water[W.flowLpm] > 0.5 ? 1 : 0;
  if (water[W.leakMlPerSPerMmHg] > 0) moveWater(state, S_PER_TICK);
}
