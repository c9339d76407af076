/**
 * Limits, targets and doses a perfusionist works to, and published distributions between patients
 * (docs/model-blood.md section 6). Found by the situation's words; where several match, the one with the most words
 * holds, then the first.
 */
import type { Fact } from "../circuit/fact.ts";

const TEMPERATURE_GUIDELINE = "STS/SCA/AmSECT temperature guideline 2015 (PMC4631211)";
const DE_SOMER = "de Somer et al 2011 Crit Care 15:R192";
const RANUCCI = "Ranucci et al 2006 Ann Thorac Surg 81:2189";
const TCD_614 = "Optimal blood pressure during CPB by TCD autoregulation, 614 patients";
const CPB_COHORT = "PMC3288415";
const MEMORY = "standard teaching dose, from memory";

const words = (text: string): readonly string[] => (text === "" ? [] : text.split(" "));
const fact = (
  about: string,
  quantity: string,
  [value, unit]: readonly [number, string],
  source: string,
): Fact => ({ about: words(about), quantity: words(quantity), value, unit, source });

export const METABOLISM_FACTS: readonly Fact[] = [
  fact("aki", "do2 vco2 threshold", [5.3, "-"], DE_SOMER),
  fact("aki", "do2i", [262, "mL/min/m2"], DE_SOMER),
  fact("failure", "do2i", [272, "mL/min/m2"], "Ranucci 2005 (physiology.md 6)"),
  fact("goal directed", "do2i", [280, "mL/min/m2"], "GIFT trial, 326 patients"),
  fact("after cpb", "critical do2", [300, "mL/min/m2"], "Komatsu, Shibutani et al"),
  fact("hyperlactataemia", "do2i", [260, "mL/min/m2"], `${RANUCCI} (physiology.md 6)`),
  fact("aki", "critical do2i", [272, "mL/min/m2"], "Ranucci 2005 (physiology.md 6)"),
  fact("after cpb", "critical do2i", [300, "mL/min/m2"], "Komatsu, Shibutani et al"),
  fact("hyperlactataemia", "vco2i", [60, "mL/min/m2"], RANUCCI),
  fact("hyperlactataemia", "do2 vco2", [5, "-"], RANUCCI),
  fact("hyperlactataemia", "rq", [0.9, "-"], RANUCCI),
  fact("hyperlactataemia", "respiratory quotient", [0.9, "-"], RANUCCI),
];

export const TEMPERATURE_FACTS: readonly Fact[] = [
  fact("", "maximum gradient", [10, "C"], TEMPERATURE_GUIDELINE),
  fact("", "gradient outlet 30c", [4, "C"], TEMPERATURE_GUIDELINE),
  fact("", "gradient rewarming", [10, "C"], TEMPERATURE_GUIDELINE),
  fact("", "maximum arterial outlet temperature", [37, "C"], TEMPERATURE_GUIDELINE),
  fact("", "maximum outlet temperature", [37, "C"], TEMPERATURE_GUIDELINE),
  fact("", "outlet temperature", [37, "C"], TEMPERATURE_GUIDELINE),
  fact("ice", "time cool", [10, "min"], "methods of a study of CABG with ice-bath perfusate"),
  fact("", "rewarming rate", [0.5, "C/min"], TEMPERATURE_GUIDELINE),
];

export const ACID_BASE_FACTS: readonly Fact[] = [
  fact("normal", "lactate upper", [2, "mmol/L"], "J Extra Corpor Technol 2017;49:7-15"),
  fact("normal", "strong ion difference", [41, "mmol/L"], "40 to 42 (physiology.md 2 [P])"),
  fact("normal", "sid", [41, "mmol/L"], "40 to 42 (physiology.md 2 [P])"),
];

export const BRAIN_FACTS: readonly Fact[] = [
  fact("cpb", "lla low", [43, "mmHg"], CPB_COHORT),
  fact("cpb", "lla high", [90, "mmHg"], CPB_COHORT),
  fact("cpb", "lla", [66, "mmHg"], CPB_COHORT),
  fact("cpb", "lower limit autoregulation", [66, "mmHg"], CPB_COHORT),
  fact("", "lower limit autoregulation", [65, "mmHg"], TCD_614),
  fact("", "upper limit autoregulation", [84, "mmHg"], TCD_614),
  fact("", "optimal map", [78, "mmHg"], TCD_614),
];

const SEARLES = "Searles 2021 J Extra Corpor Technol 53:263-269, middle of the norm";
const HAHN = "Hahn 2022 Anaesthesiol Intensive Ther 54:369-377";

/** Norms of adults before, on and after bypass, and filling pressures around induction. */
export const CIRCULATION_FACTS: readonly Fact[] = [
  fact("pre post cpb", "cvp", [9.5, "mmHg"], `${SEARLES} 7 to 12`),
  fact("pre post cpb", "hr", [87.5, "1/min"], `${SEARLES} 65 to 110`),
  fact("pre post cpb", "heart rate", [87.5, "1/min"], `${SEARLES} 65 to 110`),
  fact("pre post cpb", "svr", [19, "Orpheus units"], `${SEARLES} 6 to 32`),
  fact("full cpb", "svr", [28, "Orpheus units"], `${SEARLES} 18 to 38`),
  fact("full cpb", "pump flow", [4.5, "L/min"], `${SEARLES} 3.5 to 5.5`),
  fact("full cpb", "antegrade cardioplegia flow", [325, "mL/min"], `${SEARLES} 250 to 400`),
  fact("full cpb", "retrograde cardioplegia flow", [162.5, "mL/min"], `${SEARLES} 100 to 225`),
  fact("before induction", "mean systemic filling pressure", [13.2, "mmHg"], HAHN),
  fact("induction", "unstressed volume", [1.2, "L"], HAHN),
  fact("after induction", "mean systemic filling pressure", [11.4, "mmHg"], HAHN),
];

export const DOSE_FACTS: readonly Fact[] = [
  fact(
    "vasopressin",
    "infusion dose",
    [0.03, "IU/min"],
    "Papadopoulos 2010 J Cardiothorac Surg 5:17",
  ),
  fact("bicarbonate", "dose", [0.3, "mmol/kg"], `${MEMORY}; 0.3 x kg x base deficit`),
  fact("bicarbonate", "factor", [0.3, "mmol/kg"], `${MEMORY}; 0.3 x kg x base deficit`),
  fact("furosemide", "bolus", [20, "mg"], MEMORY),
  fact("furosemide", "dose", [20, "mg"], MEMORY),
  fact("norepinephrine", "infusion dose", [0.3, "ug/kg/min"], "physiology.md 10 [P]"),
  fact("dantrolene", "dose", [2.5, "mg/kg"], MEMORY),
  fact("mannitol", "dose", [0.6, "g/kg"], `${MEMORY}; middle of 0.25 to 1`),
  fact("phenylephrine", "bolus", [125, "ug"], `${MEMORY}; middle of 50 to 200`),
  fact("norepinephrine", "refractory", [0.3, "ug/kg/min"], "physiology.md 10 [P]"),
  fact("methylene blue", "dose", [3, "mg/kg"], "Maslow et al 2006 Anesth Analg 103:2-8"),
];
