/**
 * How much of full time a person worked over a window of days. Running totals, so that a rule which
 * follows the share can ask for every day of ten years and stay quick.
 */
import { asksOf } from "./attendance.ts";
import type { Day } from "./civilDate.ts";
import type { PersonRecords } from "./person.ts";
import type { Rule } from "./rule.schema.ts";
import { common, type Span } from "./spans.ts";

/** A share as a quotient of whole numbers: hundredths of full-time days over days at work. */
export interface WorkShare {
  readonly hundredthsCount: number;
  readonly atWorkDays: number;
}

/** Answers for windows that end no later than the given last day. */
export class WorkLedger {
  private readonly first: Day;
  private readonly days: Int32Array;
  private readonly hundredths: Int32Array;

  constructor(person: PersonRecords, rule: Rule, judged: readonly Span[], lastDay: Day) {
    this.first = judged.length === 0 ? lastDay : Math.min(judged[0].from, lastDay);
    const length = lastDay - this.first + 2;
    this.days = new Int32Array(length);
    this.hundredths = new Int32Array(length);
    for (const employment of person.employments) {
      if (!asksOf(rule, employment)) continue;
      const share = Math.round(employment.workFraction * 100);
      for (const { from, to } of common(judged, [employment])) {
        for (let day = from; day <= Math.min(to, lastDay); day++) {
          this.days[day - this.first + 1] = 1;
          this.hundredths[day - this.first + 1] = share;
        }
      }
    }
    for (let i = 1; i < length; i++) {
      this.days[i] += this.days[i - 1];
      this.hundredths[i] += this.hundredths[i - 1];
    }
  }

  over({ from, to }: Span): WorkShare {
    const start = this.indexOf(from - 1);
    const end = this.indexOf(to);
    return {
      hundredthsCount: this.hundredths[end] - this.hundredths[start],
      atWorkDays: this.days[end] - this.days[start],
    };
  }

  private indexOf(day: Day): number {
    return Math.max(0, Math.min(day - this.first + 1, this.days.length - 1));
  }
}

export const worksPartTime = (person: PersonRecords, rule: Rule): boolean =>
  person.employments.some((one) => asksOf(rule, one) && Math.round(one.workFraction * 100) !== 100);
