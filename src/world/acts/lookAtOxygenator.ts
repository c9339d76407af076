/** What an eye and a hand find at the oxygenator; the blood's colour and the spare. */
import { AT_MACHINE, OXYGENATOR_UNIT, UNITS_IN_CIRCUIT } from "../../machine/oxygenatorUnit.ts";
import type { Inspectable } from "../contract/ids.ts";
import { cellSaturation } from "../physics/cellBlood.ts";
import type { WorldState } from "../state/state.ts";
import { amountIndex, firstCell, GAS, lastCell, OXYGENATOR_CELLS } from "../topology.ts";
import { hidden, type Look, normal, type Sight, when, wrong } from "./sight.ts";

const U = OXYGENATOR_UNIT.index;
/** Saturation below which arterial blood is seen to be dark (K). */
const DARK_FRACTION = 0.9;
/** Bubbles in the housing that an eye notices, mL. */
const SEEN_ML = 2;
/** Share of the paths below which dark bands of clot are seen through the housing (K). */
const CLOT_SEEN_FRACTION = 0.75;
/** Share of the fibres that is wet before it is seen to run out (K). */
const WET_SEEN_FRACTION = 0.6;

function lookAtUnit(state: WorldState): Sight {
  const { unit } = state;
  const which = UNITS_IN_CIRCUIT[unit[U.inCircuit] as number] as string;
  if (which === "none") return wrong("There is no oxygenator in the circuit.");
  if (unit[U.reversed] === 1) return wrong("The arrow on the housing points against the flow.");
  if (unit[U.leakMlPerSPerMmHg] > 0) return wrong("Blood drips from a crack in the housing.");
  if (unit[U.openFraction] < CLOT_SEEN_FRACTION)
    return wrong("Dark bands stand in the fibres, from the inlet up.");
  if (unit[U.wettedFraction] > WET_SEEN_FRACTION)
    return wrong("Foam and water run from the gas outlet.");
  let gas = 0;
  for (let i = 0; i < OXYGENATOR_CELLS; i += 1)
    gas += state.cellAmount[amountIndex(GAS, firstCell.oxygenator + i)];
  return when(
    gas > SEEN_ML,
    "Bubbles stand in the housing.",
    "The arrow points with the flow; no leak, no clot, no bubbles to be seen.",
  );
}

function lookAtColour(state: WorldState): Sight {
  const arterial = cellSaturation(state, lastCell("filter"));
  const venous = cellSaturation(state, lastCell("venousLine"));
  if (arterial >= DARK_FRACTION) return normal("Arterial blood is bright red.");
  return wrong(
    arterial - venous < 0.1
      ? "Arterial blood is as dark as venous blood."
      : "Arterial blood is darker than it should be.",
  );
}

function lookAtSpare(state: WorldState): Sight {
  const { unit } = state;
  if (unit[U.inCircuit] === UNITS_IN_CIRCUIT.indexOf("spare"))
    return normal("The spare is in the circuit.");
  if (unit[U.oxygenatorPlace] !== AT_MACHINE) return hidden("There is no spare at the machine.");
  if (unit[U.sparePrimed] === 0) return wrong("The spare is dry.");
  return when(
    unit[U.spareGasMl] > SEEN_ML,
    "The spare is filled; bubbles still stand in it.",
    "The spare is filled and free of bubbles.",
  );
}

export const OXYGENATOR_LOOKS = {
  oxygenator: lookAtUnit,
  bloodColour: lookAtColour,
  spareOxygenator: lookAtSpare,
} as const satisfies Partial<Record<Inspectable, Look>>;
