/**
 * The perfusion record that a trainee kept, beside what happened: each value with what was shown and what was
 * so, each event with when it happened, what is missing, and stretches in which nothing was written (C8).
 */
import { sToTicks, ticksToS } from "../../kernel/tick.ts";
import type { Fact } from "../../world/contract/facts.ts";
import {
  BLOOD_EVERY_S,
  isAsShown,
  QUANTITIES,
  type RecordEvent,
  type RecordQuantity,
  ROW_GAP_S,
} from "../../world/contract/record.ts";
import type { CaseFact, Trends } from "../contract/protocol.ts";
import { trendMean } from "./trendMean.ts";
import { type TrueEvent, trueEvents } from "./trueEvents.ts";

/** Written this long after it happened an event is late; before it by more, or after by more, it is another's (set by us). */
const LATE_S = 120;
const BEFORE_S = 60;
const AFTER_S = 900;
/** Truth further from what was shown than this many tolerances: the display was wrong, not the hand. */
const DISPLAY_WRONG_TOLERANCES = 2;

export interface WrittenValue {
  readonly quantity: RecordQuantity;
  readonly writtenUnits: number;
  /** What could be read then, and what was so, in the unit of the quantity; undefined where nothing tells. */
  readonly shownUnits: number | undefined;
  readonly truthUnits: number | undefined;
  readonly verdict: "right" | "wrong" | "unknown";
  /** The display was not the truth. */
  readonly isDisplayWrong: boolean;
}

export interface RecordRow {
  readonly tick: number;
  readonly values: readonly WrittenValue[];
  readonly events: readonly RecordEvent[];
  readonly notes: readonly string[];
}

export interface JudgedEvent {
  readonly event: RecordEvent;
  readonly happenedTick: number | null;
  readonly writtenTick: number | null;
  readonly verdict: "inTime" | "late" | "missing" | "unfounded";
}

export interface RecordGap {
  readonly what: "row" | "blood";
  readonly fromTick: number;
  readonly toTick: number;
}

export interface RecordReview {
  readonly rows: readonly RecordRow[];
  readonly events: readonly JudgedEvent[];
  readonly gaps: readonly RecordGap[];
  readonly valueCount: number;
  readonly wrongCount: number;
}

export interface RecordSource {
  readonly facts: readonly CaseFact[];
  readonly trends: Trends;
  readonly endTick: number;
  readonly surfaceM2: number;
}

type Written = Extract<Fact, { type: "accepted" }>;

const isEntry = (fact: CaseFact): fact is Written =>
  fact.type === "accepted" && fact.action.type.startsWith("record.");

function judgeValue(
  trends: Trends,
  tick: number,
  quantity: RecordQuantity,
  written: number,
): WrittenValue {
  const { shown: signal, truth: trueSignal, scaleRatio, toleranceUnits } = QUANTITIES[quantity];
  const reading = trendMean(trends, signal, tick, 0);
  const shown = reading === undefined ? undefined : reading * scaleRatio;
  const truly = trueSignal === undefined ? reading : trendMean(trends, trueSignal, tick, 1);
  const truth = truly === undefined ? undefined : truly * scaleRatio;
  const isKnown = reading !== undefined && !(signal.startsWith("sample.") && reading === 0);
  const isRight = isKnown && isAsShown(quantity, written, reading);
  const offBy = shown === undefined || truth === undefined ? 0 : Math.abs(shown - truth);
  return {
    quantity,
    writtenUnits: written,
    shownUnits: isKnown ? shown : undefined,
    truthUnits: isKnown ? truth : undefined,
    verdict: isKnown ? (isRight ? "right" : "wrong") : "unknown",
    isDisplayWrong: offBy > DISPLAY_WRONG_TOLERANCES * toleranceUnits,
  };
}

/** Entries of one moment are one row. */
function rowsOf({ facts, trends }: RecordSource): readonly RecordRow[] {
  const rows: { tick: number; values: WrittenValue[]; events: RecordEvent[]; notes: string[] }[] =
    [];
  for (const { tick, action } of facts.filter(isEntry)) {
    if (rows.at(-1)?.tick !== tick) rows.push({ tick, values: [], events: [], notes: [] });
    const row = rows.at(-1);
    if (action.type === "record.value")
      row?.values.push(judgeValue(trends, tick, action.quantity, action.value));
    if (action.type === "record.event") row?.events.push(action.event);
    if (action.type === "record.note") row?.notes.push(action.text);
  }
  return rows;
}

/** Each thing that happened takes the first entry of its name that can be meant; what is left over has no ground. */
function judgeEvents(
  happened: readonly TrueEvent[],
  rows: readonly RecordRow[],
): readonly JudgedEvent[] {
  const written = rows.flatMap(({ tick, events }) => events.map((event) => ({ event, tick })));
  const taken = new Set<number>();
  const judged: JudgedEvent[] = happened.map(({ event, tick }) => {
    const found = written.findIndex(
      (one, index) =>
        !taken.has(index) &&
        one.event === event &&
        one.tick >= tick - sToTicks(BEFORE_S) &&
        one.tick <= tick + sToTicks(AFTER_S),
    );
    const entry = written[found];
    if (entry === undefined)
      return { event, happenedTick: tick, writtenTick: null, verdict: "missing" };
    taken.add(found);
    const isLate = ticksToS(entry.tick - tick) > LATE_S;
    return {
      event,
      happenedTick: tick,
      writtenTick: entry.tick,
      verdict: isLate ? "late" : "inTime",
    };
  });
  written.forEach(({ event, tick }, index) => {
    if (!taken.has(index))
      judged.push({ event, happenedTick: null, writtenTick: tick, verdict: "unfounded" });
  });
  const when = ({ happenedTick, writtenTick }: JudgedEvent) => happenedTick ?? writtenTick ?? 0;
  return judged.sort((one, other) => when(one) - when(other));
}

/** Stretches without a row of readings, or without blood, longer than the interval allows. */
function gapsOf(rows: readonly RecordRow[], endTick: number): readonly RecordGap[] {
  const limits = { row: ROW_GAP_S, blood: BLOOD_EVERY_S } as const;
  return (["row", "blood"] as const).flatMap((what) => {
    const at = rows
      .filter(({ values }) => values.some(({ quantity }) => QUANTITIES[quantity].group === what))
      .map(({ tick }) => tick);
    const ticks = [0, ...at, endTick];
    return ticks.slice(1).flatMap((toTick, index) => {
      const fromTick = ticks[index] as number;
      const isGap = ticksToS(toTick - fromTick) > limits[what];
      return isGap ? [{ what, fromTick, toTick }] : [];
    });
  });
}

export function reviewRecord(source: RecordSource): RecordReview {
  const { facts, trends, endTick, surfaceM2 } = source;
  const rows = rowsOf(source);
  const values = rows.flatMap((row) => row.values);
  return {
    rows,
    events: judgeEvents(trueEvents(facts, trends, { endTick, surfaceM2 }), rows),
    gaps: gapsOf(rows, endTick),
    valueCount: values.length,
    wrongCount: values.filter(({ verdict }) => verdict === "wrong").length,
  };
}
