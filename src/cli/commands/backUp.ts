/** Copies the data folder while the server runs. */
import { backUp } from "../../server/keeping/backUp.ts";
import { type Command, refuse } from "../command.ts";
import { DATA_DIR } from "../dataFolder.ts";
import { sayKept } from "../keptText.ts";

export const backUpCommand: Command = {
  name: "back-up",
  summary: "copy a server's SQLite data while it runs, and check the copy",
  help: `onbypass back-up <new folder> [--without-key]

  --without-key   leave out the key that signs: whoever has it can sign

The data folder is data/, or the one that ONBYPASS_DATA names. With PostgreSQL, use pg_dump for the
database and copy engines/ and keys/ of the data folder: docs/operations.md.

Example: npm run -s onbypass -- back-up /backups/onbypass-2026-11-27`,
  options: { "without-key": { type: "boolean" } },
  async run({ values, positionals }, output) {
    const [folder] = positionals;
    if (folder === undefined) {
      return refuse({ code: "backUp.folder", place: "back-up", sentence: "Name a new folder." });
    }
    const kept = await backUp(DATA_DIR, folder, values["without-key"] !== true);
    return sayKept(`copied to ${folder}`, kept, output);
  },
};
