/** The limit profile of a site, kept on this device, and the profile chosen last. */
import type { OfferedLimits } from "../catalogue.ts";

const OWN = "onbypass.limits.own";
const CHOSEN = "onbypass.limits.chosen";

/** Undefined as well where the page may keep nothing. */
function kept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // The page may keep nothing: the choice lasts as long as the page.
  }
}

export function keptLimits(): OfferedLimits | undefined {
  const text = kept(OWN);
  return text === undefined ? undefined : (JSON.parse(text) as OfferedLimits);
}

export const keepLimits = (own: OfferedLimits): void => keep(OWN, JSON.stringify(own));

/** Id of the profile chosen last; empty for the limits of the scenario's machine. */
export const chosenLimits = (): string => kept(CHOSEN) ?? "";
export const keepChosenLimits = (id: string): void => keep(CHOSEN, id);
