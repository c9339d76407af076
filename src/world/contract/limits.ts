/** How far knobs turn. Kept apart from the schemas, so that a screen can have them without zod. */

/** Largest arterial flow the knob allows; pac6.ch 7.2.6 via standards.md 2.2. */
export const PUMP_FLOW_LPM_MAX = 8;
/** (K) console maximum, standards.md 2.2. */
export const ROLLER_RPM_MAX = 250;
/** (K) */
export const CENTRIFUGAL_RPM_MAX = 4500;
/** (K) */
export const SWEEP_LPM_MAX = 15;
/** (K) */
export const CO2_LPM_MAX = 1;
/** (K) an isoflurane vaporiser. */
export const VAPORISER_FRACTION_MAX = 0.05;
/** Largest limit a safety sensor can be given, in any of their units. */
export const HELD_VALUE_MAX = 5000;

/** Where the regulator's safety valve opens: a maker's most for a sealed hard shell is 150 (FX25); ours is less. */
export const RESERVOIR_VACUUM_MMHG_MAX = 100;
