/**
 * Many sessions keep something at the same time, and each waits for the disk. What is asked for while
 * a transaction is on its way goes together into the next one: one wait for all of it. One that fails
 * must not take the others with it, so then each is tried alone.
 */
import type { Database } from "./openDatabase.ts";

type Work = (work: Database) => Promise<void>;

/** Runs work in a transaction; resolves when it is on the disk, rejects when nothing of it is kept. */
export type Commit = (work: Work) => Promise<void>;

interface Waiting {
  readonly work: Work;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** More would keep the first ones waiting for the last. */
const TOGETHER_MAX = 64;

export function createGroupCommit(database: Database): Commit {
  let waiting: Waiting[] = [];
  let isBusy = false;

  const transact = (group: readonly Waiting[]): Promise<void> =>
    database.transaction().execute(async (work) => {
      for (const one of group) await one.work(work);
    });

  const commitOne = async (one: Waiting): Promise<void> => {
    try {
      await transact([one]);
      one.resolve();
    } catch (error) {
      one.reject(error);
    }
  };

  const commitGroup = async (group: readonly Waiting[]): Promise<void> => {
    if (group.length === 1) return commitOne(group[0] as Waiting);
    try {
      await transact(group);
    } catch {
      for (const one of group) await commitOne(one);
      return;
    }
    for (const { resolve } of group) resolve();
  };

  const drain = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, TOGETHER_MAX);
      waiting = waiting.slice(TOGETHER_MAX);
      await commitGroup(group);
    }
    isBusy = false;
  };

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve, reject });
      void drain();
    });
}
