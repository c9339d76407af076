/**
 * Pressures and flows of patient and circuit together (docs/model.md C-3 to C-12). Each sub-step
 * linearises every edge about its last flow, solves all pressures at once, then moves volumes with
 * exactly those flows; nothing is decided by the order in which components are listed.
 */
import { sin } from "../../kernel/detMath.ts";
import { ML_PER_L, S_PER_MIN } from "../../kernel/units.ts";
import {
  CONE_MMHG_PER_ML_PER_S,
  FLOW_LOSS_MMHG_PER_ML_PER_S2,
  shutOffHeadMmHg,
} from "../../machine/centrifugal.ts";
import { HEAD, isCentrifugal, trueStrokeMl } from "../../machine/head.ts";
import { lineCode } from "../../machine/names.ts";
import { resistanceRatio } from "../../machine/oxygenator.ts";
import { NO_UNIT, OXYGENATOR_UNIT } from "../../machine/oxygenatorUnit.ts";
import { CLAMP_SITES } from "../contract/ids.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { EDGE_COUNT, EDGES, type EdgeId, edgeIndex, nodeIndex, SOLVED_COUNT } from "../topology.ts";
import { clottedFraction } from "./cellBlood.ts";
import { solveInPlace } from "./solver.ts";
import { FIBRES_SHARE, VEINS_MMHG_PER_ML_PER_S, type Vessels } from "./vessels.ts";

const M = MACHINE.index;
const P = PATIENT.index;
const H = HEAD.index;
const U = OXYGENATOR_UNIT.index;

export const SUB_STEPS = 4;
const SUB_STEP_S = 0.005;
const FOUR_PI = 12.566370614359172;

/** mmHg per L/min as mmHg per mL/s. */
const perMlPerS = (mmHgPerLpm: number): number => (mmHgPerLpm * S_PER_MIN) / ML_PER_L;
/** mmHg per (L/min)² as mmHg per (mL/s)². */
const perMlPerS2 = (mmHgPerLpm2: number): number =>
  (mmHgPerLpm2 * S_PER_MIN * S_PER_MIN) / (ML_PER_L * ML_PER_L);

/** Linear part of a line's resistance, mmHg per L/min; wide, short tubing (K). */
const LINE_MMHG_PER_LPM = 0.2;
const RECIRCULATION_MMHG_PER_LPM = 15;
const BRIDGE_MMHG_PER_LPM = 12;
/** The purge line lets 20 mL/min go at 160 mmHg (K). */
const PURGE_MMHG_PER_LPM = 8000;
/** Reservoir outlet and the way to the boot: −8 mmHg at the boot at 4.6 L/min (K). */
const OUTLET_MMHG_PER_LPM2 = 0.85;
const OUTLET_COLUMN_MMHG = 10;
/** Shed blood and bronchial return: about 60 mL/min each at a MAP of 60 mmHg (K). */
const BLEEDING_ML_PER_S_MMHG = 0.02;
const BRONCHIAL_ML_PER_S_MMHG = 0.02;
const CARDIOPLEGIA_MMHG_PER_LPM = 200;
/** A boot out of its raceway is an open tube. */
const OPEN_BOOT_MMHG_PER_LPM = 6;
/** Back-leak of an under-occlusive roller per unit of missing occlusion: 10 % lost at 250 mmHg for 0.9. */
const LEAK_ML_PER_S_MMHG = 3.07;
/** Two rollers: share of the flow by which it swings twice a turn (K). */
const RIPPLE_FRACTION = 0.8;
/** Pressure on a boot's sucking side at which it starts to collapse, and where it has shut, mmHg (K). */
const INLET_COLLAPSE_MMHG = -150;
const INLET_SHUT_MMHG = -400;
/** Pressure on a boot's pushing side from which its rollers give way, and where nothing passes, mmHg (K). */
const ROLLERS_YIELD_MMHG = 1000;
const ROLLERS_LIFTED_MMHG = 1200;
/** Right atrial pressure at which the venous cannula sucks the wall in, and where it has shut. */
const CANNULA_COLLAPSE_MMHG = -0.5;
const CANNULA_SHUT_MMHG = -4;
/** Aortic pressure at which its wall closes on the cannula when blood runs back (K). */
const AORTA_COLLAPSE_MMHG = 4;
const AORTA_SHUT_MMHG = -1;
const SUCTION_FULL_ML = 15;
const LEFT_HEART_EMPTY_MMHG = -3;

export interface Hydraulics {
  /** Advance one sub-step; `subStep` counts from 0 within the tick. */
  subStep(state: WorldState, subStep: number): void;
}

const share = (value: number, shut: number, open: number): number =>
  Math.min(1, Math.max(0, (value - shut) / (open - shut)));

/** Head that carries a line, by its index, or −1 when the line lies in no head. */
function headCarrying(state: WorldState, carried: number): number {
  for (let index = 0; index < state.head.length; index += 1) {
    if (state.head[index][H.carries] === carried) return index;
  }
  return -1;
}

const ARTERIAL_BOOT = lineCode("arterialBoot");
const CONE = lineCode("centrifugalCone");

/** Index of the head that moves the patient's blood, or −1 while its boot is out. */
export function arterialHeadIndex(state: WorldState): number {
  const roller = headCarrying(state, ARTERIAL_BOOT);
  return roller >= 0 ? roller : headCarrying(state, CONE);
}

export function createHydraulics(setup: WorldSetup, vessels: Vessels): Hydraulics {
  const n = SOLVED_COUNT;
  const matrix = new Float64Array(n * n);
  const right = new Float64Array(n);
  const conductance = new Float64Array(EDGE_COUNT);
  const drive = new Float64Array(EDGE_COUNT);
  const fromNode = EDGES.map((edge) => nodeIndex(edge.from));
  const toNode = EDGES.map((edge) => nodeIndex(edge.to));
  const clampIndexes = EDGES.map((edge) => edge.clamps.map((site) => CLAMP_SITES.indexOf(site)));
  const reservoirAt = nodeIndex("reservoir");
  const at = {} as Record<EdgeId, number>;
  for (const edge of EDGES) at[edge.id as EdgeId] = edgeIndex(edge.id as EdgeId);
  const node = {
    aorta: nodeIndex("aorta"),
    arterialTable: nodeIndex("arterialTable"),
    cardioplegiaLine: nodeIndex("cardioplegiaLine"),
    cava: nodeIndex("cava"),
    field: nodeIndex("field"),
    filter: nodeIndex("filter"),
    leftHeart: nodeIndex("leftHeart"),
    premembrane: nodeIndex("premembrane"),
    pumpInlet: nodeIndex("pumpInlet"),
    veins: nodeIndex("veins"),
  };
  const arterialSquareLoss = perMlPerS2(setup.circuit.arterialCannulaMmHgPerLpm2);
  const venousSquareLoss = perMlPerS2(setup.circuit.venousCannulaMmHgPerLpm2) / 2;

  const linear = (edge: number, mmHgPerLpm: number, pushMmHg = 0): void => {
    conductance[edge] = 1 / perMlPerS(mmHgPerLpm);
    drive[edge] = conductance[edge] * pushMmHg;
  };
  /** Newton's linearisation of r·q + k·q|q| about the last flow (C-5). */
  const square = (
    edge: number,
    state: WorldState,
    r: number,
    k: number,
    pushMmHg: number,
  ): void => {
    const flow = state.edgeFlowMlPerS[edge] as number;
    const size = Math.abs(flow);
    conductance[edge] = 1 / (r + 2 * k * size);
    drive[edge] = conductance[edge] * (pushMmHg + k * flow * size);
  };
  const source = (edge: number, flowMlPerS: number): void => {
    conductance[edge] = 0;
    drive[edge] = flowMlPerS;
  };

  function setLines(state: WorldState): void {
    const machine = state.machine;
    const line = perMlPerS(LINE_MMHG_PER_LPM);
    square(at.arterialCannula, state, line, arterialSquareLoss, -vessels.siphonMmHg);
    // An empty aorta falls shut on the cannula: it gives no more blood back than it holds.
    const tableMmHg = state.nodePressureMmHg[node.arterialTable] - vessels.siphonMmHg;
    const aortaMmHg = state.nodePressureMmHg[node.aorta] as number;
    if (tableMmHg < aortaMmHg) {
      throttle(at.arterialCannula, share(aortaMmHg, AORTA_SHUT_MMHG, AORTA_COLLAPSE_MMHG));
    }
    linear(at.arterialClamp, LINE_MMHG_PER_LPM);
    linear(at.filterOutlet, LINE_MMHG_PER_LPM);
    narrow(at.filterOutlet, machine[M.arterialOpenFraction]);
    const gradient = setup.circuit.membraneGradientMmHgPerLpm;
    linear(at.oxygenatorInlet, (1 - FIBRES_SHARE) * gradient);
    linear(at.membrane, FIBRES_SHARE * gradient * resistanceRatio(clottedFraction(state)));
    if (state.unit[U.inCircuit] === NO_UNIT) {
      throttle(at.oxygenatorInlet, 0);
      throttle(at.membrane, 0);
    }
    linear(at.recirculation, RECIRCULATION_MMHG_PER_LPM);
    linear(at.bridge, BRIDGE_MMHG_PER_LPM);
    linear(at.purge, PURGE_MMHG_PER_LPM);
    const filterAbove = state.nodePressureMmHg[node.filter] > 0;
    if (!filterAbove) conductance[at.purge] = 0; // one-way valve in the purge line
    conductance[at.veinsToCava] = 1 / VEINS_MMHG_PER_ML_PER_S;
    drive[at.veinsToCava] = 0;
    square(at.venousCannula, state, line, venousSquareLoss, vessels.siphonMmHg);
    const cavaMmHg = state.nodePressureMmHg[node.cava] as number;
    throttle(at.venousCannula, share(cavaMmHg, CANNULA_SHUT_MMHG, CANNULA_COLLAPSE_MMHG));
    square(at.venousReturn, state, line, venousSquareLoss, 0);
    narrow(at.venousReturn, machine[M.venousOpenFraction]);
    const outletDry = state.nodeVolumeMl[reservoirAt] as number;
    square(
      at.reservoirOutlet,
      state,
      line,
      perMlPerS2(OUTLET_MMHG_PER_LPM2),
      OUTLET_COLUMN_MMHG + outletDry * 0.002,
    );
    linear(at.cardioplegiaDelivery, CARDIOPLEGIA_MMHG_PER_LPM);
  }

  /** A kink to a fraction of the opening costs resistance with its fourth power (C-6). */
  function narrow(edge: number, openFraction: number): void {
    if (openFraction >= 1) return;
    throttle(edge, openFraction * openFraction * openFraction * openFraction);
  }
  function throttle(edge: number, factor: number): void {
    conductance[edge] *= factor;
    drive[edge] *= factor;
  }

  function setBeds(state: WorldState): void {
    const patient = state.patient;
    const closing = setup.patient.criticalClosingPressureMmHg;
    const venous = state.nodePressureMmHg[node.veins] as number;
    // Starling resistor: below the closing pressure nothing more drains (C-7).
    const pushBack = Math.min(0, venous - closing);
    const aorta = state.nodePressureMmHg[0] as number;
    const open = aorta > Math.max(closing, venous) ? 1 : 0;
    const bed = (edge: number, g: number): void => {
      conductance[edge] = g * open;
      drive[edge] = conductance[edge] * pushBack;
    };
    bed(at.brainLeft, patient[P.brainLeftMlPerSPerMmHg]);
    bed(at.brainRight, patient[P.brainRightMlPerSPerMmHg]);
    bed(at.coronary, patient[P.coronaryMlPerSPerMmHg]);
    bed(at.kidney, patient[P.kidneyMlPerSPerMmHg]);
    bed(at.viscera, patient[P.visceraMlPerSPerMmHg]);
    bed(at.muscle, patient[P.muscleMlPerSPerMmHg]);
    bed(at.bleeding, BLEEDING_ML_PER_S_MMHG);
    bed(at.bronchial, BRONCHIAL_ML_PER_S_MMHG);
  }

  /** Angle of a rotor within the tick, for the ripple. */
  function rollerFlow(head: Float64Array, subStep: number): number {
    const rpm = head[H.rotorRpm] as number;
    const mean = (rpm / S_PER_MIN) * trueStrokeMl(head);
    const angle = head[H.angleRevolutions] + (rpm / S_PER_MIN) * SUB_STEP_S * subStep;
    return mean * (1 + RIPPLE_FRACTION * sin(FOUR_PI * angle));
  }

  /**
   * What rollers move between two nodes: the boot collapses where it sucks, and the rollers' springs
   * give way where it pushes (C-8). Positive flow is from `from` to `to`.
   */
  function rollersMove(state: WorldState, flow: number, from: number, to: number): number {
    const sucked = state.nodePressureMmHg[flow > 0 ? from : to] as number;
    const pushed = state.nodePressureMmHg[flow > 0 ? to : from] as number;
    const filling = share(sucked, INLET_SHUT_MMHG, INLET_COLLAPSE_MMHG);
    return flow * filling * share(pushed, ROLLERS_LIFTED_MMHG, ROLLERS_YIELD_MMHG);
  }

  function setArterialPump(state: WorldState, subStep: number): void {
    const index = arterialHeadIndex(state);
    if (index < 0) {
      linear(at.boot, OPEN_BOOT_MMHG_PER_LPM);
      return;
    }
    const head = state.head[index] as Float64Array;
    if (isCentrifugal(head)) {
      const rpm = head[H.rotorRpm] as number;
      const inletMmHg = state.nodePressureMmHg[node.pumpInlet] as number;
      const inlet = share(inletMmHg, INLET_SHUT_MMHG, INLET_COLLAPSE_MMHG);
      square(
        at.boot,
        state,
        CONE_MMHG_PER_ML_PER_S,
        FLOW_LOSS_MMHG_PER_ML_PER_S2,
        shutOffHeadMmHg(rpm) * inlet,
      );
      return;
    }
    const missing = Math.max(0, 1 - head[H.occlusionFraction]);
    const flow = rollerFlow(head, subStep);
    conductance[at.boot] = LEAK_ML_PER_S_MMHG * missing;
    drive[at.boot] = rollersMove(state, flow, node.pumpInlet, node.premembrane);
  }

  /** Suction and vent heads move what there is to move; the rest is air and goes to the reservoir's vent. */
  function setSuction(state: WorldState, subStep: number): void {
    const fieldShare = share(state.nodeVolumeMl[node.field], 0, SUCTION_FULL_ML);
    const heartShare = share(state.nodePressureMmHg[node.leftHeart], LEFT_HEART_EMPTY_MMHG, 0);
    const pull = (edge: number, line: Parameters<typeof lineCode>[0], available: number): void => {
      const index = headCarrying(state, lineCode(line));
      const flow = index < 0 ? 0 : -rollerFlow(state.head[index] as Float64Array, subStep);
      source(edge, Math.max(0, flow) * available);
    };
    pull(at.suck1, "suck1Boot", fieldShare);
    pull(at.suck2, "suck2Boot", fieldShare);
    pull(at.vent, "ventBoot", heartShare);
    const cardioplegia = headCarrying(state, lineCode("cardioplegiaBoot"));
    const head = cardioplegia < 0 ? null : (state.head[cardioplegia] as Float64Array);
    const drawn = head === null ? 0 : Math.max(0, rollerFlow(head, subStep));
    source(at.cardioplegiaDraw, rollersMove(state, drawn, node.filter, node.cardioplegiaLine));
  }

  function closeClamps(state: WorldState): void {
    for (let edge = 0; edge < EDGE_COUNT; edge += 1) {
      for (const site of clampIndexes[edge] as number[]) {
        if (state.clamps[site] === 1) throttle(edge, 0);
      }
    }
    const jaws = state.machine[M.clampJawsClosed] === 1 && state.machine[M.clampLineInside] === 1;
    if (jaws) throttle(at.arterialClamp, 0);
  }

  function assemble(state: WorldState): void {
    matrix.fill(0);
    for (let i = 0; i < n; i += 1) {
      const stiffness = vessels.complianceMlPerMmHg[i] / SUB_STEP_S;
      matrix[i * n + i] = stiffness;
      right[i] = stiffness * state.nodePressureMmHg[i];
    }
    for (let edge = 0; edge < EDGE_COUNT; edge += 1) {
      const a = fromNode[edge] as number;
      const b = toNode[edge] as number;
      const g = conductance[edge] as number;
      const s = drive[edge] as number;
      if (a < n) {
        matrix[a * n + a] += g;
        right[a] -= s;
        if (b < n) matrix[a * n + b] -= g;
        else right[a] += g * state.nodePressureMmHg[b];
      }
      if (b < n) {
        matrix[b * n + b] += g;
        right[b] += s;
        if (a < n) matrix[b * n + a] -= g;
        else right[b] += g * state.nodePressureMmHg[a];
      }
    }
  }

  function move(state: WorldState): void {
    const pressure = state.nodePressureMmHg;
    for (let i = 0; i < n; i += 1) pressure[i] = right[i] as number;
    for (let edge = 0; edge < EDGE_COUNT; edge += 1) {
      const a = fromNode[edge] as number;
      const b = toNode[edge] as number;
      const flow = conductance[edge] * (pressure[a] - pressure[b]) + drive[edge];
      state.edgeFlowMlPerS[edge] = flow;
      const moved = flow * SUB_STEP_S;
      state.edgeMovedMl[edge] += moved;
      state.nodeVolumeMl[a] -= moved;
      state.nodeVolumeMl[b] += moved;
    }
  }

  return {
    subStep(state, subStep) {
      setLines(state);
      setBeds(state);
      setArterialPump(state, subStep);
      setSuction(state, subStep);
      closeClamps(state);
      assemble(state);
      solveInPlace(matrix, right, n);
      move(state);
    },
  };
}
