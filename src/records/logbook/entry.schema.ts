/** One case in a logbook, as a person writes it and a file holds it. No field names the patient. */
import { z } from "zod";
import { CASE_ROLES } from "../person.ts";

const EVENTS_MAX = 10;
const LINE_LENGTH_MAX = 120;
const NOTE_LENGTH_MAX = 1000;

/** One line of text: no line ends, no other control characters, no space at its ends. */
const line = (length: number) =>
  z
    .string()
    .max(length)
    // oxlint-disable-next-line no-control-regex
    .regex(/^[^\u0000-\u001f\u007f\ufffd]*$/, "it holds characters that are no text")
    .refine((text) => text.trim() === text, "there are spaces around it");

export const logbookEntrySchema = z.strictObject({
  date: z.iso.date(),
  role: z.enum(CASE_ROLES),
  procedure: line(LINE_LENGTH_MAX).min(1),
  closelySupervised: z.boolean(),
  /** Who supervised, as the person writes it; "" for nobody. */
  supervisor: line(LINE_LENGTH_MAX),
  /** What happened, such as "air-lock"; without semicolons, which part them in a file. */
  events: z
    .array(
      line(LINE_LENGTH_MAX)
        .min(1)
        .regex(/^[^;]*$/, "a semicolon parts two events"),
    )
    .max(EVENTS_MAX),
  note: line(NOTE_LENGTH_MAX),
  /** A confirmation on paper or elsewhere, in words. It counts for nothing until somebody confirms here. */
  confirmation: line(LINE_LENGTH_MAX),
});
export type LogbookEntry = z.infer<typeof logbookEntrySchema>;
