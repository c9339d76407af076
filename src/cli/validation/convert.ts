/** Takes an answer to the unit a row is written in. */
import { MMHG_PER_KPA } from "../../kernel/units.ts";

/** Dimension and how much of the dimension's own unit one of it is. */
const UNITS: Readonly<Record<string, readonly [string, number]>> = {
  mmhg: ["pressure", 1],
  kpa: ["pressure", MMHG_PER_KPA],
  fraction: ["part", 1],
  "-": ["part", 1],
  ratio: ["part", 1],
  "%": ["part", 0.01],
  "1/c": ["part per degree", 1],
  "%/c": ["part per degree", 0.01],
  l: ["volume", 1],
  ml: ["volume", 0.001],
  ul: ["volume", 1e-6],
  "l/min": ["flow", 1],
  "ml/min": ["flow", 0.001],
  "ml/s": ["flow", 0.06],
  h: ["time", 3600],
  min: ["time", 60],
  s: ["time", 1],
  "u/ml": ["activity", 1],
  "mmol/l": ["concentration", 1],
  kj: ["energy", 1],
  mj: ["energy", 1000],
  mg: ["mass", 1],
  g: ["mass", 1000],
};

const ALIASES: Readonly<Record<string, string>> = {
  "iu/ml": "u/ml",
  "meq/l": "mmol/l",
  "°c": "c",
  "1/min/mmhg": "1/mmhg/min",
};

/** A unit without what it is a part of: "% of baseline" is "%", "% sat" too. */
function plain(unit: string): string {
  const lower = unit.trim().toLowerCase();
  const bare = lower.startsWith("% ") ? "%" : lower.replaceAll(/\bper\b/g, "/").replaceAll(" ", "");
  return ALIASES[bare] ?? bare;
}

/** The value in the wanted unit; undefined when the two measure different things. */
export function convert(value: number, from: string, to: string): number | undefined {
  const [fromUnit, toUnit] = [plain(from), plain(to)];
  if (fromUnit === toUnit) return value;
  const [source, target] = [UNITS[fromUnit], UNITS[toUnit]];
  if (source === undefined || target === undefined || source[0] !== target[0]) return undefined;
  return (value * source[1]) / target[1];
}
