/**
 * The file format of a scenario: everything a clinician writes about an emergency. Strict, so that
 * a misspelt key is an error. Marks live in the rubric (src/scoring/rubric.schema.ts).
 */
import { z } from "zod";
import { directorActionSchema } from "../world/contract/actions.ts";
import { FAULT_IDS } from "../world/contract/faults.ts";
import { MESSAGES, PUMP_TYPES, TEAM_MEMBERS } from "../world/contract/ids.ts";
import { conditionSchema, namedConditionsSchema } from "./contract/condition.schema.ts";
import { SPEAKERS } from "./contract/drawn.ts";

const SCENARIO_SCHEMA_VERSION = 1;

const idText = z.string().regex(/^[a-z0-9-]+$/, "small letters, digits and hyphens only");
const shortId = z.string().regex(/^[A-Za-z0-9]+$/, "letters and digits only");
const sentence = z.string().min(1).max(1200);

const expectedResult = z.enum(["met", "notMet", "either"]);

/** A span to draw from, both ends included. */
const span = (what: string) =>
  z.strictObject({ min: z.number(), max: z.number() }).describe(`${what}, drawn evenly`);

/** How likely it is against the others in its list; 1 when left out. */
const weightRatio = z.number().positive().max(100).default(1);

/** A field of a fault: a value, or something the seed draws. */
const faultField = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({ between: z.tuple([z.number(), z.number()]) }),
  z.strictObject({ oneOf: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1) }),
]);

/** A fault as the file writes it; its fields are checked against the fault's own schema. */
export const faultTemplateSchema = z
  .object({ fault: z.enum(FAULT_IDS as [string, ...string[]]) })
  .catchall(faultField)
  .describe("one of `onbypass faults`, with its fields");
export type FaultTemplate = z.infer<typeof faultTemplateSchema>;

const causeSchema = z.strictObject({
  id: shortId,
  title: sentence,
  weightRatio,
  pumpTypes: z.array(z.enum(PUMP_TYPES)).min(1).optional(),
  faults: z.array(faultTemplateSchema).min(1).max(8),
  explanation: sentence.optional(),
});

export const variantSchema = z.strictObject({
  id: shortId,
  title: sentence,
  tellTale: sentence.describe("what gives it away to somebody who looks"),
  explanation: sentence.describe("what had happened and what the right answer is, for the debrief"),
  pumpTypes: z.array(z.enum(PUMP_TYPES)).min(1),
  weightRatio,
  faults: z.array(faultTemplateSchema).max(8).optional(),
  causes: z.array(causeSchema).min(1).max(8).optional().describe("one of these is drawn"),
  inactionIsSafe: sentence
    .optional()
    .describe("why doing nothing does not harm the patient here; it still fails by omission"),
  clockFrom: conditionSchema
    .optional()
    .describe("when the clock of the marks starts; at the fault when left out"),
});
export type Variant = z.infer<typeof variantSchema>;

const distractorSchema = z.strictObject({
  id: shortId,
  title: sentence,
  weightRatio,
  from: z.enum(["start", "fault"]).describe("what its seconds are counted from"),
  atS: span("seconds; before the fault when negative"),
  variants: z.array(z.string()).min(1).optional(),
  pumpTypes: z.array(z.enum(PUMP_TYPES)).min(1).optional(),
  notWith: z.array(z.string()).optional().describe("distractors it cannot share a case with"),
  faults: z.array(faultTemplateSchema).max(4).optional(),
  speech: z.strictObject({ who: z.enum(SPEAKERS), text: z.array(sentence).min(1) }).optional(),
});

const speechSchema = z.strictObject({
  who: z.enum(SPEAKERS),
  text: z.array(sentence).min(1).describe("one of these is drawn"),
  tone: z.enum(["answer", "ask"]).default("ask"),
  afterS: span("seconds after entering the stage").optional(),
});

const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);

/** Something a member of the team does, a while after being asked or moved to. */
const delayedActSchema = z.strictObject({
  act: directorActionSchema,
  afterS: span("seconds until it is done"),
});

export type DelayedAct = z.infer<typeof delayedActSchema>;

/** What somebody says or does of their own accord, once, when something has become true. */
const reactionSchema = z.strictObject({
  when: conditionSchema,
  who: z.enum(SPEAKERS),
  say: z.array(sentence).min(1).optional().describe("one of these is drawn"),
  tone: z.enum(["answer", "ask"]).default("ask"),
  delayS: span("seconds until it is said"),
  acts: z.array(delayedActSchema).min(1).max(6).optional(),
});
export type Reaction = z.infer<typeof reactionSchema>;

const replySchema = z.strictObject({
  to: oneOrMore(z.enum(TEAM_MEMBERS)),
  message: oneOrMore(z.enum(MESSAGES)),
  when: conditionSchema.optional().describe("only then; the first reply that fits is given"),
  say: z.array(sentence).min(1).describe("one of these is drawn"),
  who: z.enum(SPEAKERS).optional().describe("who answers, when it is not the one spoken to"),
  delayS: span("seconds until the answer"),
  effect: z
    .strictObject({
      helperArrivesS: span("seconds until the second perfusionist is here").optional(),
      acts: z.array(delayedActSchema).min(1).max(6).optional(),
    })
    .optional(),
});

const guideSchema = z
  .strictObject({
    task: sentence.describe("what there is to do now"),
    where: sentence.describe("where on the machine, and how"),
    why: sentence.describe("what it is for"),
  })
  .describe("said beside the machine while the module is learnt; never in an assessed run");

const stageSchema = z.strictObject({
  title: sentence,
  guide: guideSchema.optional(),
  enter: z.array(speechSchema).max(6).optional(),
  on: z
    .array(z.strictObject({ when: conditionSchema, go: z.string() }))
    .max(12)
    .optional(),
  end: z.enum(["completed", "timeUp", "harm"]).optional().describe("the case ends here"),
});
export type Stage = z.infer<typeof stageSchema>;

export const scenarioSchema = z
  .strictObject({
    schemaVersion: z.literal(SCENARIO_SCHEMA_VERSION),
    id: idText,
    title: sentence,
    kind: z
      .enum(["emergency", "module"])
      .default("emergency")
      .describe("a module is learnt step by step with a guide, then played without it"),
    version: z.string().regex(/^\d+\.\d+\.\d+$/, "three numbers, for example 1.0.0"),
    status: z.enum(["draft", "reviewed"]),
    reviewers: z.array(z.strictObject({ name: z.string(), profession: z.string() })),
    sources: z.record(z.string(), z.string()),
    briefing: sentence.describe("what the trainee is told before taking over"),
    teaching: z
      .array(z.strictObject({ title: sentence, text: sentence, source: sentence }))
      .max(20)
      .default([])
      .describe("what there is to learn, shown after the case and to whoever plans a session"),
    patient: idText,
    circuit: idText,
    machines: z.strictObject({ roller: idText, centrifugal: idText }),
    rubric: idText,
    draws: z.strictObject({
      pumpTypes: z.array(z.enum(PUMP_TYPES)).min(1),
      onsetS: span("seconds from the start to the fault"),
      distractorCount: span("how many distractors"),
    }),
    conditions: namedConditionsSchema.default({}),
    variants: z.array(variantSchema).min(1).max(40),
    distractors: z.array(distractorSchema).max(40).default([]),
    team: z.strictObject({
      otherwise: z.array(sentence).min(1).describe("the answer to anything not listed"),
      otherwiseDelayS: span("seconds until that answer"),
      replies: z.array(replySchema).max(200),
      reactions: z
        .array(reactionSchema)
        .max(60)
        .default([])
        .describe("what the team says or does unasked"),
    }),
    expected: z
      .strictObject({
        expert: z.literal("met"),
        slow: expectedResult,
        wrongTool: expectedResult,
        panicking: expectedResult,
        shotgun: expectedResult,
        idle: z.literal("notMet"),
      })
      .describe("the result each scripted perfusionist must end with"),
    first: z.string().describe("the stage a case begins in"),
    stages: z.record(z.string(), stageSchema),
  })
  .describe("An OnBypass scenario");
export type Scenario = z.infer<typeof scenarioSchema>;
