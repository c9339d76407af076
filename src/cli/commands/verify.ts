/** Checks a signed result without a server: what was changed, and whether the case runs to it again. */
import fs from "node:fs";
import { signatureFits } from "../../server/signing/ed25519.ts";
import type { RecordParts } from "../../session/contract/signedRecord.ts";
import { overruledLines, overruledText } from "../../session/judgedLines.ts";
import { replayProblem } from "../../session/replayProblem.ts";
import { countedLines } from "../../session/rubricLines.ts";
import { parseSignedRecord } from "../../session/signedRecord.ts";
import { type Command, Refusal, refuse } from "../command.ts";
import { engineFile, loadEngineByHash } from "../engineFiles.ts";
import { EXIT } from "../exitCodes.ts";
import { sha256Hex } from "../sha256.ts";

function readRecord(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return refuse({ code: "verify.file", place: file, sentence: "This file cannot be read." });
  }
}

/** What the signer judged otherwise than the machine counted, a line each, with the reason. */
function overruledPart({ people, rating, report }: RecordParts): string {
  const overruled = overruledLines(rating.technical, countedLines(report));
  const lines = overruled.map((one) => `  ${overruledText(one)} Reason: ${one.reason}\n`);
  if (lines.length === 0) return "";
  const number = lines.length === 1 ? "1 line" : `${lines.length} lines`;
  return `overruled by ${people.signer.name}, ${number} of the checklist:\n${lines.join("")}`;
}

export const verifyCommand: Command = {
  name: "verify",
  summary: "check a signed result, and run its case again",
  help: `onbypass verify <record.json> [--key <hex>]

  --key <hex>   the public key of the department that issued it, 64 hex digits; without it the
                record is checked against the key it names itself, which proves only that it is whole

Example: onbypass verify record.json --key 1f3a…`,
  options: { key: { type: "string" } },
  async run({ values, positionals }, output) {
    const [file] = positionals;
    if (file === undefined) {
      return refuse({ code: "verify.file", place: "verify", sentence: "Name the record's file." });
    }
    const key = values["key"];
    const trustedKeyHex = typeof key === "string" ? key.toLowerCase() : undefined;
    const parsed = parseSignedRecord(readRecord(file), { sha256Hex, signatureFits, trustedKeyHex });
    if (!parsed.ok) throw new Refusal(parsed.problems);
    const { parts, publicKeyHex } = parsed.value;
    const { people, times, rating, rerun, recording } = parts;
    output.out(
      `${recording.title}: ${rating.outcome}\n` +
        `trainee ${people.trainee.name}, signed by ${people.signer.name} (${people.signer.role}), ` +
        `${people.department.name}, ${new Date(times.signedMs).toISOString()}\n` +
        `key ${publicKeyHex}${trustedKeyHex === undefined ? " (as the record says)" : " (as given)"}\n${overruledPart(parts)}`,
    );
    if (engineFile(rerun.engineHash) === undefined) {
      output.say(`Not run again: engine ${rerun.engineHash} is not kept here.`);
      return EXIT.ok;
    }
    const engine = await loadEngineByHash(rerun.engineHash);
    if (!engine.ok) throw new Refusal(engine.problems);
    const problem = replayProblem(engine.value, parts);
    if (problem !== undefined) throw new Refusal([problem]);
    output.out(`run again: ${recording.checkpoints.length} checkpoints and the score agree\n`);
    return EXIT.ok;
  },
};
