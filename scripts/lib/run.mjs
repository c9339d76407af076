/** Running other programs, and the two ways the scripts speak. */
import { spawn } from "node:child_process";
import { ROOT } from "./paths.mjs";

/** Progress goes to stderr, so that a command's own stdout stays clean. */
export function say(/** @type {string} */ sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** A failure with a sentence for the person at the keyboard; no stack is shown for it. */
export class PlainError extends Error {}

/** Ends the process with the sentence of a PlainError, or the stack of anything else. */
export function fail(/** @type {unknown} */ error) {
  const text =
    error instanceof PlainError ? error.message : error instanceof Error ? error.stack : error;
  say(String(text));
  process.exit(1);
}

/** No colours in a log file: some runners colour whatever they write. */
export const plainLog = () => (process.stderr.isTTY ? {} : { NO_COLOR: "1" });

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ capture?: boolean, env?: Record<string, string | undefined>, shell?: boolean }} [options]
 *   capture collects stdout and stderr together; otherwise both go to our stderr
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: options.capture ? ["ignore", "pipe", "pipe"] : ["ignore", 2, 2],
      shell: options.shell ?? false,
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on("close", (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });
}

/**
 * Runs a JavaScript program with this same Node.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}
