/**
 * What this device keeps of each run, and the promises a store makes: every entry is kept as soon as
 * it is made, the tick and its checkpoint every second, and nothing is changed afterwards.
 */
import type { PackedKeyframe } from "../../session/contract/keyframe.ts";
import type { CaseMode } from "../../session/contract/protocol.ts";
import type {
  Checkpoint,
  Entry,
  Recording,
  SessionMark,
} from "../../session/contract/recording.ts";

/** The part of a run that says what it is and how far it got. */
export interface RunHeader {
  readonly recordingId: string;
  readonly engineHash: string;
  readonly title: string;
  readonly mode: CaseMode;
  readonly startedWallTimeMs: number;
  readonly caseSetup: Recording["caseSetup"];
  readonly branch: Recording["branch"];
  /** Ticks the case is known to have reached. */
  readonly tick: number;
  readonly isEnded: boolean;
  readonly outcome: "met" | "notMet" | null;
  /** Share of the points that applied; missing in runs kept before it was. */
  readonly pointsFraction?: number | null;
  /** False for a file taken in from elsewhere. */
  readonly isOwn: boolean;
}

export interface StoredRun {
  readonly header: RunHeader;
  readonly entries: readonly Entry[];
  readonly checkpoints: readonly Checkpoint[];
  readonly marks: readonly SessionMark[];
}

export type RunProgress = Partial<
  Pick<RunHeader, "tick" | "isEnded" | "outcome" | "pointsFraction">
>;

export interface RunStore {
  /** Where runs are kept: on the device, or only in this page's memory. */
  readonly isLasting: boolean;
  /** Keeps a whole run at once; an id that is there already is refused. */
  create(run: StoredRun): Promise<void>;
  addEntry(recordingId: string, entry: Entry): Promise<void>;
  addMark(recordingId: string, mark: SessionMark): Promise<void>;
  saveProgress(recordingId: string, progress: RunProgress, checkpoint?: Checkpoint): Promise<void>;
  /** Keyframes only spare time: what cannot be kept is left out. */
  addKeyframe(recordingId: string, keyframe: PackedKeyframe): Promise<void>;
  /** Oldest first. */
  readKeyframes(recordingId: string): Promise<readonly PackedKeyframe[]>;
  list(): Promise<readonly RunHeader[]>;
  read(recordingId: string): Promise<StoredRun | undefined>;
  remove(recordingId: string): Promise<void>;
}
