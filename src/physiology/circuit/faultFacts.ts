/** Published figures of the high-pressure excursion that no mechanism here explains. */
import type { Fact } from "./fact.ts";

export const FAULT_FACTS: readonly Fact[] = [
  {
    about: ["hpe", "rapid"],
    quantity: ["time", "normal"],
    value: 40,
    unit: "min",
    source: "Fisher et al 2003 (within 40 min)",
  },
  {
    about: ["hpe", "bsa"],
    quantity: ["odds"],
    value: 1.43,
    unit: "-",
    source: "Hjarpe et al, per 0.1 m2 (1.16 to 1.76)",
  },
];
