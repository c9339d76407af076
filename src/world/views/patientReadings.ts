/** What can be read of the patient: the monitor's numbers, and the truth behind them. */
import { mlPerSToLpm } from "../../kernel/units.ts";
import { transducerErrorMmHg } from "../../machine/transducer.ts";
import { RHYTHMS } from "../contract/ids.ts";
import { TRANSDUCERS, type Transducer } from "../contract/machineIds.ts";
import { cellSaturation } from "../physics/cellBlood.ts";
import { PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  amountIndex,
  BEDS,
  cellCount,
  edgeIndex,
  firstCell,
  GAS,
  lastCell,
  type Node,
  nodeIndex,
} from "../topology.ts";
import type { Reader } from "./reader.ts";

const P = PATIENT.index;
const CAVA = nodeIndex("cava");
const AORTA_CELL = lastCell("aorta");
const CANNULA = edgeIndex("arterialCannula");
const LEFT = edgeIndex("brainLeft");
const RIGHT = edgeIndex("brainRight");
const PATIENT_NODES: readonly Node[] = ["aorta", "cava", "leftHeart", "veins", "field"];

const errorMmHg = (s: WorldState, id: Transducer): number =>
  transducerErrorMmHg(s.transducer[TRANSDUCERS.indexOf(id)] as Float64Array);

const own =
  (slot: number): Reader =>
  (s) =>
    s.patient[slot] as number;

/** Blood in a set of nodes, mL. */
export function bloodInNodes(state: WorldState, nodes: readonly Node[]): number {
  let sum = 0;
  for (const node of nodes) {
    for (let i = 0; i < cellCount(node); i += 1) {
      const cell = firstCell[node] + i;
      sum += state.cellVolumeMl[cell] - state.cellAmount[amountIndex(GAS, cell)];
    }
  }
  return sum;
}

function bedBloodMl(state: WorldState): number {
  let sum = 0;
  for (const bed of BEDS) sum += state.cellVolumeMl[firstCell[bed]] as number;
  return sum;
}

export const patientReadings: Readonly<Record<string, Reader>> = {
  "patient.arterialPressureMmHg": (s) => s.nodePressureMmHg[0] + errorMmHg(s, "arterial"),
  "patient.arterialPressureMeanMmHg": own(P.arterialMeanMmHg),
  "patient.arterialPressureSystolicMmHg": own(P.arterialSystolicMmHg),
  "patient.arterialPressureDiastolicMmHg": own(P.arterialDiastolicMmHg),
  "patient.centralVenousPressureMmHg": (s) => s.nodePressureMmHg[CAVA] + errorMmHg(s, "venous"),
  "patient.rhythm": (_s, setup) => RHYTHMS.indexOf(setup.patient.rhythm),
  "patient.nirsLeftFraction": own(P.nirsLeftFraction),
  "patient.nirsRightFraction": own(P.nirsRightFraction),
  "patient.nirsBaselineFraction": (_s, setup) =>
    (setup.patient.nirsBaselineLeftFraction + setup.patient.nirsBaselineRightFraction) / 2,
  "patient.nasopharyngealC": own(P.nasopharyngealC),
  "patient.bladderC": own(P.bladderC),
  "patient.bisFraction": own(P.bisFraction),
  "patient.systemicFlowTrueLpm": (s) => mlPerSToLpm(s.edgeFlowMlPerS[CANNULA] as number),
  "patient.brainFlowTrueLpm": (s) => mlPerSToLpm(s.edgeFlowMlPerS[LEFT] + s.edgeFlowMlPerS[RIGHT]),
  "patient.brainTemperatureTrueC": own(P.brainTissueC),
  "patient.ischaemiaDose": own(P.ischaemiaDose),
  "patient.airDeliveredMl": own(P.airDeliveredMl),
  "patient.oxygenDebtMl": own(P.oxygenDebtMl),
  "patient.oxygenUptakeMlPerMin": (s) => s.patient[P.oxygenUptakeMlPerS] * 60,
  "patient.bloodVolumeTrueMl": (s) => bloodInNodes(s, PATIENT_NODES) + bedBloodMl(s),
  "patient.arterialSaturationTrueFraction": (s) => cellSaturation(s, AORTA_CELL),
  "patient.leftVentricleVolumeMl": (s) => s.nodeVolumeMl[nodeIndex("leftHeart")] as number,
};
