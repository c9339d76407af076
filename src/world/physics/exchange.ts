/**
 * The oxygenator in the running world, every other tick (docs/model.md M-8 to M-11, M-60 to M-62, T-6):
 * gas between fibres and blood, heat between water and blood. Whatever enters or leaves the modelled
 * world here is written to the ledger at once.
 */
import { exp, log } from "../../kernel/detMath.ts";
import { expInPlace } from "../../kernel/detMathInPlace.ts";
import { lpmToMlPerS, mlPerSToLpm } from "../../kernel/units.ts";
import {
  BROKEN_ML_PER_S_MMHG,
  blowOut,
  conductanceRatioInPlace,
  crossMembrane,
  FIRST_CO2_SLOT,
  GAS_CELLS,
  GAS_STEP,
  gasCapacityMl,
  openSurfaceInPlace,
  REFERENCE_FLOW_LPM,
  sweepGas,
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
import { AIR_ML, letAirIn } from "./airEntry.ts";
import { loseBlood } from "./boundary.ts";
import { CELL_BLOOD, createCellBlood, readCell, readClotted, solveTensions } from "./cellBlood.ts";
import { FIBRE_AIR_ML_PER_S_MMHG } from "./oxygenatorLeaks.ts";

const M = MACHINE.index;
const U = OXYGENATOR_UNIT.index;
const C = CELL_BLOOD.index;
const G = GAS_STEP.index;
/** Cells of what an exchange hands on: the surface open to both, the share of it that blood covers. */
const SURFACE = 0;
const COVERED = 1;
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
  const step = new Float64Array(GAS_STEP.size);
  /** A gas that crosses (crossMembrane); an exponent. */
  const pair = new Float64Array(2);
  const work = new Float64Array(2);
  const read = createCellBlood();
  const waterKjPerSC = exchangerKjPerSC(Math.min(0.95, circuit.heatExchangeFraction));

  const housingCellMl = circuit.oxygenatorVolumeMl / OXYGENATOR_CELLS;

  /**
   * Reads a cell, and puts the share of its fibres that blood covers into COVERED: neither where bubbles stand
   * nor in a housing that ran empty.
   */
  function look(state: WorldState, cell: number): void {
    readCell(state, cell, read);
    work[COVERED] = Math.min(read[C.wetFraction], read[C.bloodMl] / housingCellMl);
  }

  /** Gas crosses by the tension the blood has at its own temperature, not at the analyser's 37 °C. */
  function crossCell(state: WorldState, i: number): void {
    const { gasSide, cellAmount } = state;
    const cell = firstOxygenatorCell + i;
    solveTensions(state, cell);
    look(state, cell);
    const open = work[SURFACE] * work[COVERED];
    pair[0] = LN_10 * CO2_LOG10_PER_C * (read[C.temperatureC] - 37);
    expInPlace(pair, 0);
    const cooling = pair[0];
    pair[0] = circuit.oxygenConductanceMlPerMinPerMmHg * open;
    pair[1] = state.cellPo2MmHg[cell];
    crossMembrane(gasSide, i, capacity, EXCHANGE_S, pair);
    cellAmount[amountIndex(O2, cell)] += pair[0];
    balance[i] = pair[0];
    pair[0] = circuit.carbonDioxideConductanceMlPerMinPerMmHg * open;
    pair[1] = state.cellPco2MmHg[cell] * cooling;
    crossMembrane(gasSide, FIRST_CO2_SLOT + i, capacity, EXCHANGE_S, pair);
    cellAmount[amountIndex(CO2, cell)] += pair[0];
    balance[i] = -(balance[i] + pair[0]);
  }

  function oxygenate(state: WorldState): void {
    const { machine: m } = state;
    blowOut(state.unit, m[M.sweepMlPerS] as number, EXCHANGE_S);
    work[SURFACE] = mlPerSToLpm(Math.abs(state.edgeFlowMlPerS[MEMBRANE] as number));
    conductanceRatioInPlace(work, SURFACE);
    readClotted(state, pair, 0);
    openSurfaceInPlace(state.unit, pair, 0);
    work[SURFACE] *= pair[0];
    for (let i = 0; i < GAS_CELLS; i += 1) crossCell(state, i);
    step[G.sweepMl] = m[M.sweepMlPerS] * EXCHANGE_S;
    step[G.fio2Fraction] = m[M.fio2Fraction];
    step[G.co2Fraction] = m[M.sweepCo2Fraction];
    sweepGas(state.gasSide, capacity, step, balance);
    m[M.oxygenInMl] += step[G.o2InMl];
    m[M.carbonDioxideInMl] += step[G.co2InMl];
    m[M.carbonDioxideOutMlPerS] = -step[G.co2InMl] / EXCHANGE_S;
  }

  /** Suction on the blood side pulls gas through the fibres (clinical.md A1 [S35]). */
  function drawThroughFibres(state: WorldState): void {
    const suction = -Math.min(0, state.nodePressureMmHg[FILTER_NODE]);
    if (suction < 5 || state.unit[U.inCircuit] === NO_UNIT) return;
    const air = FIBRE_AIR_ML_PER_S_MMHG * suction * EXCHANGE_S;
    const cell = firstOxygenatorCell + GAS_CELLS - 1;
    AIR_ML[0] = air;
    letAirIn(state, cell);
    state.nodeVolumeMl[OXYGENATOR_NODE] += air;
  }

  /** Blood runs through broken fibres into the gas and out of the exhaust (M-62). */
  function leakIntoGas(state: WorldState): void {
    const over = state.nodePressureMmHg[FILTER_NODE] as number;
    const cell = firstOxygenatorCell + GAS_CELLS - 1;
    readCell(state, cell, read);
    const through = state.unit[U.brokenFibreFraction] * BROKEN_ML_PER_S_MMHG;
    const lost = Math.min(0.02 * read[C.bloodMl], through * Math.max(0, over) * EXCHANGE_S);
    if (lost <= 0) return;
    state.nodeVolumeMl[OXYGENATOR_NODE] -= loseBlood(state, cell, lost);
  }

  function exchangeWater(state: WorldState): void {
    // The heater-cooler has a plug of its own: no battery moves its water.
    if (state.machine[M.waterRunning] === 0 || state.machine[M.mainsLost] === 1) return;
    if (state.unit[U.waterConnected] === 0) return;
    for (let i = 0; i < HEAT_EXCHANGER_CELLS; i += 1) {
      const cell = firstOxygenatorCell + i;
      look(state, cell);
      const wetKjPerSC = waterKjPerSC * work[COVERED];
      const heat = wetKjPerSC * (state.machine[M.waterC] - read[C.temperatureC]) * EXCHANGE_S;
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
