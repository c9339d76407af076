/**
 * A recording: setup, the log of entries by the one writer, and checkpoints. Everything a replay
 * needs; nothing in it depends on the machine it was made on.
 */
import { z } from "zod";
import { directionSchema } from "../../scenario/contract/direction.ts";
import { directorActionSchema, traineeActionSchema } from "../../world/contract/actions.ts";
import { faultActionSchema } from "../../world/contract/faults.ts";
import { NOTICE, RECORDING_FORMAT } from "./notice.ts";

export const ACTORS = ["trainee", "supervisor"] as const;
export type Actor = (typeof ACTORS)[number];

const action = z.union([
  traineeActionSchema,
  faultActionSchema,
  directorActionSchema,
  directionSchema,
]);

/** An entry without its chain value, as it travels: both ends compute that value themselves. */
export const unchainedEntrySchema = z.strictObject({
  sequence: z.number().int().min(1),
  tick: z.number().int().min(0),
  actor: z.enum(ACTORS),
  action,
  /** The supervisor's command it carries out; the trainee's own acts have none. */
  commandId: z
    .string()
    .regex(/^[a-z0-9-]{8,64}$/)
    .optional(),
});
export type UnchainedEntry = z.infer<typeof unchainedEntrySchema>;

/** One line of the case log. `chainHex` = SHA-256 over the previous chain value and this entry. */
export const entrySchema = unchainedEntrySchema.extend({
  chainHex: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Entry = z.infer<typeof entrySchema>;

export const checkpointSchema = z.strictObject({
  tick: z.number().int().min(0),
  hashHex: z.string().regex(/^[0-9a-f]{16}$/),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

/** Things that happened around the case, outside its hash: pauses, speed, rewinds. */
export const sessionMarkSchema = z.strictObject({
  tick: z.number().int().min(0),
  wallTimeMs: z.number(),
  kind: z.enum(["start", "pause", "resume", "speed", "rewind", "reload", "gap", "end"]),
  detail: z.string(),
});
export type SessionMark = z.infer<typeof sessionMarkSchema>;

/** Where a branch left another recording; that one is kept as it was. */
const branchSchema = z.strictObject({
  fromRecordingId: z.string(),
  tick: z.number().int().min(0),
});

/** The file. `sealHex` = SHA-256 over everything else, so a cut or a stray edit shows. */
export const recordingSchema = z.strictObject({
  format: z.literal(RECORDING_FORMAT),
  formatVersion: z.literal(1),
  notice: z.literal(NOTICE),
  recordingId: z.string().regex(/^[a-z0-9-]{8,64}$/),
  engineHash: z.string().regex(/^[0-9a-f]{16}$/),
  title: z.string(),
  mode: z.enum(["practice", "drill", "exam"]),
  startedWallTimeMs: z.number(),
  caseSetup: z.record(z.string(), z.unknown()),
  branch: branchSchema.nullable(),
  endTick: z.number().int().min(0),
  isEnded: z.boolean(),
  entries: z.array(entrySchema).readonly(),
  checkpoints: z.array(checkpointSchema).readonly(),
  marks: z.array(sessionMarkSchema).readonly(),
  sealHex: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Recording = z.infer<typeof recordingSchema>;
export type UnsealedRecording = Omit<Recording, "sealHex">;
