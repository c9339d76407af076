/** Beds, valves and great vessels of the patient as edges (docs/model.md C-7, C-11, C-19 and H-3). */
import { lpmToMlPerS } from "../../kernel/units.ts";
import { CLOSURES } from "../contract/ids.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { PATIENT } from "../state/layouts.ts";
import { MEDICINE } from "../state/medicineLayout.ts";
import type { WorldState } from "../state/state.ts";
import { BEDS, type Bed, EDGES, edgeIndex, nodeIndex } from "../topology.ts";
import { AT, type EdgeTable, TERM } from "./edgeTable.ts";
import { VEINS_MMHG_PER_ML_PER_S } from "./vessels.ts";

const P = PATIENT.index;
const R = MEDICINE.index;
const T = TERM.index;

/** Cells of the pressures about a bed. */
const BEFORE = 0;
const BEHIND = 1;
const CLOSES = 2;

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
  const { term } = edges;
  /** Pressures before and behind a bed, and at which it closes. */
  const between = new Float64Array(3);
  const bedAt = Object.fromEntries(BEDS.map((id, at) => [id, at])) as Record<Bed, number>;

  /**
   * Starling resistor: below the closing pressure nothing more drains (C-7). Takes its conductance, and the
   * pressures before it, behind it, and at which it closes, from `term` and `between`.
   */
  function bed(edge: number): void {
    const behind = between[BEHIND];
    const closes = between[CLOSES];
    if (!(between[BEFORE] > Math.max(closes, behind))) term[T.mlPerSPerMmHg] = 0;
    term[T.pushMmHg] = Math.min(0, behind - closes);
    edges.conduct(edge);
  }

  /** The same, for a brain: it can be perfused backwards from its veins (C-19). */
  function brain(edge: number): void {
    const veinMmHg = between[BEHIND];
    if (veinMmHg > between[BEFORE] && veinMmHg > closing) {
      term[T.mlPerSPerMmHg] *= BACKWARD_FRACTION;
      term[T.pushMmHg] = Math.max(0, closing - between[BEFORE]);
      edges.conduct(edge);
    } else bed(edge);
  }

  /** Something that lets so much through either way, and does not push. */
  function passage(edge: number): void {
    term[T.pushMmHg] = 0;
    edges.conduct(edge);
  }

  function setValve(valve: number): void {
    const { at, leakMlPerSPerMmHg } = valves[valve] as (typeof valves)[number];
    term[T.mlPerSPerMmHg] = isOpen[valve] === 1 ? 1 / VALVE_MMHG_S_PER_ML : leakMlPerSPerMmHg;
    passage(at);
  }

  function setBrains({
    patient: p,
    bedOpenFraction: open,
    nodePressureMmHg: pressure,
  }: WorldState): void {
    between[BEFORE] = pressure[pressureOf.neck];
    between[BEHIND] = pressure[pressureOf.superiorCava];
    between[CLOSES] = closing;
    // A flap cuts a neck artery short (C-22).
    term[T.mlPerSPerMmHg] =
      p[P.brainLeftMlPerSPerMmHg] * open[bedAt.brainLeft] * p[P.neckLeftOpenFraction];
    brain(AT.brainLeft);
    term[T.mlPerSPerMmHg] =
      p[P.brainRightMlPerSPerMmHg] * open[bedAt.brainRight] * p[P.neckRightOpenFraction];
    brain(AT.brainRight);
  }

  function setBodyBeds({
    patient: p,
    bedOpenFraction: open,
    nodePressureMmHg: pressure,
  }: WorldState): void {
    between[BEFORE] = pressure[pressureOf.aorta];
    between[BEHIND] = pressure[pressureOf.veins];
    between[CLOSES] = closing;
    term[T.mlPerSPerMmHg] = p[P.kidneyMlPerSPerMmHg] * open[bedAt.kidney];
    bed(AT.kidney);
    term[T.mlPerSPerMmHg] = p[P.visceraMlPerSPerMmHg] * open[bedAt.viscera];
    bed(AT.viscera);
    term[T.mlPerSPerMmHg] = p[P.muscleMlPerSPerMmHg] * open[bedAt.muscle];
    bed(AT.muscle);
    between[BEHIND] = 0;
    const wound = p[P.bleedingMlPerSAt70] / (WOUND_MMHG - closing);
    term[T.mlPerSPerMmHg] = patient.bleedingMlPerSPerMmHg + wound;
    bed(AT.bleeding);
    between[BEHIND] = pressure[pressureOf.leftAtrium];
    term[T.mlPerSPerMmHg] = BRONCHIAL_ML_PER_S_MMHG;
    bed(AT.bronchial);
    between[BEFORE] = pressure[pressureOf.aorticRoot];
    between[BEHIND] = pressure[pressureOf.cava];
    term[T.mlPerSPerMmHg] = p[P.coronaryMlPerSPerMmHg] * open[bedAt.coronary];
    bed(AT.coronary);
  }

  function setLungs(state: WorldState): void {
    const { nodePressureMmHg: pressure, bedOpenFraction: open } = state;
    const isVentilated = state.patient[P.lungsVentilated] === 1;
    const vessels = (isVentilated ? 1 : COLLAPSED_LUNG_FRACTION) * open[bedAt.lungs];
    const tone = Math.max(TONE_MIN, state.medicine[R.pulmonaryToneRatio] as number);
    term[T.mlPerSPerMmHg] = vessels / (LUNGS_MMHG_S_PER_ML * tone);
    between[BEFORE] = pressure[pressureOf.pulmonaryArtery];
    between[BEHIND] = pressure[pressureOf.leftAtrium];
    between[CLOSES] = isVentilated ? LUNG_CLOSING_MMHG : COLLAPSED_CLOSING_MMHG;
    bed(AT.pulmonary);
  }

  return {
    beginTick() {
      term[T.mlPerSPerMmHg] = 1 / GREAT_ARTERY_MMHG_S_PER_ML;
      passage(AT.ascendingAorta);
      term[T.mlPerSPerMmHg] = 1 / NECK_MMHG_S_PER_ML;
      passage(AT.neck);
      term[T.mlPerSPerMmHg] = 1 / VEINS_MMHG_PER_ML_PER_S;
      passage(AT.veinsToCava);
    },
    subStep(state) {
      const isSnared = state.clamps[SUPERIOR_SNARE] === 1;
      term[T.mlPerSPerMmHg] = isSnared ? AZYGOS_ML_PER_S_MMHG : HEAD_VEINS_ML_PER_S_MMHG;
      passage(AT.superiorCava);
      // What lodged air leaves of a bed counts in each.
      setBrains(state);
      setBodyBeds(state);
      setLungs(state);
      const pressure = state.nodePressureMmHg;
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
