/**
 * Vessels in slow time: thickness of blood, tone of small arteries, reflex and veins, every 0.1 s
 * (docs/model.md C-14 to C-18). The brain looks after its own vessels, the heart after the coronaries.
 */
import { bloodViscosityCp, viscosityInPlace } from "../../physiology/blood/viscosity.ts";
import {
  AWAKE_SENSITIVITY_MS_PER_MMHG,
  feelInPlace,
  TONE_PER_MMHG,
  VENOUS_ML_PER_MMHG,
} from "../../physiology/body/baroreflex.ts";
import {
  conductanceInPlace,
  dilutionToneInPlace,
  dilutionToneRatio,
  PULSELESS_MMHG,
  PULSELESS_TONE_RATIO,
  PULSELESS_TONE_S,
  TONE_SENSITIVITY,
} from "../../physiology/body/vascularTone.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { amountIndex, lastCell, RED } from "../topology.ts";
import { BRAIN_TICKS } from "./brain.ts";
import { bloodMl, CELL_BLOOD, createCellBlood, readCell } from "./cellBlood.ts";

const P = PATIENT.index;
const STEP_S = BRAIN_TICKS * 0.02;
const AORTA_CELL = lastCell("aorta");
/** The reflex reaches small arteries in 5 s and veins in 15 to 20 s, the heart within two beats (physiology.md 5). */
const ARTERIOLAR_LAG_S = 5;
const VENOUS_LAG_S = 17;
const VAGAL_LAG_S = 1.5;
const MS_PER_S = 1000;

/** Organs whose vessels tone narrows; brain and heart are looked after elsewhere. */
const NARROWING = [
  { slot: P.kidneyMlPerSPerMmHg, organ: "kidney" },
  { slot: P.muscleMlPerSPerMmHg, organ: "muscle" },
  { slot: P.visceraMlPerSPerMmHg, organ: "viscera" },
] as const;
const SENSITIVITY = Float64Array.from(NARROWING, ({ organ }) => TONE_SENSITIVITY[organ]);
/** What a slot of the patient goes towards: set before each `approach`. */
const TARGET = new Float64Array(1);

function approach(p: Float64Array, slot: number, lagS: number): void {
  p[slot] += (TARGET[0] - p[slot]) * (STEP_S / lagS);
}

export interface Tone {
  step(state: WorldState): void;
}

export function createTone(setup: WorldSetup, opened: WorldState): Tone {
  const { patient } = setup;
  const rest = Float64Array.from(NARROWING, ({ slot }) => opened.patient[slot] as number);

  const read = createCellBlood();
  const pair = new Float64Array(2);
  const work = new Float64Array(1);
  const openHematocrit = aorticHematocritAtRest(opened);
  const openViscosityCp = bloodViscosityCp(openHematocrit, patient.temperatureC);
  const openTone =
    dilutionToneRatio(openHematocrit) * (opened.patient[P.pulselessToneRatio] as number);

  /** Pressure that should be, less what is, moves arteries, veins and heart, each in its time (C-15). */
  function reflex(state: WorldState): void {
    const p = state.patient;
    TARGET[0] = patient.meanArterialPressureMmHg - (p[P.arterialMeanMmHg] as number);
    feelInPlace(TARGET, 0);
    const felt = p[P.drugReflexGainRatio] * TARGET[0];
    TARGET[0] = 1 + TONE_PER_MMHG * felt;
    approach(p, P.reflexToneRatio, ARTERIOLAR_LAG_S);
    TARGET[0] = VENOUS_ML_PER_MMHG * felt;
    approach(p, P.reflexVenousMl, VENOUS_LAG_S);
    TARGET[0] = (-AWAKE_SENSITIVITY_MS_PER_MMHG * felt) / MS_PER_S;
    approach(p, P.vagalS, VAGAL_LAG_S);
  }

  /** Without a pulse tone grows over minutes (C-18). */
  function losePulse(state: WorldState): void {
    const p = state.patient;
    const pulse = p[P.arterialSystolicMmHg] - p[P.arterialDiastolicMmHg];
    TARGET[0] = pulse < PULSELESS_MMHG ? PULSELESS_TONE_RATIO : 1;
    approach(p, P.pulselessToneRatio, PULSELESS_TONE_S);
  }

  /** The vessels of each organ by tone and thickness of blood (C-14). */
  function narrow(p: Float64Array): void {
    for (let organ = 0; organ < NARROWING.length; organ += 1) {
      pair[0] = p[P.arteriolarToneRatio];
      pair[1] = SENSITIVITY[organ];
      conductanceInPlace(pair);
      const { slot } = NARROWING[organ] as (typeof NARROWING)[number];
      p[slot] = (rest[organ] * pair[0]) / p[P.bloodViscosityRatio];
    }
  }

  return {
    step(state) {
      const p = state.patient;
      reflex(state);
      losePulse(state);
      readCell(state, AORTA_CELL, read);
      const blood = read[CELL_BLOOD.index.bloodMl] as number;
      const redMl = state.cellAmount[amountIndex(RED, AORTA_CELL)] as number;
      pair[0] = openHematocrit;
      if (blood > 1) pair[0] = redMl / blood;
      work[0] = pair[0];
      dilutionToneInPlace(work, 0);
      pair[1] = read[CELL_BLOOD.index.temperatureC];
      viscosityInPlace(pair);
      const own = work[0] * p[P.pulselessToneRatio];
      p[P.bloodViscosityRatio] = pair[0] / openViscosityCp;
      p[P.arteriolarToneRatio] =
        ((p[P.drugArteriolarToneRatio] * p[P.reflexToneRatio]) as number) * (own / openTone);
      narrow(p);
      p[P.venousShiftMl] = p[P.drugVenousUnstressedMl] - p[P.reflexVenousMl];
    },
  };
}

function aorticHematocritAtRest(opened: WorldState): number {
  return opened.cellAmount[amountIndex(RED, AORTA_CELL)] / bloodMl(opened, AORTA_CELL);
}
