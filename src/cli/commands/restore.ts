/** Puts a copy made by back-up back into the data folder. */
import { restore } from "../../server/keeping/restore.ts";
import { type Command, refuse } from "../command.ts";
import { DATA_DIR } from "../dataFolder.ts";
import { refuseWhileInUse } from "../inUse.ts";
import { sayKept } from "../keptText.ts";

export const restoreCommand: Command = {
  name: "restore",
  summary: "put such a copy back; the server has to be stopped",
  help: `onbypass restore <folder>

The copy is checked first. What is in the data folder (data/, or the one that ONBYPASS_DATA names) is
put aside under a name with the moment in it.

Example: npm run -s onbypass -- restore /backups/onbypass-2026-11-27`,
  options: {},
  async run({ positionals }, output) {
    const [folder] = positionals;
    if (folder === undefined) {
      return refuse({
        code: "restore.folder",
        place: "restore",
        sentence: "Name the folder of the copy.",
      });
    }
    refuseWhileInUse();
    const mark = `before-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
    return sayKept("restored", await restore(folder, DATA_DIR, mark), output);
  },
};
