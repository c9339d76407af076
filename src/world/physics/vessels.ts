/**
 * Compliance and unstressed volume of every node, and the opening state of the case worked out from
 * the patient's pressures and the set flow (docs/model.md C-1, C-2 and C-9).
 */
import { lpmToMlPerS } from "../../kernel/units.ts";
import { MMHG_PER_CM_BLOOD } from "../../physiology/blood/properties.ts";
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
/** Great veins and right atrium; left heart when arrested (K). */
const CAVA_COMPLIANCE_ML_PER_MMHG = 12;
const LEFT_HEART_COMPLIANCE_ML_PER_MMHG = 6;
/** Share of the oxygenator's pressure drop in its fibres; the rest is inlet port and heat exchanger (K). */
export const FIBRES_SHARE = 0.8;
const AORTA_UNSTRESSED_ML = 550;
const CAVA_UNSTRESSED_ML = 220;
const LEFT_HEART_UNSTRESSED_ML = 60;
const CARDIOPLEGIA_LINE_ML = 40;
const FIELD_START_ML = 30;
/** Drop from small veins to the right atrium at full flow: 5 mmHg at 4.6 L/min (K). */
export const VEINS_MMHG_PER_ML_PER_S = 5 / lpmToMlPerS(4.6);

export interface Vessels {
  readonly complianceMlPerMmHg: Float64Array;
  readonly unstressedMl: Float64Array;
  readonly startPressureMmHg: Float64Array;
  readonly startVolumeMl: Float64Array;
  /** Weight of the column between table and machine, mmHg. */
  readonly siphonMmHg: number;
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
    arterialTable,
    arterialLine: arterialTable,
    cardioplegiaLine: cava,
    cava,
    filter: arterialTable,
    leftHeart: 2,
    oxygenator: arterialTable + FIBRES_SHARE * circuit.membraneGradientMmHgPerLpm * flowLpm,
    premembrane: arterialTable + circuit.membraneGradientMmHgPerLpm * flowLpm,
    pumpInlet: -8,
    veins: cava + VEINS_MMHG_PER_ML_PER_S * lpmToMlPerS(flowLpm),
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
 * Everything the hydraulics needs that does not change during a case. `bedVolumeMl` is the blood in
 * the capillary beds; the veins take what is left of the blood volume.
 */
export function createVessels(setup: WorldSetup, bedVolumeMl: number): Vessels {
  const { patient, circuit } = setup;
  const siphonMmHg = circuit.reservoirHeadCm * MMHG_PER_CM_BLOOD;
  const pressure = startPressures(setup, siphonMmHg);
  const volume = fixedVolumes(setup);
  const compliance: Partial<Record<Node, number>> = {
    ...TUBING_COMPLIANCE,
    aorta: patient.arterialComplianceMlPerMmHg,
    cava: CAVA_COMPLIANCE_ML_PER_MMHG,
    leftHeart: LEFT_HEART_COMPLIANCE_ML_PER_MMHG,
    veins: patient.venousComplianceMlPerMmHg,
  };
  const unstressed: Partial<Record<Node, number>> = {
    aorta: AORTA_UNSTRESSED_ML,
    cava: CAVA_UNSTRESSED_ML,
    leftHeart: LEFT_HEART_UNSTRESSED_ML,
  };
  const vessels: Vessels = {
    complianceMlPerMmHg: new Float64Array(NODES.length).fill(1),
    unstressedMl: new Float64Array(NODES.length),
    startPressureMmHg: Float64Array.from(NODES, (node) => pressure[node]),
    startVolumeMl: new Float64Array(NODES.length),
    siphonMmHg,
  };
  let placed = bedVolumeMl;
  for (const node of NODES) {
    const at = nodeIndex(node);
    const c = compliance[node] ?? 1;
    vessels.complianceMlPerMmHg[at] = c;
    const start = volume[node] ?? (unstressed[node] ?? 0) + c * pressure[node];
    vessels.startVolumeMl[at] = start;
    if (node !== "veins") placed += start;
  }
  const veins = nodeIndex("veins");
  vessels.startVolumeMl[veins] = patient.bloodVolumeMl - placed;
  for (const node of SOLVED_NODES) {
    const at = nodeIndex(node);
    vessels.unstressedMl[at] =
      vessels.startVolumeMl[at] - vessels.complianceMlPerMmHg[at] * pressure[node];
  }
  return vessels;
}
