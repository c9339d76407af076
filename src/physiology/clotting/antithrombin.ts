/** Antithrombin when bypass begins (docs/model-blood.md BL-56): diluted with plasma, then used up. */

/** Share used up by heparin and surfaces in the first minutes; Chosen: 59 % was seen, dilution gives two thirds. */
const USED_FRACTION = 0.08;

/** Antithrombin as a share of what it was, some minutes after a prime without plasma came in (BL-56). */
export function antithrombinAfterPrimeFraction(
  bloodMl: number,
  hematocritFraction: number,
  primeMl: number,
): number {
  const plasmaMl = bloodMl * (1 - hematocritFraction);
  return (plasmaMl / (plasmaMl + primeMl)) * (1 - USED_FRACTION);
}

/**
 * Effect of heparin in patients who had it by infusion before surgery, over that of others: ACT 387
 * against 431 s at 20 min of bypass after 300 IU/kg means (387 − 135)/(431 − 135) of the level's worth.
 */
export const AFTER_HEPARIN_INFUSION_FRACTION = 252 / 296;
