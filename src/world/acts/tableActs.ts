/**
 * What surgeon and anaesthetist do at the table: clamps and snares, a shock, pacing, breaths. What follows
 * in heart and vessels is physics; the sentence says what everybody in the theatre sees.
 */
import { shockWorks } from "../../physiology/heart/conduction.ts";
import type { TableAction } from "../contract/actions.ts";
import { CLOSURES, RHYTHMS, type TableSite } from "../contract/ids.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { recannulate } from "../state/dissection.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { giveDrug, infuseDrug, stopDrug } from "./drugActs.ts";
import { type ActResult, DONE } from "./refusal.ts";

const P = PATIENT.index;
const M = MACHINE.index;
const FIBRILLATING = RHYTHMS.indexOf("ventricularFibrillation");
const SINUS = RHYTHMS.indexOf("sinus");

const SITE_WORDS: Readonly<Record<TableSite, readonly [closed: string, open: string]>> = {
  aortic: ["Cross-clamp on.", "Cross-clamp off."],
  neckArteries: ["Neck arteries clamped.", "Neck arteries open."],
  superiorCava: ["Superior cava snared.", "Superior cava free."],
  rootVent: ["Root vent closed.", "Root vent open."],
  antegrade: ["Antegrade line closed.", "Antegrade line open."],
  retrograde: ["Retrograde line closed.", "Retrograde line open."],
  selectivePerfusion: ["Selective brain perfusion off.", "Selective brain perfusion on."],
  retrogradeCerebral: ["Retrograde brain perfusion off.", "Retrograde brain perfusion on."],
  openArch: ["Arch closed.", "Arch open."],
  arterialTable: ["Arterial line clamped at the table.", "Arterial line open at the table."],
  venousTable: ["Venous line clamped at the table.", "Venous line open at the table."],
};

function setSite(state: WorldState, site: TableSite, isClosed: boolean): string {
  state.clamps[CLOSURES.indexOf(site)] = isClosed ? 1 : 0;
  const [closed, open] = SITE_WORDS[site];
  return isClosed ? closed : open;
}

/** A shock ends fibrillation when the heart can take it (H-6). */
function shock(state: WorldState): string {
  const p = state.patient;
  if (p[P.rhythm] !== FIBRILLATING) return "Shock given; the heart was not fibrillating.";
  const heart = {
    potassiumMmolPerL: p[P.myocardialPotassiumMmolPerL] as number,
    temperatureC: p[P.myocardialC] as number,
    injuryFraction: p[P.myocardialInjury] as number,
    isPaced: p[P.pacedRatePerMin] > 0,
    regionalIschaemiaS: p[P.regionalIschaemiaS] as number,
  };
  if (!shockWorks(heart, p[P.myocardialSupplyRatio] as number))
    return "Shock given; the heart fibrillates on.";
  p[P.rhythm] = SINUS;
  return "Shock given; the heart beats.";
}

/** What was done, or why it could not be. */
const answer = (result: ActResult, done: string): string =>
  result === DONE ? done : result.sentence;

/** Carry out an act at the table; the sentence for the log. */
export function actAtTable(state: WorldState, setup: WorldSetup, action: TableAction): string {
  switch (action.type) {
    case "surgeon.close":
      return setSite(state, action.site, true);
    case "surgeon.open":
      return setSite(state, action.site, false);
    case "surgeon.shock":
      return shock(state);
    case "surgeon.pace":
      state.patient[P.pacedRatePerMin] = action.ratePerMin;
      return action.ratePerMin > 0
        ? `Pacing at ${Math.round(action.ratePerMin)} a minute.`
        : "Pacing off.";
    case "anaesthetist.ventilate":
      state.patient[P.lungsVentilated] = action.on ? 1 : 0;
      return action.on ? "Lungs ventilated." : "Ventilation off.";
    case "surgeon.seatCannula":
      state.machine[M.venousAirMlPerS] = 0;
      return "Venous cannula seated, purse string snug.";
    case "surgeon.moveCannula":
      recannulate(state);
      return "The arterial cannula lies in another artery.";
    case "anaesthetist.infuse":
      return answer(
        infuseDrug(state, setup, { ...action, type: "drug.infuse" }),
        `${action.drug} runs.`,
      );
    case "anaesthetist.give": {
      const dose = { ...action, type: "drug.give", route: "centralLine" } as const;
      return answer(giveDrug(state, setup, dose), `${action.drug} given.`);
    }
    case "anaesthetist.stop":
      return answer(
        stopDrug(state, setup, { ...action, type: "drug.stop" }),
        `${action.drug} stopped.`,
      );
  }
}
