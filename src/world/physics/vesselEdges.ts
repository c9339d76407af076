/** Beds, valves and great vessels of the patient as edges (docs/model.md C-7, C-11, C-19 and H-3). */
import { lpmToMlPerS } from "../../kernel/units.ts";
import { CLOSURES } from "../contract/ids.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { PATIENT } from "../state/layouts.ts";
import { MEDICINE } from "../state/medicineLayout.ts";
import type { WorldState } from "../state/state.ts";
import { BEDS, type Bed, EDGES, edgeIndex, nodeIndex } from "../topology.ts";
import { AT, type EdgeTable } from "./edgeTable.ts";
import { VEINS_MMHG_PER_ML_PER_S } from "./vessels.ts";

const P = PATIENT.index;
const R = MEDICINE.index;

/** Bronchial return: about 60 mL/min at a MAP of 60 mmHg (K). */
const BRONCHIAL_ML_PER_S_MMHG = 0.02;
/** Root, arch and neck arteries; valves that are open (CVSim-21, rounded up). */
const GREAT_ARTERY_MMHG_S_PER_ML = 0.008;
const NECK_MMHG_S_PER_ML = 0.02;
const VALVE_MMHG_S_PER_ML = 0.01;
/** Lungs of a resting adult, pulmonary artery to left atrium (physiology.md 5: 0.14). */
const LUNGS_MMHG_S_PER_ML = 0.14;
/** Vessels of the lungs fall shut below the pressure in the airways and their own weight (K). */
const LUNG_CLOSING_MMHG = 5;
/** Collapsed lungs have half the vessels and let nothing through below this (K). */
const COLLAPSED_LUNG_FRACTION = 0.5;
const COLLAPSED_CLOSING_MMHG = 9;
/** Widest that drugs can make the vessels of the lung (K). */
const TONE_MIN = 0.3;
/** Backward through a brain whose veins have valves, against forward (K). */
const BACKWARD_FRACTION = 0.15;
/** Round a snared superior cava blood still finds the azygos: a litre a minute at 25 mmHg (K). */
const AZYGOS_ML_PER_S_MMHG = 0.7;
const SUPERIOR_SNARE = CLOSURES.indexOf("superiorCava");
/** 5 mmHg at full flow from the small veins of the head, as from the others. */
const HEAD_VEINS_ML_PER_S_MMHG = 1 / (0.3 * (5 / lpmToMlPerS(0.6)));

/** Valves of the heart: what flow they let through, and which is closed follows from the pressures. */
const VALVES = ["aorticValve", "mitralValve", "pulmonaryValve", "tricuspidValve"] as const;

/** The pressure at which the size of a bleeding is given (C-27). */
const WOUND_MMHG = 70;

export interface VesselEdges {
  beginTick(): void;
  subStep(state: WorldState): void;
  /** Close valves through which blood would run back and open those it would push open; true when any changed. */
  correctValves(pressureMmHg: Float64Array): boolean;
}

export function createVesselEdges(setup: WorldSetup, edges: EdgeTable): VesselEdges {
  const { patient } = setup;
  const closing = patient.criticalClosingPressureMmHg;
  const pressureOf = {
    aorta: nodeIndex("aorta"),
    aorticRoot: nodeIndex("aorticRoot"),
    cava: nodeIndex("cava"),
    leftAtrium: nodeIndex("leftAtrium"),
    neck: nodeIndex("neckArteries"),
    pulmonaryArtery: nodeIndex("pulmonaryArtery"),
    superiorCava: nodeIndex("superiorCava"),
    veins: nodeIndex("veins"),
  };
  const valves = VALVES.map((id) => {
    const at = edgeIndex(id);
    const edge = EDGES[at] as (typeof EDGES)[number];
    return {
      at,
      from: nodeIndex(edge.from),
      to: nodeIndex(edge.to),
      leakMlPerSPerMmHg: id === "aorticValve" ? patient.aorticRegurgitationMlPerSPerMmHg : 0,
    };
  });
  const isOpen = new Uint8Array(valves.length);
  const bedAt = Object.fromEntries(BEDS.map((id, at) => [id, at])) as Record<Bed, number>;

  /** Starling resistor: below the closing pressure nothing more drains (C-7). */
  function bed(edge: number, g: number, fromMmHg: number, toMmHg: number, closes: number): void {
    const isForward = fromMmHg > Math.max(closes, toMmHg);
    edges.conduct(edge, isForward ? g : 0, Math.min(0, toMmHg - closes));
  }

  /** A brain can be perfused backwards from its veins (C-19). */
  function brain(edge: number, g: number, arteryMmHg: number, veinMmHg: number): void {
    if (veinMmHg > arteryMmHg && veinMmHg > closing) {
      edges.conduct(edge, g * BACKWARD_FRACTION, Math.max(0, closing - arteryMmHg));
    } else bed(edge, g, arteryMmHg, veinMmHg, closing);
  }

  function setValve(valve: number): void {
    const { at, leakMlPerSPerMmHg } = valves[valve] as (typeof valves)[number];
    edges.conduct(at, isOpen[valve] === 1 ? 1 / VALVE_MMHG_S_PER_ML : leakMlPerSPerMmHg, 0);
  }

  return {
    beginTick() {
      edges.conduct(AT.ascendingAorta, 1 / GREAT_ARTERY_MMHG_S_PER_ML, 0);
      edges.conduct(AT.neck, 1 / NECK_MMHG_S_PER_ML, 0);
      edges.conduct(AT.veinsToCava, 1 / VEINS_MMHG_PER_ML_PER_S, 0);
    },
    subStep(state) {
      const isSnared = state.clamps[SUPERIOR_SNARE] === 1;
      edges.conduct(AT.superiorCava, isSnared ? AZYGOS_ML_PER_S_MMHG : HEAD_VEINS_ML_PER_S_MMHG, 0);
      const p = state.patient;
      const open = state.bedOpenFraction; // what lodged air leaves
      const pressure = state.nodePressureMmHg;
      const aorta = pressure[pressureOf.aorta] as number;
      const veins = pressure[pressureOf.veins] as number;
      const neck = pressure[pressureOf.neck] as number;
      const head = pressure[pressureOf.superiorCava] as number;
      const leftAtrium = pressure[pressureOf.leftAtrium] as number;
      // A flap cuts a neck artery short (C-22).
      const left = p[P.brainLeftMlPerSPerMmHg] * open[bedAt.brainLeft] * p[P.neckLeftOpenFraction];
      const right =
        p[P.brainRightMlPerSPerMmHg] * open[bedAt.brainRight] * p[P.neckRightOpenFraction];
      brain(AT.brainLeft, left, neck, head);
      brain(AT.brainRight, right, neck, head);
      bed(AT.kidney, p[P.kidneyMlPerSPerMmHg] * open[bedAt.kidney], aorta, veins, closing);
      bed(AT.viscera, p[P.visceraMlPerSPerMmHg] * open[bedAt.viscera], aorta, veins, closing);
      bed(AT.muscle, p[P.muscleMlPerSPerMmHg] * open[bedAt.muscle], aorta, veins, closing);
      const wound = p[P.bleedingMlPerSAt70] / (WOUND_MMHG - closing);
      bed(AT.bleeding, patient.bleedingMlPerSPerMmHg + wound, aorta, 0, closing);
      bed(AT.bronchial, BRONCHIAL_ML_PER_S_MMHG, aorta, leftAtrium, closing);
      const root = pressure[pressureOf.aorticRoot] as number;
      const cava = pressure[pressureOf.cava] as number;
      bed(AT.coronary, p[P.coronaryMlPerSPerMmHg] * open[bedAt.coronary], root, cava, closing);
      const isVentilated = p[P.lungsVentilated] === 1;
      const vessels = (isVentilated ? 1 : COLLAPSED_LUNG_FRACTION) * open[bedAt.lungs];
      const tone = Math.max(TONE_MIN, state.medicine[R.pulmonaryToneRatio] as number);
      const lungs = vessels / (LUNGS_MMHG_S_PER_ML * tone);
      const lungsClose = isVentilated ? LUNG_CLOSING_MMHG : COLLAPSED_CLOSING_MMHG;
      const artery = pressure[pressureOf.pulmonaryArtery] as number;
      bed(AT.pulmonary, lungs, artery, leftAtrium, lungsClose);
      for (let valve = 0; valve < valves.length; valve += 1) {
        const { at, from, to } = valves[valve] as (typeof valves)[number];
        isOpen[valve] = state.edgeFlowMlPerS[at] > 0 || pressure[from] > pressure[to] ? 1 : 0;
        setValve(valve);
      }
    },
    correctValves(pressure) {
      let hasChanged = false;
      for (let valve = 0; valve < valves.length; valve += 1) {
        const { from, to } = valves[valve] as (typeof valves)[number];
        const should = pressure[from] > pressure[to] ? 1 : 0;
        if (isOpen[valve] === should) continue;
        isOpen[valve] = should;
        setValve(valve);
        hasChanged = true;
      }
      return hasChanged;
    },
  };
}
