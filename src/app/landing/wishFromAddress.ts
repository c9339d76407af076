/** What the query parameters before "#" ask for; anything that is not a choice is left out. */
import type { CaseMode } from "../../session/contract/protocol.ts";
import { SEED_MAX } from "../catalogue.ts";

export interface AddressWish {
  readonly scenario?: string;
  readonly variant?: string;
  readonly seed?: number;
  readonly mode?: CaseMode;
  /** Id of a limit profile. */
  readonly limits?: string;
}

/** A seed as typed: a whole number from 0, or nothing. */
export function parseSeed(text: string): number | undefined {
  if (!/^\d{1,10}$/.test(text.trim())) return undefined;
  const seed = Number(text.trim());
  return seed <= SEED_MAX ? seed : undefined;
}

export function wishFromAddress(search: string): AddressWish {
  const query = new URLSearchParams(search);
  const scenario = query.get("scenario");
  const variant = query.get("variant");
  const seed = parseSeed(query.get("seed") ?? "");
  const mode = query.get("mode");
  const limits = query.get("limits");
  return {
    ...(scenario ? { scenario } : {}),
    ...(variant ? { variant } : {}),
    ...(seed !== undefined ? { seed } : {}),
    ...(limits ? { limits } : {}),
    ...(mode === "practice" || mode === "drill" || mode === "exam" ? { mode } : {}),
  };
}
