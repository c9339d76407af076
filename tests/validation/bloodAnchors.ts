/** Blood functions against published and computed anchor points. */
import { co2ContentMlPerDl } from "../../src/physiology/blood/carbonDioxide.ts";
import { p50MmHg, saturationFraction } from "../../src/physiology/blood/dissociation.ts";
import {
  DISSOLVED_O2_ML_PER_DL_MMHG,
  HUFNER_ML_PER_G,
} from "../../src/physiology/blood/oxygenContent.ts";
import { readCsv } from "./table.ts";

type Inputs = Readonly<Record<string, number>>;

const KELVIN_AT_ZERO_C = 273;
/** Plasma pH whose red cells have a pH (the inverse of the relation in dissociation.ts). */
const plasmaPh = (redCellPh: number): number => (redCellPh - 1.357) / 0.795;

function p50(i: Inputs): number {
  const ph = i["pHrbc"] === undefined ? i["pH"] : plasmaPh(i["pHrbc"]);
  const temperatureC = i["T_K"] === undefined ? i["T_C"] : i["T_K"] - KELVIN_AT_ZERO_C;
  return p50MmHg(ph, i["PCO2_mmHg"], temperatureC);
}
const saturationPercent = (i: Inputs): number => 100 * saturationFraction(i["PO2_mmHg"], p50(i));
const co2Content = (i: Inputs): number =>
  co2ContentMlPerDl(i["PCO2_mmHg"], i["pH"], i["SO2"], i["Hb_g_dL"]);

/** How a row is computed, by the quantity it names; other rows belong to equations we do not use. */
function evaluate(quantity: string, i: Inputs, equation: string): number | null {
  if (quantity === "SO2" && (equation === "" || equation === "Dash 2016"))
    return saturationPercent(i);
  if (quantity === "P50" && equation === "Dash 2016") return p50(i);
  if (quantity === "O2 content")
    return HUFNER_ML_PER_G * i["Hb_g_dL"] * i["SO2"] + DISSOLVED_O2_ML_PER_DL_MMHG * i["PO2_mmHg"];
  if (quantity.startsWith("whole-blood CO2 content")) return co2Content(i);
  if (quantity.startsWith("Douglas blood/plasma"))
    return (
      co2ContentMlPerDl(40, i["pH"], i["SO2"], i["Hb_g_dL"]) /
      co2ContentMlPerDl(40, i["pH"], i["SO2"], 0)
    );
  if (quantity.startsWith("Haldane"))
    return co2Content({ ...i, SO2: i["SO2_to"] }) - co2Content({ ...i, SO2: i["SO2_from"] });
  return null;
}

export interface AnchorResult {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly expected: number;
  readonly tolerance: number;
  /** null when the row tests an equation that is not used here. */
  readonly gave: number | null;
  readonly source: string;
  readonly confidence: string;
}

/** Every row of the anchors with what our functions give. */
export function bloodResults(): readonly AnchorResult[] {
  return readCsv("blood-anchors.csv").map((row) => {
    const inputs = JSON.parse(row["inputs"]) as Record<string, number | string>;
    const equation = String(inputs["equation"] ?? "");
    const named = Object.entries(inputs)
      .filter(
        ([key]) =>
          !["_kind", "equation", "case", "sample", "alphaO2_mL_dL_mmHg", "hufner"].includes(key),
      )
      .map(([key, value]) => `${key.replaceAll("_", " ")} ${value}`);
    return {
      id: row["id"],
      what: `${row["quantity"]}: ${[...named, equation].filter((part) => part !== "").join(", ")}`,
      unit: row["unit"],
      expected: Number(row["expected"]),
      tolerance: Number(row["tolerance"]),
      gave: evaluate(row["quantity"], inputs as Inputs, equation),
      source: row["source"],
      confidence: row["confidence"],
    };
  });
}
