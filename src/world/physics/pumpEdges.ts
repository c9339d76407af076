/** What pump heads move: arterial boot or cone, suckers, vent and cardioplegia (docs/model.md C-8, C-11, C-12, C-24, C-25, M-12). */
import { sinInPlace } from "../../kernel/detMathInPlace.ts";
import { S_PER_MIN } from "../../kernel/units.ts";
import {
  CONE_MMHG_PER_ML_PER_S,
  FLOW_LOSS_MMHG_PER_ML_PER_S2,
  shutOffHeadMmHg,
} from "../../machine/centrifugal.ts";
import { HEAD, isCentrifugal, trueStrokeMl } from "../../machine/head.ts";
import { lineCode } from "../../machine/names.ts";
import { CLAMP_SITES } from "../contract/ids.ts";
import type { WorldState } from "../state/state.ts";
import { nodeIndex } from "../topology.ts";
import { bloodShareOf } from "./cellBlood.ts";
import { AT, type EdgeTable, SUB_STEP, share, shareInPlace, TERM } from "./edgeTable.ts";

const H = HEAD.index;
const T = TERM.index;

const FOUR_PI = 12.566370614359172;
/** A boot out of its raceway is an open tube. */
const OPEN_BOOT_MMHG_PER_LPM = 6;
/**
 * Back-leak of an under-occlusive roller per unit of missing occlusion: 10 % of 4.6 L/min lost at 250 mmHg
 * for 0.9, since occlusion is an efficiency (clinical.md A1.4: 0.85 to 1.0).
 */
export const ROLLER_LEAK_ML_PER_S_MMHG = 0.307;
/** Two rollers: share of the flow by which it swings twice a turn (K). */
const RIPPLE_FRACTION = 0.8;
/** Pressure on a boot's sucking side at which it starts to collapse, and where it has shut, mmHg (K). */
const INLET_COLLAPSE_MMHG = -150;
const INLET_SHUT_MMHG = -400;
/** Pressure on a boot's pushing side from which its rollers give way, and where nothing passes, mmHg (K). */
const ROLLERS_YIELD_MMHG = 1000;
const ROLLERS_LIFTED_MMHG = 1200;
const SUCTION_FULL_ML = 15;
const VENTRICLE_EMPTY_MMHG = -3;
const CONE_LOSS = {
  linearMmHgPerMlPerS: CONE_MMHG_PER_ML_PER_S,
  squareMmHgPerMlPerS2: FLOW_LOSS_MMHG_PER_ML_PER_S2,
} as const;

/** A cone throws blood, not air: it pumps in full with this share of blood at its eye, and nothing below that (K). */
const CONE_PRIMED_SHARE = 0.9;
const CONE_LOST_SHARE = 0.4;
const pumpInletShare = bloodShareOf("pumpInlet");

const ARTERIAL_BOOT = lineCode("arterialBoot");
const CONE = lineCode("centrifugalCone");
const SUCK_1 = lineCode("suck1Boot");
const SUCK_2 = lineCode("suck2Boot");
const VENT = lineCode("ventBoot");
const CARDIOPLEGIA = lineCode("cardioplegiaBoot");

/** Head that carries a line, by its index, or −1 when the line lies in no head. */
export function headCarrying(state: WorldState, carried: number): number {
  for (let index = 0; index < state.head.length; index += 1) {
    if ((state.head[index] as Float64Array)[H.carries] === carried) return index;
  }
  return -1;
}

/** Index of the head that moves the patient's blood, or −1 while its boot is out. */
export function arterialHeadIndex(state: WorldState): number {
  const roller = headCarrying(state, ARTERIAL_BOOT);
  return roller >= 0 ? roller : headCarrying(state, CONE);
}

const SUCKING = [
  { line: SUCK_1, clamp: CLAMP_SITES.indexOf("suck1") },
  { line: SUCK_2, clamp: CLAMP_SITES.indexOf("suck2") },
  { line: VENT, clamp: CLAMP_SITES.indexOf("vent") },
] as const;
const FIELD = nodeIndex("field");
const VENTRICLE = nodeIndex("leftVentricle");

/** Where blood comes to the pumps from. */
const AT_EYE = 0;
const IN_FIELD = 1;
const IN_HEART = 2;

/** Share of what suckers and vent move that is blood (C-11). */
const fieldBloodShare = (state: WorldState): number =>
  share(state.nodeVolumeMl[FIELD] as number, 0, SUCTION_FULL_ML);
const heartBloodShare = (state: WorldState): number =>
  share(state.nodePressureMmHg[VENTRICLE] as number, VENTRICLE_EMPTY_MMHG, 0);

/** Gas that suckers and vent bring to the reservoir, mL/s; what a vent blows out of it counts against it (C-25). */
export function suctionGasMlPerS(state: WorldState): number {
  let gas = 0;
  for (const { line, clamp } of SUCKING) {
    const index = state.clamps[clamp] === 1 ? -1 : headCarrying(state, line);
    if (index < 0) continue;
    const head = state.head[index] as Float64Array;
    const way = head[H.bootReversed] === 1 ? 1 : -1;
    const moved = (way * (head[H.rotorRpm] as number) * trueStrokeMl(head)) / S_PER_MIN;
    const blood = line === VENT ? heartBloodShare(state) : fieldBloodShare(state);
    gas += moved > 0 ? moved * (1 - blood) : line === VENT ? moved : 0;
  }
  return gas;
}

/** Numbers at work: a share, or two; a sine. */
const WORK = new Float64Array(2);

export interface PumpEdges {
  /** Once a tick: which head carries which line. */
  beginTick(state: WorldState): void;
  /** Fill the edges that pumps drive. */
  subStep(state: WorldState): void;
}

export function createPumpEdges(edges: EdgeTable): PumpEdges {
  const node = {
    cardioplegiaLine: nodeIndex("cardioplegiaLine"),
    filter: nodeIndex("filter"),
    premembrane: nodeIndex("premembrane"),
    pumpInlet: nodeIndex("pumpInlet"),
  };

  const { term, subStep: now } = edges;
  /** Shares of what comes to the pumps that is blood: at the cone's eye, in the field, in the heart. */
  const blood = new Float64Array(3);

  /** Head of each line in this tick, by its index, or −1. */
  const carrier = { arterial: -1, suck1: -1, suck2: -1, vent: -1, cardioplegia: -1 };

  /** Flow of a roller head at this sub-step, mL/s, into `flowMlPerS`; it swings twice a turn (C-12). */
  function rollerFlow(head: Float64Array): void {
    const rpm = head[H.rotorRpm] as number;
    if (rpm === 0) {
      term[T.flowMlPerS] = 0;
      return;
    }
    const mean = (rpm / S_PER_MIN) * trueStrokeMl(head);
    const angle = head[H.angleRevolutions] + (rpm / S_PER_MIN) * now[SUB_STEP.index.sinceTickS];
    const way = head[H.bootReversed] === 1 ? -1 : 1;
    WORK[0] = FOUR_PI * angle;
    sinInPlace(WORK, 0);
    term[T.flowMlPerS] = way * mean * (1 + RIPPLE_FRACTION * WORK[0]);
  }

  /**
   * What rollers move between two nodes of `flowMlPerS`: the boot collapses where it sucks, and the rollers'
   * springs give way where it pushes (C-8). Positive flow is from `from` to `to`.
   */
  function rollersMove(state: WorldState, from: number, to: number): void {
    const flow = term[T.flowMlPerS];
    WORK[0] = state.nodePressureMmHg[flow > 0 ? from : to];
    WORK[1] = state.nodePressureMmHg[flow > 0 ? to : from];
    shareInPlace(WORK, 0, INLET_SHUT_MMHG, INLET_COLLAPSE_MMHG);
    shareInPlace(WORK, 1, ROLLERS_LIFTED_MMHG, ROLLERS_YIELD_MMHG);
    term[T.flowMlPerS] = flow * WORK[0] * WORK[1];
  }

  function setCone(state: WorldState, head: Float64Array): void {
    WORK[0] = state.nodePressureMmHg[node.pumpInlet];
    WORK[1] = blood[AT_EYE];
    shareInPlace(WORK, 0, INLET_SHUT_MMHG, INLET_COLLAPSE_MMHG);
    shareInPlace(WORK, 1, CONE_LOST_SHARE, CONE_PRIMED_SHARE);
    term[T.pushMmHg] = shutOffHeadMmHg(head[H.rotorRpm]) * WORK[0] * WORK[1];
    edges.square(AT.boot, state, CONE_LOSS);
  }

  function setArterialPump(state: WorldState): void {
    term[T.pushMmHg] = 0;
    if (carrier.arterial < 0) {
      term[T.mmHgPerLpm] = OPEN_BOOT_MMHG_PER_LPM;
      edges.linear(AT.boot);
      return;
    }
    const head = state.head[carrier.arterial] as Float64Array;
    if (isCentrifugal(head)) {
      setCone(state, head);
      return;
    }
    const missing = Math.max(0, 1 - (head[H.occlusionFraction] as number));
    term[T.mlPerSPerMmHg] = ROLLER_LEAK_ML_PER_S_MMHG * missing;
    edges.conduct(AT.boot);
    rollerFlow(head);
    rollersMove(state, node.pumpInlet, node.premembrane);
    edges.drive[AT.boot] = term[T.flowMlPerS] * edges.open[AT.boot];
  }

  /** Flow a head gives to the line it carries, with its forward direction clockwise as −1; never backwards. */
  function carriedFlow(state: WorldState, index: number, sign: 1 | -1): void {
    term[T.flowMlPerS] = 0;
    if (index < 0) return;
    rollerFlow(state.head[index] as Float64Array);
    term[T.flowMlPerS] = Math.max(0, sign * term[T.flowMlPerS]);
  }

  /** Suckers and vent move what there is to move; the rest is air and goes to the reservoir's vent (C-11). */
  function suck(state: WorldState, index: number, edge: number, where: number): void {
    carriedFlow(state, index, -1);
    term[T.flowMlPerS] *= blood[where];
    edges.source(edge);
  }

  function setSuction(state: WorldState): void {
    blood[IN_FIELD] = state.nodeVolumeMl[FIELD];
    shareInPlace(blood, IN_FIELD, 0, SUCTION_FULL_ML);
    blood[IN_HEART] = state.nodePressureMmHg[VENTRICLE];
    shareInPlace(blood, IN_HEART, VENTRICLE_EMPTY_MMHG, 0);
    suck(state, carrier.suck1, AT.suck1, IN_FIELD);
    suck(state, carrier.suck2, AT.suck2, IN_FIELD);
    suck(state, carrier.vent, AT.vent, IN_HEART);
    carriedFlow(state, carrier.cardioplegia, 1);
    rollersMove(state, node.filter, node.cardioplegiaLine);
    edges.source(AT.cardioplegiaDraw);
  }

  return {
    beginTick(state) {
      pumpInletShare(state, blood, AT_EYE);
      carrier.arterial = arterialHeadIndex(state);
      carrier.suck1 = headCarrying(state, SUCK_1);
      carrier.suck2 = headCarrying(state, SUCK_2);
      carrier.vent = headCarrying(state, VENT);
      carrier.cardioplegia = headCarrying(state, CARDIOPLEGIA);
    },
    subStep(state) {
      setArterialPump(state);
      setSuction(state);
    },
  };
}
