/** What a command is, and how one refuses what it was given. */
import type { ParseArgsConfig } from "node:util";
import type { Problem } from "../kernel/result.ts";
import { EXIT, type ExitCode } from "./exitCodes.ts";

export interface Output {
  /** Results; may be piped. */
  readonly out: (text: string) => void;
  /** Sentences for the person at the keyboard. */
  readonly say: (text: string) => void;
}

export type Options = NonNullable<ParseArgsConfig["options"]>;
export interface Given {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Usage, options and an example; exit codes are added. */
  readonly help: string;
  readonly options: Options;
  run(given: Given, output: Output): Promise<ExitCode>;
}

/** Ends a command with problems instead of a stack. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];
  readonly exitCode: ExitCode;

  constructor(problems: readonly Problem[], exitCode: ExitCode = EXIT.badInput) {
    super(problems[0]?.sentence ?? "Refused.");
    this.problems = problems;
    this.exitCode = exitCode;
  }
}

/** One problem, thrown. */
export function refuse(problem: Problem, exitCode: ExitCode = EXIT.badInput): never {
  throw new Refusal([problem], exitCode);
}

/** `place: sentence` and the remedy under it. */
export function problemText({ place, sentence, remedy }: Problem): string {
  return remedy === undefined ? `${place}: ${sentence}` : `${place}: ${sentence}\n  ${remedy}`;
}
