/** What action schemas are built of. */
import { z } from "zod";

/** A finite number within limits; −0 becomes 0 so equal inputs hash alike. */
export const within = (min: number, max: number, what: string) =>
  z
    .number()
    .min(min)
    .max(max)
    .transform((value) => (value === 0 ? 0 : value))
    .describe(what);

export const act = <T extends string, S extends z.ZodRawShape>(
  type: T,
  shape: S,
  sentence: string,
) => z.strictObject({ type: z.literal(type), ...shape }).describe(sentence);
