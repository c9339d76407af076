/** Moves a server's data from SQLite to PostgreSQL. */
import { moveToPostgres } from "../../server/keeping/moveToPostgres.ts";
import { type Command, refuse } from "../command.ts";
import { DATA_DIR } from "../dataFolder.ts";
import { refuseWhileInUse } from "../inUse.ts";
import { sayKept } from "../keptText.ts";

export const moveToPostgresCommand: Command = {
  name: "move-to-postgres",
  summary: "move a server's data from SQLite to PostgreSQL; the server has to be stopped",
  help: `onbypass move-to-postgres

Reads the data folder (data/, or the one that ONBYPASS_DATA names) and writes to the empty database
that DATABASE_URL names. Every row is compared; when one differs, nothing is moved. The SQLite file
stays as it was, and so do engines/ and keys/ in the data folder, which PostgreSQL does not replace.

Example: DATABASE_URL=postgres://onbypass:secret@db.example.org/onbypass npm run -s onbypass -- move-to-postgres`,
  options: {},
  async run(_given, output) {
    const url = process.env["DATABASE_URL"];
    if (!url) {
      return refuse({
        code: "move.url",
        place: "DATABASE_URL",
        sentence: "Say which PostgreSQL database to move to.",
        remedy: "DATABASE_URL=postgres://user:password@host/database",
      });
    }
    refuseWhileInUse();
    return sayKept("moved", await moveToPostgres(DATA_DIR, url), output);
  },
};
