/** What the commands that copy a server's data say at their end. */
import type { Result } from "../kernel/result.ts";
import type { KeptCheck } from "../server/keeping/checkKept.ts";
import { type Output, Refusal } from "./command.ts";
import { EXIT, type ExitCode } from "./exitCodes.ts";

/** Says what was found; what is not as it was kept makes the command fail, and the copy stays. */
export function sayKept(done: string, kept: Result<KeptCheck>, output: Output): ExitCode {
  if (!kept.ok) throw new Refusal(kept.problems);
  const { sessionCount, entryCount, recordCount, findings } = kept.value;
  output.out(
    `${done}: ${sessionCount} sessions with ${entryCount} entries, ${recordCount} signed results\n`,
  );
  for (const finding of findings) output.say(finding);
  return findings.length === 0 ? EXIT.ok : EXIT.differs;
}
