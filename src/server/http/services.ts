/** What every route and room of the server works with. */
import type { Database } from "../database/openDatabase.ts";

export interface Services {
  readonly database: Database;
  /** Wall time, in ms since 1970; tests hand in their own. */
  readonly nowMs: () => number;
}
