/**
 * A set of alarm and stop limits that a site uses on any console: a file of its own, laid over the limits
 * of the machine a scenario names. What a profile does not say stays as the machine has it.
 */
import { z } from "zod";
import type { Result } from "../kernel/result.ts";
import { MAIN_DEVICES, SAFETY_DEVICES, SAFETY_MODES } from "../world/contract/ids.ts";
import { machineSchema } from "../world/contract/setup.ts";
import { parseSource } from "./contract/problemsFromIssues.ts";
import type { DataSource } from "./contract/source.ts";

type FurtherDevice = Exclude<(typeof SAFETY_DEVICES)[number], (typeof MAIN_DEVICES)[number]>;
const isFurther = (device: (typeof SAFETY_DEVICES)[number]): device is FurtherDevice =>
  !MAIN_DEVICES.some((main) => main === device);

const deviceLimit = z
  .strictObject({ mode: z.enum(SAFETY_MODES).optional(), value: z.number().optional() })
  .optional();

export const limitProfileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  alarmLimits: z.strictObject({
    safety: machineSchema.shape.safety.partial().optional(),
    devices: z
      .strictObject(
        Object.fromEntries(
          SAFETY_DEVICES.filter(isFurther).map((device) => [device, deviceLimit]),
        ) as Record<FurtherDevice, typeof deviceLimit>,
      )
      .optional(),
    monitor: machineSchema.shape.limits.partial().optional(),
  }),
  sources: machineSchema.shape.sources,
});
export type LimitProfile = z.infer<typeof limitProfileSchema>;

/** What is sent of a profile with a session: its sources stay in the file. */
export const sentLimitsSchema = limitProfileSchema.omit({ sources: true });
export type SentLimits = z.infer<typeof sentLimitsSchema>;

/** A profile as a file says it, or all that is wrong with it; an alert above its stop is wrong as well. */
export function checkLimitProfile(source: DataSource): Result<LimitProfile> {
  return parseSource(source, limitProfileSchema.refine(alertIsBelowStop, ALERT_ABOVE), "limits");
}

const ALERT_ABOVE = {
  path: ["alarmLimits", "safety", "pressureAlertMmHg"],
  message: "The alert lies above the stop, so it would never warn.",
};

function alertIsBelowStop({ alarmLimits: { safety } }: LimitProfile): boolean {
  const { pressureAlertMmHg = 0, pressureStopMmHg = Infinity } = safety ?? {};
  return pressureAlertMmHg <= pressureStopMmHg;
}
