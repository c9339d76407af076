/** onbypass verify-pack: whether an audit pack is whole, and signed by the key it should be. */
import fs from "node:fs";
import { verifyArchive } from "../../server/evidence/archive.ts";
import { type Command, problemText, refuse } from "../command.ts";
import { EXIT } from "../exitCodes.ts";

export const verifyPackCommand: Command = {
  name: "verify-pack",
  summary: "check an audit pack",
  help: `onbypass verify-pack <pack.zip> [--key <id>]

Checks that every file in the archive is the one that was signed, and that the list of files is signed
by the key it names. Give the key id that the department publishes: without it the archive can only be
shown to agree with itself. A demonstration's archive is refused, since it is evidence of nothing.

  --key <id>   the department's key id, as its settings page shows it`,
  options: { key: { type: "string" } },
  async run({ positionals, values }, { out, say }) {
    const [file] = positionals;
    if (file === undefined || !fs.existsSync(file)) {
      return refuse({
        code: "cli.file",
        place: file ?? "the pack",
        sentence: "There is no such file.",
        remedy: "Give the archive that was exported, such as record-2025-01-01-to-2025-12-31.zip.",
      });
    }
    const key = typeof values["key"] === "string" ? values["key"] : undefined;
    const verified = verifyArchive(fs.readFileSync(file), key);
    if (!verified.ok) {
      for (const problem of verified.problems) say(`${problemText(problem)}\n`);
      return EXIT.differs;
    }
    const { files, keyId, madeOn } = verified.value;
    out(`Whole: ${Object.keys(files).length} files, made on ${madeOn}, signed by ${keyId}.\n`);
    if (key === undefined) say("No --key was given, so whose key this is was not checked.\n");
    return EXIT.ok;
  },
};
