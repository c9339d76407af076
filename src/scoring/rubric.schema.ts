/**
 * The file format of a rubric: marks, each with the variants it applies to and the condition that
 * shows it was done, and measures of what happened to the patient. Strict like every data file.
 */
import { z } from "zod";
import {
  conditionSchema,
  namedConditionsSchema,
  signalId,
} from "../scenario/contract/condition.schema.ts";
import { unionByKey } from "../scenario/contract/unionByKey.ts";
import { PUMP_TYPES } from "../world/contract/ids.ts";
import { inUnitOfMeasure } from "./inUnitOfMeasure.ts";

const RUBRIC_SCHEMA_VERSION = 1;

const sentence = z.string().min(1).max(1200);
const seconds = () => z.number().min(0).max(7200);

/** Variants (with cause and pump type, when it matters) that a mark or a limit is for. */
export const appliesSchema = z.strictObject({
  variants: z.array(z.string()).min(1),
  causes: z.array(z.string()).min(1).optional(),
  pumpTypes: z.array(z.enum(PUMP_TYPES)).min(1).optional(),
});
export type Applies = z.infer<typeof appliesSchema>;

const markBase = {
  id: z.string().regex(/^[A-Z0-9]+\.[A-Z0-9]+$/, "for example A1.07 or A1.N3"),
  title: sentence,
  why: sentence.describe("why it matters to the patient"),
  source: sentence.describe("a source, or PROVISIONAL"),
  critical: z.boolean().default(false),
  applies: z.union([
    z.array(appliesSchema).min(1),
    z.strictObject({ never: sentence.describe("why it applies to no variant here") }),
  ]),
  question: sentence.optional().describe("asked in the debrief when the mark was lost"),
};

const limits = { targetS: seconds(), failS: seconds().optional() };

const timed = {
  ...markBase,
  ...limits,
  limitsFor: z
    .array(z.strictObject({ ...limits, for: appliesSchema }))
    .optional()
    .describe("other limits for some variants; the first that fits counts"),
  clockFrom: conditionSchema.optional().describe("its own clock; else the clock of the case"),
  after: z.array(z.string()).optional().describe("marks that come before it in good order"),
  forfeitedBy: conditionSchema.optional().describe("lost when this came first"),
  waivedBy: conditionSchema.optional().describe("does not count when this came first"),
  done: conditionSchema,
};

/** Something that has to be done, with full credit up to the target and none from the fail time. */
const timedMarkSchema = z.strictObject({ class: z.enum(["must", "should"]), ...timed });

/** Something that has to be kept up: the share of a time during which it was good. */
const sharedMarkSchema = z.strictObject({
  class: z.enum(["must", "should"]),
  ...markBase,
  waivedBy: conditionSchema.optional(),
  share: z.strictObject({
    during: conditionSchema,
    good: conditionSchema,
    minimumS: seconds().describe("shorter than this it does not count"),
    targetFraction: z.number().min(0).max(1),
    failFraction: z.number().min(0).max(1),
  }),
});

/** Something that must not happen. */
const harmMarkSchema = z.strictObject({
  class: z.literal("mustNot"),
  ...markBase,
  violated: conditionSchema,
  costPoints: z.number().min(0).max(50).describe("for each time"),
  costPointsMax: z.number().min(0).max(100).describe("at most, in all"),
});

const markSchema = unionByKey({
  done: timedMarkSchema,
  share: sharedMarkSchema,
  violated: harmMarkSchema,
});
export type TimedMark = z.infer<typeof timedMarkSchema>;
export type SharedMark = z.infer<typeof sharedMarkSchema>;
export type HarmMark = z.infer<typeof harmMarkSchema>;
export type Mark = TimedMark | SharedMark | HarmMark;

const limit = inUnitOfMeasure.optional();

export const measureSchema = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  title: sentence,
  unit: z.string(),
  sentence: sentence.describe("with {value} where the number goes"),
  source: sentence,
  decimalsCount: z.number().int().min(0).max(4).default(0),
  /** Multiplies the reading, for example 100 to show a fraction in percent. */
  scaleFactor: z.number().positive().default(1),
  of: unionByKey({
    secondsWhile: z.strictObject({ secondsWhile: conditionSchema }),
    secondsUntil: z.strictObject({ secondsUntil: conditionSchema }),
    lowest: z.strictObject({ lowest: signalId }),
    highest: z.strictObject({ highest: signalId }),
    last: z.strictObject({ last: signalId }),
    riseOf: z
      .strictObject({ riseOf: signalId })
      .describe("the last reading minus that at the clock's start"),
  }),
  greenAtMost: limit,
  redAtLeast: limit,
  greenAtLeast: limit,
  redAtMost: limit,
  decides: z.boolean().default(false).describe("a red band means not met"),
});
export type MeasureDefinition = z.infer<typeof measureSchema>;

export const rubricSchema = z
  .strictObject({
    schemaVersion: z.literal(RUBRIC_SCHEMA_VERSION),
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: sentence,
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    status: z.enum(["draft", "reviewed"]),
    sources: z.record(z.string(), z.string()),
    passFraction: z.number().min(0).max(1),
    mustPoints: z.number().positive(),
    shouldPoints: z.number().positive(),
    conditions: namedConditionsSchema.default({}),
    marks: z.array(markSchema).min(1).max(200),
    measures: z.array(measureSchema).max(60),
    questions: z.array(sentence).min(2).max(20).describe("asked when marks give too few"),
  })
  .describe("An OnBypass rubric");
export type Rubric = z.infer<typeof rubricSchema>;
