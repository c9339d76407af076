/** onbypass check: whether scenario files are right, and if not, where and what was probably meant. */
import fs from "node:fs";
import path from "node:path";
import { type Result, success } from "../../kernel/result.ts";
import { checkLimitProfile } from "../../scenario/limitProfile.ts";
import { type Command, problemText, refuse } from "../command.ts";
import { EXIT } from "../exitCodes.ts";
import { isLimitProfile, LIMITS_FOLDER } from "../limitProfiles.ts";
import { readYamlFile } from "../readLibrary.ts";
import { checkScenarioFile, SCENARIO_FOLDER } from "../scenarioContent.ts";

function filesIn(folder: string): readonly string[] {
  return fs
    .readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}

/** Files as given; a folder stands for the scenarios in it. */
function filesOf(given: readonly string[]): readonly string[] {
  return given.flatMap((name) => {
    const stat = fs.statSync(name, { throwIfNoEntry: false });
    if (stat === undefined) {
      return refuse({
        code: "cli.file",
        place: name,
        sentence: "There is no such file or folder.",
        remedy: "Check the name; it is relative to the folder you are in.",
      });
    }
    return stat.isDirectory() ? filesIn(name) : [name];
  });
}

/** What is in a file that is right, in a sentence; or all that is wrong with it. */
function checkFile(file: string): Result<string> {
  const source = readYamlFile(file);
  if (!source.ok) return source;
  if (isLimitProfile(source.value)) {
    const profile = checkLimitProfile(source.value);
    return profile.ok ? success(`Limit profile “${profile.value.title}”.`) : profile;
  }
  const content = checkScenarioFile(file);
  if (!content.ok) return content;
  const { scenario, rubric } = content.value;
  return success(`${scenario.variants.length} variants, ${rubric.marks.length} marks.`);
}

export const checkCommand: Command = {
  name: "check",
  summary: "check scenario files",
  help: `onbypass check [scenario files or folders]

Checks each scenario together with the rubric, patient, circuit and machines it names, and says for
each problem file, line, column, path, what is wrong and what was probably meant. Without a file it
checks the scenarios and limit profiles of this project. Rubrics and the rest are looked for beside
the scenario. A file with alarmLimits is checked as a limit profile.`,
  options: {},
  async run({ positionals }, { out, say }) {
    const files = filesOf(positionals.length > 0 ? positionals : [SCENARIO_FOLDER, LIMITS_FOLDER]);
    if (files.length === 0) {
      return refuse({
        code: "cli.file",
        place: positionals.join(" "),
        sentence: "There is no scenario file here.",
        remedy: "Scenario files end in .yaml.",
      });
    }
    let problemCount = 0;
    for (const file of files) {
      const checked = checkFile(file);
      const name = path.relative(process.cwd(), file);
      if (checked.ok) {
        out(`${name}: right. ${checked.value}\n`);
        continue;
      }
      problemCount += checked.problems.length;
      for (const problem of checked.problems) say(`${problemText(problem)}\n`);
    }
    if (problemCount === 0) return EXIT.ok;
    say(`${problemCount} ${problemCount === 1 ? "problem" : "problems"}.\n`);
    return EXIT.differs;
  },
};
