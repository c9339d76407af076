/**
 * Many sessions keep something at the same time, and each waits for the disk. What is asked for while
 * a transaction is on its way goes together into the next one: one wait for all of it. One that fails
 * must not take the others with it, so then each is tried alone.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "./openDatabase.ts";

/** Keeps an item in a transaction; resolves when it is on the disk, rejects when nothing of it is kept. */
export type Commit<Item> = (item: Item) => Promise<void>;

/** Writes items of several sessions, in a transaction that is theirs. */
export type Write<Item> = (work: Database, items: readonly Item[]) => Promise<void>;

interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** More would keep the first ones waiting for the last. */
const TOGETHER_MAX = 256;

/**
 * SQLite answers before the next socket is read, so without a pause each message would be alone; and a
 * server with hundreds of sessions would spend its time waiting for the disk.
 */
const GATHER_MS = 4;

export function createGroupCommit<Item>(database: Database, write: Write<Item>): Commit<Item> {
  let waiting: Waiting<Item>[] = [];
  let isBusy = false;

  const transact = (group: readonly Waiting<Item>[]): Promise<void> => {
    const items = group.map(({ item }) => item);
    return database.transaction().execute((work) => write(work, items));
  };

  const commitOne = async (one: Waiting<Item>): Promise<void> => {
    try {
      await transact([one]);
      one.resolve();
    } catch (error) {
      one.reject(error);
    }
  };

  const commitGroup = async (group: readonly Waiting<Item>[]): Promise<void> => {
    if (group.length === 1) return commitOne(group[0] as Waiting<Item>);
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
      await pause(GATHER_MS);
      const group = waiting.slice(0, TOGETHER_MAX);
      waiting = waiting.slice(TOGETHER_MAX);
      await commitGroup(group);
    }
    isBusy = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      void drain();
    });
}
