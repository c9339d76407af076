/** The thread in which recordings are run again; started when the first is asked for. */
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { Result } from "../../kernel/result.ts";
import type { Rerun, RerunWish } from "./rerunJob.ts";

const IDLE_MS = 60_000;

export interface RerunPool {
  run(wish: RerunWish): Promise<Result<Rerun>>;
  close(): Promise<void>;
}

export function createRerunPool(): RerunPool {
  let pool: Piscina | undefined;
  const open = (): Piscina =>
    new Piscina({
      filename: fileURLToPath(new URL("./rerunThread.mjs", import.meta.url)),
      minThreads: 0,
      maxThreads: 1, // live sessions come first on a machine with two cores
      idleTimeout: IDLE_MS,
    });
  return {
    run(wish) {
      pool ??= open();
      return pool.run(wish) as Promise<Result<Rerun>>;
    },
    async close() {
      await pool?.destroy();
    },
  };
}
