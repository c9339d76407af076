/** Every scenario of a folder with everything it names, or all that is wrong with any of them. */
import type { CaseContent } from "../case/caseSetup.ts";
import { checkContent } from "../case/checkContent.ts";
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import { readScenarioFolder } from "./readLibrary.ts";

export function readAllContents(folder: string): Result<readonly CaseContent[]> {
  const library = readScenarioFolder(folder);
  const checked = [...library.scenarios.values()].map((source) => checkContent(source, library));
  const problems: readonly Problem[] = [
    ...library.problems,
    ...checked.flatMap((one) => (one.ok ? [] : one.problems)),
  ];
  if (problems.length > 0) return failure(problems[0], ...problems.slice(1));
  return success(checked.flatMap((one) => (one.ok ? [one.value] : [])));
}
