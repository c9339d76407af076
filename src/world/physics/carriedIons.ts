/**
 * What a drug brings into the blood besides itself: the ions and the glucose of its salt, poured where it is
 * given (docs/model-drugs.md D-34). Its water is too little to count.
 */
import type { Drug } from "../contract/drug.schema.ts";
import type { Route } from "../contract/drugUnits.ts";
import type { WorldState } from "../state/state.ts";
import {
  CALCIUM,
  CHLORIDE,
  CO2,
  firstCell,
  GLUCOSE,
  MAGNESIUM,
  POTASSIUM,
  SODIUM,
} from "../topology.ts";
import { bringIn } from "./boundary.ts";

/** Bicarbonate is carried as the carbon dioxide it holds: mL per mmol at standard conditions. */
const CO2_ML_PER_MMOL = 22.26;

type Carries = NonNullable<Drug["carries"]>;
const SPECIES_OF: Readonly<Record<keyof Carries, readonly [species: number, perMmol: number]>> = {
  sodiumMmol: [SODIUM, 1],
  potassiumMmol: [POTASSIUM, 1],
  calciumMmol: [CALCIUM, 1],
  magnesiumMmol: [MAGNESIUM, 1],
  chlorideMmol: [CHLORIDE, 1],
  bicarbonateMmol: [CO2, CO2_ML_PER_MMOL],
  glucoseMmol: [GLUCOSE, 1],
};

/** A drug's ions as species and amounts for each unit of it. */
export const ionsOf = (drug: Drug): readonly (readonly [species: number, perUnit: number])[] =>
  (Object.entries(drug.carries ?? {}) as [keyof Carries, number][]).map(([name, perUnit]) => {
    const [species, perMmol] = SPECIES_OF[name];
    return [species, perUnit * perMmol];
  });

/** The cell a dose goes into. */
export const cellOfRoute = (route: Route): number =>
  route === "circuit" ? firstCell.reservoir : firstCell.cava;

/** Pour the ions of a dose, in the drug's unit, into a cell. */
export function pourIons(
  state: WorldState,
  ions: ReturnType<typeof ionsOf>,
  cell: number,
  amount: number,
): void {
  for (let i = 0; i < ions.length; i += 1) {
    const [species, perUnit] = ions[i] as (typeof ions)[number];
    bringIn(state, cell, species, perUnit * amount);
  }
}
