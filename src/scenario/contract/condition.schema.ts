/**
 * The language in which scenarios and rubrics say "when": comparisons of declared signals, facts
 * (acts, looks, sentences, alarms), time, and logic. Nothing here can refer to an undeclared name.
 */
import { z } from "zod";
import { ACTION_TYPES } from "../../world/contract/actions.ts";
import { ALARM_IDS } from "../../world/contract/alarms.ts";
import { REFUSAL_CODES } from "../../world/contract/facts.ts";
import {
  INSPECTABLES,
  MESSAGES,
  PUMP_TYPES,
  TASKS,
  TEAM_MEMBERS,
} from "../../world/contract/ids.ts";
import { RECORD_QUANTITIES } from "../../world/contract/record.ts";
import { SIGNALS } from "../../world/contract/signals.ts";
import { type InSignalUnit, inSignalUnit } from "./inSignalUnit.ts";
import { unionByKey } from "./unionByKey.ts";

export const SINCE = ["start", "fault", "stage"] as const;
/** From when acts count: since the case began, since the fault (the default), since the stage. */
export type Since = (typeof SINCE)[number];
/** Time runs from those too, and from the sign that starts the marks' clock. */
export const CLOCKS = [...SINCE, "clock"] as const;
export type Clock = (typeof CLOCKS)[number];

type OneOrMore<T> = T | readonly T[];
export type FieldValue = string | number | boolean;

export interface SignalCondition {
  readonly signal: string;
  /** Compares the mean of the last so many seconds: flow and pressure ripple with the pump. */
  readonly overS?: number | undefined;
  readonly is?: OneOrMore<string> | boolean | undefined;
  readonly isNot?: OneOrMore<string> | undefined;
  readonly above?: InSignalUnit | undefined;
  readonly atLeast?: InSignalUnit | undefined;
  readonly below?: InSignalUnit | undefined;
  readonly atMost?: InSignalUnit | undefined;
}
export interface RateCondition {
  /** Change per second over the last `overS` seconds. */
  readonly rateOf: string;
  readonly overS: number;
  readonly above?: InSignalUnit | undefined;
  readonly below?: InSignalUnit | undefined;
}
interface Counted {
  /** How many times it must have happened; 1 when left out. */
  readonly count?: number | undefined;
  /** Only what happened in the last so many seconds. */
  readonly withinS?: number | undefined;
  readonly since?: Since | undefined;
}
export interface DidCondition extends Counted {
  readonly did: OneOrMore<string>;
  readonly with?: Readonly<Record<string, OneOrMore<FieldValue>>> | undefined;
}
export interface RefusedCondition extends Counted {
  readonly refused: OneOrMore<string>;
  readonly codes?: readonly string[] | undefined;
}
export interface SawCondition extends Counted {
  readonly saw: OneOrMore<string>;
  readonly finding?: string | undefined;
}
export interface SaidCondition extends Counted {
  readonly said: OneOrMore<string>;
  readonly to?: OneOrMore<string> | undefined;
}
export interface TaskDoneCondition extends Counted {
  readonly taskDone: OneOrMore<string>;
}
export interface AlarmCondition extends Counted {
  readonly alarmRaised: OneOrMore<string>;
}
export interface RecordedCondition extends Counted {
  /** Any of these was written into the perfusion record. */
  readonly recorded: OneOrMore<string>;
  /** Only values that are near enough to what was shown when they were written. */
  readonly right?: boolean | undefined;
}
export type FactCondition =
  | DidCondition
  | RecordedCondition
  | RefusedCondition
  | SawCondition
  | SaidCondition
  | TaskDoneCondition
  | AlarmCondition;

export interface DrawnCondition {
  readonly drawn: {
    readonly variant?: OneOrMore<string> | undefined;
    readonly cause?: OneOrMore<string> | undefined;
    readonly pumpType?: string | undefined;
  };
}
export type Condition =
  | SignalCondition
  | RateCondition
  | FactCondition
  | DrawnCondition
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly atLeastCount: number; readonly of: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly holds: Condition; readonly forS: number }
  | { readonly recently: Condition; readonly withinS: number }
  | { readonly ever: Condition }
  | { readonly inOrder: readonly Condition[] }
  | { readonly elapsedS: number; readonly since?: Clock | undefined }
  | { readonly stage: OneOrMore<string> }
  | { readonly use: string };

const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);
const seconds = () => z.number().positive().max(7200);
/** A declared reading, wherever a file names one; made once, because the list is long. */
export const signalId = z
  .enum(SIGNALS.map((signal) => signal.id) as [string, ...string[]])
  .meta({ id: "SignalId" });
const actionType = z.enum(ACTION_TYPES as [string, ...string[]]).meta({ id: "ActionType" });
const counted = {
  count: z.number().int().min(1).max(1000).optional(),
  withinS: seconds().optional(),
  since: z.enum(SINCE).optional(),
};

const some = z.array(z.lazy((): z.ZodType<Condition> => conditionSchema)).min(1);
const one = z.lazy((): z.ZodType<Condition> => conditionSchema);

const groups = {
  signal: z
    .strictObject({
      signal: signalId,
      overS: z.number().min(0.5).max(30).optional().describe("mean of the last so many seconds"),
      is: z.union([z.boolean(), oneOrMore(z.string())]).optional(),
      isNot: oneOrMore(z.string()).optional(),
      above: inSignalUnit.optional(),
      atLeast: inSignalUnit.optional(),
      below: inSignalUnit.optional(),
      atMost: inSignalUnit.optional(),
    })
    .describe("A reading compared with a value; several comparisons must all hold."),
  rateOf: z
    .strictObject({
      rateOf: signalId,
      overS: z.number().min(0.5).max(30),
      above: inSignalUnit.optional(),
      below: inSignalUnit.optional(),
    })
    .describe("How fast a reading changes, per second."),
  did: z.strictObject({
    did: oneOrMore(actionType),
    with: z
      .record(z.string(), oneOrMore(z.union([z.string(), z.number(), z.boolean()])))
      .optional(),
    ...counted,
  }),
  recorded: z
    .strictObject({
      recorded: oneOrMore(z.enum(RECORD_QUANTITIES)),
      right: z.boolean().optional().describe("near enough to what was shown then"),
      ...counted,
    })
    .describe("A reading was written into the perfusion record."),
  refused: z.strictObject({
    refused: oneOrMore(actionType),
    codes: z.array(z.enum(REFUSAL_CODES)).min(1).optional(),
    ...counted,
  }),
  saw: z.strictObject({
    saw: oneOrMore(z.enum(INSPECTABLES)),
    finding: z.enum(["asItShouldBe", "abnormal", "notVisible"]).optional(),
    ...counted,
  }),
  said: z.strictObject({
    said: oneOrMore(z.enum(MESSAGES)),
    to: oneOrMore(z.enum(TEAM_MEMBERS)).optional(),
    ...counted,
  }),
  taskDone: z.strictObject({ taskDone: oneOrMore(z.enum(TASKS)), ...counted }),
  alarmRaised: z.strictObject({
    alarmRaised: oneOrMore(z.enum(ALARM_IDS as [string, ...string[]])),
    ...counted,
  }),
  drawn: z.strictObject({
    drawn: z.strictObject({
      variant: oneOrMore(z.string()).optional(),
      cause: oneOrMore(z.string()).optional(),
      pumpType: z.enum(PUMP_TYPES).optional(),
    }),
  }),
  elapsedS: z.strictObject({
    elapsedS: z.number().min(0).max(7200),
    since: z.enum(CLOCKS).optional(),
  }),
  stage: z.strictObject({ stage: oneOrMore(z.string()) }),
  use: z.strictObject({ use: z.string() }).describe("A condition named in this file."),
  all: z.strictObject({ all: some }),
  any: z.strictObject({ any: some }),
  atLeastCount: z.strictObject({ atLeastCount: z.number().int().min(1), of: some }),
  not: z.strictObject({ not: one }),
  holds: z
    .strictObject({ holds: one, forS: seconds() })
    .describe("True without a break for so long."),
  recently: z
    .strictObject({ recently: one, withinS: seconds() })
    .describe("True now or shortly before."),
  ever: z.strictObject({ ever: one }).describe("Stays true once it was."),
  inOrder: z
    .strictObject({ inOrder: some })
    .describe("Each became true at or after the one before it."),
} as const;

export const conditionSchema: z.ZodType<Condition> = unionByKey(groups).meta({ id: "Condition" });

/** Named conditions of a file; they may use one another, but never in a circle. */
export const namedConditionsSchema = z.record(z.string(), conditionSchema);
export type NamedConditions = Readonly<Record<string, Condition>>;
