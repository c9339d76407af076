/**
 * Compositions and theatre lists as the start form lists them, beside scenarios: of a composition one chooses which
 * emergency comes, of a theatre list which patient.
 */

import type { ListedTheatreList } from "../../case/theatreList.schema.ts";
import type { ListedComposition } from "../../scenario/composition.schema.ts";
import type { ListedScenario } from "../../scenario/listing.ts";

/** What drawInterruption calls it when no emergency comes; said here so that the first page need not load that. */
const NOTHING = "nothing";

/** What one chooses of a case, besides how it is played. */
export type ChoiceKind = "variant" | "emergency" | "patient";

export interface Choosable extends ListedScenario {
  readonly choice: ChoiceKind;
}

export const CHOICE_NAMES: Readonly<Record<ChoiceKind, string>> = {
  variant: "What fails",
  emergency: "What fails",
  patient: "Patient",
};

/** Variants have letters by which papers name them; emergencies and patients go by their titles. */
export const choiceText = (
  { choice }: Choosable,
  { id, title }: { readonly id: string; readonly title: string },
): string => (choice === "variant" ? `${id}: ${title}` : title);

export const scenarioAsChoice = (scenario: ListedScenario): Choosable => ({
  ...scenario,
  choice: "variant",
});

export function asListed({ emergencies, ...composition }: ListedComposition): Choosable {
  return {
    ...composition,
    choice: "emergency",
    kind: "module",
    variants: [{ id: NOTHING, title: "Nothing comes" }, ...emergencies],
    steps: [],
  };
}

export function listAsListed({ patients, ...list }: ListedTheatreList): Choosable {
  return { ...list, choice: "patient", kind: "module", variants: patients, steps: [] };
}
