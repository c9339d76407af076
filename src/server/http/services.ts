/** What every route and room of the server works with. */
import type { Database } from "../database/openDatabase.ts";
import type { ServerFolders } from "../staticFiles.ts";

export interface Services {
  readonly database: Database;
  /** Where scenarios and engines are. */
  readonly folders: ServerFolders;
  /** Wall time, in ms since 1970; tests hand in their own. */
  readonly nowMs: () => number;
}
