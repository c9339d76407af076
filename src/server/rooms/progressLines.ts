/** What a message of the trainee's device adds to the journal. */
import type { Progress } from "../../session/contract/live.ts";
import type { Taken } from "../../session/liveLog.ts";
import type { JournalWish } from "./ledger.ts";

/** Commands carried out, then pauses and gaps, then the stretch that was not seen live. */
export function progressLines(
  { marks = [] }: Progress,
  { entries, late, stoodMs }: Taken,
): readonly JournalWish[] {
  const applied = entries.flatMap(({ tick, commandId, action }): JournalWish[] =>
    commandId === undefined
      ? []
      : [{ kind: "applied", tick, detail: { id: commandId, type: action.type } }],
  );
  const around = marks.map(({ tick, kind }): JournalWish => {
    return { kind, tick, detail: kind === "pause" ? {} : { skippedMs: stoodMs } };
  });
  const unattested: JournalWish[] =
    late === undefined ? [] : [{ kind: "unattested", tick: late.fromTick, detail: { ...late } }];
  return [...applied, ...around, ...unattested];
}
