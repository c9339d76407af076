/** What the command line tells the shell. Documented in every --help. */
export const EXIT = {
  ok: 0,
  /** The command ran, and what it checked is not as it should be. */
  differs: 1,
  /** Something given to the command is wrong; the sentence says what. */
  badInput: 2,
  /** The engine that is needed is not here. */
  noEngine: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_HELP = `Exit codes
  0  done, and all is as it should be
  1  done, but a result differs or a check failed
  2  bad input: the sentence says what is wrong, where, and what to do
  3  the engine that is needed is not here`;
