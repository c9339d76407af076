/** What can be read of the patient: the monitor's numbers, and the truth behind them. */
import { ML_PER_L, mlPerSToLpm } from "../../kernel/units.ts";
import { transducerErrorMmHg } from "../../machine/transducer.ts";
import { CLOSURES, SURGEON_SITES } from "../contract/ids.ts";
import { TRANSDUCERS, type Transducer } from "../contract/machineIds.ts";
import { CELL_BLOOD, createCellBlood, readCell } from "../physics/cellBlood.ts";
import { isBeating } from "../physics/heart.ts";
import { PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  amountIndex,
  BEDS,
  type Bed,
  cellsOf,
  type EdgeId,
  edgeIndex,
  firstCell,
  GAS,
  lastCell,
  type Node,
  nodeIndex,
} from "../topology.ts";
import { type Computed, held, type Reader } from "./reader.ts";

const P = PATIENT.index;
const CAVA = nodeIndex("cava");
const SUPERIOR_CAVA = nodeIndex("superiorCava");
const LEFT_VENTRICLE = nodeIndex("leftVentricle");
const AORTA_CELL = lastCell("aorta");
const CANNULA = edgeIndex("arterialCannula");
const LEFT = edgeIndex("brainLeft");
const RIGHT = edgeIndex("brainRight");
const PATIENT_NODES: readonly Node[] = [
  "aorta",
  "aorticRoot",
  "cava",
  "leftAtrium",
  "leftVentricle",
  "neckArteries",
  "pulmonaryArtery",
  "rightVentricle",
  "superiorCava",
  "veins",
];
const PATIENT_CELLS = cellsOf(PATIENT_NODES);

const READ = createCellBlood();
const transducerIndex = (id: Transducer): number => TRANSDUCERS.indexOf(id);
const ARTERIAL = transducerIndex("arterial");
const VENOUS = transducerIndex("venous");
const errorMmHg = (s: WorldState, transducer: number): number =>
  transducerErrorMmHg(s.transducer[transducer] as Float64Array);

const own = (slot: number): Reader => held("patient", slot);

/** Blood in a set of nodes and beds, mL; the cells are looked up once. */
export function bloodIn(nodes: readonly Node[], beds: readonly Bed[]): Computed {
  const cells = Int32Array.from([...cellsOf(nodes), ...beds.map((bed) => firstCell[bed])]);
  return ({ cellVolumeMl, cellAmount }, into, at) => {
    let sum = 0;
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i] as number;
      sum += cellVolumeMl[cell] - cellAmount[amountIndex(GAS, cell)];
    }
    into[at] = sum;
  };
}

/** Gas in what the patient has of vessels that are not capillaries, mL. */
const airInVesselsMl: Computed = ({ cellAmount }, into, at) => {
  let sum = 0;
  for (let i = 0; i < PATIENT_CELLS.length; i += 1)
    sum += cellAmount[amountIndex(GAS, PATIENT_CELLS[i] as number)] as number;
  into[at] = sum;
};
const airOf = (bed: Bed): Reader => held("cellAmount", amountIndex(GAS, firstCell[bed]));

const pressureOf = (node: Node): Reader => held("nodePressureMmHg", nodeIndex(node));
const flowOf = (edge: EdgeId): Reader => {
  const index = edgeIndex(edge);
  return (s, into, at) => {
    into[at] = mlPerSToLpm(s.edgeFlowMlPerS[index] as number);
  };
};

const heartReadings: Readonly<Record<string, Reader>> = {
  "patient.heartRatePerMin": own(P.heartRatePerMin),
  "patient.beatFraction": (s, into, at) => {
    into[at] = isBeating(s) ? Math.min(1, s.patient[P.beatS] / s.patient[P.beatLengthS]) : 0;
  },
  "patient.pulmonaryPressureMmHg": pressureOf("pulmonaryArtery"),
  "patient.pulmonaryPressureMeanMmHg": own(P.pulmonaryMeanMmHg),
  "patient.leftAtrialPressureMmHg": pressureOf("leftAtrium"),
  "patient.leftVentriclePressureMmHg": pressureOf("leftVentricle"),
  "patient.strokeVolumeMl": own(P.strokeVolumeMl),
  "patient.ejectionFraction": (s, into, at) => {
    into[at] =
      s.patient[P.endDiastolicMl] > 1
        ? Math.min(1, s.patient[P.strokeVolumeMl] / s.patient[P.endDiastolicMl])
        : 0;
  },
  "patient.cardiacOutputTrueLpm": (s, into, at) => {
    into[at] = (s.patient[P.strokeVolumeMl] * s.patient[P.heartRatePerMin]) / ML_PER_L;
  },
  "patient.contractilityRatio": own(P.contractilityRatio),
  "patient.myocardialPotassiumMmolPerL": own(P.myocardialPotassiumMmolPerL),
  "patient.myocardialC": own(P.myocardialC),
  "patient.myocardialInjury": own(P.myocardialInjury),
  "patient.coronaryFlowTrueLpm": flowOf("coronary"),
  "patient.kidneyFlowTrueLpm": flowOf("kidney"),
  "patient.arteriolarToneRatio": own(P.arteriolarToneRatio),
  "patient.bloodViscosityRatio": own(P.bloodViscosityRatio),
  "patient.lungsVentilated": own(P.lungsVentilated),
};

const siteReadings: Readonly<Record<string, Reader>> = Object.fromEntries(
  SURGEON_SITES.map((site): [string, Reader] => {
    const at = CLOSURES.indexOf(site);
    return [`surgeon.${site}.closed`, held("clamps", at)];
  }),
);

export const patientReadings: Readonly<Record<string, Reader>> = {
  "patient.arterialPressureMmHg": (s, into, at) => {
    into[at] = s.nodePressureMmHg[0] + errorMmHg(s, ARTERIAL);
  },
  "patient.arterialPressureMeanMmHg": own(P.arterialMeanMmHg),
  "patient.arterialPressureSystolicMmHg": own(P.arterialSystolicMmHg),
  "patient.arterialPressureDiastolicMmHg": own(P.arterialDiastolicMmHg),
  "patient.centralVenousPressureMmHg": (s, into, at) => {
    into[at] = s.nodePressureMmHg[CAVA] + errorMmHg(s, VENOUS);
  },
  "patient.superiorCavaPressureMmHg": (s, into, at) => {
    into[at] = s.nodePressureMmHg[SUPERIOR_CAVA] as number;
  },
  "patient.rhythm": own(P.rhythm),
  "patient.nirsLeftFraction": own(P.nirsLeftFraction),
  "patient.nirsRightFraction": own(P.nirsRightFraction),
  "patient.nirsBaselineFraction": (_s, into, at, setup) => {
    const { nirsBaselineLeftFraction: left, nirsBaselineRightFraction: right } = setup.patient;
    into[at] = (left + right) / 2;
  },
  "patient.nasopharyngealC": own(P.nasopharyngealC),
  "patient.bladderC": own(P.bladderC),
  "patient.bisFraction": own(P.bisFraction),
  "patient.systemicFlowTrueLpm": (s, into, at) => {
    into[at] = mlPerSToLpm(s.edgeFlowMlPerS[CANNULA] as number);
  },
  "patient.brainFlowTrueLpm": (s, into, at) => {
    into[at] = mlPerSToLpm(s.edgeFlowMlPerS[LEFT] + s.edgeFlowMlPerS[RIGHT]);
  },
  "patient.brainTemperatureTrueC": own(P.brainTissueC),
  "patient.ischaemiaDose": own(P.ischaemiaDose),
  "patient.airDeliveredMl": own(P.airDeliveredMl),
  "patient.airReturnedMl": own(P.airReturnedMl),
  "patient.airInVesselsMl": airInVesselsMl,
  "patient.airBrainLeftMl": airOf("brainLeft"),
  "patient.airBrainRightMl": airOf("brainRight"),
  "patient.airCoronaryMl": airOf("coronary"),
  "patient.oxygenDebtMl": own(P.oxygenDebtMl),
  "patient.oxygenUptakeMlPerMin": (s, into, at) => {
    into[at] = s.patient[P.oxygenUptakeMlPerS] * 60;
  },
  "patient.bloodVolumeTrueMl": bloodIn(PATIENT_NODES, BEDS),
  "patient.bloodInFieldTrueMl": bloodIn(["field"], []),
  "patient.arterialSaturationTrueFraction": (s, into, at) => {
    readCell(s, AORTA_CELL, READ);
    into[at] = READ[CELL_BLOOD.index.saturationFraction];
  },
  "patient.leftVentricleVolumeMl": held("nodeVolumeMl", LEFT_VENTRICLE),
  ...heartReadings,
  ...siteReadings,
};
