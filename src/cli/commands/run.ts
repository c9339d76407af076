/** onbypass run: a case without a screen, with readings as a table. */
import type { CaseContent } from "../../case/caseSetup.ts";
import { drilled } from "../../case/drill.ts";
import { limited } from "../../case/limitedContent.ts";
import { sToTicks } from "../../kernel/tick.ts";
import { recordingText } from "../../session/seal.ts";
import { readActs } from "../actionsFile.ts";
import { runCase } from "../caseRunner.ts";
import { type Command, type Given, refuse } from "../command.ts";
import { composedContent } from "../compositions.ts";
import { loadCurrentEngine } from "../engineFiles.ts";
import { EXIT } from "../exitCodes.ts";
import { loadLimitProfile } from "../limitProfiles.ts";
import { choiceOption, numberOption, textOption } from "../optionValues.ts";
import { createReadingsTable } from "../readingsTable.ts";
import { writeText } from "../readText.ts";
import { reportText } from "../reportText.ts";
import { loadContent } from "../scenarioContent.ts";
import { chooseSignals, DEFAULT_SIGNALS } from "../signalChoice.ts";
import { listedContent } from "../theatreLists.ts";
import { tickText } from "../tickText.ts";

const SEED_MAX = 4294967295;
const SECONDS_MAX = 21_600;
const EVERY_S_MIN = 0.02;

const HELP = `onbypass run [options]

Runs a case without a screen and prints readings over time. The result goes to standard error.

  --scenario <id | file>    the scenario (a1-pump-failure)
                            or a composition or theatre list, by its id
  --emergency <id | nothing> what breaks into a composition (drawn by the seed)
  --patient <id>            who is on the table in a case of a theatre list (drawn by the seed)
  --variant <id | drawn>    which failure (drawn by the seed)
  --seed <number>           what chance does (1)
  --mode practice|drill|exam (practice)
  --limits <id | file>      a profile of alarm and stop limits (the machine's own)
  --actions <file | ->      YAML or JSON: a list of {tick or atS, action, actor}
  --seconds <number>        stop here if the case has not ended (until it ends)
  --every <seconds>         one row each (1)
  --signals <list>          names, or beginnings with *, divided by commas
  --format csv|json         (csv)
  --out <file>              write the table here instead of standard output
  --record <file>           write the recording here

For example:
  onbypass run --variant a --seed 7 --seconds 60 --signals 'patient.*,circuit.reservoirVolumeMl'`;

const OPTIONS = Object.fromEntries(
  "scenario emergency patient variant seed mode limits actions seconds every signals format out record"
    .split(" ")
    .map((name) => [name, { type: "string" }] as const),
);

function wishesOf(given: Given) {
  return {
    variant: textOption(given, "variant") ?? "drawn",
    seed: numberOption(given, "seed", 1, { min: 0, max: SEED_MAX, isWhole: true }),
    mode: choiceOption(given, "mode", ["practice", "drill", "exam"] as const, "practice"),
  };
}

/** The scenario, with another profile's limits when one is named, and with a drill's onset in a drill. */
function contentOf(given: Given): CaseContent {
  const name = textOption(given, "scenario") ?? "a1-pump-failure";
  const { seed } = wishesOf(given);
  const content =
    composedContent(name, seed, textOption(given, "emergency")) ??
    listedContent(name, seed, textOption(given, "patient")) ??
    loadContent(name);
  const limits = textOption(given, "limits");
  const held = limits === undefined ? content : limited(content, loadLimitProfile(limits));
  return wishesOf(given).mode === "drill" ? drilled(held) : held;
}

export const runCommand: Command = {
  name: "run",
  summary: "run a case without a screen; readings as CSV or JSON",
  help: HELP,
  options: OPTIONS,
  async run(given, { out, say }) {
    if (given.positionals.length > 0) {
      refuse({
        code: "cli.arguments",
        place: given.positionals[0] ?? "",
        sentence: "run takes options only.",
        remedy: `Did you mean --scenario ${given.positionals[0]}?`,
      });
    }
    const wishes = wishesOf(given);
    const limits = { min: EVERY_S_MIN, max: SECONDS_MAX };
    const secondsMax = numberOption(given, "seconds", SECONDS_MAX, limits);
    const everyTicks = sToTicks(numberOption(given, "every", 1, limits));
    const format = choiceOption(given, "format", ["csv", "json"] as const, "csv");
    const ids = chooseSignals(textOption(given, "signals") ?? DEFAULT_SIGNALS);
    const acts = readActs(textOption(given, "actions"));
    const content = contentOf(given);
    const loaded = await loadCurrentEngine();

    const table = createReadingsTable(ids);
    const { engineCase, recording } = runCase({
      loaded,
      content,
      wishes,
      acts,
      tickMax: sToTicks(secondsMax),
      onTick: (one) => {
        if (one.tick() % everyTicks === 0) table.sample(one.tick(), (into) => one.readings(into));
      },
    });
    const report = engineCase.ended() ? engineCase.report() : null;
    const text =
      format === "csv"
        ? table.csv()
        : `${JSON.stringify(
            {
              notice: recording.notice,
              engineHash: loaded.hash,
              endTick: recording.endTick,
              finalHashHex: engineCase.hashHex(),
              readings: table.rows(),
              report,
            },
            null,
            2,
          )}\n`;
    const file = textOption(given, "out");
    if (file === undefined) out(text);
    else writeText(file, text);
    const recordFile = textOption(given, "record");
    if (recordFile !== undefined) writeText(recordFile, recordingText(recording));
    say(
      `Ran ${tickText(recording.endTick)} of the case; state at the end ${engineCase.hashHex()}.\n`,
    );
    say(report === null ? "The case has not ended, so there is no result.\n" : reportText(report));
    return EXIT.ok;
  },
};
