/** onbypass rescore: old recordings under a changed rubric, and exactly the marks that changed. */

import { parseRecording } from "../../session/recordingParse.ts";
import { type Rescored, rescore } from "../../session/rescore.ts";
import { type Command, Refusal, refuse } from "../command.ts";
import { loadEngineByHash } from "../engineFiles.ts";
import { EXIT } from "../exitCodes.ts";
import { textOption } from "../optionValues.ts";
import { readYamlFile } from "../readLibrary.ts";
import { readText } from "../readText.ts";
import { sha256Hex } from "../sha256.ts";

const WORDS = { met: "met", notMet: "not met" } as const;
const percent = (fraction: number): string => `${Math.round(fraction * 100)} %`;

async function rescoreFile(file: string, rubric: unknown): Promise<Rescored> {
  const parsed = parseRecording(readText(file), sha256Hex);
  if (!parsed.ok) throw new Refusal(parsed.problems);
  const engine = await loadEngineByHash(parsed.value.engineHash);
  if (!engine.ok) throw new Refusal(engine.problems, EXIT.noEngine);
  const rescored = rescore(engine.value, parsed.value, rubric);
  if (!rescored.ok) throw new Refusal(rescored.problems);
  return rescored.value;
}

function text(file: string, { difference }: Rescored): string {
  const { outcomeBefore, outcomeAfter, pointsBeforeFraction, pointsAfterFraction } = difference;
  const changed = [...difference.marks, ...difference.measures];
  const head =
    `${file}: ${WORDS[outcomeBefore]}, ${percent(pointsBeforeFraction)} → ` +
    `${WORDS[outcomeAfter]}, ${percent(pointsAfterFraction)}; ${changed.length} changed.\n`;
  const lines = changed.map(
    ({ id, title, before, after }) => `  ${id} ${title}\n    ${before} → ${after}\n`,
  );
  return head + lines.join("");
}

export const rescoreCommand: Command = {
  name: "rescore",
  summary: "score recordings again under another rubric",
  help: `onbypass rescore --rubric <file> <recordings…> [--json]

Replays each recording with the engine it names, compares every checkpoint, runs the same log again
with the rubric given, and prints exactly the marks and measures whose result changed. The recordings
stay as they are.

  --rubric <file>   the rubric to score with
  --json            print one JSON object for each recording

For example:
  onbypass rescore --rubric scenarios/rubrics/a1-pump-failure.yaml runs/*.onbypass.json`,
  options: { rubric: { type: "string" }, json: { type: "boolean" } },
  async run(given, { out }) {
    const rubricFile = textOption(given, "rubric");
    if (rubricFile === undefined || given.positionals.length === 0) {
      return refuse({
        code: "cli.arguments",
        place: "rescore",
        sentence: "It takes a rubric and at least one recording.",
        remedy: "For example: onbypass rescore --rubric my-rubric.yaml run.onbypass.json",
      });
    }
    const rubric = readYamlFile(rubricFile);
    if (!rubric.ok) throw new Refusal(rubric.problems);
    for (const file of given.positionals) {
      const rescored = await rescoreFile(file, rubric.value.data);
      out(
        given.values["json"] === true
          ? `${JSON.stringify({ file, ...rescored.difference })}\n`
          : text(file, rescored),
      );
    }
    return EXIT.ok;
  },
};
