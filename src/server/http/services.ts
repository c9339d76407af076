/** What every route and room of the server works with. */
import type { Database } from "../database/openDatabase.ts";
import type { SigningKey } from "../signing/ed25519.ts";
import type { RerunPool } from "../signing/rerunPool.ts";
import type { ServerFolders } from "../staticFiles.ts";

export interface Services {
  readonly database: Database;
  /** Where scenarios and engines are. */
  readonly folders: ServerFolders;
  readonly key: SigningKey;
  /** Where recordings are run again. */
  readonly pool: RerunPool;
  /** Wall time, in ms since 1970; tests hand in their own. */
  readonly nowMs: () => number;
  /** Whether this server is open to the tablets of its network. */
  readonly isOnLan: boolean;
}
