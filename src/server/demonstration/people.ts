/** The invented people of the demonstration: who works there, since when, how much, and when away. */
import { nextFraction, nextInt, pick, STREAM_WORDS, seedStream } from "../../kernel/random.ts";
import { type Day, FOREVER } from "../../records/civilDate.ts";
import type { Employment, StaffRole } from "../../records/person.ts";
import type { Span } from "../../records/spans.ts";

const SURNAMES =
  "Okafor Lindqvist Rahman Tane Costa Nguyen Silva Brennan Fischer Adeyemi Baranov Castellanos Dunne Eriksen Fontaine Grech Haddad Ibarra Jansen Kaur Laurent Mbeki Novak Oyelaran Petrov Quintero Rossi Sato Thorne Ueda Varga Whaanga Xu Yilmaz Zielińska Abbott Bianchi Chidi Demir Ewart".split(
    " ",
  );
const INITIALS = "MJPSAHRTLCEDKNBGFIOV";

export const DEMONSTRATION_PEOPLE = SURNAMES.length;
export const DEMONSTRATION_YEARS = 5;
const YEAR_DAYS = 365;

/** A stream of chance for one purpose. */
export class Chance {
  private readonly words = new Uint32Array(STREAM_WORDS);

  constructor(seed: number, name: string) {
    seedStream(this.words, 0, seed, name);
  }

  int(min: number, max: number): number {
    return nextInt(this.words, 0, min, max);
  }

  is(chance: number): boolean {
    return nextFraction(this.words, 0) < chance;
  }

  of<T>(items: readonly T[]): T {
    return pick(this.words, 0, items);
  }
}

export interface InventedPerson {
  readonly name: string;
  readonly credentials: string;
  readonly employments: readonly Employment[];
  readonly leaves: readonly Span[];
  /** How many cases a year, and how seldom an assessment is late or fails. */
  readonly casesPerYear: number;
  readonly careFraction: number;
}

function roleFor(index: number): StaffRole {
  if (index % 9 === 5) return "trainee";
  return index % 4 === 3 ? "medicalPerfusionist" : "clinicalPerfusionist";
}

function employmentsFor(chance: Chance, role: StaffRole, today: Day): readonly Employment[] {
  if (role === "trainee") {
    const from = today - chance.int(60, 420);
    return [{ from, to: FOREVER, role, workFraction: 1 }];
  }
  const from = today - chance.int(YEAR_DAYS, (DEMONSTRATION_YEARS + 6) * YEAR_DAYS);
  const workFraction = chance.is(0.25) ? chance.of([0.6, 0.8]) : 1;
  const whole = { from, to: FOREVER, role, workFraction };
  if (!chance.is(0.12)) return [whole];
  // Somebody who was elsewhere for a time.
  const left = from + Math.floor((today - from) / 3);
  const back = left + chance.int(150, 400);
  return back >= today
    ? [whole]
    : [
        { ...whole, to: left },
        { ...whole, from: back },
      ];
}

function leavesFor(chance: Chance, today: Day): readonly Span[] {
  const leaves: Span[] = [];
  if (chance.is(0.2)) {
    const from = today - chance.int(200, 1500);
    leaves.push({ from, to: from + chance.int(90, 360) });
  }
  if (chance.is(0.05))
    leaves.push({ from: today - chance.int(10, 60), to: today + chance.int(30, 120) });
  return leaves.filter((leave, index) => index === 0 || leave.from > leaves[0].to);
}

/** The person of that place in the list; the same for the same seed and day. */
export function inventedPerson(index: number, seed: number, today: Day): InventedPerson {
  const chance = new Chance(seed + index, "demonstration.person");
  const role = roleFor(index);
  return {
    name: `${INITIALS.charAt((index * 7) % INITIALS.length)}. ${SURNAMES[index]}`,
    credentials: role === "trainee" ? "" : chance.of(["CCP", "CCP, MSc", "FANZCA", "CCP, GradDip"]),
    employments: employmentsFor(chance, role, today),
    leaves: leavesFor(chance, today),
    casesPerYear: role === "trainee" ? chance.int(60, 85) : chance.int(42, 78),
    careFraction: 0.8 + 0.19 * (chance.int(0, 100) / 100),
  };
}
