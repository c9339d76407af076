/** What pump heads move: arterial boot or cone, suckers, vent and cardioplegia (docs/model.md C-8, C-11, C-12, C-24, C-25, M-12). */
import { sin } from "../../kernel/detMath.ts";
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
import { bloodShareIn } from "./cellBlood.ts";
import { AT, type EdgeTable, share } from "./edgeTable.ts";

const H = HEAD.index;

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
const pumpInletShare = bloodShareIn("pumpInlet");

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

/** Flow of a roller head `sinceTickS` after the tick began, mL/s; it swings twice a turn (C-12). */
function rollerFlow(head: Float64Array, sinceTickS: number): number {
  const rpm = head[H.rotorRpm] as number;
  if (rpm === 0) return 0;
  const mean = (rpm / S_PER_MIN) * trueStrokeMl(head);
  const angle = head[H.angleRevolutions] + (rpm / S_PER_MIN) * sinceTickS;
  const way = head[H.bootReversed] === 1 ? -1 : 1;
  return way * mean * (1 + RIPPLE_FRACTION * sin(FOUR_PI * angle));
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

export interface PumpEdges {
  /** Once a tick: which head carries which line. */
  beginTick(state: WorldState): void;
  /** Fill the edges that pumps drive, `sinceTickS` after the tick began. */
  subStep(state: WorldState, sinceTickS: number): void;
}

export function createPumpEdges(edges: EdgeTable): PumpEdges {
  const node = {
    cardioplegiaLine: nodeIndex("cardioplegiaLine"),
    filter: nodeIndex("filter"),
    premembrane: nodeIndex("premembrane"),
    pumpInlet: nodeIndex("pumpInlet"),
  };

  /** Head of each line in this tick, by its index, or −1. */
  let coneBloodShare = 1;
  const carrier = { arterial: -1, suck1: -1, suck2: -1, vent: -1, cardioplegia: -1 };

  function setArterialPump(state: WorldState, sinceTickS: number): void {
    if (carrier.arterial < 0) {
      edges.linear(AT.boot, OPEN_BOOT_MMHG_PER_LPM);
      return;
    }
    const head = state.head[carrier.arterial] as Float64Array;
    if (isCentrifugal(head)) {
      const inletMmHg = state.nodePressureMmHg[node.pumpInlet] as number;
      const inlet = share(inletMmHg, INLET_SHUT_MMHG, INLET_COLLAPSE_MMHG);
      const primed = share(coneBloodShare, CONE_LOST_SHARE, CONE_PRIMED_SHARE);
      edges.square(AT.boot, state, CONE_LOSS, shutOffHeadMmHg(head[H.rotorRpm]) * inlet * primed);
      return;
    }
    const missing = Math.max(0, 1 - (head[H.occlusionFraction] as number));
    const flow = rollerFlow(head, sinceTickS);
    edges.conduct(AT.boot, ROLLER_LEAK_ML_PER_S_MMHG * missing, 0);
    const moved = rollersMove(state, flow, node.pumpInlet, node.premembrane);
    edges.drive[AT.boot] = moved * edges.openFraction(AT.boot);
  }

  /** Flow a head gives to the line it carries, with its forward direction clockwise as −1. */
  function carriedFlow(state: WorldState, index: number, sign: number, sinceTickS: number): number {
    return index < 0 ? 0 : sign * rollerFlow(state.head[index] as Float64Array, sinceTickS);
  }

  /** Suckers and vent move what there is to move; the rest is air and goes to the reservoir's vent (C-11). */
  function setSuction(state: WorldState, sinceTickS: number): void {
    const fieldShare = fieldBloodShare(state);
    const heartShare = heartBloodShare(state);
    edges.source(
      AT.suck1,
      fieldShare * Math.max(0, carriedFlow(state, carrier.suck1, -1, sinceTickS)),
    );
    edges.source(
      AT.suck2,
      fieldShare * Math.max(0, carriedFlow(state, carrier.suck2, -1, sinceTickS)),
    );
    edges.source(
      AT.vent,
      heartShare * Math.max(0, carriedFlow(state, carrier.vent, -1, sinceTickS)),
    );
    const drawn = Math.max(0, carriedFlow(state, carrier.cardioplegia, 1, sinceTickS));
    const moved = rollersMove(state, drawn, node.filter, node.cardioplegiaLine);
    edges.source(AT.cardioplegiaDraw, moved);
  }

  return {
    beginTick(state) {
      coneBloodShare = pumpInletShare(state);
      carrier.arterial = arterialHeadIndex(state);
      carrier.suck1 = headCarrying(state, SUCK_1);
      carrier.suck2 = headCarrying(state, SUCK_2);
      carrier.vent = headCarrying(state, VENT);
      carrier.cardioplegia = headCarrying(state, CARDIOPLEGIA);
    },
    subStep(state, sinceTickS) {
      setArterialPump(state, sinceTickS);
      setSuction(state, sinceTickS);
    },
  };
}
