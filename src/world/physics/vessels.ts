/**
 * Compliance and unstressed volume of every node, and the opening state of the case worked out from
 * the patient's pressures and the set flow (docs/model.md C-1, C-2 and C-9).
 */
import { lpmToMlPerS } from "../../kernel/units.ts";
import { MMHG_PER_CM_BLOOD } from "../../physiology/blood/properties.ts";
import {
  LEFT_ATRIUM,
  LEFT_VENTRICLE,
  REFERENCE_SURFACE_M2,
  RIGHT_ATRIUM,
  RIGHT_VENTRICLE,
} from "../../physiology/heart/chambers.ts";
import { bedVolumeMl, vesselSize } from "../../physiology/patient/organs.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { NODES, type Node, nodeIndex, SOLVED_NODES } from "../topology.ts";

/**
 * Compliance of tubing and housings, mL/mmHg. Together 0.4 from boot to arterial clamp: a line closed
 * there climbs by 190 mmHg/s at 4.6 L/min (clinical.md B8: 100–200 mmHg/s). Set by us (PROVISIONAL).
 */
const TUBING_COMPLIANCE: Readonly<Partial<Record<Node, number>>> = {
  arterialLine: 0.14,
  arterialTable: 0.1,
  cardioplegiaLine: 0.05,
  filter: 0.12,
  oxygenator: 0.08,
  premembrane: 0.06,
  pumpInlet: 0.05,
  venousLine: 0.3,
};
/** Great veins with the relaxed right atrium (K). */
const CAVA_COMPLIANCE_ML_PER_MMHG = 12;
/** Share of the oxygenator's pressure drop in its fibres; the rest is inlet port and heat exchanger (K). */
export const FIBRES_SHARE = 0.8;
/** Root, neck, head veins, and the lungs' vessels (CVSim-21; physiology.md 5). */
const SMALL_COMPLIANCE = {
  aorticRoot: 0.2,
  neckArteries: 0.15,
  superiorCava: 8,
  pulmonaryArtery: 3.4,
  pulmonaryVeins: 9,
} as const;
/**
 * Unstressed volumes of the default adult, mL (CVSim-21's 70 kg, with vessels it does not have apart set
 * by us); others have them by vesselSize.
 */
const UNSTRESSED_ML: Readonly<Partial<Record<Node, number>>> = {
  aorta: 490,
  aorticRoot: 20,
  cava: 206 + RIGHT_ATRIUM.unstressedMl,
  leftAtrium: 230 + LEFT_ATRIUM.unstressedMl,
  leftVentricle: LEFT_VENTRICLE.unstressedMl,
  neckArteries: 40,
  pulmonaryArtery: 120,
  rightVentricle: RIGHT_VENTRICLE.unstressedMl,
  superiorCava: 260,
};
const CARDIOPLEGIA_LINE_ML = 40;
const FIELD_START_ML = 30;
/** Left atrium and pulmonary artery before the first tick; settling finds what they are (K). */
const LEFT_ATRIAL_MMHG = 2;
const PULMONARY_MMHG = 6;
/** Drop from small veins to the right atrium at full flow: 5 mmHg at 4.6 L/min (K). */
export const VEINS_MMHG_PER_ML_PER_S = 5 / lpmToMlPerS(4.6);

export interface Vessels {
  /** Of atria the veins' share only: their own changes with the beat. */
  readonly complianceMlPerMmHg: Float64Array;
  readonly unstressedMl: Float64Array;
  readonly startPressureMmHg: Float64Array;
  readonly startVolumeMl: Float64Array;
  /** Weight of the column between table and machine, mmHg. */
  readonly siphonMmHg: number;
}

/** Flow through the body before the first tick: the pump's, or what the heart gives without it. */
export function openingFlowLpm(setup: WorldSetup): number {
  const pumped = setup.machine.heads.arterial.flowLpm;
  const { patient } = setup;
  return pumped > 0 ? pumped : patient.cardiacIndexLpmPerM2 * patient.bodySurfaceM2;
}

/** Pressures along the circuit at the set flow, before the first tick (C-9). */
function startPressures(setup: WorldSetup, siphonMmHg: number): Record<Node, number> {
  const { patient, circuit, machine } = setup;
  const flowLpm = machine.heads.arterial.flowLpm;
  const aorta = patient.meanArterialPressureMmHg;
  const arterialTable = aorta + siphonMmHg + circuit.arterialCannulaMmHgPerLpm2 * flowLpm * flowLpm;
  const cava = patient.centralVenousPressureMmHg;
  return {
    aorta,
    aorticRoot: patient.crossClamped ? cava : aorta,
    arterialTable,
    arterialLine: arterialTable,
    cardioplegiaLine: cava,
    cava,
    filter: arterialTable,
    leftAtrium: LEFT_ATRIAL_MMHG,
    leftVentricle: LEFT_ATRIAL_MMHG,
    neckArteries: aorta,
    oxygenator: arterialTable + FIBRES_SHARE * circuit.membraneGradientMmHgPerLpm * flowLpm,
    premembrane: arterialTable + circuit.membraneGradientMmHgPerLpm * flowLpm,
    pulmonaryArtery: PULMONARY_MMHG,
    pumpInlet: -8,
    rightVentricle: cava,
    superiorCava: cava + 2,
    veins: cava + VEINS_MMHG_PER_ML_PER_S * lpmToMlPerS(openingFlowLpm(setup)),
    venousLine: (0.5 * circuit.venousCannulaMmHgPerLpm2 * flowLpm * flowLpm) / 2,
    field: 0,
    reservoir: 0,
  };
}

/** Volumes of the nodes that are filled by what they are, not by what is left over. */
function fixedVolumes(setup: WorldSetup): Partial<Record<Node, number>> {
  const { circuit } = setup;
  return {
    arterialLine: circuit.arterialLineVolumeMl,
    arterialTable: circuit.arterialTableVolumeMl,
    cardioplegiaLine: CARDIOPLEGIA_LINE_ML,
    filter: circuit.filterVolumeMl,
    oxygenator: circuit.oxygenatorVolumeMl,
    premembrane: circuit.pumpOutletVolumeMl,
    pumpInlet: circuit.reservoirOutletVolumeMl,
    venousLine: circuit.venousLineVolumeMl,
    field: FIELD_START_ML,
    reservoir: circuit.reservoirStartMl,
  };
}

/**
 * Everything the hydraulics needs that does not change during a case. The veins take what the
 * capillary beds and all else leave of the blood volume.
 */
export function createVessels(setup: WorldSetup): Vessels {
  const { patient, circuit } = setup;
  const siphonMmHg = circuit.reservoirHeadCm * MMHG_PER_CM_BLOOD;
  const pressure = startPressures(setup, siphonMmHg);
  const volume = fixedVolumes(setup);
  const size = patient.bodySurfaceM2 / REFERENCE_SURFACE_M2;
  const atrial = {
    cava: size / RIGHT_ATRIUM.diastolicMmHgPerMl,
    leftAtrium: size / LEFT_ATRIUM.diastolicMmHgPerMl,
  };
  const compliance: Partial<Record<Node, number>> = {
    ...TUBING_COMPLIANCE,
    aorta: patient.arterialComplianceMlPerMmHg - SMALL_COMPLIANCE.neckArteries,
    aorticRoot: SMALL_COMPLIANCE.aorticRoot,
    cava: CAVA_COMPLIANCE_ML_PER_MMHG - atrial.cava,
    leftAtrium: size * SMALL_COMPLIANCE.pulmonaryVeins,
    leftVentricle: size / LEFT_VENTRICLE.diastolicMmHgPerMl,
    neckArteries: SMALL_COMPLIANCE.neckArteries,
    pulmonaryArtery: size * SMALL_COMPLIANCE.pulmonaryArtery,
    rightVentricle: size / RIGHT_VENTRICLE.diastolicMmHgPerMl,
    superiorCava: SMALL_COMPLIANCE.superiorCava,
    veins: patient.venousComplianceMlPerMmHg - SMALL_COMPLIANCE.superiorCava,
  };
  const unstressedMl = (node: Node): number | undefined => {
    const referenceMl = UNSTRESSED_ML[node];
    return referenceMl === undefined ? undefined : vesselSize(patient.bodySurfaceM2) * referenceMl;
  };
  const vessels: Vessels = {
    complianceMlPerMmHg: new Float64Array(NODES.length).fill(1),
    unstressedMl: new Float64Array(NODES.length),
    startPressureMmHg: Float64Array.from(NODES, (node) => pressure[node]),
    startVolumeMl: new Float64Array(NODES.length),
    siphonMmHg,
  };
  let placed = bedVolumeMl(patient.bodySurfaceM2);
  for (const node of NODES) {
    const at = nodeIndex(node);
    const c = compliance[node] ?? 1;
    vessels.complianceMlPerMmHg[at] = c;
    const gives = c + ((atrial as Partial<Record<Node, number>>)[node] ?? 0);
    const start = volume[node] ?? (unstressedMl(node) ?? 0) + gives * pressure[node];
    vessels.startVolumeMl[at] = start;
    if (node !== "veins") placed += start;
  }
  const veins = nodeIndex("veins");
  vessels.startVolumeMl[veins] = patient.bloodVolumeMl - placed;
  for (const node of SOLVED_NODES) {
    const at = nodeIndex(node);
    vessels.unstressedMl[at] =
      unstressedMl(node) ??
      vessels.startVolumeMl[at] - vessels.complianceMlPerMmHg[at] * pressure[node];
  }
  return vessels;
}
