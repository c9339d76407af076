/**
 * Reactions to protamine beyond what a fast dose does to everybody (docs/model-drugs.md D-27): mediators
 * are let go as protamine arrives, and fade. An anaphylactic patient's open vessels and leak; in a
 * pulmonary one the vessels of the lung close (clinical.md B10 [S81]).
 */

export const REACTION_KINDS = ["none", "anaphylactic", "pulmonary"] as const;
export type ReactionKind = (typeof REACTION_KINDS)[number];

/** Protamine per kg that lets go 63 % of the mediators: a test dose is enough for most (PROVISIONAL). */
const RELEASING_MG_PER_KG = 0.2;
/** Mediators fade with this time constant, s (PROVISIONAL). */
const FADING_S = 720;

/** Mediators from 0 to 1 after protamine in mg/kg arrived within a step (D-27). */
export function mediatorsAfter(
  mediatorFraction: number,
  arrivedMgPerKg: number,
  dtS: number,
): number {
  const released =
    ((1 - mediatorFraction) * arrivedMgPerKg) / (RELEASING_MG_PER_KG + arrivedMgPerKg);
  return (mediatorFraction + released) * (FADING_S / (FADING_S + dtS));
}

/** What mediators do, each against none. */
export interface ReactionEffect {
  readonly toneFraction: number;
  readonly pulmonaryFraction: number;
  readonly contractilityFraction: number;
  readonly venousMlPerKg: number;
}

/** At full strength (clinical.md B10: MAP −20 to −60 within three minutes, PA pressure doubled; PROVISIONAL). */
export const REACTION_EFFECTS: Readonly<Record<ReactionKind, ReactionEffect>> = {
  none: { toneFraction: 0, pulmonaryFraction: 0, contractilityFraction: 0, venousMlPerKg: 0 },
  anaphylactic: {
    toneFraction: -0.65,
    pulmonaryFraction: 0.3,
    contractilityFraction: -0.1,
    venousMlPerKg: 10,
  },
  pulmonary: {
    toneFraction: -0.2,
    pulmonaryFraction: 4,
    contractilityFraction: -0.2,
    venousMlPerKg: 2,
  },
};
