/** How often oxygenators fail, as counts of published series (docs/model-blood.md BL-57). */

export interface FailureSeries {
  /** Words that must all stand in the description of the event, lower case. */
  readonly words: readonly string[];
  readonly eventCount: number;
  readonly caseCount: number;
  readonly source: string;
}

const FISHER = "Fisher et al 2003";
const WAHBA = "Wahba, via slides";

/** Where several match, the one with the most words holds, then the first. */
export const FAILURE_SERIES: readonly FailureSeries[] = [
  { words: ["change", "out"], eventCount: 3, caseCount: 3684, source: FISHER },
  { words: ["gradient", "raised"], eventCount: 16, caseCount: 3684, source: FISHER },
  { words: ["raised"], eventCount: 16, caseCount: 3684, source: FISHER },
  { words: ["uncoated"], eventCount: 44, caseCount: 1194, source: WAHBA },
  { words: ["coated"], eventCount: 3, caseCount: 769, source: WAHBA },
  { words: ["hpe"], eventCount: 37, caseCount: 2024, source: "37 of 2024 (physiology.md 3 [P])" },
  {
    words: ["pressure", "excursion"],
    eventCount: 37,
    caseCount: 2024,
    source: "37 of 2024 (physiology.md 3 [P])",
  },
];

/** Share of cases of a series in which it happened. */
export const incidenceFraction = ({ eventCount, caseCount }: FailureSeries): number =>
  eventCount / caseCount;
