/** Readings of the oxygenator as a unit that can be changed, of the store, and of who is away. */
import { STORE_ITEMS, STORE_PLACES, UNITS_IN_CIRCUIT } from "./ids.ts";
import { boolean, number, oneOf } from "./signalDefinition.ts";

export const unitSignals = [
  oneOf("oxygenator.inCircuit", UNITS_IN_CIRCUIT, "Which oxygenator is in the circuit."),
  boolean(
    "oxygenator.reversed",
    "The oxygenator in the circuit is connected against its arrow.",
    "supervisor",
  ),
  boolean("oxygenator.gasConnected", "The gas line is on the oxygenator's port.", "supervisor"),
  boolean("oxygenator.waterConnected", "The water lines are on the oxygenator."),
  number("oxygenator.transferFraction", 0, 1, "Gas transfer of the fibres, true.", "supervisor"),
  number("oxygenator.openFraction", 0, 1, "Blood paths not closed by clot, true.", "supervisor"),
  boolean("oxygenator.sparePrimed", "The spare oxygenator is filled."),
  number("oxygenator.spareGasMl", 0, 500, "Bubbles left in the spare, true.", "supervisor"),
  ...STORE_ITEMS.map((item) =>
    oneOf(`store.${item}.place`, STORE_PLACES, `Where the ${item} is, as the store list says.`),
  ),
  number("store.helperErrandS", 0, 600, "Seconds until the helper is back with what was fetched."),
  number("store.runnerErrandS", 0, 600, "Seconds until the runner is back with what was fetched."),
  boolean("hands.away", "The trainee has left the console."),
  number("circuit.spilledTrueMl", 0, 10000, "Blood spilled from open ends, true.", "supervisor"),
];
