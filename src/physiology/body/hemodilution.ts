/** Haematocrit by mixing (docs/model-blood.md BL-65 to BL-69). Haematocrits are fractions, volumes mL. */

/** Haematocrit after a second volume is mixed in (BL-65). */
export function mixedHematocritFraction(
  firstMl: number,
  firstFraction: number,
  secondMl: number,
  secondFraction: number,
): number {
  return (firstMl * firstFraction + secondMl * secondFraction) / (firstMl + secondMl);
}

/** What dilutes the blood when bypass begins. */
export interface Dilution {
  readonly primeMl: number;
  readonly anaesthesiaMl: number;
  readonly cardioplegiaMl: number;
  /** Prime drawn off by the patient's own blood before the start. */
  readonly autologousPrimingMl: number;
}

/** Haematocrit on bypass, Terumo's calculator (BL-66). */
export function bypassHematocritFraction(
  bloodMl: number,
  hematocritFraction: number,
  dilution: Dilution,
): number {
  const added =
    dilution.primeMl +
    dilution.anaesthesiaMl +
    dilution.cardioplegiaMl -
    dilution.autologousPrimingMl;
  return (hematocritFraction * bloodMl) / (bloodMl + added);
}

/**
 * Packed cells in mL that must stand in for prime to reach a haematocrit (BL-67); nought when it is
 * reached without.
 */
export function packedCellsMl(
  patient: { readonly bloodMl: number; readonly hematocritFraction: number },
  primeMl: number,
  targetFraction: number,
  packedFraction: number,
): number {
  const { bloodMl, hematocritFraction } = patient;
  const wantedMl = (bloodMl + primeMl) * targetFraction - bloodMl * hematocritFraction;
  return Math.max(0, wantedMl / packedFraction);
}

/** Clear fluid in mL that brings a haematocrit down to a target (BL-68). */
export function fluidForHematocritMl(
  volumeMl: number,
  fromFraction: number,
  toFraction: number,
): number {
  return volumeMl * (fromFraction / toFraction - 1);
}

/** Fluid in mL to take out by ultrafiltration to bring a haematocrit up to a target (BL-68). */
export function filtrateForHematocritMl(
  volumeMl: number,
  fromFraction: number,
  toFraction: number,
): number {
  return volumeMl * (1 - fromFraction / toFraction);
}

/** Relative fall of the haematocrit at the start of bypass (BL-69). */
export function hemodilutionFraction(bloodMl: number, dilution: Dilution): number {
  return 1 - bypassHematocritFraction(bloodMl, 1, dilution);
}
