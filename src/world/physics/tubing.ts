/**
 * Lines, cannulae and reservoir of the circuit as edges (docs/model.md C-4 to C-6, C-10, C-20 and C-21).
 * What cannot change within a tick is worked out once in it.
 */
import { resistanceInPlace } from "../../machine/oxygenator.ts";
import { NO_UNIT, OXYGENATOR_UNIT } from "../../machine/oxygenatorUnit.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { nodeIndex } from "../topology.ts";
import { bloodShareOf, readClotted } from "./cellBlood.ts";
import {
  AT,
  type EdgeTable,
  perMlPerS,
  perMlPerS2,
  SUB_STEP,
  shareInPlace,
  TERM,
} from "./edgeTable.ts";
import { settleReservoirGas } from "./reservoirGas.ts";
import { drainInPlace } from "./venousAir.ts";
import { FIBRES_SHARE, type Vessels } from "./vessels.ts";

const M = MACHINE.index;
const P = PATIENT.index;
const U = OXYGENATOR_UNIT.index;
const T = TERM.index;

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

const ROOT_NODE = nodeIndex("aorticRoot");
const NECK_NODE = nodeIndex("neckArteries");
/** Cells of the shares of blood. */
const AT_TABLE = 0;
const IN_VENOUS_LINE = 1;
const AMONG_FIBRES = 2;
const fibresShare = bloodShareOf("oxygenator");
const tableShare = bloodShareOf("arterialTable");
const venousLineShare = bloodShareOf("venousLine");

/** What air loses on its way against blood; not nothing, so that a line full of air stays solvable. */
const AIR_LOSS_RATIO = 0.02;

export interface Tubing {
  /** Once a tick. */
  beginTick(state: WorldState): void;
  /** In every sub-step. */
  subStep(state: WorldState): void;
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
  const { term, subStep: now } = edges;
  /** Shares of blood in the line at the table, in the venous line and among the fibres. */
  const blood = new Float64Array(3);
  const clotted = new Float64Array(1);
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
      (arterialLoss.squareMmHgPerMlPerS2 * Math.max(AIR_LOSS_RATIO, blood[AT_TABLE])) /
      (lumen * lumen);
    term[T.pushMmHg] = -vessels.siphonMmHg;
    edges.square(AT.arterialCannula, state, loss);
    const tableMmHg = state.nodePressureMmHg[node.arterialTable] - vessels.siphonMmHg;
    const aortaMmHg = state.nodePressureMmHg[node.aorta] as number;
    if (tableMmHg < aortaMmHg) {
      term[T.fraction] = aortaMmHg;
      shareInPlace(term, T.fraction, AORTA_SHUT_MMHG, AORTA_COLLAPSE_MMHG);
      edges.throttle(AT.arterialCannula);
    }
  }

  /** Blood into the false lumen and through the torn wall; it never comes back by that way (C-22). */
  function dissect(state: WorldState): void {
    const { patient } = state;
    const tableMmHg = state.nodePressureMmHg[node.arterialTable] - vessels.siphonMmHg;
    const isFilled = tableMmHg > Math.max(0, state.nodePressureMmHg[node.veins] as number) ? 1 : 0;
    term[T.pushMmHg] = -vessels.siphonMmHg;
    term[T.mlPerSPerMmHg] = patient[P.falseLumenMlPerSPerMmHg] * isFilled;
    edges.conduct(AT.falseLumen);
    term[T.mlPerSPerMmHg] = patient[P.wallLeakMlPerSPerMmHg] * isFilled;
    edges.conduct(AT.wallLeak);
  }

  /** The wall of an empty atrium is sucked onto the cannula and lets go again: the line chatters (C-10). */
  function cannulateCava(state: WorldState): void {
    // Only the blood of the column sucks: a line full of air is an air lock.
    term[T.pushMmHg] = vessels.siphonMmHg * blood[IN_VENOUS_LINE];
    edges.square(AT.venousCannula, state, venousLoss);
    term[T.fraction] = state.nodePressureMmHg[node.cava];
    shareInPlace(term, T.fraction, CANNULA_SHUT_MMHG, CANNULA_COLLAPSE_MMHG);
    const { patient } = state;
    patient[P.venousCannulaOpenFraction] +=
      (term[T.fraction] - patient[P.venousCannulaOpenFraction]) *
      Math.min(1, now[SUB_STEP.index.dtS] / WALL_S);
    // A lock breaks the siphon; what is pressed up the line is not held back by it.
    term[T.fraction] = blood[IN_VENOUS_LINE];
    if (state.edgeFlowMlPerS[AT.venousCannula] < 0) term[T.fraction] = 1;
    else drainInPlace(term, T.fraction);
    term[T.fraction] *= patient[P.venousCannulaOpenFraction];
    edges.throttle(AT.venousCannula);
  }

  /** Fibres can clot; where no unit is, nothing passes (C-4). */
  function setOxygenator(state: WorldState): void {
    const { unit } = state;
    term[T.pushMmHg] = 0;
    term[T.mmHgPerLpm] = (1 - FIBRES_SHARE) * circuit.membraneGradientMmHgPerLpm;
    edges.linear(AT.oxygenatorInlet);
    readClotted(state, clotted, 0);
    resistanceInPlace(clotted, 0);
    fibresShare(state, blood, AMONG_FIBRES);
    const wet = Math.max(AIR_LOSS_RATIO, blood[AMONG_FIBRES]);
    term[T.mmHgPerLpm] = FIBRES_SHARE * circuit.membraneGradientMmHgPerLpm * clotted[0] * wet;
    edges.linear(AT.membrane);
    term[T.fraction] = unit[U.inCircuit] === NO_UNIT ? 0 : 1;
    edges.throttle(AT.oxygenatorInlet);
    edges.throttle(AT.membrane);
  }

  /** A line of this resistance, and a push that the caller has set. */
  function lay(edge: number, mmHgPerLpm: number): void {
    term[T.mmHgPerLpm] = mmHgPerLpm;
    edges.linear(edge);
  }

  /** An opening to the field lets blood out, never in. */
  function drain(edge: number, mmHgPerLpm: number, inside: number, state: WorldState): void {
    term[T.pushMmHg] = 0;
    lay(edge, mmHgPerLpm);
    if (state.nodePressureMmHg[inside] <= 0) shut(edge);
  }

  function shut(edge: number): void {
    term[T.fraction] = 0;
    edges.throttle(edge);
  }

  return {
    beginTick(state) {
      const { machine } = state;
      tableShare(state, blood, AT_TABLE);
      venousLineShare(state, blood, IN_VENOUS_LINE);
      // Vent and vacuum regulator (M-48, M-49).
      settleReservoirGas(state, circuit.reservoirCapacityMl);
      term[T.fraction] = machine[M.arterialOpenFraction];
      edges.narrow(AT.filterOutlet);
      // A kink and the hand on the occluder (M-50).
      term[T.fraction] = machine[M.venousOpenFraction] * machine[M.venousOccluderOpenFraction];
      edges.narrow(AT.venousReturn);
      term[T.pushMmHg] = 0;
      lay(AT.arterialClamp, LINE_MMHG_PER_LPM);
      lay(AT.filterOutlet, LINE_MMHG_PER_LPM);
      setOxygenator(state);
      lay(AT.recirculation, RECIRCULATION_MMHG_PER_LPM);
      lay(AT.bridge, BRIDGE_MMHG_PER_LPM);
      lay(AT.cardioplegiaAntegrade, ANTEGRADE_MMHG_PER_LPM);
      lay(AT.cardioplegiaRetrograde, RETROGRADE_MMHG_PER_LPM);
      term[T.pushMmHg] = -vessels.siphonMmHg;
      lay(AT.selectivePerfusion, SELECTIVE_MMHG_PER_LPM);
      lay(AT.retrogradeCerebral, RETROGRADE_CEREBRAL_MMHG_PER_LPM);
    },
    subStep(state) {
      const pressure = state.nodePressureMmHg;
      cannulateAorta(state);
      dissect(state);
      cannulateCava(state);
      term[T.pushMmHg] = 0;
      edges.square(AT.venousReturn, state, venousLoss);
      term[T.pushMmHg] =
        OUTLET_COLUMN_MMHG + state.nodeVolumeMl[node.reservoir] * OUTLET_MMHG_PER_ML;
      edges.square(AT.reservoirOutlet, state, outletLoss);
      term[T.pushMmHg] = 0;
      lay(AT.purge, PURGE_MMHG_PER_LPM);
      // One-way valve in the purge line.
      if (pressure[node.filter] <= pressure[node.reservoir]) shut(AT.purge);
      drain(AT.rootVent, ROOT_VENT_MMHG_PER_LPM, ROOT_NODE, state);
      drain(AT.openArch, OPEN_ARCH_MMHG_PER_LPM, NECK_NODE, state);
    },
  };
}
