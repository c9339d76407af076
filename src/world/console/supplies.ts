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

export function stepGas(state: WorldState, gasCapacityMl: number): void {
  const { gasSupply: gas, machine } = state;
  const exhaustFio2 = Math.min(1, (state.gasSide[0] as number) / gasCapacityMl);
  stepGasSupply(gas, machine[M.consolePowered] === 1, exhaustFio2);
  machine[M.fio2Fraction] = gas[G.deliveredFio2Fraction] as number;
  machine[M.sweepMlPerS] = gas[G.deliveredSweepMlPerS] as number;
  machine[M.sweepCo2Fraction] = gas[G.deliveredCo2Fraction] as number;
  machine[M.sweepAgentFraction] = gas[G.deliveredAgentFraction] as number;
  if (gas[G.gasSideMmHg] > GAS_OVER_BLOOD_MMHG)
    pushGasIntoBlood(state, gas[G.gasSideMmHg] as number);
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
  machine[M.waterC] = stepTank(
    water,
    machine[M.waterC] as number,
    machine[M.waterSetPointC] as number,
    hasPower,
  );
  // Lines that are off the oxygenator are shut by their couplings, and the pump stops.
  const connected = state.unit[OXYGENATOR_UNIT.index.waterConnected] === 1;
  const pumps = hasPower && connected && water[W.switchedOff] === 0 && water[W.mode] > 0;
  stepWaterLines(water, machine[M.waterC] as number, pumps);
  machine[M.waterFlowMlPerS] = lpmToMlPerS(water[W.flowLpm] as number);
  machine[M.waterRunning] = water[W.flowLpm] > 0.5 ? 1 : 0;
  if (water[W.leakMlPerSPerMmHg] > 0) moveWater(state, S_PER_TICK);
}
