/**
 * A node that counts facts: acts, refusals, looks, sentences, finished jobs, alarms. It becomes
 * true at the tick of the fact that completed the count, not at the next evaluation.
 */
import { sToTicks } from "../../kernel/tick.ts";
import type { Fact } from "../../world/contract/facts.ts";
import { isAsShown, QUANTITIES } from "../../world/contract/record.ts";
import { signalIndex } from "../../world/contract/signals.ts";
import type { FactCondition, FieldValue, RecordedCondition } from "./condition.schema.ts";
import { type ConditionNode, NEVER } from "./conditionNode.ts";
import type { Moment } from "./moment.ts";

type Matcher = (fact: Fact, readings: Moment["readings"]) => boolean;

const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** A value in the perfusion record, and whether it is what could be read at that moment. */
function recordMatcher({ recorded, right }: RecordedCondition): Matcher {
  const wanted = listOf(recorded);
  return (fact, readings) => {
    if (fact.type !== "accepted" || fact.action.type !== "record.value") return false;
    const { quantity, value } = fact.action;
    if (!wanted.includes(quantity)) return false;
    const reading = readings[signalIndex(QUANTITIES[quantity].shown)] as number;
    return right !== true || isAsShown(quantity, value, reading);
  };
}

/** Whether a fact is one the condition counts. */
function factMatcher(condition: FactCondition): Matcher {
  if ("did" in condition) {
    const types = listOf(condition.did);
    const fields = Object.entries(condition.with ?? {}).map(
      ([key, wanted]) => [key, listOf<FieldValue>(wanted)] as const,
    );
    return (fact) => {
      if (fact.type !== "accepted" || !types.includes(fact.action.type)) return false;
      const action = fact.action as unknown as Readonly<Record<string, FieldValue>>;
      return fields.every(([key, wanted]) => wanted.includes(action[key]));
    };
  }
  if ("recorded" in condition) return recordMatcher(condition);
  if ("refused" in condition) {
    const types = listOf(condition.refused);
    const { codes } = condition;
    return (fact) =>
      fact.type === "refused" &&
      types.includes(fact.action.type) &&
      (codes === undefined || codes.includes(fact.code));
  }
  if ("saw" in condition) {
    const things = listOf(condition.saw);
    const { finding } = condition;
    return (fact) =>
      fact.type === "seen" &&
      things.includes(fact.what) &&
      (finding === undefined || fact.finding === finding);
  }
  if ("said" in condition) {
    const messages = listOf(condition.said);
    const members = condition.to === undefined ? undefined : listOf(condition.to);
    return (fact) =>
      fact.type === "said" &&
      messages.includes(fact.message) &&
      (members === undefined || members.includes(fact.to));
  }
  if ("taskDone" in condition) {
    const tasks = listOf(condition.taskDone);
    return (fact) => fact.type === "taskDone" && tasks.includes(fact.task);
  }
  const alarms = listOf(condition.alarmRaised);
  return (fact) => fact.type === "alarmRaised" && alarms.includes(fact.alarm);
}

function countsNow(condition: FactCondition, moment: Moment): boolean {
  return (condition.since ?? "fault") !== "fault" || moment.faultTick >= 0;
}

/** The words of the facts that were counted: of the first ones, and of the newest. */
export interface FactSentences {
  keep(cellOffset: number, fact: Fact, isFirst: boolean): void;
  of(cellOffset: number, isNewest: boolean): string;
}

/** Cells: truth, how many, when last, number of the sentence that proves it. */
export function factNode(
  cellOffset: number,
  condition: FactCondition,
  sentences: FactSentences,
): ConditionNode {
  const matches = factMatcher(condition);
  const neededCount = condition.count ?? 1;
  const withinTicks = condition.withinS === undefined ? undefined : sToTicks(condition.withinS);
  const countCell = cellOffset + 1;
  const lastCell = cellOffset + 2;
  const enoughCell = cellOffset + 3;
  return {
    cellOffset,
    cellCount: 4,
    newestCellOffset: lastCell,
    children: [],
    sinceStage: condition.since === "stage",
    byFactsOnly: withinTicks === undefined,
    words: (isNewest) => sentences.of(cellOffset, isNewest),
    observe: (cells, fact, moment) => {
      if (!countsNow(condition, moment) || !matches(fact, moment.readings)) return false;
      const count = Math.max(0, cells[countCell]) + 1;
      cells[countCell] = count;
      cells[lastCell] = fact.tick;
      if (count === neededCount || withinTicks !== undefined) cells[enoughCell] = fact.tick;
      sentences.keep(cellOffset, fact, count <= neededCount || withinTicks !== undefined);
      return true;
    },
    update: (cells, moment) => {
      if (cells[countCell] < neededCount) cells[cellOffset] = NEVER;
      else if (withinTicks === undefined) cells[cellOffset] = cells[enoughCell];
      else {
        const isRecent = moment.tick - cells[lastCell] <= withinTicks;
        cells[cellOffset] = isRecent ? cells[lastCell] : NEVER;
      }
    },
  };
}
