/**
 * Stretches of days, and the few operations the currency rules are written with. A list of spans is
 * sorted, and no two of its spans touch; both ends of a span belong to it.
 */
import type { Day } from "./civilDate.ts";

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Any spans, sorted, with overlapping and touching ones joined and empty ones left out. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.filter(({ from, to }) => from <= to).sort((a, b) => a.from - b.from);
  const result: { from: Day; to: Day }[] = [];
  for (const { from, to } of sorted) {
    const last = result[result.length - 1];
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

/** The days that both lists hold. */
export function common(left: readonly Span[], right: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const from = Math.max(left[i].from, right[j].from);
    const to = Math.min(left[i].to, right[j].to);
    if (from <= to) result.push({ from, to });
    if (left[i].to < right[j].to) i += 1;
    else j += 1;
  }
  return result;
}

/** The days of the first list that the second does not hold. */
export function without(spans: readonly Span[], removed: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    let from = span.from;
    for (const hole of removed) {
      if (hole.to < from || hole.from > span.to) continue;
      if (hole.from > from) result.push({ from, to: hole.from - 1 });
      from = hole.to + 1;
    }
    if (from <= span.to) result.push({ from, to: span.to });
  }
  return result;
}

/** The spans with every gap of fewer days than the limit closed. */
export function bridged(spans: readonly Span[], gapDaysMin: number): readonly Span[] {
  const result: { from: Day; to: Day }[] = [];
  for (const { from, to } of spans) {
    const last = result[result.length - 1];
    if (last !== undefined && from - last.to - 1 < gapDaysMin) last.to = to;
    else result.push({ from, to });
  }
  return result;
}

/** The span that holds the day, if one does. */
export function spanAt(spans: readonly Span[], day: Day): Span | undefined {
  return spans.find(({ from, to }) => from <= day && day <= to);
}

/** The last day up to and including the given one that the spans hold. */
export function lastDayUpTo(spans: readonly Span[], day: Day): Day | undefined {
  for (let i = spans.length - 1; i >= 0; i--) {
    if (spans[i].from <= day) return Math.min(spans[i].to, day);
  }
  return undefined;
}

/** How many days of the spans lie from one day to another, both included. */
export function daysWithin(spans: readonly Span[], from: Day, to: Day): number {
  return spans.reduce(
    (days, span) => days + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from) + 1),
    0,
  );
}
