/**
 * Everything a case begins with, complete in itself: the scenario, rubric and pieces as data, and
 * the choices made. A recording keeps it, so that nothing outside is needed to run it again.
 */
import { z } from "zod";
import { scenarioSchema } from "../scenario/scenario.schema.ts";
import { rubricSchema } from "../scoring/rubric.schema.ts";
import { drugSchema } from "../world/contract/drug.schema.ts";
import { PUMP_TYPES } from "../world/contract/ids.ts";
import { circuitSchema, DRUGS_MAX, machineSchema, patientSchema } from "../world/contract/setup.ts";

/** A scenario with everything it names. */
export const caseContentSchema = z.strictObject({
  scenario: scenarioSchema,
  rubric: rubricSchema,
  patient: patientSchema,
  circuit: circuitSchema,
  machines: z.strictObject({ roller: machineSchema, centrifugal: machineSchema }),
  /** Every drug there is, by id. */
  drugs: z.array(drugSchema).max(DRUGS_MAX),
});
export type CaseContent = z.infer<typeof caseContentSchema>;

export const caseSetupSchema = caseContentSchema.extend({
  formatVersion: z.literal(1),
  /** A variant's id, or "drawn". */
  variant: z.string(),
  /** One of the variant's causes; drawn when left out. */
  cause: z.string().optional(),
  pumpType: z.enum(PUMP_TYPES).optional(),
  /** Distractors to use instead of drawn ones. */
  distractors: z.array(z.string()).optional(),
  seed: z.number().int().min(0).max(4294967295),
  mode: z.enum(["practice", "drill", "exam"]),
  /**
   * In an assessed run somebody else keeps the failure and reveals it at its moment. The hash binds
   * them to what was drawn before the start; the pump type has to be given, since it can be seen.
   */
  withheld: z.strictObject({ commitmentHex: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
});
export type CaseSetup = z.infer<typeof caseSetupSchema>;
