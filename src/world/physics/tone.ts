/**
 * Vessels in slow time: thickness of blood, tone of small arteries, reflex and veins, every 0.1 s
 * (docs/model.md C-14 to C-18). The brain looks after its own vessels, the heart after the coronaries.
 */
import { bloodViscosityCp } from "../../physiology/blood/viscosity.ts";
import {
  AWAKE_SENSITIVITY_MS_PER_MMHG,
  feltErrorMmHg,
  TONE_PER_MMHG,
  VENOUS_ML_PER_MMHG,
} from "../../physiology/body/baroreflex.ts";
import {
  conductanceAtTone,
  dilutionToneRatio,
  PULSELESS_MMHG,
  PULSELESS_TONE_RATIO,
  PULSELESS_TONE_S,
} from "../../physiology/body/vascularTone.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { amountIndex, lastCell, RED } from "../topology.ts";
import { BRAIN_TICKS } from "./brain.ts";
import { bloodMl, cellC } from "./exchange.ts";

const P = PATIENT.index;
const STEP_S = BRAIN_TICKS * 0.02;
const AORTA_CELL = lastCell("aorta");
/** The reflex reaches small arteries in 5 s and veins in 15 to 20 s, the heart within two beats (physiology.md 5). */
const ARTERIOLAR_LAG_S = 5;
const VENOUS_LAG_S = 17;
const VAGAL_LAG_S = 1.5;
const MS_PER_S = 1000;

const approach = (value: number, target: number, lagS: number): number =>
  value + (target - value) * (STEP_S / lagS);

export interface Tone {
  step(state: WorldState): void;
}

export function createTone(setup: WorldSetup, opened: WorldState): Tone {
  const { patient } = setup;
  const rest = {
    kidney: opened.patient[P.kidneyMlPerSPerMmHg] as number,
    muscle: opened.patient[P.muscleMlPerSPerMmHg] as number,
    viscera: opened.patient[P.visceraMlPerSPerMmHg] as number,
  };

  const aorticHematocrit = (state: WorldState): number => {
    const blood = bloodMl(state, AORTA_CELL);
    return blood > 1 ? state.cellAmount[amountIndex(RED, AORTA_CELL)] / blood : openHematocrit;
  };
  const openHematocrit = aorticHematocritAtRest(opened);
  const openViscosityCp = bloodViscosityCp(openHematocrit, patient.temperatureC);
  const openTone =
    dilutionToneRatio(openHematocrit) * (opened.patient[P.pulselessToneRatio] as number);

  /** Pressure that should be, less what is, moves arteries, veins and heart, each in its time (C-15). */
  function reflex(state: WorldState): void {
    const p = state.patient;
    const gain = p[P.drugReflexGainRatio] as number;
    const error = patient.meanArterialPressureMmHg - (p[P.arterialMeanMmHg] as number);
    const felt = gain * feltErrorMmHg(error);
    p[P.reflexToneRatio] = approach(
      p[P.reflexToneRatio] as number,
      1 + TONE_PER_MMHG * felt,
      ARTERIOLAR_LAG_S,
    );
    p[P.reflexVenousMl] = approach(
      p[P.reflexVenousMl] as number,
      VENOUS_ML_PER_MMHG * felt,
      VENOUS_LAG_S,
    );
    const vagalS = (-AWAKE_SENSITIVITY_MS_PER_MMHG * felt) / MS_PER_S;
    p[P.vagalS] = approach(p[P.vagalS] as number, vagalS, VAGAL_LAG_S);
  }

  /** Without a pulse tone grows over minutes (C-18). */
  function losePulse(state: WorldState): void {
    const p = state.patient;
    const pulse = p[P.arterialSystolicMmHg] - p[P.arterialDiastolicMmHg];
    const target = pulse < PULSELESS_MMHG ? PULSELESS_TONE_RATIO : 1;
    p[P.pulselessToneRatio] = approach(p[P.pulselessToneRatio] as number, target, PULSELESS_TONE_S);
  }

  return {
    step(state) {
      const p = state.patient;
      reflex(state);
      losePulse(state);
      const hematocrit = aorticHematocrit(state);
      const viscosity = bloodViscosityCp(hematocrit, cellC(state, AORTA_CELL)) / openViscosityCp;
      const own = dilutionToneRatio(hematocrit) * (p[P.pulselessToneRatio] as number);
      const tone =
        ((p[P.drugArteriolarToneRatio] * p[P.reflexToneRatio]) as number) * (own / openTone);
      p[P.bloodViscosityRatio] = viscosity;
      p[P.arteriolarToneRatio] = tone;
      p[P.kidneyMlPerSPerMmHg] = (rest.kidney * conductanceAtTone("kidney", tone)) / viscosity;
      p[P.muscleMlPerSPerMmHg] = (rest.muscle * conductanceAtTone("muscle", tone)) / viscosity;
      p[P.visceraMlPerSPerMmHg] = (rest.viscera * conductanceAtTone("viscera", tone)) / viscosity;
      p[P.venousShiftMl] = p[P.drugVenousUnstressedMl] - p[P.reflexVenousMl];
    },
  };
}

function aorticHematocritAtRest(opened: WorldState): number {
  return opened.cellAmount[amountIndex(RED, AORTA_CELL)] / bloodMl(opened, AORTA_CELL);
}
