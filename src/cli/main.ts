/** The program behind `npm run -s onbypass --`: standard streams in, exit code out. */
import { runCommandLine } from "./commandLine.ts";

// A reader that has seen enough (head, a closed pager) is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text.endsWith("\n") ? text : `${text}\n`),
});
