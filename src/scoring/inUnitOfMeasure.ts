/** Limits of a measure's bands; the measure beside them states the unit. */
import { z } from "zod";

export const inUnitOfMeasure = z.number().describe("in the unit of the measure");
