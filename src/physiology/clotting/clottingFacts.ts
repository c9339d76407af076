/** Published limits of anticoagulation on bypass. */
import type { Fact } from "../circuit/fact.ts";

export const CLOTTING_FACTS: readonly Fact[] = [
  {
    about: ["initiation"],
    quantity: ["minimum", "act"],
    value: 480,
    unit: "s",
    source: "standard target; 350 s is advocated by some",
  },
  {
    about: ["some"],
    quantity: ["minimum", "act"],
    value: 350,
    unit: "s",
    source: "350 s is advocated by some (physiology.md 9)",
  },
  {
    about: ["resistance"],
    quantity: ["heparin", "concentration"],
    value: 4,
    unit: "U/mL",
    source: "Finley review as cited in EJA 2016 33:408-416",
  },
  {
    about: [],
    quantity: ["antithrombin", "activity"],
    value: 0.93,
    unit: "U/mL",
    source: "304 CABG patients, PMID 20142342",
  },
];
