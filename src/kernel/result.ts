// Errors from files and from people are values with codes, not exceptions: a Result either carries
// a value or the list of everything that is wrong, each in a sentence its reader can act on.

import { assert } from "./assert.ts";

export type Problem = {
  /** Stable machine-readable name, for example "scenario.unknownKey". */
  readonly code: string;
  /** Where it is wrong: a path into the file, a control, an argument. */
  readonly place: string;
  /** One full sentence for the person who has to fix it. */
  readonly sentence: string;
  /** What to do about it, when that can be said. */
  readonly remedy?: string | undefined;
};

export type Success<T> = { readonly ok: true; readonly value: T };
export type Failure = { readonly ok: false; readonly problems: readonly Problem[] };
export type Result<T> = Success<T> | Failure;

/** A result that carries a value. */
export function success<T>(value: T): Success<T> {
  return { ok: true, value };
}

/** A result that carries the problems, in the order given; a failure without one is a mistake. */
export function failure(...problems: readonly Problem[]): Failure {
  assert(problems.length > 0, "a failure needs at least one problem");
  return { ok: false, problems };
}
