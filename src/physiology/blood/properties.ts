/** Physical constants of blood used by transport, heat and hydraulics (docs/model.md section 2). */

/** Heat held by one mL of blood per °C, kJ/mL/°C: 3.617 kJ/kg/K × 1.05 kg/L (physiology.md 7 [P]). */
export const BLOOD_HEAT_KJ_PER_ML_C = 0.00379785;
/** Pressure of a column of blood, mmHg per cm (40 cm = 30.9 mmHg; physiology.md 4 [D]). */
export const MMHG_PER_CM_BLOOD = 0.7725;
/** Haemoglobin per mL of packed red cells, g/mL: mean cell haemoglobin concentration 33 g/dL (K). */
export const HEMOGLOBIN_G_PER_RED_CELL_ML = 0.33;
/** Heat made for each mL of oxygen used, kJ/mL: 5.0 kcal/L (physiology.md 7 [M, high]). */
export const HEAT_KJ_PER_ML_O2 = 0.02092;
