// The only place where one unit becomes another. Inside the engine each dimension has one unit
// (mmHg, mL, L/min, degrees C, s); everything else is converted at the edge with these names.
// Constants read as fractions: MMHG_PER_KPA is "mmHg per kPa". No physiology constants live here.

export const MS_PER_S = 1000;
export const S_PER_MIN = 60;

export const ML_PER_L = 1000;
export const MM_PER_INCH = 25.4;

/** Conventional millimetre of mercury, exact by definition: 13.5951 g/mL x 9.80665 m/s2 x 1 mm. */
export const PA_PER_MMHG = 133.322387415;
/** Conventional centimetre of water, exact by definition: 1 g/mL x 9.80665 m/s2 x 1 cm. */
const PA_PER_CMH2O = 98.0665;
const PA_PER_KPA = 1000;
export const MMHG_PER_KPA = PA_PER_KPA / PA_PER_MMHG;
const MMHG_PER_CMH2O = PA_PER_CMH2O / PA_PER_MMHG;
/** Standard atmosphere, 101325 Pa. */
export const MMHG_PER_ATM = 101325 / PA_PER_MMHG;

/** Vascular resistance: dyn s cm-5 in one mmHg min/L (about 80). */
export const DYN_S_PER_CM5_PER_MMHG_MIN_PER_L = (PA_PER_MMHG * S_PER_MIN) / 100;

const KELVIN_AT_ZERO_CELSIUS = 273.15;

/** Absolute temperature, in K. */
export function celsiusToKelvin(temperatureC: number): number {
  return temperatureC + KELVIN_AT_ZERO_CELSIUS;
}

/** Temperature, in degrees C. */
export function kelvinToCelsius(temperatureK: number): number {
  return temperatureK - KELVIN_AT_ZERO_CELSIUS;
}

/** Flow, in mL/s. */
export function lpmToMlPerS(flowLpm: number): number {
  return (flowLpm * ML_PER_L) / S_PER_MIN;
}

/** Flow, in L/min. */
export function mlPerSToLpm(flowMlPerS: number): number {
  return (flowMlPerS * S_PER_MIN) / ML_PER_L;
}

/** Flow, in mL/min. */
export function lpmToMlPerMin(flowLpm: number): number {
  return flowLpm * ML_PER_L;
}

/** Flow, in L/min. */
export function mlPerMinToLpm(flowMlPerMin: number): number {
  return flowMlPerMin / ML_PER_L;
}

/** Pressure, in kPa. */
export function mmHgToKpa(pressureMmHg: number): number {
  return pressureMmHg / MMHG_PER_KPA;
}

/** Pressure, in mmHg. */
export function kpaToMmHg(pressureKpa: number): number {
  return pressureKpa * MMHG_PER_KPA;
}

/** Pressure, in mmHg. */
export function cmH2OToMmHg(pressureCmH2O: number): number {
  return pressureCmH2O * MMHG_PER_CMH2O;
}

/** Pressure, in cmH2O. */
export function mmHgToCmH2O(pressureMmHg: number): number {
  return pressureMmHg / MMHG_PER_CMH2O;
}
