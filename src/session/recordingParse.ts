/**
 * Reads a recording from a file's text. Nothing is taken on trust: shape, order, chain and seal are
 * checked, and the first thing that is wrong is said with its place and what to do about it.
 */
import type { z } from "zod";
import { failure, type Problem, type Result } from "../kernel/result.ts";
import { closest } from "../kernel/suggest.ts";
import { RECORDING_FORMAT } from "./contract/notice.ts";
import { type Recording, recordingSchema } from "./contract/recording.ts";
import type { Sha256Hex } from "./engine.ts";
import { checkRecording } from "./recordingCheck.ts";
import { recordingProblems } from "./recordingProblems.ts";

/** The recording in a text, or what is wrong with it. */
export function parseRecording(text: string, sha256Hex: Sha256Hex): Result<Recording> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failure(recordingProblems.notJson(text));
  }
  const record = json as Record<string, unknown> | null;
  if (typeof record !== "object" || record === null || record["format"] !== RECORDING_FORMAT) {
    return failure(recordingProblems.notRecording());
  }
  if (record["formatVersion"] !== 1) {
    return failure(recordingProblems.futureVersion(record["formatVersion"]));
  }
  const parsed = recordingSchema.safeParse(json);
  if (!parsed.success) {
    const [first, ...others] = parsed.error.issues.map(issueToProblem);
    return failure(first as Problem, ...others);
  }
  return checkRecording(parsed.data, sha256Hex);
}

/** "entries[3].action.flowLpm" */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path.reduce<string>((soFar, key) => {
    if (typeof key === "number") return `${soFar}[${key}]`;
    return soFar === "" ? String(key) : `${soFar}.${String(key)}`;
  }, "");
  return place === "" ? "the file" : place;
}

const KEYS = Object.keys(recordingSchema.shape);

function issueToProblem(issue: z.core.$ZodIssue): Problem {
  const place = placeOf(issue.path);
  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0] as string;
    const meant = issue.path.length === 0 ? closest(key, KEYS) : undefined;
    return {
      code: "recording.unknownKey",
      place,
      sentence: `There is no "${key}" in a recording.`,
      remedy:
        meant === undefined
          ? "Use the file as it was exported."
          : `It may have been "${meant}". Use the file as it was exported.`,
    };
  }
  return {
    code: "recording.shape",
    place,
    sentence: `What stands at ${place} does not belong there (${issue.message}).`,
    remedy: "Use the file as it was exported.",
  };
}
