/** What the invented people did: cases and results over five years, by chance but with a memory. */
import { type Day, isoOf } from "../../records/civilDate.ts";
import type { LogbookEntry } from "../../records/logbook/entry.schema.ts";
import type { ScenarioRule } from "../../records/rule.schema.ts";
import { spanAt } from "../../records/spans.ts";
import { Chance, DEMONSTRATION_YEARS, type InventedPerson } from "./people.ts";

const PROCEDURES = [
  "CABG",
  "CABG, redo",
  "AVR",
  "MVR",
  "AVR and CABG",
  "Aortic root",
  "Arch, circulatory arrest",
  "Transplant",
  "ASD closure",
] as const;
const EVENTS = [
  "air-lock",
  "low return",
  "high line pressure",
  "ACT low",
  "heater-cooler alarm",
] as const;

const isAtWork = ({ employments, leaves }: InventedPerson, day: Day): boolean =>
  spanAt(employments, day) !== undefined && spanAt(leaves, day) === undefined;

const firstDay = (today: Day): Day => today - DEMONSTRATION_YEARS * 365;

/** An entry with whether a supervisor confirmed it. */
export interface InventedCase {
  readonly entry: LogbookEntry;
  readonly isConfirmed: boolean;
}

export function inventedCases(
  person: InventedPerson,
  seed: number,
  today: Day,
): readonly InventedCase[] {
  const chance = new Chance(seed, "demonstration.cases");
  const everyDays = 365 / person.casesPerYear;
  const cases: InventedCase[] = [];
  let trainingCount = 0;
  for (
    let day = firstDay(today);
    day <= today;
    day += Math.max(1, Math.round((everyDays * chance.int(40, 160)) / 100))
  ) {
    if (!isAtWork(person, day)) continue;
    const isTrainee =
      spanAt(person.employments, day) !== undefined &&
      person.employments.some(
        ({ from, to, role }) => role === "trainee" && from <= day && day <= to,
      );
    trainingCount += isTrainee ? 1 : 0;
    cases.push({
      entry: {
        date: isoOf(day),
        role: chance.is(0.8) ? "primary" : "secondary",
        procedure: chance.of(PROCEDURES),
        closelySupervised: isTrainee && trainingCount <= 52,
        supervisor: isTrainee ? "Dr D. Head" : "",
        events: chance.is(0.12) ? [chance.of(EVENTS)] : [],
        note: "",
        confirmation: "",
      },
      isConfirmed: today - day > 14 || chance.is(0.5),
    });
  }
  return cases;
}

export interface InventedResult {
  readonly day: Day;
  readonly scenarioId: string;
  readonly variant: string;
  readonly isMet: boolean;
}

const VARIANTS = "abcdefghi";

/** How often a scenario goes wrong at the first try: the department's weak spots. */
const FAIL_CHANCE: Readonly<Record<string, number>> = {
  "a2-gas-in-the-circuit": 0.24,
  "a3-oxygenator-failure": 0.3,
  "b8-dissection": 0.34,
};
const FAIL_CHANCE_OTHERWISE = 0.12;

/** Assessments for one rule: most people come back in time, some are late, and who fails tries again. */
export function inventedResults(
  person: InventedPerson,
  rule: ScenarioRule,
  { seed, today }: { readonly seed: number; readonly today: Day },
): readonly InventedResult[] {
  const chance = new Chance(seed, `demonstration.results.${rule.id}`);
  const intervalDays = rule.everyMonths * 30;
  const results: InventedResult[] = [];
  const begin = Math.max(firstDay(today), person.employments[0].from);
  let day = begin + chance.int(10, 80);
  while (day <= today) {
    if (!isAtWork(person, day)) {
      day += 14;
      continue;
    }
    const scenarioId = rule.scenarios[0];
    const isMet = !chance.is(FAIL_CHANCE[scenarioId] ?? FAIL_CHANCE_OTHERWISE);
    results.push({ day, scenarioId, variant: chance.of([...VARIANTS]), isMet });
    const isInTime = chance.is(person.careFraction);
    if (!isMet) day += chance.int(3, 21);
    else
      day += isInTime
        ? Math.round((intervalDays * chance.int(55, 98)) / 100)
        : intervalDays + chance.int(5, 70);
  }
  return results;
}
