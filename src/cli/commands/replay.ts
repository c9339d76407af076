/** onbypass replay: runs a recording again with the engine it names, and compares every checkpoint. */

import { parseRecording } from "../../session/recordingParse.ts";
import { createReplay } from "../../session/replay.ts";
import { type Command, problemText, Refusal, refuse } from "../command.ts";
import { loadEngineByHash } from "../engineFiles.ts";
import { EXIT } from "../exitCodes.ts";
import { readText } from "../readText.ts";
import { reportText } from "../reportText.ts";
import { sha256Hex } from "../sha256.ts";
import { tickText } from "../tickText.ts";

export const replayCommand: Command = {
  name: "replay",
  summary: "run a recording again and verify it",
  help: `onbypass replay <recording.onbypass.json | -> [--hashes] [--json]

Checks that the recording is whole, runs it with the engine it names, compares every checkpoint,
and prints the result. Stops at the first checkpoint that differs and names its tick.

  --hashes   print every checkpoint
  --json     print one JSON object`,
  options: { hashes: { type: "boolean" }, json: { type: "boolean" } },
  async run({ values, positionals }, { out, say }) {
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) {
      return refuse({
        code: "cli.arguments",
        place: "replay",
        sentence: "It takes one recording.",
        remedy: "For example: onbypass replay run.onbypass.json",
      });
    }
    const parsed = parseRecording(readText(file), sha256Hex);
    if (!parsed.ok) throw new Refusal(parsed.problems);
    const recording = parsed.value;
    const engine = await loadEngineByHash(recording.engineHash);
    if (!engine.ok) throw new Refusal(engine.problems, EXIT.noEngine);
    const opened = createReplay(engine.value, recording);
    if (!opened.ok) throw new Refusal(opened.problems);
    const replay = opened.value;
    const problem = replay.replayTo(recording.endTick);
    if (problem !== undefined) {
      say(problemText(problem));
      return EXIT.differs;
    }
    const { engineCase } = replay;
    const report = engineCase.ended() ? engineCase.report() : null;
    const finalHashHex = engineCase.hashHex();
    if (values["json"] === true) {
      const { recordingId, engineHash, endTick, checkpoints } = recording;
      const checkedCount = replay.checkedCount();
      const shown = values["hashes"] === true ? { checkpoints } : {};
      const result = { recordingId, engineHash, endTick, checkedCount, finalHashHex, report };
      out(`${JSON.stringify({ ...result, ...shown }, null, 2)}\n`);
      return EXIT.ok;
    }
    if (values["hashes"] === true) {
      for (const { tick, hashHex } of recording.checkpoints) out(`${tick} ${hashHex}\n`);
    }
    out(`Replayed ${tickText(recording.endTick)} with engine ${recording.engineHash}.\n`);
    out(`${replay.checkedCount()} of ${recording.checkpoints.length} checkpoints equal.\n`);
    out(`State at the end: ${finalHashHex}\n`);
    out(report === null ? "The case was not played to its end.\n" : reportText(report));
    return EXIT.ok;
  },
};
