/**
 * Gas, oxygen uptake and heat, every other tick (docs/model.md M-8 to M-11, P-1 to P-4 and T-6). Whatever
 * enters or leaves the modelled world here is written to the ledger at once.
 */

import { log } from "../../kernel/detMath.ts";
import { lpmToMlPerS } from "../../kernel/units.ts";
import {
  GAS_CELLS,
  gasCapacityMl,
  gasPco2MmHg,
  gasPo2MmHg,
  membraneTransferMl,
  sweepGas,
  takeFromGas,
} from "../../machine/oxygenator.ts";
import { NO_UNIT, OXYGENATOR_UNIT } from "../../machine/oxygenatorUnit.ts";
import { pco2MmHg, phFromCo2Content } from "../../physiology/blood/carbonDioxide.ts";
import { p50MmHg } from "../../physiology/blood/dissociation.ts";
import { po2FromContentMmHg, saturationByContent } from "../../physiology/blood/oxygenContent.ts";
import {
  BLOOD_HEAT_KJ_PER_ML_C,
  HEAT_KJ_PER_ML_O2,
  HEMOGLOBIN_G_PER_RED_CELL_ML,
} from "../../physiology/blood/properties.ts";
import {
  metabolicFactor,
  ORGANS,
  SKIN_LOSS_KJ_PER_S_C,
  THEATRE_C,
  TISSUE_KJ_PER_C,
  uptakeShare,
} from "../../physiology/patient/organs.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  amountIndex,
  CO2,
  edgeIndex,
  firstCell,
  firstOxygenatorCell,
  GAS,
  HEAT,
  nodeIndex,
  O2,
  RED,
} from "../topology.ts";

const M = MACHINE.index;
const U = OXYGENATOR_UNIT.index;
const P = PATIENT.index;

export const EXCHANGE_TICKS = 2;
const EXCHANGE_S = EXCHANGE_TICKS * 0.02;
const FILTER_NODE = nodeIndex("filter");
const OXYGENATOR_NODE = nodeIndex("oxygenator");
/** Cells in which blood meets heat-exchanger water. */
const HEAT_EXCHANGER_CELLS = 2;
/** Blood flow at which the device's effectiveness is given, L/min. */
const EFFECTIVENESS_FLOW_LPM = 5;
/** Conductance between capillary blood and tissue as a multiple of the blood's own heat flow (K). */
const TISSUE_HEAT_KJ_PER_S_C_PER_BED_ML = 0.0012;
/** Gas drawn through the fibres per mmHg of suction on the blood side, mL/s/mmHg (K). */
const FIBRE_AIR_ML_PER_S_MMHG = 0.05;

/** Below this much blood a cell counts as full of air: what little it holds has no tension of its own. */
const DRY_ML = 0.05;

/** Haemoglobin of a cell's blood, g/dL of blood. */
function hemoglobinGPerDl(state: WorldState, cell: number): number {
  const blood = bloodMl(state, cell);
  if (blood <= DRY_ML) return 0;
  return (state.cellAmount[amountIndex(RED, cell)] / blood) * HEMOGLOBIN_G_PER_RED_CELL_ML * 100;
}

/** Blood in a cell, mL, without its bubbles. */
export function bloodMl(state: WorldState, cell: number): number {
  return state.cellVolumeMl[cell] - state.cellAmount[amountIndex(GAS, cell)];
}

/** Share of a cell that is blood: fibres that bubbles cover exchange nothing. */
function wetShare(state: WorldState, cell: number): number {
  const blood = bloodMl(state, cell);
  return blood <= DRY_ML ? 0 : blood / (state.cellVolumeMl[cell] as number);
}

/** Temperature of a cell's blood, °C; air in a line is as warm as the room. */
export function cellC(state: WorldState, cell: number): number {
  const blood = bloodMl(state, cell);
  return blood <= DRY_ML
    ? THEATRE_C
    : state.cellAmount[amountIndex(HEAT, cell)] / (blood * BLOOD_HEAT_KJ_PER_ML_C);
}

/** Oxygen saturation of a cell by its content, for colour and tissue supply. */
export function cellSaturation(state: WorldState, cell: number): number {
  const blood = bloodMl(state, cell);
  if (blood <= DRY_ML) return 0;
  const content = (state.cellAmount[amountIndex(O2, cell)] / blood) * 100;
  return saturationByContent(content, hemoglobinGPerDl(state, cell));
}

/** Work out pH and PO2 of a cell from what it holds and remember them for the next time. */
export function solveTensions(state: WorldState, cell: number): void {
  const blood = bloodMl(state, cell);
  if (blood <= DRY_ML) return;
  const hb = hemoglobinGPerDl(state, cell);
  const base = state.patient[P.baseExcessMmolPerL] as number;
  const o2 = (state.cellAmount[amountIndex(O2, cell)] / blood) * 100;
  const co2 = (state.cellAmount[amountIndex(CO2, cell)] / blood) * 100;
  const saturation = saturationByContent(o2, hb);
  const ph = phFromCo2Content(co2, base, saturation, hb, state.cellPh[cell]);
  state.cellPh[cell] = ph;
  const p50 = p50MmHg(ph, pco2MmHg(ph, base, hb), cellC(state, cell));
  state.cellPo2MmHg[cell] = po2FromContentMmHg(o2, p50, hb, state.cellPo2MmHg[cell]);
}

/** PCO2 of a cell whose pH is known, mmHg at 37 °C. */
export function cellPco2MmHg(state: WorldState, cell: number): number {
  const base = state.patient[P.baseExcessMmolPerL] as number;
  return pco2MmHg(state.cellPh[cell], base, hemoglobinGPerDl(state, cell));
}

export interface Exchange {
  /** One exchange step over EXCHANGE_TICKS ticks. */
  step(state: WorldState): void;
}

export function createExchange(setup: WorldSetup): Exchange {
  const { circuit, patient } = setup;
  const capacity = gasCapacityMl(circuit.gasSideVolumeMl);
  const balance = new Float64Array(GAS_CELLS);
  const flux = { o2InMl: 0, co2InMl: 0 };
  const demandMlPerS = (patient.oxygenUptakeMlPerMinPerM2 * patient.bodySurfaceM2) / 60;
  const effectiveness = Math.min(0.95, circuit.heatExchangeFraction);
  const exchangerKjPerSC =
    (-log(1 - effectiveness) * BLOOD_HEAT_KJ_PER_ML_C * lpmToMlPerS(EFFECTIVENESS_FLOW_LPM)) /
    HEAT_EXCHANGER_CELLS;
  const tissue = ORGANS.map((organ) => ({
    slot: P[`${organ.tissue}TissueC` as const],
    kjPerC: TISSUE_KJ_PER_C[organ.tissue],
  }));
  const bedCells = ORGANS.map((organ) => firstCell[organ.id]);
  const bedEdges = ORGANS.map((organ) => edgeIndex(organ.id));

  function oxygenate(state: WorldState): void {
    for (let i = 0; i < GAS_CELLS; i += 1) {
      const cell = firstOxygenatorCell + i;
      solveTensions(state, cell);
      const fit = wetShare(state, cell) * state.unit[U.transferFraction];
      const o2 = membraneTransferMl(
        circuit.oxygenConductanceMlPerMinPerMmHg * fit,
        gasPo2MmHg(state.gasSide, i, capacity),
        state.cellPo2MmHg[cell],
        EXCHANGE_S,
      );
      const co2 = membraneTransferMl(
        circuit.carbonDioxideConductanceMlPerMinPerMmHg * fit,
        gasPco2MmHg(state.gasSide, i, capacity),
        cellPco2MmHg(state, cell),
        EXCHANGE_S,
      );
      state.cellAmount[amountIndex(O2, cell)] += o2;
      state.cellAmount[amountIndex(CO2, cell)] += co2;
      takeFromGas(state.gasSide, i, o2, co2);
      balance[i] = -(o2 + co2);
    }
    flux.o2InMl = 0;
    flux.co2InMl = 0;
    const { fio2Fraction, sweepMlPerS } = M;
    sweepGas(
      state.gasSide,
      capacity,
      state.machine[sweepMlPerS] * EXCHANGE_S,
      state.machine[fio2Fraction],
      balance,
      flux,
    );
    state.machine[M.oxygenInMl] += flux.o2InMl;
    state.machine[M.carbonDioxideInMl] += flux.co2InMl;
  }

  /** Suction on the blood side pulls gas through the fibres (clinical.md A1 [S35]). */
  function drawThroughFibres(state: WorldState): void {
    const suction = -Math.min(0, state.nodePressureMmHg[FILTER_NODE]);
    if (suction < 5 || state.unit[U.inCircuit] === NO_UNIT) return;
    const air = FIBRE_AIR_ML_PER_S_MMHG * suction * EXCHANGE_S;
    const cell = firstOxygenatorCell + GAS_CELLS - 1;
    state.cellAmount[amountIndex(GAS, cell)] += air;
    state.cellVolumeMl[cell] += air;
    state.nodeVolumeMl[OXYGENATOR_NODE] += air;
  }

  /** Organs take oxygen from their capillary blood and give back CO2 and heat (P-1 to P-4). */
  function metabolise(state: WorldState): void {
    let used = 0;
    let demanded = 0;
    for (let i = 0; i < ORGANS.length; i += 1) {
      const organ = ORGANS[i] as (typeof ORGANS)[number];
      const cell = bedCells[i] as number;
      const node = tissue[i] as (typeof tissue)[number];
      const q10 = organ.isBrain ? patient.brainQ10 : patient.bodyQ10;
      const warmth = metabolicFactor(q10, state.patient[node.slot]);
      const work = organ.id === "coronary" ? (state.patient[P.heartDemandRatio] as number) : 1;
      const demand = demandMlPerS * organ.demandFraction * warmth * work * EXCHANGE_S;
      const at = amountIndex(O2, cell);
      const taken = Math.min(
        demand * uptakeShare(organ, cellSaturation(state, cell)),
        0.5 * state.cellAmount[at],
      );
      state.cellAmount[at] -= taken;
      state.cellAmount[amountIndex(CO2, cell)] += taken * patient.respiratoryQuotientFraction;
      const heat = taken * HEAT_KJ_PER_ML_O2;
      state.patient[node.slot] += heat / node.kjPerC;
      state.machine[M.heatInKj] += heat;
      state.machine[M.carbonDioxideInMl] += taken * patient.respiratoryQuotientFraction;
      state.machine[M.oxygenInMl] -= taken;
      used += taken;
      demanded += demand;
    }
    state.patient[P.oxygenUptakeMlPerS] = used / EXCHANGE_S;
    state.patient[P.oxygenDemandMlPerS] = demanded / EXCHANGE_S;
    state.patient[P.oxygenDebtMl] += Math.max(0, demanded - used);
  }

  function warmTissue(state: WorldState): void {
    for (let i = 0; i < ORGANS.length; i += 1) {
      const cell = bedCells[i] as number;
      const node = tissue[i] as (typeof tissue)[number];
      const conductance =
        TISSUE_HEAT_KJ_PER_S_C_PER_BED_ML * (ORGANS[i] as (typeof ORGANS)[number]).bloodMl;
      const perfused = Math.min(1, Math.abs(state.edgeFlowMlPerS[bedEdges[i] as number]) / 2);
      const heat =
        conductance * perfused * (state.patient[node.slot] - cellC(state, cell)) * EXCHANGE_S;
      state.cellAmount[amountIndex(HEAT, cell)] += heat;
      state.patient[node.slot] -= heat / node.kjPerC;
    }
    const lost = SKIN_LOSS_KJ_PER_S_C * (state.patient[P.muscleTissueC] - THEATRE_C) * EXCHANGE_S;
    state.patient[P.muscleTissueC] -= lost / TISSUE_KJ_PER_C.muscle;
    state.machine[M.heatInKj] -= lost;
  }

  function exchangeWater(state: WorldState): void {
    // The heater-cooler has a plug of its own: no battery moves its water.
    if (state.machine[M.waterRunning] === 0 || state.machine[M.mainsLost] === 1) return;
    if (state.unit[U.waterConnected] === 0) return;
    for (let i = 0; i < HEAT_EXCHANGER_CELLS; i += 1) {
      const cell = firstOxygenatorCell + i;
      const wetKjPerSC = exchangerKjPerSC * wetShare(state, cell);
      const heat = wetKjPerSC * (state.machine[M.waterC] - cellC(state, cell)) * EXCHANGE_S;
      state.cellAmount[amountIndex(HEAT, cell)] += heat;
      state.machine[M.heatInKj] += heat;
    }
  }

  return {
    step(state) {
      oxygenate(state);
      drawThroughFibres(state);
      metabolise(state);
      warmTissue(state);
      exchangeWater(state);
    },
  };
}
