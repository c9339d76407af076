/**
 * Lines, cannulae and reservoir of the circuit as edges (docs/model.md C-4 to C-6, C-10, C-20 and C-21).
 * What cannot change within a tick is worked out once in it.
 */
import { resistanceRatio } from "../../machine/oxygenator.ts";
import { NO_UNIT, OXYGENATOR_UNIT } from "../../machine/oxygenatorUnit.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { nodeIndex } from "../topology.ts";
import { bloodShareIn, clottedFraction } from "./cellBlood.ts";
import { AT, type EdgeTable, perMlPerS, perMlPerS2, share } from "./edgeTable.ts";
import { reservoirMmHg } from "./reservoirGas.ts";
import { drains } from "./venousAir.ts";
import { FIBRES_SHARE, type Vessels } from "./vessels.ts";

const M = MACHINE.index;
const P = PATIENT.index;
const U = OXYGENATOR_UNIT.index;

/** Linear part of a line's resistance, mmHg per L/min; wide, short tubing (K). */
const LINE_MMHG_PER_LPM = 0.2;
const RECIRCULATION_MMHG_PER_LPM = 15;
const BRIDGE_MMHG_PER_LPM = 12;
/** The purge line lets 20 mL/min go at 160 mmHg (K). */
const PURGE_MMHG_PER_LPM = 8000;
/** Reservoir outlet and the way to the boot: −8 mmHg at the boot at 4.6 L/min (K). */
const OUTLET_MMHG_PER_LPM2 = 0.85;
const OUTLET_COLUMN_MMHG = 10;
const OUTLET_MMHG_PER_ML = 0.002;
/** Line and needle in the aortic root, and line and balloon catheter in the coronary sinus (K). */
const ANTEGRADE_MMHG_PER_LPM = 200;
const RETROGRADE_MMHG_PER_LPM = 350;
/** Perfusion of the neck arteries by a balloon catheter, and of the superior cava by its cannula (K). */
const SELECTIVE_MMHG_PER_LPM = 60;
const RETROGRADE_CEREBRAL_MMHG_PER_LPM = 25;
/** An open needle vent in the root, and an opened arch, to the field (K). */
const ROOT_VENT_MMHG_PER_LPM = 30;
const OPEN_ARCH_MMHG_PER_LPM = 3;
/** Right atrial pressure at which the venous cannula sucks the wall in, and where it has shut. */
const CANNULA_COLLAPSE_MMHG = -0.5;
const CANNULA_SHUT_MMHG = -4;
/** Time in which the wall is sucked in and falls open again, s (K). */
const WALL_S = 0.08;
/** Aortic pressure at which its wall closes on the cannula when blood runs back (K). */
const AORTA_COLLAPSE_MMHG = 4;
const AORTA_SHUT_MMHG = -1;

const fibresShare = bloodShareIn("oxygenator");
const tableShare = bloodShareIn("arterialTable");
const venousLineShare = bloodShareIn("venousLine");

/** What air loses on its way against blood; not nothing, so that a line full of air stays solvable. */
const AIR_LOSS_RATIO = 0.02;

export interface Tubing {
  /** Once a tick. */
  beginTick(state: WorldState): void;
  /** In every sub-step of `dtS`. */
  subStep(state: WorldState, dtS: number): void;
}

export function createTubing(setup: WorldSetup, vessels: Vessels, edges: EdgeTable): Tubing {
  const { circuit } = setup;
  const line = perMlPerS(LINE_MMHG_PER_LPM);
  const arterialLoss = {
    linearMmHgPerMlPerS: line,
    squareMmHgPerMlPerS2: perMlPerS2(circuit.arterialCannulaMmHgPerLpm2),
  };
  const venousLoss = {
    linearMmHgPerMlPerS: line,
    squareMmHgPerMlPerS2: perMlPerS2(circuit.venousCannulaMmHgPerLpm2) / 2,
  };
  const outletLoss = {
    linearMmHgPerMlPerS: line,
    squareMmHgPerMlPerS2: perMlPerS2(OUTLET_MMHG_PER_LPM2),
  };
  const loss = { linearMmHgPerMlPerS: 0, squareMmHgPerMlPerS2: 0 };
  let tableBloodShare = 1;
  let venousBloodShare = 1;
  const node = {
    aorta: nodeIndex("aorta"),
    arterialTable: nodeIndex("arterialTable"),
    cava: nodeIndex("cava"),
    filter: nodeIndex("filter"),
    reservoir: nodeIndex("reservoir"),
    veins: nodeIndex("veins"),
  };

  /** An empty aorta falls shut on the cannula: it gives no more blood back than it holds. */
  function cannulateAorta(state: WorldState): void {
    // Air is a thousandth as heavy: it rushes through where blood loses its pressure.
    const lumen = state.patient[P.trueLumenOpenFraction] as number;
    loss.linearMmHgPerMlPerS = arterialLoss.linearMmHgPerMlPerS;
    loss.squareMmHgPerMlPerS2 =
      (arterialLoss.squareMmHgPerMlPerS2 * Math.max(AIR_LOSS_RATIO, tableBloodShare)) /
      (lumen * lumen);
    edges.square(AT.arterialCannula, state, loss, -vessels.siphonMmHg);
    const tableMmHg = state.nodePressureMmHg[node.arterialTable] - vessels.siphonMmHg;
    const aortaMmHg = state.nodePressureMmHg[node.aorta] as number;
    if (tableMmHg < aortaMmHg) {
      edges.throttle(AT.arterialCannula, share(aortaMmHg, AORTA_SHUT_MMHG, AORTA_COLLAPSE_MMHG));
    }
  }

  /** Blood into the false lumen and through the torn wall; it never comes back by that way (C-22). */
  function dissect(state: WorldState): void {
    const { patient } = state;
    const tableMmHg = state.nodePressureMmHg[node.arterialTable] - vessels.siphonMmHg;
    const isFilled = tableMmHg > Math.max(0, state.nodePressureMmHg[node.veins] as number) ? 1 : 0;
    const ways = [AT.falseLumen, AT.wallLeak] as const;
    const slots = [P.falseLumenMlPerSPerMmHg, P.wallLeakMlPerSPerMmHg] as const;
    for (let way = 0; way < ways.length; way += 1) {
      const mlPerSPerMmHg = patient[slots[way] as number] as number;
      edges.conduct(ways[way] as number, mlPerSPerMmHg * isFilled, -vessels.siphonMmHg);
    }
  }

  /** The wall of an empty atrium is sucked onto the cannula and lets go again: the line chatters (C-10). */
  function cannulateCava(state: WorldState, dtS: number): void {
    // Only the blood of the column sucks: a line full of air is an air lock.
    edges.square(AT.venousCannula, state, venousLoss, vessels.siphonMmHg * venousBloodShare);
    const cavaMmHg = state.nodePressureMmHg[node.cava] as number;
    const wanted = share(cavaMmHg, CANNULA_SHUT_MMHG, CANNULA_COLLAPSE_MMHG);
    const { patient } = state;
    patient[P.venousCannulaOpenFraction] +=
      (wanted - patient[P.venousCannulaOpenFraction]) * Math.min(1, dtS / WALL_S);
    // A lock breaks the siphon; what is pressed up the line is not held back by it.
    const isPressedBack = state.edgeFlowMlPerS[AT.venousCannula] < 0;
    const lock = isPressedBack ? 1 : drains(venousBloodShare);
    const passes = lock * patient[P.venousCannulaOpenFraction];
    edges.throttle(AT.venousCannula, passes);
  }

  /** Fibres can clot; where no unit is, nothing passes (C-4). */
  function setOxygenator(state: WorldState): void {
    const { unit } = state;
    const isThere = unit[U.inCircuit] === NO_UNIT ? 0 : 1;
    edges.linear(AT.oxygenatorInlet, (1 - FIBRES_SHARE) * circuit.membraneGradientMmHgPerLpm);
    const clotted = resistanceRatio(clottedFraction(state));
    const wet = Math.max(AIR_LOSS_RATIO, fibresShare(state));
    edges.linear(AT.membrane, FIBRES_SHARE * circuit.membraneGradientMmHgPerLpm * clotted * wet);
    edges.throttle(AT.oxygenatorInlet, isThere);
    edges.throttle(AT.membrane, isThere);
  }

  return {
    beginTick(state) {
      const { machine } = state;
      tableBloodShare = tableShare(state);
      venousBloodShare = venousLineShare(state);
      // Vent and vacuum regulator (M-48, M-49).
      state.nodePressureMmHg[node.reservoir] = reservoirMmHg(state, circuit.reservoirCapacityMl);
      edges.narrow(AT.filterOutlet, machine[M.arterialOpenFraction] as number);
      // A kink and the hand on the occluder (M-50).
      edges.narrow(
        AT.venousReturn,
        machine[M.venousOpenFraction] * machine[M.venousOccluderOpenFraction],
      );
      edges.linear(AT.arterialClamp, LINE_MMHG_PER_LPM);
      edges.linear(AT.filterOutlet, LINE_MMHG_PER_LPM);
      setOxygenator(state);
      edges.linear(AT.recirculation, RECIRCULATION_MMHG_PER_LPM);
      edges.linear(AT.bridge, BRIDGE_MMHG_PER_LPM);
      edges.linear(AT.cardioplegiaAntegrade, ANTEGRADE_MMHG_PER_LPM);
      edges.linear(AT.cardioplegiaRetrograde, RETROGRADE_MMHG_PER_LPM);
      edges.linear(AT.selectivePerfusion, SELECTIVE_MMHG_PER_LPM, -vessels.siphonMmHg);
      edges.linear(AT.retrogradeCerebral, RETROGRADE_CEREBRAL_MMHG_PER_LPM, -vessels.siphonMmHg);
    },
    subStep(state, dtS) {
      const pressure = state.nodePressureMmHg;
      cannulateAorta(state);
      dissect(state);
      cannulateCava(state, dtS);
      edges.square(AT.venousReturn, state, venousLoss, 0);
      const column = OUTLET_COLUMN_MMHG + state.nodeVolumeMl[node.reservoir] * OUTLET_MMHG_PER_ML;
      edges.square(AT.reservoirOutlet, state, outletLoss, column);
      edges.linear(AT.purge, PURGE_MMHG_PER_LPM);
      // One-way valve in the purge line.
      if (pressure[node.filter] <= pressure[node.reservoir]) edges.throttle(AT.purge, 0);
      drain(AT.rootVent, ROOT_VENT_MMHG_PER_LPM, pressure[nodeIndexRoot] as number);
      drain(AT.openArch, OPEN_ARCH_MMHG_PER_LPM, pressure[nodeIndexNeck] as number);
    },
  };

  /** An opening to the field lets blood out, never in. */
  function drain(edge: number, mmHgPerLpm: number, insideMmHg: number): void {
    edges.linear(edge, mmHgPerLpm);
    if (insideMmHg <= 0) edges.throttle(edge, 0);
  }
}

const nodeIndexRoot = nodeIndex("aorticRoot");
const nodeIndexNeck = nodeIndex("neckArteries");
