/**
 * Membrane oxygenators as data: published regression lines, rated flows and surfaces. Lines come from
 * clinical use and hold over clinical flows only (docs/model-blood.md BL-37 to BL-40).
 */
export interface Line {
  /** Value at nought of the other quantity. */
  readonly interceptFraction: number;
  readonly slopeFractionPerUnits: number;
}

/** Blood-side pressure drop, mmHg, over flow, L/min. */
export interface DropLine {
  readonly interceptMmHg: number;
  readonly slopeMmHgPerLpm: number;
  /** Lowest flow the line was seen at; below it the drop goes to nought with flow. */
  readonly flowLpmMin: number;
}

export interface OxygenatorDevice {
  /** Words that name it, all of them, lower case. */
  readonly words: readonly string[];
  readonly areaM2?: number;
  readonly ratedFlowLpm?: number;
  /** FiO2 the study's PaO2 needed, over oxygen uptake in mL/min. */
  readonly fio2ByUptake?: Line;
  /** Oxygen transfer in mL/min for each unit of FiO2 at PaO2 150 mmHg. */
  readonly transferAtFio2OneMlPerMin?: number;
  /** Greatest oxygen transfer, for a device whose line was not printed, mL/min. */
  readonly transferMlPerMinMax?: number;
  readonly drop?: DropLine;
  /** Shunt fraction over flow in L/min. */
  readonly shuntByFlow?: Line;
  readonly source: string;
}

const FRIED = "Fried et al 1998 Perfusion 13:119-127";
const FROM_MEMORY = "surface from memory (physiology.md 3); rated flow FDA K130520, K150267";

export const OXYGENATORS: readonly OxygenatorDevice[] = [
  {
    words: ["sx25"],
    areaM2: 2.5,
    fio2ByUptake: { interceptFraction: 0.209, slopeFractionPerUnits: 0.00171 },
    drop: { interceptMmHg: -28.388, slopeMmHgPerLpm: 23.934, flowLpmMin: 2 },
    shuntByFlow: { interceptFraction: 0.04595, slopeFractionPerUnits: 0.0311 },
    source: FRIED,
  },
  {
    words: ["sx18"],
    areaM2: 1.8,
    fio2ByUptake: { interceptFraction: 0.236, slopeFractionPerUnits: 0.00225 },
    drop: { interceptMmHg: -22.65, slopeMmHgPerLpm: 22.443, flowLpmMin: 2 },
    shuntByFlow: { interceptFraction: 0.06223, slopeFractionPerUnits: 0.03744 },
    source: FRIED,
  },
  { words: ["smo2"], transferMlPerMinMax: 504, source: "Sarns SMO2 (physiology.md 3 [P])" },
  { words: ["smo"], transferMlPerMinMax: 504, source: "Sarns SMO2 (physiology.md 3 [P])" },
  {
    words: ["monolyth"],
    areaM2: 2.2,
    transferMlPerMinMax: 346.4,
    source: "Sorin Monolyth evaluation, abstract; surface from memory",
  },
  {
    words: ["inspire", "6f"],
    areaM2: 1.4,
    ratedFlowLpm: 6,
    transferAtFio2OneMlPerMin: 284.34,
    source: "Perfusion 2026 doi 10.1177/02676591261438976; surface from memory",
  },
  { words: ["fx25"], areaM2: 2.5, ratedFlowLpm: 7, source: FROM_MEMORY },
  { words: ["fx15"], areaM2: 1.5, ratedFlowLpm: 5, source: FROM_MEMORY },
  { words: ["quadrox", "adult"], areaM2: 1.8, ratedFlowLpm: 7, source: FROM_MEMORY },
];

/** Blood of an in-vitro test (Capiox FX25 instructions for use; ISO 7199 uses the same). */
export const REFERENCE_BLOOD = {
  hemoglobinGPerDl: 12,
  temperatureC: 37,
  venousSaturationFraction: 0.65,
  venousPco2MmHg: 45,
  baseExcessMmolPerL: 0,
  gasToBloodRatio: 1,
} as const;

/** Saturation at which blood leaves at the rated flow, by definition (physiology.md 3 [P]). */
export const RATED_OUTLET_SATURATION_FRACTION = 0.95;
