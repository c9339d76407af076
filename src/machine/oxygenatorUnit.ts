/**
 * The oxygenator as a thing that can be taken out and replaced: which unit is in the circuit, how it is
 * connected, what is wrong with it, and where its spare and the tools for a changeout are.
 */
import { defineLayout } from "../kernel/layout.ts";

/** What sits between pump outlet and arterial filter. */
export const UNITS_IN_CIRCUIT = ["first", "none", "spare"] as const;
export type UnitInCircuit = (typeof UNITS_IN_CIRCUIT)[number];

/** Things that are fetched when they are needed. */
export const STORE_ITEMS = ["oxygenator", "changeoutKit"] as const;
export type StoreItem = (typeof STORE_ITEMS)[number];

/** Where such a thing is; `none` is out of stock. */
export const STORE_PLACES = ["atMachine", "cupboard", "storeRoom", "nextTheatre", "none"] as const;
export type StorePlace = (typeof STORE_PLACES)[number];

export const OXYGENATOR_UNIT = defineLayout([
  "inCircuit",
  "reversed",
  "waterConnected",
  "transferFraction",
  "transferTargetFraction",
  "openFraction",
  "openTargetFraction",
  "leakMlPerSPerMmHg",
  "sparePrimed",
  "spareGasMl",
  "oxygenatorPlace",
  "changeoutKitPlace",
  "spilledMl",
]);
const U = OXYGENATOR_UNIT.index;

/** Code of a place. */
export const placeOf = (place: StorePlace): number => STORE_PLACES.indexOf(place);
export const AT_MACHINE = placeOf("atMachine");
export const NO_UNIT = UNITS_IN_CIRCUIT.indexOf("none");
export const SPARE_UNIT = UNITS_IN_CIRCUIT.indexOf("spare");
/** Slot that holds where an item is. */
export const PLACE_SLOT: Readonly<Record<StoreItem, number>> = {
  oxygenator: U.oxygenatorPlace,
  changeoutKit: U.changeoutKitPlace,
};

/** How fast fibres fail and a clot closes the paths, s: seen within a minute, not at once (K). */
const FAILING_LAG_S = 15;
const CLOTTING_LAG_S = 30;

/** A sound unit, connected the right way round; the spare is in the store room unless told otherwise. */
export function openUnit(unit: Float64Array): void {
  renewUnit(unit);
  unit[U.waterConnected] = 1;
  unit[U.oxygenatorPlace] = placeOf("storeRoom");
  unit[U.changeoutKitPlace] = placeOf("cupboard");
}

/** What a new unit brings: full transfer, open paths, no leak. */
export function renewUnit(unit: Float64Array): void {
  unit[U.transferFraction] = 1;
  unit[U.transferTargetFraction] = 1;
  unit[U.openFraction] = 1;
  unit[U.openTargetFraction] = 1;
  unit[U.leakMlPerSPerMmHg] = 0;
}

/** Let a failing unit get worse. */
export function stepUnit(unit: Float64Array, dtS: number): void {
  unit[U.transferFraction] +=
    (unit[U.transferTargetFraction] - unit[U.transferFraction]) * (dtS / FAILING_LAG_S);
  unit[U.openFraction] +=
    (unit[U.openTargetFraction] - unit[U.openFraction]) * (dtS / CLOTTING_LAG_S);
}
