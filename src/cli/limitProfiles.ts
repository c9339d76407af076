/** Limit profiles by id in this project or by file, checked; a site's own stand beside ours. */
import path from "node:path";
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import { closest } from "../kernel/suggest.ts";
import type { DataSource } from "../scenario/contract/source.ts";
import { checkLimitProfile, type LimitProfile } from "../scenario/limitProfile.ts";
import { Refusal, refuse } from "./command.ts";
import { readYamlFile, readYamlFolder } from "./readLibrary.ts";
import { SCENARIO_FOLDER } from "./scenarioContent.ts";

export const LIMITS_FOLDER = path.join(SCENARIO_FOLDER, "limits");

export const isLimitProfile = ({ data }: DataSource): boolean =>
  typeof data === "object" && data !== null && "alarmLimits" in data;

/** Every profile of a folder, or all that is wrong with any of them. */
export function readLimitProfiles(folder = LIMITS_FOLDER): Result<readonly LimitProfile[]> {
  const problems: Problem[] = [];
  const profiles = [...readYamlFolder(folder, problems).values()].flatMap((source) => {
    const checked = checkLimitProfile(source);
    if (!checked.ok) problems.push(...checked.problems);
    return checked.ok ? [checked.value] : [];
  });
  return problems.length > 0
    ? failure(problems[0] as Problem, ...problems.slice(1))
    : success(profiles);
}

/** One profile, by id or file; refused with what is wrong with it. */
export function loadLimitProfile(name: string): LimitProfile {
  if (/\.ya?ml$|[\\/]/.test(name)) {
    const source = readYamlFile(name);
    const checked = source.ok ? checkLimitProfile(source.value) : source;
    if (!checked.ok) throw new Refusal(checked.problems);
    return checked.value;
  }
  const profiles = readLimitProfiles();
  if (!profiles.ok) throw new Refusal(profiles.problems);
  const found = profiles.value.find(({ id }) => id === name);
  if (found) return found;
  const known = profiles.value.map(({ id }) => id);
  const guess = closest(name, known);
  return refuse({
    code: "cli.limits",
    place: "--limits",
    sentence: `There is no limit profile "${name}".`,
    remedy: guess ? `Did you mean "${guess}"?` : `There are ${known.join(", ")}; or give a file.`,
  });
}
