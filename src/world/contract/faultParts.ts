/** What fault schemas are built of. */
import { z } from "zod";

export const fault = <T extends string, S extends z.ZodRawShape>(
  id: T,
  shape: S,
  sentence: string,
) => z.strictObject({ fault: z.literal(id), ...shape }).describe(sentence);
