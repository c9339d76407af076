/**
 * The state a case opens with, worked out from the setup: blood in every cell at the patient's
 * contents, pressures of the set flow, heads turning (docs/model.md C-9). A settling run follows.
 */
import { exp } from "../../kernel/detMath.ts";
import { lpmToMlPerS } from "../../kernel/units.ts";
import {
  CONE_MMHG_PER_ML_PER_S,
  FLOW_LOSS_MMHG_PER_ML_PER_S2,
  SHUT_OFF_MMHG_PER_RPM2,
} from "../../machine/centrifugal.ts";
import { CRANK } from "../../machine/crank.ts";
import { HEAD } from "../../machine/head.ts";
import {
  PUMP_TYPES,
  PUMPED_LINES,
  placeCode,
  ROTATIONS,
  STROKE_ML_PER_REV,
  TUBES,
} from "../../machine/names.ts";
import { fillGasSide, gasCapacityMl } from "../../machine/oxygenator.ts";
import { openUnit } from "../../machine/oxygenatorUnit.ts";
import { HEMOGLOBIN_G_PER_RED_CELL_ML } from "../../physiology/blood/properties.ts";
import { nitrogenMmHg } from "../../physiology/body/gasEmbolism.ts";
import { PULSELESS_TONE_RATIO } from "../../physiology/body/vascularTone.ts";
import { ARRESTED_DEMAND_RATIO } from "../../physiology/heart/conduction.ts";
import { flowShare, LUNG_BLOOD_ML, ORGANS, vesselSize } from "../../physiology/patient/organs.ts";
import { CLOSURES, HEADS, RHYTHMS, type SurgeonSite } from "../contract/ids.ts";
import { CENTRIFUGAL_RPM_MAX } from "../contract/limits.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { openingFlowLpm, type Vessels } from "../physics/vessels.ts";
import { cellCount, firstCell, NODES, nodeIndex } from "../topology.ts";
import { NO_ERRAND } from "./errands.ts";
import { MACHINE, PATIENT } from "./layouts.ts";
import { openGas, openMatrix, openUpkeep, openWater } from "./machineOpening.ts";
import { MEDICINE } from "./medicineLayout.ts";
import { fillCell, openingBlood } from "./openingBlood.ts";
import type { WorldState } from "./state.ts";

const M = MACHINE.index;
const P = PATIENT.index;
const H = HEAD.index;

/** Where blood is arterial at the opening; everywhere else it is venous. */
const ARTERIAL_NODES = new Set([
  "aorta",
  "aorticRoot",
  "arterialLine",
  "arterialTable",
  "cardioplegiaLine",
  "filter",
  "leftAtrium",
  "leftVentricle",
  "neckArteries",
]);

/** Heart muscle of a clamped, arrested patient: cold, and full of potassium as after a dose (K). */
const ARRESTED = { temperatureC: 20, potassiumMmolPerL: 16, washOutS: 1500 } as const;
/** Potassium of cardioplegia as given, mmol/L (K). */
const CARDIOPLEGIA_MMOL_PER_L = 20;
/** Shut when a case begins; the cross-clamp is as the patient's file says. */
const SHUT_SITES = [
  "rootVent",
  "retrograde",
  "selectivePerfusion",
  "retrogradeCerebral",
  "openArch",
] as const satisfies readonly SurgeonSite[];

function openVessels(state: WorldState, setup: WorldSetup, vessels: Vessels): void {
  const { patient } = setup;
  const blood = openingBlood(patient);
  for (const node of NODES) {
    const at = nodeIndex(node);
    const volume = vessels.startVolumeMl[at] as number;
    state.nodeVolumeMl[at] = volume;
    state.nodePressureMmHg[at] = vessels.startPressureMmHg[at] as number;
    const cells = cellCount(node);
    for (let i = 0; i < cells; i += 1) {
      const kind = ARTERIAL_NODES.has(node) ? "arterial" : "venous";
      fillCell(state, patient, blood, { cell: firstCell[node] + i, ml: volume / cells, kind });
    }
  }
  const size = vesselSize(patient.bodySurfaceM2);
  for (const { id, bloodMl } of ORGANS) {
    fillCell(state, patient, blood, { cell: firstCell[id], ml: bloodMl * size, kind: "venous" });
  }
  const lungsMl = LUNG_BLOOD_ML * size;
  fillCell(state, patient, blood, { cell: firstCell.lungs, ml: lungsMl, kind: "venous" });
}

function openPatient(state: WorldState, setup: WorldSetup): void {
  const { patient } = setup;
  const p = state.patient;
  const flow = lpmToMlPerS(openingFlowLpm(setup)) - 2;
  const driving = patient.meanArterialPressureMmHg - patient.criticalClosingPressureMmHg;
  for (const organ of ORGANS) {
    p[P[`${organ.id}MlPerSPerMmHg` as const]] = (flow * flowShare(patient, organ)) / driving;
  }
  p[P.brainTissueC] = patient.temperatureC;
  p[P.visceraTissueC] = patient.temperatureC;
  p[P.muscleTissueC] = patient.temperatureC - 0.5;
  p[P.skinTissueC] = patient.temperatureC - 2.5;
  p[P.nasopharyngealC] = patient.temperatureC;
  p[P.bladderC] = patient.temperatureC + 0.4;
  p[P.scalpOxygenFraction] = 0.7;
  p[P.bisFraction] = 0.44;
  p[P.arterialMeanMmHg] = patient.meanArterialPressureMmHg;
  p[P.arterialSystolicMmHg] = patient.meanArterialPressureMmHg;
  p[P.arterialDiastolicMmHg] = patient.meanArterialPressureMmHg;
  p[P.windowMaxMmHg] = -1000;
  p[P.windowMinMmHg] = 1000;
  p[P.drugArteriolarToneRatio] = 1;
  p[P.drugContractilityRatio] = 1;
  p[P.drugHeartRateRatio] = 1;
  p[P.drugReflexGainRatio] = patient.reflexGainRatio;
  p[P.nitrogenMmHg] = nitrogenMmHg(setup.machine.fio2Fraction);
  state.bedOpenFraction.fill(1);
  openHeart(state, setup);
}

function openHeart(state: WorldState, setup: WorldSetup): void {
  const { patient, machine } = setup;
  const p = state.patient;
  const isArrested = patient.rhythm === "arrested";
  p[P.rhythm] = RHYTHMS.indexOf(patient.rhythm);
  p[P.beatLengthS] = 60 / patient.heartRatePerMin;
  p[P.pacedRatePerMin] = patient.rhythm === "paced" ? patient.heartRatePerMin : 0;
  p[P.contractilityRatio] = patient.contractilityRatio;
  p[P.myocardialC] = isArrested ? ARRESTED.temperatureC : patient.temperatureC;
  p[P.myocardialPotassiumMmolPerL] = isArrested
    ? ARRESTED.potassiumMmolPerL * exp(-machine.cardioplegiaTimerStartS / ARRESTED.washOutS)
    : 0;
  p[P.myocardialSupplyRatio] = 1;
  p[P.heartDemandRatio] = isArrested ? ARRESTED_DEMAND_RATIO : 1;
  p[P.reflexToneRatio] = 1;
  p[P.arteriolarToneRatio] = 1;
  p[P.bloodViscosityRatio] = 1;
  p[P.pulselessToneRatio] = isArrested ? PULSELESS_TONE_RATIO : 1;
  p[P.venousCannulaOpenFraction] = 1;
  state.medicine[MEDICINE.index.pulmonaryToneRatio] = 1;
  p[P.trueLumenOpenFraction] = 1;
  p[P.neckLeftOpenFraction] = 1;
  p[P.neckRightOpenFraction] = 1;
  p[P.lungsVentilated] = machine.heads.arterial.flowLpm > 0 ? 0 : 1;
  const shut: readonly SurgeonSite[] = patient.crossClamped
    ? [...SHUT_SITES, "aortic"]
    : SHUT_SITES;
  for (const site of shut) state.clamps[CLOSURES.indexOf(site)] = 1;
}

/** Speed at which a cone gives the set flow against the opening pressures (M-12 solved for speed), or its most. */
function openingConeRpm(flowLpm: number, vessels: Vessels): number {
  const flow = lpmToMlPerS(flowLpm);
  const rise =
    vessels.startPressureMmHg[nodeIndex("premembrane")] -
    vessels.startPressureMmHg[nodeIndex("pumpInlet")];
  const loss = FLOW_LOSS_MMHG_PER_ML_PER_S2 * flow * flow + CONE_MMHG_PER_ML_PER_S * flow;
  return Math.min(CENTRIFUGAL_RPM_MAX, Math.sqrt((rise + loss) / SHUT_OFF_MMHG_PER_RPM2));
}

function openHeads(state: WorldState, setup: WorldSetup, vessels: Vessels): void {
  const { machine } = setup;
  HEADS.forEach((id, index) => {
    const head = state.head[index] as Float64Array;
    const given = machine.heads[id];
    const cone = given.carries === "centrifugalCone";
    const tubeSet = TUBES.indexOf(given.tubeSet);
    head[H.switchedOn] = 1;
    head[H.type] = id === "arterial" ? PUMP_TYPES.indexOf(machine.arterialPumpType) : 0;
    head[H.carries] = PUMPED_LINES.indexOf(given.carries);
    head[H.tube] = TUBES.indexOf(given.tube);
    head[H.tubeSet] = tubeSet;
    head[H.rotation] = ROTATIONS.indexOf(given.rotation);
    head[H.occlusionFraction] = given.occlusionFraction;
    const rpm = (given.flowLpm * 1000) / (STROKE_ML_PER_REV[tubeSet] as number);
    head[H.setRpm] = cone ? openingConeRpm(given.flowLpm, vessels) : rpm;
    head[H.running] = given.flowLpm > 0 ? 1 : 0;
    const sign = head[H.rotation] === 0 ? 1 : -1;
    head[H.driveRpm] = head[H.running] === 1 ? sign * head[H.setRpm] : 0;
    head[H.rotorRpm] = head[H.driveRpm] as number;
    head[H.jamClearable] = 1;
  });
}

function openMachine(state: WorldState, setup: WorldSetup): void {
  const { machine, patient } = setup;
  const m = state.machine;
  m[M.batteryFullS] = machine.batteryMinutes * 60;
  m[M.batteryS] = m[M.batteryFullS] as number;
  m[M.consolePowered] = 1;
  m[M.clampLineInside] = machine.electronicClampFitted ? 1 : 0;
  m[M.venousOpenFraction] = 1;
  m[M.ventOpenFraction] = 1;
  m[M.venousOccluderOpenFraction] = 1;
  m[M.arterialOpenFraction] = 1;
  m[M.flowProbeShownMlPerS] = lpmToMlPerS(machine.heads.arterial.flowLpm);
  m[M.premembraneShownMmHg] = state.nodePressureMmHg[nodeIndex("premembrane")] as number;
  m[M.postmembraneShownMmHg] = state.nodePressureMmHg[nodeIndex("filter")] as number;
  m[M.venousSaturationShown] = 0.7;
  m[M.hematocritShown] = patient.hemoglobinGPerDl / HEMOGLOBIN_G_PER_RED_CELL_ML / 100;
  m[M.arterialSaturationShown] = 0.99;
  m[M.arterialPo2Shown] = 200;
  m[M.arterialPco2Shown] = 40;
  m[M.arterialShownC] = patient.temperatureC;
  m[M.venousShownC] = patient.temperatureC;
  m[M.fio2Fraction] = machine.fio2Fraction;
  m[M.sweepMlPerS] = lpmToMlPerS(machine.sweepLpm);
  m[M.waterSetPointC] = machine.waterSetPointC;
  m[M.waterC] = machine.waterSetPointC;
  m[M.waterRunning] = 1;
  m[M.cardioplegiaPotassiumMmolPerL] = CARDIOPLEGIA_MMOL_PER_L;
  openGas(state, setup);
  openWater(state, setup);
  openMatrix(state, setup);
  openUpkeep(state, setup);
  m[M.bypassTimerS] = machine.bypassTimerStartS;
  m[M.crossClampTimerS] = machine.crossClampTimerStartS;
  m[M.cardioplegiaTimerS] = machine.cardioplegiaTimerStartS;
  m[M.bypassTimerRuns] = 1;
  m[M.crossClampTimerRuns] = patient.crossClamped ? 1 : 0;
  m[M.cardioplegiaTimerRuns] = patient.crossClamped ? 1 : 0;
  for (const site of machine.clampsClosed) state.clamps[CLOSURES.indexOf(site)] = 1;
  state.crank[CRANK.index.place] = placeCode("clip");
  openUnit(state.unit);
  m[M.helperErrandItem] = NO_ERRAND;
  m[M.runnerErrandItem] = NO_ERRAND;
  const capacity = gasCapacityMl(setup.circuit.gasSideVolumeMl);
  fillGasSide(state.gasSide, capacity, machine.fio2Fraction, 40);
}

/** Write the opening state into a freshly allocated one. */
export function openState(state: WorldState, setup: WorldSetup, vessels: Vessels): void {
  openVessels(state, setup, vessels);
  openPatient(state, setup);
  openHeads(state, setup, vessels);
  openMachine(state, setup);
}

/** Ticks of settling before a case begins: a minute, so that pressures, gases and temperatures are at rest. */
export const SETTLING_TICKS = 3000;
