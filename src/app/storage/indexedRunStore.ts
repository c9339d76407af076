/**
 * Runs in IndexedDB. Each write commits at once instead of waiting for its transaction to idle, so
 * that a page which is closed in the same moment has already handed it over.
 */
import type { PackedKeyframe } from "../../session/contract/keyframe.ts";
import type { RunHeader, RunStore } from "./runStore.ts";

const DATABASE = "onbypass";
const VERSION = 2; // 2: keyframes
const RUNS = "runs";
const ENTRIES = "entries";
const CHECKPOINTS = "checkpoints";
const MARKS = "marks";
const KEYFRAMES = "keyframes";
const PARTS = [ENTRIES, CHECKPOINTS, MARKS] as const;
const ALL_PARTS = [...PARTS, KEYFRAMES] as const;

function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      const { objectStoreNames: known } = request.result;
      if (!known.contains(RUNS)) {
        request.result.createObjectStore(RUNS, { keyPath: "recordingId" });
      }
      for (const part of ALL_PARTS.filter((name) => !known.contains(name))) {
        // Rows are numbered in the order they were written.
        const store = request.result.createObjectStore(part, { autoIncrement: true });
        store.createIndex("recordingId", "recordingId");
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The database did not open."));
    request.onblocked = () => reject(new Error("Another tab holds an older database open."));
  });
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The database did not answer."));
  });
}

/** Runs `work` in one transaction and waits until it is kept. */
function write(
  database: IDBDatabase,
  stores: readonly string[],
  work: (transaction: IDBTransaction) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, "readwrite", { durability: "relaxed" });
    const fail = () => reject(transaction.error ?? new Error("The database refused a write."));
    transaction.oncomplete = () => resolve();
    transaction.onerror = fail;
    transaction.onabort = fail;
    work(transaction);
  });
}

interface Row<T> {
  readonly recordingId: string;
  readonly value: T;
}

async function readPart<T>(
  transaction: IDBTransaction,
  part: string,
  recordingId: string,
): Promise<T[]> {
  const index = transaction.objectStore(part).index("recordingId");
  const rows = (await answer(index.getAll(recordingId))) as Row<T>[];
  return rows.map((row) => row.value);
}

/** The store, or a rejection when this browser keeps nothing for this page. */
export async function openIndexedRunStore(factory: IDBFactory): Promise<RunStore> {
  const database = await openDatabase(factory);
  const addRow = (part: string, recordingId: string, value: unknown) =>
    write(database, [part], (transaction) => {
      transaction.objectStore(part).add({ recordingId, value });
      transaction.commit();
    });
  return {
    isLasting: true,
    create: ({ header, entries, checkpoints, marks }) =>
      write(database, [RUNS, ...PARTS], (transaction) => {
        transaction.objectStore(RUNS).add(header);
        const parts = { [ENTRIES]: entries, [CHECKPOINTS]: checkpoints, [MARKS]: marks };
        for (const part of PARTS) {
          for (const value of parts[part] ?? []) {
            transaction.objectStore(part).add({ recordingId: header.recordingId, value });
          }
        }
        transaction.commit();
      }),
    addEntry: (recordingId, entry) => addRow(ENTRIES, recordingId, entry),
    addMark: (recordingId, mark) => addRow(MARKS, recordingId, mark),
    saveProgress: (recordingId, progress, checkpoint) =>
      write(database, [RUNS, CHECKPOINTS], (transaction) => {
        if (checkpoint !== undefined) {
          transaction.objectStore(CHECKPOINTS).add({ recordingId, value: checkpoint });
        }
        const runs = transaction.objectStore(RUNS);
        const request = runs.get(recordingId);
        request.onsuccess = () => {
          const header = request.result as RunHeader | undefined;
          if (header !== undefined) runs.put({ ...header, ...progress });
          transaction.commit();
        };
      }),
    addKeyframe: (recordingId, keyframe) => addRow(KEYFRAMES, recordingId, keyframe),
    readKeyframes: (recordingId) =>
      readPart<PackedKeyframe>(database.transaction(KEYFRAMES), KEYFRAMES, recordingId),
    async list() {
      const runs = database.transaction(RUNS).objectStore(RUNS);
      return (await answer(runs.getAll())) as RunHeader[];
    },
    async read(recordingId) {
      const transaction = database.transaction([RUNS, ...PARTS]);
      const [header, entries, checkpoints, marks] = await Promise.all([
        answer(transaction.objectStore(RUNS).get(recordingId)) as Promise<RunHeader | undefined>,
        readPart<never>(transaction, ENTRIES, recordingId),
        readPart<never>(transaction, CHECKPOINTS, recordingId),
        readPart<never>(transaction, MARKS, recordingId),
      ]);
      return header === undefined ? undefined : { header, entries, checkpoints, marks };
    },
    remove: (recordingId) =>
      write(database, [RUNS, ...ALL_PARTS], (transaction) => {
        transaction.objectStore(RUNS).delete(recordingId);
        for (const part of ALL_PARTS) {
          const store = transaction.objectStore(part);
          const keys = store.index("recordingId").getAllKeys(recordingId);
          keys.onsuccess = () => {
            for (const key of keys.result) store.delete(key);
          };
        }
      }),
  };
}
