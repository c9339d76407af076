/** Mean arterial pressure of a body on bypass by its flow (docs/model.md C-26). */

/**
 * Line through 53 mmHg at 2.2 and 71 at 3.2 L/min/m² (35 °C, Plochl 1999; physiology.md 5 [D]): the
 * closing pressure and a resistance index. Pigs of about an adult's index; no human series was reached.
 */
const CLOSING_MMHG = 13;
const RESISTANCE_MMHG_PER_LPM_PER_M2 = 18;
/** Pressure a vasopressor is titrated to when a source says no more, mmHg (K; 65 to 75). */
export const PRESSOR_TARGET_MMHG = 70;

/** Mean arterial pressure in mmHg at a flow index, without drugs (C-26). */
export const bypassPressureMmHg = (flowLpmPerM2: number): number =>
  CLOSING_MMHG + RESISTANCE_MMHG_PER_LPM_PER_M2 * flowLpmPerM2;
