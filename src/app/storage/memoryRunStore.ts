/** A store that forgets with the page: for browsers that keep nothing, and for tests. */
import type { PackedKeyframe } from "../../session/contract/keyframe.ts";
import type { RunHeader, RunStore, StoredRun } from "./runStore.ts";

type Mutable = {
  header: RunHeader;
  entries: StoredRun["entries"][number][];
  checkpoints: StoredRun["checkpoints"][number][];
  marks: StoredRun["marks"][number][];
  keyframes: PackedKeyframe[];
};

export function createMemoryRunStore(): RunStore {
  const runs = new Map<string, Mutable>();
  const runOf = (recordingId: string): Mutable => {
    const run = runs.get(recordingId);
    if (run === undefined) throw new Error(`There is no run ${recordingId}.`);
    return run;
  };
  return {
    isLasting: false,
    async create({ header, entries, checkpoints, marks }) {
      if (runs.has(header.recordingId)) {
        throw new Error(`Run ${header.recordingId} is kept already.`);
      }
      runs.set(header.recordingId, {
        header,
        entries: [...entries],
        checkpoints: [...checkpoints],
        marks: [...marks],
        keyframes: [],
      });
    },
    async addEntry(recordingId, entry) {
      runOf(recordingId).entries.push(entry);
    },
    async addMark(recordingId, mark) {
      runOf(recordingId).marks.push(mark);
    },
    async saveProgress(recordingId, progress, checkpoint) {
      const run = runOf(recordingId);
      run.header = { ...run.header, ...progress };
      if (checkpoint !== undefined) run.checkpoints.push(checkpoint);
    },
    async addKeyframe(recordingId, keyframe) {
      runOf(recordingId).keyframes.push(keyframe);
    },
    async readKeyframes(recordingId) {
      return [...(runs.get(recordingId)?.keyframes ?? [])];
    },
    async list() {
      return [...runs.values()].map((run) => run.header);
    },
    async read(recordingId) {
      const run = runs.get(recordingId);
      if (run === undefined) return undefined;
      const { keyframes: _, ...rest } = run;
      return structuredClone(rest);
    },
    async remove(recordingId) {
      runs.delete(recordingId);
    },
  };
}
