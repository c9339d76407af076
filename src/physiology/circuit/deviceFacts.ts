/**
 * Limits and reference conditions of devices, by the words that name them (docs/model-blood.md section
 * 6). Where several match, the one with the most words holds, then the first.
 */
import type { Fact } from "./fact.ts";

const FX25_TEST = "Terumo Capiox FX25 instructions for use, in-vitro reference condition";
const FX25_IFU = "Terumo Capiox FX25 instructions for use";
const RX_IFU = "Terumo Capiox RX instructions for use";
const FDA_FX = "FDA K130520";
const FDA_QUADROX = "FDA K150267, K082403";
const OXYGENATORS_2016 = "Clinical evaluation of contemporary oxygenators, Perfusion 2016;31:15-25";
const RIDER = "Rider et al 1998 J Extra Corpor Technol 30:160-165";

const fact = (
  about: string,
  quantity: string,
  [value, unit]: readonly [number, string],
  source: string,
): Fact => ({ about: about.split(" "), quantity: quantity.split(" "), value, unit, source });

export const DEVICE_FACTS: readonly Fact[] = [
  fact("fx25", "reference temperature", [37, "C"], FX25_TEST),
  fact("fx25", "reference pvco2", [45, "mmHg"], FX25_TEST),
  fact("fx25", "reference svo2", [65, "%"], FX25_TEST),
  fact("fx25", "reference saturation", [65, "%"], FX25_TEST),
  fact("fx25", "reference hemoglobin", [12, "g/dL"], FX25_TEST),
  fact("fx25", "reference haemoglobin", [12, "g/dL"], FX25_TEST),
  fact("fx25", "reference hb", [12, "g/dL"], FX25_TEST),
  fact("fx25", "reference base excess", [0, "mmol/L"], FX25_TEST),
  fact("fx25", "reference be", [0, "mmol/L"], FX25_TEST),
  fact("fx25", "reference gas ratio", [1, "-"], FX25_TEST),
  fact("fx25", "minimum sweep", [0.5, "L/min"], FX25_IFU),
  fact("fx25", "maximum vacuum", [-150, "mmHg"], FX25_IFU),
  fact("fx25", "maximum water", [42, "C"], FX25_IFU),
  fact("fx25", "rated flow", [7, "L/min"], FX25_IFU),
  fact("fx25", "maximum flow", [7, "L/min"], FX25_IFU),
  fact("fx25", "surface", [2.5, "m2"], "from memory, high"),
  fact("fx25", "prime volume", [260, "mL"], "from memory, high"),
  fact("fx15 4 reservoir", "rated flow", [5, "L/min"], FDA_FX),
  fact("fx15 3 reservoir", "rated flow", [4, "L/min"], FDA_FX),
  fact("fx15", "prime volume", [956, "mL"], OXYGENATORS_2016),
  fact("synthesis", "prime volume", [1426, "mL"], OXYGENATORS_2016),
  fact("rx25", "minimum level", [200, "mL"], RX_IFU),
  fact("rx15r40", "minimum level", [200, "mL"], RX_IFU),
  fact("rx15r30", "minimum level", [70, "mL"], RX_IFU),
  fact("quadrox i small", "rated flow", [5, "L/min"], FDA_QUADROX),
  fact("quadrox i adult", "rated flow", [7, "L/min"], FDA_QUADROX),
  fact("quadrox id adult", "rated flow", [7, "L/min"], FDA_QUADROX),
  fact("quadrox i", "filter", [40, "um"], FDA_QUADROX),
  fact("umdns air detector", "embolus detected", [0.5, "mL"], "UMDNS C0179458 definition"),
  fact("centrifugal assisted", "microbubbles filter", [300, "count"], RIDER),
  fact("centrifugal assisted", "bubbles 80", [220, "count"], RIDER),
  fact("vacuum assisted", "microbubbles filter", [0, "count"], RIDER),
  fact("vacuum assisted", "bubbles 80", [0, "count"], RIDER),
];

const BANBURY = "Banbury (physiology.md 4 [P])";

export const CANNULA_FACTS: readonly Fact[] = [
  { ...fact("-", "maximum drop", [100, "mmHg"], "physiology.md 4 [P]"), about: [] },
  { ...fact("-", "acceptable drop", [100, "mmHg"], "physiology.md 4 [P]"), about: [] },
  fact("gravity", "priming volume", [2, "L"], BANBURY),
  fact("gravity", "prime volume", [2, "L"], BANBURY),
  fact("small vavd", "priming volume", [1.4, "L"], BANBURY),
  fact("small vavd", "prime volume", [1.4, "L"], BANBURY),
  fact("initial vavd", "priming volume", [1.7, "L"], BANBURY),
  fact("initial vavd", "prime volume", [1.7, "L"], BANBURY),
];
