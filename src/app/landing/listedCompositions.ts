/** Compositions as the start form lists them: what may fail is which emergency comes, or none. */
import type { ListedComposition } from "../../scenario/composition.schema.ts";
import type { ListedScenario } from "../../scenario/listing.ts";

/** What drawInterruption calls it when no emergency comes; said here so that the first page need not load that. */
const NOTHING = "nothing";

export function asListed({ emergencies, ...composition }: ListedComposition): ListedScenario {
  return {
    ...composition,
    kind: "module",
    variants: [{ id: NOTHING, title: "Nothing comes" }, ...emergencies],
    steps: [],
  };
}
