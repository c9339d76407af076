/**
 * The oxygenator in the running world, every other tick (docs/model.md M-8 to M-11, M-60 to M-62, T-6):
 * gas between fibres and blood, heat between water and blood. Whatever enters or leaves the modelled
 * world here is written to the ledger at once.
 */
import { exp, log } from "../../kernel/detMath.ts";
import { lpmToMlPerS, mlPerSToLpm } from "../../kernel/units.ts";
import {
  bloodIntoGasMl,
  blowOut,
  conductanceRatio,
  GAS_CELLS,
  gasCapacityMl,
  gasPco2MmHg,
  gasPo2MmHg,
  membraneTransferMl,
  openSurfaceFraction,
  REFERENCE_FLOW_LPM,
  sweepGas,
  takeFromGas,
} from "../../machine/oxygenator.ts";
import { NO_UNIT, OXYGENATOR_UNIT } from "../../machine/oxygenatorUnit.ts";
import { BLOOD_HEAT_KJ_PER_ML_C } from "../../physiology/blood/properties.ts";
import { CO2_LOG10_PER_C } from "../../physiology/blood/temperatureCorrection.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  amountIndex,
  CO2,
  edgeIndex,
  firstOxygenatorCell,
  HEAT,
  nodeIndex,
  O2,
  OXYGENATOR_CELLS,
} from "../topology.ts";
import { enterAir } from "./airEntry.ts";
import { loseBlood } from "./boundary.ts";
import { bloodMl, cellC, clottedFraction, solveTensions, wetShare } from "./cellBlood.ts";
import { FIBRE_AIR_ML_PER_S_MMHG } from "./oxygenatorLeaks.ts";

const M = MACHINE.index;
const U = OXYGENATOR_UNIT.index;
const LN_10 = 2.302585092994046;

export const EXCHANGE_TICKS = 2;
const EXCHANGE_S = EXCHANGE_TICKS * 0.02;
const FILTER_NODE = nodeIndex("filter");
const MEMBRANE = edgeIndex("membrane");
const OXYGENATOR_NODE = nodeIndex("oxygenator");
/** Cells in which blood meets heat-exchanger water. */
const HEAT_EXCHANGER_CELLS = 2;

/** Conductance of one of n mixed cells in a row that together reach an effectiveness (T-6). */
function exchangerKjPerSC(effectivenessFraction: number): number {
  const left = exp(log(1 - effectivenessFraction) / HEAT_EXCHANGER_CELLS);
  return (1 / left - 1) * BLOOD_HEAT_KJ_PER_ML_C * lpmToMlPerS(REFERENCE_FLOW_LPM);
}

export interface Exchange {
  /** One exchange step over EXCHANGE_TICKS ticks. */
  step(state: WorldState): void;
}

export function createExchange(setup: WorldSetup): Exchange {
  const { circuit } = setup;
  const capacity = gasCapacityMl(circuit.gasSideVolumeMl);
  const balance = new Float64Array(GAS_CELLS);
  const flux = { o2InMl: 0, co2InMl: 0 };
  const waterKjPerSC = exchangerKjPerSC(Math.min(0.95, circuit.heatExchangeFraction));

  const housingCellMl = circuit.oxygenatorVolumeMl / OXYGENATOR_CELLS;

  /** Share of a cell's fibres that blood covers: neither where bubbles stand nor in a housing that ran empty. */
  function covered(state: WorldState, cell: number): number {
    return Math.min(wetShare(state, cell), bloodMl(state, cell) / housingCellMl);
  }

  /** Gas crosses by the tension the blood has at its own temperature, not at the analyser's 37 °C. */
  function crossMembrane(state: WorldState, surface: number): void {
    for (let i = 0; i < GAS_CELLS; i += 1) {
      const cell = firstOxygenatorCell + i;
      solveTensions(state, cell);
      const open = surface * covered(state, cell);
      const cooling = exp(LN_10 * CO2_LOG10_PER_C * (cellC(state, cell) - 37));
      const o2 = membraneTransferMl(
        circuit.oxygenConductanceMlPerMinPerMmHg * open,
        gasPo2MmHg(state.gasSide, i, capacity),
        state.cellPo2MmHg[cell],
        EXCHANGE_S,
      );
      const co2 = membraneTransferMl(
        circuit.carbonDioxideConductanceMlPerMinPerMmHg * open,
        gasPco2MmHg(state.gasSide, i, capacity),
        state.cellPco2MmHg[cell] * cooling,
        EXCHANGE_S,
      );
      state.cellAmount[amountIndex(O2, cell)] += o2;
      state.cellAmount[amountIndex(CO2, cell)] += co2;
      takeFromGas(state.gasSide, i, o2, co2);
      balance[i] = -(o2 + co2);
    }
  }

  function oxygenate(state: WorldState): void {
    const flowLpm = mlPerSToLpm(Math.abs(state.edgeFlowMlPerS[MEMBRANE] as number));
    blowOut(state.unit, state.machine[M.sweepMlPerS] as number, EXCHANGE_S);
    crossMembrane(
      state,
      conductanceRatio(flowLpm) * openSurfaceFraction(state.unit, clottedFraction(state)),
    );
    flux.o2InMl = 0;
    flux.co2InMl = 0;
    const { fio2Fraction, sweepMlPerS } = M;
    sweepGas(
      state.gasSide,
      capacity,
      state.machine[sweepMlPerS] * EXCHANGE_S,
      state.machine[fio2Fraction],
      state.machine[M.sweepCo2Fraction],
      balance,
      flux,
    );
    state.machine[M.oxygenInMl] += flux.o2InMl;
    state.machine[M.carbonDioxideInMl] += flux.co2InMl;
    state.machine[M.carbonDioxideOutMlPerS] = -flux.co2InMl / EXCHANGE_S;
  }

  /** Suction on the blood side pulls gas through the fibres (clinical.md A1 [S35]). */
  function drawThroughFibres(state: WorldState): void {
    const suction = -Math.min(0, state.nodePressureMmHg[FILTER_NODE]);
    if (suction < 5 || state.unit[U.inCircuit] === NO_UNIT) return;
    const air = FIBRE_AIR_ML_PER_S_MMHG * suction * EXCHANGE_S;
    const cell = firstOxygenatorCell + GAS_CELLS - 1;
    enterAir(state, cell, air);
    state.nodeVolumeMl[OXYGENATOR_NODE] += air;
  }

  /** Blood runs through broken fibres into the gas and out of the exhaust (M-62). */
  function leakIntoGas(state: WorldState): void {
    const over = state.nodePressureMmHg[FILTER_NODE] as number;
    const cell = firstOxygenatorCell + GAS_CELLS - 1;
    const held = bloodMl(state, cell);
    const lost = Math.min(0.02 * held, bloodIntoGasMl(state.unit, over, EXCHANGE_S));
    if (lost <= 0) return;
    state.nodeVolumeMl[OXYGENATOR_NODE] -= loseBlood(state, cell, lost);
  }

  function exchangeWater(state: WorldState): void {
    // The heater-cooler has a plug of its own: no battery moves its water.
    if (state.machine[M.waterRunning] === 0 || state.machine[M.mainsLost] === 1) return;
    if (state.unit[U.waterConnected] === 0) return;
    for (let i = 0; i < HEAT_EXCHANGER_CELLS; i += 1) {
      const cell = firstOxygenatorCell + i;
      const wetKjPerSC = waterKjPerSC * covered(state, cell);
      const heat = wetKjPerSC * (state.machine[M.waterC] - cellC(state, cell)) * EXCHANGE_S;
      state.cellAmount[amountIndex(HEAT, cell)] += heat;
      state.machine[M.heatInKj] += heat;
    }
  }

  return {
    step(state) {
      oxygenate(state);
      drawThroughFibres(state);
      leakIntoGas(state);
      exchangeWater(state);
    },
  };
}
