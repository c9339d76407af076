/**
 * Limits in conditions have the unit of the signal named beside them; the signal's own name ends in
 * it (`…MmHg`, `…Lpm`). Kept apart so that such a field is not mistaken for a number without unit.
 */
import { z } from "zod";

export type InSignalUnit = number;

export const inSignalUnit = z.number().describe("in the unit of the signal");
