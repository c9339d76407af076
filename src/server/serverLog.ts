/**
 * What the server writes down while it runs, one JSON object a line: which route was asked, what came of
 * it and how long it took. Nothing in it says who: no address, no path that holds a secret or an id, no
 * word of what was sent. A failure is known by its kind, its code and the lines of our sources.
 */
import { type FastifyInstance, type FastifyServerOptions, LogController } from "fastify";

export const LOG_LEVELS = ["info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LogChoice {
  readonly level: LogLevel;
  readonly write: (line: string) => void;
}

/** A message may quote a row of the database or a word of the request; the frames of a stack do not. */
function failureLine(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = "code" in error ? { code: error.code } : {};
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { type: error.name, ...code, frames: frames.map((line) => line.trim()) };
}

/** All that a line may say; whatever else a library of ours would write down is left out. */
const FIELDS = ["reqId", "method", "route", "status", "ms", "port", "failure"] as const;
const WORDS = ["answered", "listening", "stopping", "stopped"] as const;
type LogLine = Partial<Record<Exclude<(typeof FIELDS)[number], "failure">, string | number>>;

function saidIn(given: unknown): Readonly<Record<string, unknown>> {
  if (given instanceof Error) return { failure: failureLine(given) };
  if (typeof given !== "object" || given === null) return {};
  if ("err" in given) return { failure: failureLine(given.err) };
  return Object.fromEntries(Object.entries(given).filter(([name]) => isIn(FIELDS, name)));
}

const isIn = (list: readonly string[], word: unknown): boolean => list.some((one) => one === word);

/** A line of the server's own, outside any request. */
export function say(
  { log }: Pick<FastifyInstance, "log">,
  word: (typeof WORDS)[number],
  line: LogLine = {},
): void {
  log.info(line, word);
}

/** How the server's own framework is told to log. */
export function logOptions({
  level,
  write,
}: LogChoice): Pick<FastifyServerOptions, "logger" | "logController"> {
  return {
    // Its own lines name addresses and whole paths; logAnswers writes ours.
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level,
      base: null,
      stream: { write },
      formatters: { level: (label: string) => ({ level: label }) },
      hooks: {
        /** Whoever logs a failure would quote its message, and a library what it was asked. */
        logMethod(args, method) {
          const said = saidIn(args[0]);
          const word = isIn(WORDS, args[1])
            ? String(args[1])
            : "failure" in said
              ? "failed"
              : "noted";
          method.apply(this, [said, word]);
        },
      },
    },
  };
}

/** A line for each answer. */
export function logAnswers(server: FastifyInstance): void {
  server.addHook("onResponse", async ({ method, routeOptions, log }, reply) => {
    const { statusCode: status, elapsedTime } = reply;
    const route = routeOptions.url ?? "none";
    say({ log }, "answered", { method, route, status, ms: Math.round(elapsedTime) });
  });
}
