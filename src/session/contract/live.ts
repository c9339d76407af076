/**
 * The live link of a supervised session: what devices send to the server and what it sends back. The
 * trainee's device writes the case log; the server checks, keeps and relays it, and writes the
 * journal; watchers run the same case behind. docs/architecture.md has the picture.
 */
import { z } from "zod";
import { directionSchema } from "../../scenario/contract/direction.ts";
import { directorActionSchema } from "../../world/contract/actions.ts";
import { faultActionSchema } from "../../world/contract/faults.ts";
import { KEYFRAME_PART_LENGTH } from "./keyframe.ts";
import type { SessionMode } from "./protocol.ts";
import { checkpointSchema, unchainedEntrySchema } from "./recording.ts";

/** Raised when an older page could misread what a newer server sends, or the other way round. */
export const LIVE_VERSION = 4;

/** A message is smaller than this; what is longer goes in several. */
export const LIVE_MESSAGE_BYTES_MAX = 16_384;
export const ENTRIES_PER_MESSAGE_MAX = 25;
export const CHECKPOINTS_PER_MESSAGE_MAX = 40;
export const MARKS_PER_MESSAGE_MAX = 10;

/** How long a command waits for the device; architecture section 7. */
export const COMMAND_TTL_S = 5;
/** How far a device may be ahead of the server's clock, in s. */
export const AHEAD_S_MAX = 2;
/** What reaches the server later than this after it was played was not seen live, in s. */
export const LATE_S_MAX = 2;

const id = z.string().regex(/^[a-z0-9-]{8,64}$/);
const tick = z.number().int().min(0).max(1_000_000_000);
const TEXT_LENGTH_MAX = 500;

/** With a checkpoint travels the chain value of everything that happened before its tick. */
export const liveCheckpointSchema = checkpointSchema.extend({
  headHex: z.string().regex(/^[0-9a-f]{64}$/),
});
export type LiveCheckpoint = z.infer<typeof liveCheckpointSchema>;

/** What happens around the case on the device. */
const liveMarkSchema = z.strictObject({
  tick,
  kind: z.enum(["pause", "resume", "gap", "reload"]),
  /** Time that passed and was not played, for a gap. */
  skippedMs: z.number().int().min(0).optional(),
});
export type LiveMark = z.infer<typeof liveMarkSchema>;

/** How many parts a keyframe may have. */
const KEYFRAME_PARTS_MAX = 32;

/** A part of the state that late joiners start from; in base64, and nothing the server reads. */
const keyframePartSchema = z.strictObject({
  type: z.literal("keyframe"),
  tick,
  partIndex: z
    .number()
    .int()
    .min(0)
    .max(KEYFRAME_PARTS_MAX - 1),
  partCount: z.number().int().min(1).max(KEYFRAME_PARTS_MAX),
  text: z
    .string()
    .max(KEYFRAME_PART_LENGTH)
    .regex(/^[A-Za-z0-9+/=]*$/),
});
export type KeyframePart = z.infer<typeof keyframePartSchema>;

/** Steer the device's clock and are no entries. Frozen, the device takes no act either. */
export const CLOCK_COMMANDS = ["clock.pause", "clock.freeze", "clock.run"] as const;
export type ClockCommand = (typeof CLOCK_COMMANDS)[number];
/** After these the clock stands. */
export const STOPPING: readonly ClockCommand[] = ["clock.pause", "clock.freeze"];

/** What a supervisor may ask of the device. */
export const commandActionSchema = z.union([
  faultActionSchema,
  directorActionSchema,
  directionSchema,
  z.strictObject({ type: z.enum(CLOCK_COMMANDS) }),
]);
export type CommandAction = z.infer<typeof commandActionSchema>;

export const SHOWN_SPEEDS = [0.5, 1, 2, 4] as const;

/** A moment of a replay that is looked at together. */
const shownSchema = z.strictObject({
  tick,
  isRunning: z.boolean(),
  speed: z.literal(SHOWN_SPEEDS),
});
export type Shown = z.infer<typeof shownSchema>;

export const toServerSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("hello"),
    version: z.literal(LIVE_VERSION),
    token: z.string().max(100),
    /** The device, so that two of one trainee cannot both act. */
    deviceId: id,
    takeOver: z.boolean(),
    /** Entries a watcher has already. */
    haveSequence: z.number().int().min(0),
    haveCheckpointTick: tick,
    haveJournalSequence: z.number().int().min(0),
  }),
  z.strictObject({ type: z.literal("ready"), sound: z.boolean(), input: z.boolean() }),
  z.strictObject({
    type: z.literal("progress"),
    /** Ticks up to here are done and will not change. */
    frontierTick: tick,
    /** Number of the last entry up to there: a message that went missing shows. */
    sequence: z.number().int().min(0),
    entries: z.array(unchainedEntrySchema).max(ENTRIES_PER_MESSAGE_MAX).optional(),
    checkpoints: z.array(liveCheckpointSchema).max(CHECKPOINTS_PER_MESSAGE_MAX).optional(),
    marks: z.array(liveMarkSchema).max(MARKS_PER_MESSAGE_MAX).optional(),
    isEnded: z.literal(true).optional(),
  }),
  /** The device could not take a command in time, or the case refused it. */
  z.strictObject({ type: z.literal("lapsed"), id, reason: z.string().max(TEXT_LENGTH_MAX) }),
  z.strictObject({ type: z.literal("command"), id, action: commandActionSchema }),
  z.strictObject({ type: z.literal("start") }),
  /** The supervisor ends the session where it stands. */
  z.strictObject({ type: z.literal("end") }),
  z.strictObject({
    type: z.literal("note"),
    kind: z.enum(["mark", "remark"]),
    tick,
    text: z.string().max(TEXT_LENGTH_MAX),
  }),
  /** After the end: where everybody looks in the replay. */
  shownSchema.extend({ type: z.literal("lead") }),
  keyframePartSchema,
  z.strictObject({ type: z.literal("diverged"), tick, expectedHex: z.string().max(16) }),
]);
export type ToServer = z.infer<typeof toServerSchema>;
export type Progress = Extract<ToServer, { type: "progress" }>;

export const PARTICIPANT_ROLES = ["trainee", "supervisor", "observer"] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

export type RoomState = "waiting" | "running" | "ended" | "signed";

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly role: ParticipantRole;
  readonly isHere: boolean;
  /** Null until the ready check was done. */
  readonly ready: { readonly sound: boolean; readonly input: boolean } | null;
}

/** A line of the journal: written by the server alone, anchored to a tick. */
export interface JournalLine {
  readonly sequence: number;
  readonly atMs: number;
  readonly tick: number;
  readonly kind: JournalKind;
  /** Name of who did it; "" for the server. */
  readonly who: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export const JOURNAL_KINDS = [
  "created",
  "joined",
  "ready",
  "started",
  "command",
  "applied",
  "lapsed",
  "mark",
  "remark",
  "pause",
  "resume",
  "gap",
  "reload",
  "unattested",
  "tookOver",
  "diverged",
  "ended",
] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

export type LiveEntry = z.infer<typeof unchainedEntrySchema>;

/** What watchers get of the log; the arrays are left out when there is nothing in them. Travels packed. */
export interface RelayedLog {
  readonly frontierTick: number;
  /** Number of the last entry up to there. */
  readonly sequence: number;
  readonly entries?: readonly LiveEntry[];
  readonly checkpoints?: readonly Pick<LiveCheckpoint, "tick" | "hashHex">[];
}

export type FromServer =
  | {
      readonly type: "welcome";
      readonly role: ParticipantRole;
      readonly sessionId: string;
      readonly title: string;
      readonly mode: SessionMode;
      /** What the server has; a trainee's device sends the rest. */
      readonly haveSequence: number;
      readonly haveCheckpointTick: number;
      readonly frontierTick: number;
      /** Chain value of the last entry that the server has. */
      readonly headHex: string;
      /** A supervisor has stopped the clock. */
      readonly isPaused: boolean;
      /** And takes no act until it runs again. */
      readonly isFrozen: boolean;
      /** Of the keyframe that late joiners get; 0 while there is none. */
      readonly keyframeTick: number;
    }
  | {
      readonly type: "room";
      readonly state: RoomState;
      readonly members: readonly Member[];
    }
  /** The clock may run from tick 0. */
  | { readonly type: "start" }
  /** Where the leader of the debrief looks. */
  | ({ readonly type: "shown" } & Shown)
  | { readonly type: "kept"; readonly sequence: number; readonly checkpointTick: number }
  | ({ readonly type: "log" } & RelayedLog)
  | KeyframePart
  | { readonly type: "journal"; readonly lines: readonly JournalLine[] }
  | {
      readonly type: "command";
      readonly id: string;
      readonly action: CommandAction;
      /** The last tick at which it may be carried out; later it has lapsed. */
      readonly byTick: number;
    }
  | {
      readonly type: "refused";
      readonly code: string;
      readonly place: string;
      readonly sentence: string;
      readonly remedy?: string;
    };
