/** onbypass check: whether scenario files are right, and if not, where and what was probably meant. */
import fs from "node:fs";
import path from "node:path";
import type { CaseContent } from "../../case/caseSetup.ts";
import { recheckContent } from "../../case/checkContent.ts";
import { type Result, success } from "../../kernel/result.ts";
import type { DataSource } from "../../scenario/contract/source.ts";
import { checkLimitProfile } from "../../scenario/limitProfile.ts";
import { parseActs, readActs } from "../actionsFile.ts";
import { type Command, problemText, refuse } from "../command.ts";
import {
  COMPOSITIONS_FOLDER,
  everyComposed,
  isComposition,
  readComposition,
} from "../compositions.ts";
import { loadCurrentEngine } from "../engineFiles.ts";
import { EXIT } from "../exitCodes.ts";
import { isLimitProfile, LIMITS_FOLDER } from "../limitProfiles.ts";
import { textOption } from "../optionValues.ts";
import { playFindings } from "../playCheck.ts";
import { readYamlFile } from "../readLibrary.ts";
import { checkScenarioFile, SCENARIO_FOLDER } from "../scenarioContent.ts";
import { shownName } from "../shownName.ts";
import { everyListed, isTheatreList, LISTS_FOLDER, readTheatreList } from "../theatreLists.ts";

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

/** What is in a file that is right, in a sentence, and the cases it can be. */
interface Right {
  readonly sentence: string;
  readonly contents?: readonly CaseContent[];
  /** The cases differ by their patient, who is named before how they went. */
  readonly isByPatient?: boolean;
}

/** A composition, and every case it can be put together to. */
function checkCompositionSource(source: DataSource): Result<Right> {
  const read = readComposition(source);
  if (!read.ok) return read;
  const contents = everyComposed(read.value);
  for (const content of contents) {
    const rechecked = recheckContent(content);
    if (!rechecked.ok) return rechecked;
  }
  const { interruptedBy } = read.value.composition;
  const sentence = `Composition of ${contents.length} cases, ${interruptedBy.length} emergencies.`;
  return success({ sentence, contents });
}

/** A theatre list, and the case with each of its patients. */
function checkListSource(source: DataSource): Result<Right> {
  const read = readTheatreList(source);
  if (!read.ok) return read;
  const contents = everyListed(read.value);
  const markCount = contents.reduce((sum, { rubric }) => sum + rubric.marks.length, 0);
  const sentence = `Theatre list of ${contents.length} patients, ${markCount} marks in all.`;
  return success({ sentence, contents, isByPatient: true });
}

/** What is in a file that is right, or all that is wrong with it. */
function checkFile(file: string): Result<Right> {
  const source = readYamlFile(file);
  if (!source.ok) return source;
  if (isLimitProfile(source.value)) {
    const profile = checkLimitProfile(source.value);
    if (!profile.ok) return profile;
    return success({ sentence: `Limit profile “${profile.value.title}”.` });
  }
  if (Array.isArray(source.value.data)) {
    const acts = parseActs(source.value);
    return acts.ok ? success({ sentence: `${acts.value.length} acts of an expert.` }) : acts;
  }
  if (isComposition(source.value)) return checkCompositionSource(source.value);
  if (isTheatreList(source.value)) return checkListSource(source.value);
  const content = checkScenarioFile(file);
  if (!content.ok) return content;
  const { scenario, rubric } = content.value;
  const sentence = `${scenario.variants.length} variants, ${rubric.marks.length} marks.`;
  return success({ sentence, contents: [content.value] });
}

export const checkCommand: Command = {
  name: "check",
  summary: "check scenario files",
  help: `onbypass check [scenario files or folders] [--play [--expert <file>]]

Checks each scenario together with the rubric, patient, circuit and machines it names, and says for
each problem file, line, column, path, what is wrong and what was probably meant. Without a file it
checks the scenarios, compositions, theatre lists and limit profiles of this project. Rubrics and the rest are looked for beside
the scenario. A file with alarmLimits is checked as a limit profile, one
with interruptedBy as a composition: with every case it can be put together to; one with normal and patients
as a theatre list: with each patient; a list as the acts of an expert.

  --play            also plays each variant: an expert, who must meet it, and nobody, who must not
  --expert <file>   the expert's acts, timed from the fault, for a scenario of your own

For example:
  onbypass check my-case.yaml --play --expert my-expert.yaml`,
  options: { play: { type: "boolean" }, expert: { type: "string" } },
  async run(given, { out, say }) {
    const { positionals } = given;
    const files = filesOf(
      positionals.length > 0
        ? positionals
        : [SCENARIO_FOLDER, COMPOSITIONS_FOLDER, LISTS_FOLDER, LIMITS_FOLDER],
    );
    if (files.length === 0) {
      return refuse({
        code: "cli.file",
        place: positionals.join(" "),
        sentence: "There is no scenario file here.",
        remedy: "Scenario files end in .yaml.",
      });
    }
    const loaded = given.values["play"] === true ? await loadCurrentEngine() : undefined;
    const expertFile = textOption(given, "expert");
    const expertActs = expertFile === undefined ? undefined : readActs(expertFile);
    let problemCount = 0;
    for (const file of files) {
      const checked = checkFile(file);
      const name = shownName(file);
      if (checked.ok) {
        const { sentence, contents, isByPatient } = checked.value;
        out(`${name}: right. ${sentence}\n`);
        if (loaded === undefined || contents === undefined) continue;
        const found = contents.map((content) =>
          playFindings({
            loaded,
            content,
            file: isByPatient ? `${name} ${content.patient.id}` : name,
            expertActs,
          }),
        );
        const wrong = found.flatMap(({ problems }) => problems);
        for (const [index, { lines }] of found.entries()) {
          if (isByPatient) out(`  ${contents[index]?.patient.id}\n`);
          for (const line of lines) out(`  ${line}\n`);
        }
        if (wrong.length === 0)
          out(`${name}: played. The expert meets it, doing nothing does not.\n`);
        problemCount += wrong.length;
        for (const problem of wrong) say(`${problemText(problem)}\n`);
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
