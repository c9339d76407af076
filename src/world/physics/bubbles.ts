/**
 * How air travels (docs/model.md ). In tubing the air of a cell is one slug with blood before and
 * behind it, so a front stays a front and small bubbles run together. Oxygenator and filter hold
 * what comes until they are full; in heart and great vessels it is mixed in; in small vessels it lodges.
 */
import type { WorldSetup } from "../contract/setup.ts";
import { PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  amountIndex,
  BEDS,
  CELL_COUNT,
  cellCount,
  firstCell,
  GAS,
  lastCell,
  NODES,
  type Node,
} from "../topology.ts";
import { letAirOut } from "./airEntry.ts";

const P = PATIENT.index;
const TICK_S = 0.02;
/** What is left of a slug below this is gone, mL. */
const TRACE_ML = 1e-9;
/** Air rises: more of it than its share goes up into the neck and the coronary that springs in front (K). */
const NECK_BIAS = 1.2;
const ROOT_BIAS = 2.2;
/**
 * Lodged air that blood running backward pushes out, against an even mixture: 60 % a minute with 1.5 L/min
 * into the snared cava, of which the veins of the head let a twentieth through (clinical.md A2.4, PROVISIONAL).
 */
const BACKWASH_SHARE = 3;
/** A bubble rises in the half-inch venous line: 12 cm/s (Taylor's bubble, 0.35 √(gD)) in 1.27 cm². */
const RISE_ML = 12 * 1.27 * TICK_S;

/** Out of a full trap air breaks away in bubbles of this size, mL (K; one that fills a 3/8 inch line). */
const BREAKAWAY_ML = 1;

const SLUG = 0;
const TRAP = 1;
const MIXED = 2;
const BED = 3;
const TUBING: readonly Node[] = [
  "arterialLine",
  "arterialTable",
  "cardioplegiaLine",
  "premembrane",
  "pumpInlet",
  "venousLine",
];
const TRAPS: readonly Node[] = ["filter", "oxygenator"];
const CIRCUIT: readonly Node[] = [...TUBING, ...TRAPS, "reservoir", "field"];

/** Fluxes of a tick: from, to and mL as gathered; donor and signed share of its blood; mL of gas. */
export interface Fluxes {
  count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly ml: Float64Array;
  readonly donor: Int32Array;
  readonly share: Float64Array;
  readonly gasMl: Float64Array;
}

export interface Bubbles {
  /** Whether any cell holds air. */
  areThere(state: WorldState): boolean;
  /** Divide every flux into air and blood, and correct the share of its donor's blood it takes. */
  split(state: WorldState): void;
  /** Take the air out of the cells while blood moves by its shares. */
  liftOut(state: WorldState): void;
  /** Put the air back and move it, after blood and volumes have moved. */
  settle(state: WorldState): void;
}

function kindOfCells(): Uint8Array {
  const kind = new Uint8Array(CELL_COUNT).fill(MIXED);
  for (const node of NODES) {
    const of = TUBING.includes(node) ? SLUG : TRAPS.includes(node) ? TRAP : MIXED;
    kind.fill(of, firstCell[node], lastCell(node) + 1);
  }
  for (const bed of BEDS) kind[firstCell[bed]] = BED;
  return kind;
}

function holdOfCells(setup: WorldSetup): Float64Array {
  const hold = new Float64Array(CELL_COUNT);
  const share = (node: Node, ml: number): void => {
    hold.fill(ml / cellCount(node), firstCell[node], lastCell(node) + 1);
  };
  const { circuit } = setup;
  share("oxygenator", Math.min(circuit.oxygenatorAirHoldMl, 0.5 * circuit.oxygenatorVolumeMl));
  share("filter", Math.min(circuit.filterAirHoldMl, 0.5 * circuit.filterVolumeMl));
  return hold;
}

function isInCircuit(): Uint8Array {
  const inside = new Uint8Array(CELL_COUNT);
  for (const node of CIRCUIT) inside.fill(1, firstCell[node], lastCell(node) + 1);
  return inside;
}

const between = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));

export function createBubbles(setup: WorldSetup, fluxes: Fluxes): Bubbles {
  const { from, to, ml, donor, share, gasMl } = fluxes;
  const kind = kindOfCells();
  const hold = holdOfCells(setup);
  const inCircuit = isInCircuit();
  const capture = setup.circuit.filterAirCaptureFraction;
  const gasRow = amountIndex(GAS, 0);
  const neckCell = firstCell.neckArteries;
  const rootCell = firstCell.aorticRoot;
  const firstBed = firstCell[BEDS[0]];
  const heartBed = firstCell.coronary;
  const venousFirst = firstCell.venousLine;
  const venousLast = lastCell("venousLine");
  /** Of every cell: what leaves by its end and its beginning, and how much of each mL of that is air. */
  const outEnd = new Float64Array(CELL_COUNT);
  const outStart = new Float64Array(CELL_COUNT);
  const gasPerEnd = new Float64Array(CELL_COUNT);
  const gasPerStart = new Float64Array(CELL_COUNT);
  /** Of every cell: how much of the blood asked of it it has, 0 to 1. */
  const bloodThere = new Float64Array(CELL_COUNT);
  /** Of every cell: blood that entered at its beginning less what left there; air that came at either. */
  const bloodStart = new Float64Array(CELL_COUNT);
  const airStart = new Float64Array(CELL_COUNT);
  const airEnd = new Float64Array(CELL_COUNT);
  /** The air of every cell while it is lifted out. */
  const lifted = new Float64Array(CELL_COUNT);

  function gatherOutflows(): void {
    outEnd.fill(0);
    outStart.fill(0);
    for (let flux = 0; flux < fluxes.count; flux += 1) {
      const moved = ml[flux] as number;
      if (moved > 0) outEnd[donor[flux]] += moved;
      else outStart[donor[flux]] -= moved;
    }
  }

  /** How much air each mL that leaves a cell takes along. */
  function weighOutflows(state: WorldState): void {
    for (let cell = 0; cell < CELL_COUNT; cell += 1) {
      const gas = state.cellAmount[gasRow + cell] as number;
      gasPerEnd[cell] = 0;
      gasPerStart[cell] = 0;
      if (gas <= 0) continue;
      const volume = state.cellVolumeMl[cell] as number;
      if (kind[cell] === MIXED || kind[cell] === BED) {
        const even = Math.min(1, gas / volume);
        const pushed = kind[cell] === BED ? state.bedPushedFraction[cell - firstBed] : 1;
        gasPerEnd[cell] = even * pushed;
        gasPerStart[cell] = kind[cell] === BED ? even * BACKWASH_SHARE : even;
        continue;
      }
      const held = state.cellHeldGasMl[cell] as number;
      const loose = Math.max(0, gas - held);
      if (kind[cell] === TRAP && loose < BREAKAWAY_ML && held > 0.99 * hold[cell]) continue;
      const tail = state.cellGasTailMl[cell] as number;
      const lead = volume - gas - tail;
      const byEnd = between(outEnd[cell] - lead, 0, Math.min(loose, outEnd[cell] as number));
      const rest = Math.min(loose - byEnd, outStart[cell] as number);
      const byStart = between(outStart[cell] - tail, 0, rest);
      if (byEnd > 0) gasPerEnd[cell] = byEnd / outEnd[cell];
      if (byStart > 0) gasPerStart[cell] = byStart / outStart[cell];
    }
  }

  /** A cell that has less blood than is asked of it gives air for the rest, held or not. */
  function weighBlood(state: WorldState): void {
    for (let cell = 0; cell < CELL_COUNT; cell += 1) {
      bloodThere[cell] = 1;
      const gas = state.cellAmount[gasRow + cell] as number;
      if (gas <= 0) continue;
      const byEnd = outEnd[cell] * Math.max(0, 1 - gasPerEnd[cell]);
      const byStart = outStart[cell] * Math.max(0, 1 - gasPerStart[cell]);
      const blood = Math.max(0, state.cellVolumeMl[cell] - gas);
      if (byEnd + byStart > blood) bloodThere[cell] = blood / (byEnd + byStart);
    }
  }

  /** The share of a flux that is air, and then its air in mL, without its sign. */
  const air = new Float64Array(1);

  /** Share of a flux that is air by where it comes from and goes to. */
  function weighAir(state: WorldState, flux: number): void {
    const moved = ml[flux] as number;
    const giver = donor[flux] as number;
    const receiver = (moved > 0 ? to[flux] : from[flux]) as number;
    if (giver === heartBed && receiver === rootCell) {
      const even = state.cellAmount[gasRow + giver] / (state.cellVolumeMl[giver] as number);
      air[0] = even * BACKWASH_SHARE;
      return;
    }
    air[0] = (moved > 0 ? gasPerEnd : gasPerStart)[giver];
    if (air[0] === 0 || kind[giver] !== MIXED) return;
    if (receiver === neckCell) air[0] *= NECK_BIAS;
    else if (receiver === rootCell) air[0] *= ROOT_BIAS;
  }

  function measureAir(state: WorldState, flux: number): void {
    weighAir(state, flux);
    const asked = Math.max(0, 1 - air[0]);
    air[0] = Math.abs(ml[flux] as number) * (1 - asked * bloodThere[donor[flux]]);
  }

  function split(state: WorldState): void {
    gatherOutflows();
    weighOutflows(state);
    weighBlood(state);
    for (let flux = 0; flux < fluxes.count; flux += 1) {
      const giver = donor[flux] as number;
      const gas = state.cellAmount[gasRow + giver] as number;
      gasMl[flux] = 0;
      if (gas <= 0) continue;
      measureAir(state, flux);
      const taken = air[0];
      const moved = ml[flux] as number;
      const blood = (state.cellVolumeMl[giver] as number) - gas;
      const ofBlood = blood > TRACE_ML ? (Math.abs(moved) - taken) / blood : 0;
      gasMl[flux] = taken;
      share[flux] = moved > 0 ? ofBlood : -ofBlood;
    }
  }

  function deliver(state: WorldState): void {
    bloodStart.fill(0);
    airStart.fill(0);
    airEnd.fill(0);
    for (let flux = 0; flux < fluxes.count; flux += 1) {
      const moved = ml[flux] as number;
      const gas = gasMl[flux] as number;
      const giver = donor[flux] as number;
      const receiver = (moved > 0 ? to[flux] : from[flux]) as number;
      const blood = Math.abs(moved) - gas;
      if (moved > 0) bloodStart[receiver] += blood;
      else bloodStart[giver] -= blood;
      if (gas === 0) continue;
      state.cellAmount[gasRow + giver] -= gas;
      state.cellAmount[gasRow + receiver] += gas;
      if (moved > 0) airStart[receiver] += gas;
      else airEnd[receiver] += gas;
      if (inCircuit[giver] === inCircuit[receiver]) continue;
      const toPatient = inCircuit[receiver] === 0;
      state.patient[toPatient ? P.airDeliveredMl : P.airReturnedMl] += gas;
    }
  }

  /** Air that arrives in a trap with room is held. */
  function catchAir(state: WorldState, cell: number): void {
    const arrived = airStart[cell] + airEnd[cell];
    if (arrived <= 0) return;
    const room = Math.max(0, hold[cell] - state.cellHeldGasMl[cell]);
    const caught = Math.min(room, capture * arrived);
    state.cellHeldGasMl[cell] += caught;
    airStart[cell] *= 1 - caught / arrived;
    airEnd[cell] *= 1 - caught / arrived;
  }

  /** Where the slug of a cell stands now: behind it the blood that came after it. */
  function placeSlug(state: WorldState, cell: number): void {
    const gas = state.cellAmount[gasRow + cell] as number;
    const held = Math.min(state.cellHeldGasMl[cell] as number, gas);
    state.cellHeldGasMl[cell] = held;
    const blood = Math.max(0, state.cellVolumeMl[cell] - gas);
    const loose = gas - held;
    if (loose <= 0) {
      state.cellGasTailMl[cell] = 0;
      return;
    }
    const came = airStart[cell] + airEnd[cell];
    const stayed = Math.max(0, loose - came);
    const isVenous = cell >= venousFirst && cell <= venousLast;
    const moved = state.cellGasTailMl[cell] + bloodStart[cell] - (isVenous ? RISE_ML : 0);
    const sum = stayed * between(moved, 0, blood) + (airEnd[cell] as number) * blood;
    state.cellGasTailMl[cell] = between(sum / (stayed + came), 0, blood);
  }

  return {
    areThere(state) {
      for (let at = gasRow; at < gasRow + CELL_COUNT; at += 1) {
        if (state.cellAmount[at] !== 0) return true;
      }
      return false;
    },
    split,
    liftOut(state) {
      for (let cell = 0; cell < CELL_COUNT; cell += 1) {
        lifted[cell] = state.cellAmount[gasRow + cell] as number;
        state.cellAmount[gasRow + cell] = 0;
      }
    },
    settle(state) {
      for (let cell = 0; cell < CELL_COUNT; cell += 1)
        state.cellAmount[gasRow + cell] = lifted[cell] as number;
      deliver(state);
      for (let cell = 0; cell < CELL_COUNT; cell += 1) {
        const gas = state.cellAmount[gasRow + cell] as number;
        if (gas === 0) continue;
        if (gas < TRACE_ML) letAirOut(state, cell);
        if (kind[cell] === TRAP) catchAir(state, cell);
        if (kind[cell] === TRAP || kind[cell] === SLUG) placeSlug(state, cell);
      }
    },
  };
}
