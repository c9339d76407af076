/** Which signals a table shows, from a list with names and endings in "*". */
import { closest } from "../kernel/suggest.ts";
import { SIGNALS } from "../world/contract/signals.ts";
import { refuse } from "./command.ts";

export const DEFAULT_SIGNALS =
  "circuit.arterialFlowDisplayedLpm,patient.arterialPressureMeanMmHg,patient.nirsLeftFraction,circuit.reservoirVolumeMl";

const IDS = SIGNALS.map((signal) => signal.id);

/** Ids in the order asked for, each once. */
export function chooseSignals(list: string): readonly string[] {
  const chosen = new Set<string>();
  for (const name of list.split(",").map((part) => part.trim())) {
    if (name === "") continue;
    const ids = name.endsWith("*")
      ? IDS.filter((id) => id.startsWith(name.slice(0, -1)))
      : IDS.filter((id) => id === name);
    if (ids.length === 0) unknownSignal(name);
    for (const id of ids) chosen.add(id);
  }
  if (chosen.size === 0) unknownSignal(list);
  return [...chosen];
}

function unknownSignal(name: string): never {
  const guess = closest(name, IDS);
  return refuse({
    code: "cli.unknownSignal",
    place: "--signals",
    sentence: `There is no signal "${name}".`,
    remedy:
      guess === undefined
        ? "onbypass signals lists them all."
        : `Did you mean "${guess}"? onbypass signals lists them all.`,
  });
}
