/**
 * Head–flow curve of a centrifugal pump by the affinity laws (docs/model.md M-12): shut-off head goes
 * with speed squared, flow costs head. Anchor: 4000 rpm, 5 L/min, 352 mmHg (CentriMag; physiology.md 4 [P]);
 * the split between the two coefficients is ours (PROVISIONAL).
 */

/** Shut-off head per rpm squared, mmHg/rpm². */
export const SHUT_OFF_MMHG_PER_RPM2 = 3e-5;
/** Head lost with flow, mmHg per (mL/s)²: (3e-5 × 4000² − 352) / (5 L/min)² = 5.12 per (L/min)². */
export const FLOW_LOSS_MMHG_PER_ML_PER_S2 = 5.12 * 0.06 * 0.06;

/** Connectors and cone at rest, mmHg per mL/s: 4 mmHg per L/min (K). */
export const CONE_MMHG_PER_ML_PER_S = 4 * 0.06;

/** Pressure the impeller adds at a speed without flow, mmHg. */
export const shutOffHeadMmHg = (impellerRpm: number): number =>
  SHUT_OFF_MMHG_PER_RPM2 * impellerRpm * impellerRpm;
