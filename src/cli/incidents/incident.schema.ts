/**
 * A published incident as a preset: the machine it happened on, what breaks or is done when, and what
 * has to show for the preset to be that incident. Checked by running the world.
 */
import { z } from "zod";
import { traineeActionSchema } from "../../world/contract/actions.ts";
import { faultActionSchema } from "../../world/contract/faults.ts";

const atS = z.number().min(0).max(600);

const shown = z
  .strictObject({
    atS,
    signal: z.string(),
    min: z.number().optional(),
    max: z.number().optional(),
    /** Name of an enum's value. */
    is: z.string().optional(),
  })
  .refine(
    ({ min, max, is }) => min !== undefined || max !== undefined || is !== undefined,
    "Say min, max or is.",
  );

export const incidentSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  about: z.string(),
  source: z.string(),
  machine: z.enum(["five-head-roller", "five-head-centrifugal"]),
  batteryMinutes: z.number().min(0).max(240).optional(),
  acts: z
    .array(z.strictObject({ atS, action: z.union([traineeActionSchema, faultActionSchema]) }))
    .min(1),
  shows: z.array(shown).min(1),
});
export type Incident = z.infer<typeof incidentSchema>;
