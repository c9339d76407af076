/** What other simulators claim (area anchor): figures to compare with, not parts of the body. */
import type { Fact } from "../../../physiology/circuit/fact.ts";

const OSU = "Davis et al 1990 J Extra Corpor Technol 22S:96-100 (OSU)";
const BIOGEARS = "BioGears documentation";
const CVSIM = "MIT-LCP/cvsim";

const fact = (
  about: string,
  quantity: string,
  [value, unit]: readonly [number, string],
  source: string,
): Fact => ({ about: about.split(" "), quantity: quantity.split(" "), value, unit, source });

export const SIMULATOR_FACTS: readonly Fact[] = [
  fact("osu", "error o2 content", [0.67, "%"], OSU),
  fact("osu", "error co2 transfer", [-0.014, "mL/L/min"], OSU),
  fact("osu", "error heat exchanger", [-0.018, "C"], OSU),
  fact("pulse", "time step", [0.02, "s"], "pulse.kitware.com"),
  fact("biogears", "time step", [0.02, "s"], BIOGEARS),
  fact("biogears", "speed", [8, "x"], BIOGEARS),
  fact("biogears", "flow error", [10, "%"], BIOGEARS),
  fact("biogears", "quantities error", [8, "%"], BIOGEARS),
  fact("biogears", "system error", [8, "%"], BIOGEARS),
  fact("cvsim", "step", [0.001, "s"], CVSIM),
  fact("explain", "step", [0.0005, "s"], "physiology.md 12 [P]"),
];
