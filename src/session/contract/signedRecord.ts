/**
 * A signed result: the recording, what a second run of it gave, what people judged, and a signature
 * over all of it. Each part has a digest of its own, so that a reader can say which part was changed.
 */
import { z } from "zod";
import type { MarkState } from "../../scoring/report.ts";
import { NOTICE } from "./notice.ts";
import { recordingSchema } from "./recording.ts";

export const SIGNED_RECORD_FORMAT = "onbypass-record";

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const tick = z.number().int().min(0);
const person = z.strictObject({ accountId: z.string().nullable(), name: z.string() });

/** Four categories with four elements each, from 0.5 to 4.0 in halves, in the shape of PINTS. */
export const MANNER_CATEGORIES = [
  "situationAwareness",
  "decisionMaking",
  "taskManagement",
  "teamwork",
] as const;
const MANNER_ELEMENTS_COUNT = 4;

const mannerScore = z.number().min(0.5).max(4).multipleOf(0.5).nullable();

/** The scoring's own words for a line of the checklist. */
export const MARK_STATES = [
  "inTime",
  "late",
  "notDone",
  "clean",
  "violated",
] as const satisfies readonly MarkState[];

/** A line of the checklist as a person judges it. */
const judgedLineSchema = z.strictObject({
  markId: z.string().min(1).max(40),
  judged: z.enum(MARK_STATES),
  /** Asked of the first assessor alone; may be empty otherwise. */
  reason: z.string().max(300),
});
export type JudgedLine = z.infer<typeof judgedLineSchema>;

const LINES_MAX = 200; // about five times the longest checklist

/** What people judged; every field may stay empty but the outcome. */
export const ratingSchema = z.strictObject({
  outcome: z.enum(["met", "borderline", "notMet"]),
  /** 1 to 5, the whole impression. */
  globalScore: z.number().int().min(1).max(5).nullable(),
  /** How much supervision is needed next time: 1 watch only … 5 may supervise others. */
  entrustmentScore: z.number().int().min(1).max(5).nullable(),
  manner: z.record(z.enum(MANNER_CATEGORIES), z.array(mannerScore).length(MANNER_ELEMENTS_COUNT)),
  comment: z.string().max(2000),
  /**
   * The technical rubric. Of the first assessor: the lines judged otherwise than the machine counted; of
   * the second: the lines judged. Left out of records signed before there was such a form, and never added
   * to them: their digests are over what they hold.
   */
  technical: z.array(judgedLineSchema).max(LINES_MAX).optional(),
});
export type Rating = z.infer<typeof ratingSchema>;

const stretchSchema = z.strictObject({ fromTick: tick, toTick: tick });

export const recordPartsSchema = z.strictObject({
  people: z.strictObject({
    trainee: person,
    signer: person.extend({ role: z.string() }),
    department: z.strictObject({ departmentId: z.string(), name: z.string() }),
  }),
  times: z.strictObject({
    startedMs: z.number().int(),
    endedMs: z.number().int(),
    signedMs: z.number().int(),
  }),
  rating: ratingSchema,
  /** Stretches that the server did not receive live, each accepted by the signer. */
  unattested: z.array(stretchSchema),
  journal: z.array(z.record(z.string(), z.unknown())),
  recording: recordingSchema,
  /** What was kept from the device, with the nonce that fits the commitment in the setup. */
  withheld: z.record(z.string(), z.unknown()).nullable(),
  rerun: z.strictObject({
    engineHash: z.string().regex(/^[0-9a-f]{16}$/),
    endTick: tick,
    checkedCount: z.number().int().min(0),
    finalHashHex: z.string().regex(/^[0-9a-f]{16}$/),
  }),
  report: z.record(z.string(), z.unknown()),
});
export type RecordParts = z.infer<typeof recordPartsSchema>;
export type RecordPart = keyof RecordParts;
export const RECORD_PARTS = Object.keys(recordPartsSchema.shape) as readonly RecordPart[];

export const signedRecordSchema = z.strictObject({
  format: z.literal(SIGNED_RECORD_FORMAT),
  formatVersion: z.literal(1),
  notice: z.literal(NOTICE),
  recordId: z.string().regex(/^[a-z0-9-]{8,64}$/),
  parts: recordPartsSchema,
  digests: z.record(z.enum(RECORD_PARTS as [RecordPart, ...RecordPart[]]), hex64),
  /** The key's raw 32 bytes. */
  publicKeyHex: hex64,
  /** Ed25519 over the canonical JSON of everything but the parts and the signature. */
  signatureHex: z.string().regex(/^[0-9a-f]{128}$/),
});
export type SignedRecord = z.infer<typeof signedRecordSchema>;
