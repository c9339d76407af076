/**
 * What cells take up from the water around them (docs/model-drugs.md E-2 to E-5): potassium comes back to what
 * the body keeps, insulin drives potassium and glucose in. Runs with the drugs.
 */
import {
  EXTRACELLULAR_L_PER_KG,
  GLUCOSE_FLOOR_MMOL_PER_L,
  GLUCOSE_PER_MIN,
  INSULIN_PER_MIN,
  OWN_RETURN_PER_MIN,
  POTASSIUM_FLOOR_MMOL_PER_L,
} from "../../physiology/electrolytes/potassium.ts";
import { ORGANS } from "../../physiology/patient/organs.ts";
import { tissueStore } from "../../physiology/patient/tissue.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { TISSUE } from "../state/layouts.ts";
import { DRUG_S, MEDICINE } from "../state/medicineLayout.ts";
import type { WorldState } from "../state/state.ts";
import { BEDS, FIRST_PLASMA_SPECIES, GLUCOSE, POTASSIUM } from "../topology.ts";

const T = TISSUE.index;
const R = MEDICINE.index;
const STEP_MIN = DRUG_S / 60;

export interface CellUptake {
  /** One step with the drugs'. */
  step(state: WorldState): void;
}

export function createCellUptake(setup: WorldSetup): CellUptake {
  const { weightKg, plasma } = setup.patient;
  const beds = ORGANS.map((organ) => ({
    at: BEDS.indexOf(organ.id) * TISSUE.size,
    waterL: tissueStore(organ, ORGANS, weightKg).interstitialMl / 1000,
  }));
  const waterL = beds.reduce((sum, bed) => sum + bed.waterL, 0);
  /** Rates were found for all extracellular water; here only that of the tissue gives to the cells. */
  const ofTissue = (EXTRACELLULAR_L_PER_KG * weightKg) / waterL;

  function take(state: WorldState, species: number, at: number, mmol: number): void {
    state.tissue[at] -= mmol;
    state.plasmaIn[species - FIRST_PLASMA_SPECIES] -= mmol;
  }

  return {
    step(state) {
      const insulin = state.medicine[R.potassiumUptakeFraction] as number;
      const share = ofTissue * STEP_MIN;
      for (const bed of beds) {
        const potassium = state.tissue[bed.at + T.potassiumMmol] / bed.waterL;
        const own = OWN_RETURN_PER_MIN * (potassium - plasma.potassiumMmolPerL);
        const above = Math.max(0, potassium - POTASSIUM_FLOOR_MMOL_PER_L);
        const driven = own + INSULIN_PER_MIN * insulin * above;
        take(state, POTASSIUM, bed.at + T.potassiumMmol, driven * share * bed.waterL);
        if (insulin === 0) continue;
        const glucose = state.tissue[bed.at + T.glucoseMmol] / bed.waterL;
        const sugar = GLUCOSE_PER_MIN * insulin * Math.max(0, glucose - GLUCOSE_FLOOR_MMOL_PER_L);
        take(state, GLUCOSE, bed.at + T.glucoseMmol, sugar * share * bed.waterL);
      }
    },
  };
}
