/** Threads that play tasks, each with an engine of its own. */
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { SeedPlayed } from "./playSeed.ts";
import type { Counted } from "./playTask.ts";
import type { Task } from "./tally.ts";

export interface Threads {
  playTask(task: Task): Promise<Counted>;
  playTraced(task: Task): Promise<SeedPlayed>;
  end(): Promise<void>;
}

export function startThreads(maxThreads: number): Threads {
  const filename = fileURLToPath(new URL("./playThread.mjs", import.meta.url));
  const pool = new Piscina<Task>({ filename, maxThreads });
  return {
    playTask: (task) => pool.run(task),
    playTraced: (task) => pool.run(task, { name: "playTraced" }),
    end: () => pool.destroy(),
  };
}
