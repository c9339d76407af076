/** Vessels in parallel: resistances and compliances (docs/model-blood.md BL-79). */

/** Resistance of vessels side by side, in the unit of the parts. */
export const parallelResistance = (parts: readonly number[]): number =>
  1 / parts.reduce((sum, part) => sum + 1 / part, 0);

/** Compliance of vessels that share a pressure, in the unit of the parts. */
export const sharedCompliance = (parts: readonly number[]): number =>
  parts.reduce((sum, part) => sum + part, 0);
