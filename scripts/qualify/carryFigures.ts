/** Takes the figures on file over to the engine as it is, when that does the same (ADR 0048). */
import type { Asked } from "./asked.ts";
import { carryTo, differing, planCarry } from "./carry.ts";
import { startThreads } from "./pool.ts";
import { readQualification, writeQualification } from "./qualificationFile.ts";
import { say } from "./say.ts";
import { keyOf, nameOf, type Tally } from "./tally.ts";

/** Whether the figures hold for this engine now. */
export async function carryFigures(engineHash: string, asked: Asked): Promise<boolean> {
  const kept = readQualification();
  if (kept.engineHash === engineHash) {
    say(`The figures are of engine ${engineHash} already: there is nothing to carry.`);
    return true;
  }
  const plan = planCarry(
    { ...kept, tallies: kept.tallies.filter(asked.isWanted) },
    asked.isAsItWas,
  );
  if (!plan.ok) {
    for (const { sentence, remedy } of plan.problems) say(`${sentence} ${remedy}`);
    return false;
  }
  const { compare, droppedScenarios } = plan.value;
  const others = differing(compare, await traced(compare, asked.threadCount));
  if (others.length > 0) {
    const share = `${others.length} of ${compare.length}`;
    say(`Engine ${engineHash} does otherwise than ${kept.engineHash} in ${share}, named above.`);
    say("Nothing was written. Play everything anew: npm run qualify -- --write.");
    return false;
  }
  say(`${compare.length} traces of ${kept.engineHash} compared: ${engineHash} does the same.`);
  if (asked.isPart) {
    say("That was a part of all, so nothing was written.");
    return true;
  }
  writeQualification(carryTo(kept, engineHash, plan.value));
  for (const id of droppedScenarios) {
    say(`${id} has changed and was not carried. Play it: npm run qualify -- --write.`);
  }
  return true;
}

/** Plays the first seed of each on this engine; traces by the tally's key. */
async function traced(
  tallies: readonly Tally[],
  threadCount: number,
): Promise<ReadonlyMap<string, string>> {
  const traces = new Map<string, string>();
  const threads = startThreads(threadCount);
  await Promise.all(
    tallies.map(async (tally) => {
      const { trace } = await threads.playTraced(tally);
      traces.set(keyOf(tally), trace);
      // Named at once: whoever meant to change nothing need not wait for the rest.
      if (trace !== tally.trace) say(`${nameOf(tally)} differs.`);
      if (traces.size % 50 === 0) say(`${traces.size} of ${tallies.length} compared.`);
    }),
  );
  await threads.end();
  return traces;
}
