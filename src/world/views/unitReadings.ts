/** What can be read of the oxygenator as a unit, of the store and of who is away. */
import { GAS } from "../../machine/gasSupply.ts";
import { OXYGENATOR_UNIT, PLACE_SLOT, STORE_ITEMS } from "../../machine/oxygenatorUnit.ts";
import { taskInHand } from "../console/tasks.ts";
import { MACHINE } from "../state/layouts.ts";
import { flag, held, type Reader } from "./reader.ts";

const U = OXYGENATOR_UNIT.index;
const M = MACHINE.index;
const ofUnit = (slot: number): Reader => held("unit", slot);

export const unitReadings: Readonly<Record<string, Reader>> = {
  "oxygenator.inCircuit": ofUnit(U.inCircuit),
  "oxygenator.reversed": ofUnit(U.reversed),
  "oxygenator.gasConnected": (s, into, at) => {
    into[at] = flag(s.gasSupply[GAS.index.lineOff] === 0);
  },
  "oxygenator.waterConnected": ofUnit(U.waterConnected),
  "oxygenator.transferFraction": ofUnit(U.transferFraction),
  "oxygenator.openFraction": ofUnit(U.openFraction),
  "oxygenator.sparePrimed": ofUnit(U.sparePrimed),
  "oxygenator.spareGasMl": ofUnit(U.spareGasMl),
  ...Object.fromEntries(
    STORE_ITEMS.map((item) => [`store.${item}.place`, ofUnit(PLACE_SLOT[item])]),
  ),
  "store.helperErrandS": held("machine", M.helperErrandS),
  "store.runnerErrandS": held("machine", M.runnerErrandS),
  "hands.away": (s, into, at) => {
    into[at] = flag(taskInHand(s) === "fetchItem");
  },
  "circuit.spilledTrueMl": ofUnit(U.spilledMl),
};
