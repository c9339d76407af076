/** What can be read of the circuit: pressures, flows, level, in-line sensors, and every line's look. */
import { lpmToMlPerS, mlPerSToLpm } from "../../kernel/units.ts";
import {
  DISSOLVED_O2_ML_PER_DL_MMHG,
  HUFNER_ML_PER_G,
} from "../../physiology/blood/oxygenContent.ts";
import { HEMOGLOBIN_G_PER_RED_CELL_ML } from "../../physiology/blood/properties.ts";
import { secondsInPlace } from "../console/alarmConditions.ts";
import { CLAMP_SITES, LINES, type Line } from "../contract/ids.ts";
import { CELL_BLOOD, createCellBlood, readCell } from "../physics/cellBlood.ts";
import { MACHINE } from "../state/layouts.ts";
import {
  amountIndex,
  cellCount,
  type EdgeId,
  edgeIndex,
  firstCell,
  GAS,
  type Node,
} from "../topology.ts";
import { bloodIn } from "./patientReadings.ts";
import { type Computed, flag, held, type Reader } from "./reader.ts";

const M = MACHINE.index;
const VENOUS_RETURN = edgeIndex("venousReturn");
const FILTER_OUTLET = edgeIndex("filterOutlet");
const RESERVOIR = firstCell.reservoir;
const CIRCUIT_NODES: readonly Node[] = [
  "arterialLine",
  "arterialTable",
  "cardioplegiaLine",
  "filter",
  "oxygenator",
  "premembrane",
  "pumpInlet",
  "reservoir",
  "venousLine",
];
const READ = createCellBlood();
const own = (slot: number): Reader => held("machine", slot);
const flowIndex: Computed = (s, into, at, setup) => {
  into[at] = mlPerSToLpm(s.machine[M.flowProbeShownMlPerS] as number) / setup.patient.bodySurfaceM2;
};

/** Oxygen delivery index as a console works it out from its own sensors. */
const deliveryIndex: Computed = (s, into, at, setup) => {
  const m = s.machine;
  const hb = m[M.hematocritShown] * HEMOGLOBIN_G_PER_RED_CELL_ML * 100;
  const content =
    HUFNER_ML_PER_G * hb * m[M.arterialSaturationShown] +
    DISSOLVED_O2_ML_PER_DL_MMHG * m[M.arterialPo2Shown];
  flowIndex(s, into, at, setup);
  into[at] = Math.max(0, into[at]) * content * 10;
};

const plainReadings: Readonly<Record<string, Reader>> = {
  "circuit.arterialFlowDisplayedLpm": (s, into, at) => {
    into[at] = mlPerSToLpm(s.machine[M.flowProbeShownMlPerS] as number);
  },
  "circuit.flowProbeValid": (s, into, at) => {
    into[at] = flag(s.machine[M.flowProbeFailed] === 0 && s.machine[M.consolePowered] === 1);
  },
  "circuit.arterialFlowTrueLpm": (s, into, at) => {
    into[at] = mlPerSToLpm(s.edgeFlowMlPerS[FILTER_OUTLET] as number);
  },
  "circuit.venousFlowTrueLpm": (s, into, at) => {
    into[at] = mlPerSToLpm(s.edgeFlowMlPerS[VENOUS_RETURN] as number);
  },
  "circuit.premembranePressureMmHg": own(M.premembraneShownMmHg),
  "circuit.postmembranePressureMmHg": own(M.postmembraneShownMmHg),
  "circuit.transmembraneGradientMmHg": (s, into, at) => {
    into[at] = s.machine[M.premembraneShownMmHg] - s.machine[M.postmembraneShownMmHg];
  },
  "circuit.reservoirVolumeMl": held("cellVolumeMl", RESERVOIR),
  "circuit.timeToMinimumS": (s, into, at, setup) => {
    into[at] = setup.circuit.reservoirMinimumMl;
    secondsInPlace(s, into, at);
  },
  "circuit.timeToEmptyS": (s, into, at) => {
    into[at] = 0;
    secondsInPlace(s, into, at);
  },
  "circuit.venousSaturationDisplayedFraction": own(M.venousSaturationShown),
  "circuit.venousSensorFlow": (s, into, at) => {
    into[at] = flag(Math.abs(s.edgeFlowMlPerS[VENOUS_RETURN] as number) > lpmToMlPerS(0.2));
  },
  "circuit.hematocritDisplayedFraction": own(M.hematocritShown),
  "circuit.arterialSaturationDisplayedFraction": own(M.arterialSaturationShown),
  "circuit.arterialOxygenTensionDisplayedMmHg": own(M.arterialPo2Shown),
  "circuit.arterialCarbonDioxideTensionDisplayedMmHg": own(M.arterialPco2Shown),
  "circuit.arterialTemperatureC": own(M.arterialShownC),
  "circuit.venousTemperatureC": own(M.venousShownC),
  "circuit.bubbleVolumeDisplayedMl": own(M.bubbleShownMl),
  "circuit.flowIndexLpmPerM2": flowIndex,
  "circuit.oxygenDeliveryIndexMlPerMinPerM2": deliveryIndex,
  "circuit.lineVolumeTrueMl": bloodIn(CIRCUIT_NODES, []),
};

interface LineView {
  readonly edge: EdgeId;
  readonly firstCell: number;
  readonly cellCount: number;
}
const ofNode = (edge: EdgeId, node: Node): LineView => ({
  edge,
  firstCell: firstCell[node],
  cellCount: cellCount(node),
});

/** Which cells and which flow an eye sees when it looks at a line. */
const LINE_VIEWS: Readonly<Record<Line, LineView>> = {
  venous: ofNode("venousReturn", "venousLine"),
  reservoirOutlet: ofNode("reservoirOutlet", "pumpInlet"),
  pumpOutlet: ofNode("boot", "premembrane"),
  oxygenator: ofNode("membrane", "oxygenator"),
  filter: ofNode("filterOutlet", "filter"),
  arterial: ofNode("arterialClamp", "arterialLine"),
  arterialTable: ofNode("arterialCannula", "arterialTable"),
  recirculation: { edge: "recirculation", firstCell: firstCell.filter + 1, cellCount: 1 },
  bridge: { edge: "bridge", firstCell: firstCell.arterialTable + 2, cellCount: 1 },
  purge: { edge: "purge", firstCell: firstCell.filter, cellCount: 1 },
  vent: ofNode("vent", "leftVentricle"),
  suck1: ofNode("suck1", "field"),
  suck2: ofNode("suck2", "field"),
  cardioplegia: ofNode("cardioplegiaDraw", "cardioplegiaLine"),
};

function lineReadings(line: Line): Readonly<Record<string, Reader>> {
  const view = LINE_VIEWS[line];
  const edge = edgeIndex(view.edge);
  const middle = view.firstCell + ((view.cellCount / 2) | 0);
  const gasShare: Computed = (state, into, at) => {
    let gas = 0;
    let volume = 0;
    for (let i = 0; i < view.cellCount; i += 1) {
      gas += state.cellAmount[amountIndex(GAS, view.firstCell + i)];
      volume += state.cellVolumeMl[view.firstCell + i];
    }
    into[at] = volume > 0 ? Math.min(1, gas / volume) : 0;
  };
  return {
    [`line.${line}.saturationFraction`]: (s, into, at) => {
      readCell(s, middle, READ);
      into[at] = READ[CELL_BLOOD.index.saturationFraction];
    },
    [`line.${line}.flowLpm`]: (s, into, at) => {
      into[at] = mlPerSToLpm(s.edgeFlowMlPerS[edge] as number);
    },
    [`line.${line}.gasFraction`]: gasShare,
  };
}

export const circuitReadings: Readonly<Record<string, Reader>> = {
  ...plainReadings,
  ...Object.assign({}, ...LINES.map(lineReadings)),
  ...Object.fromEntries(
    CLAMP_SITES.map((site, at) => [`clamp.${site}.closed`, held("clamps", at)]),
  ),
};
