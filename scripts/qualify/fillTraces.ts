/** Gives a trace to figures of this engine that were taken before there were traces. */
import type { SeedPlayed } from "./playSeed.ts";
import { startThreads } from "./pool.ts";
import { type Qualification, writeQualification } from "./qualificationFile.ts";
import { say } from "./say.ts";
import { keyOf, nameOf, type Tally } from "./tally.ts";

/** Whether the first seed can be one of those that were counted. */
function agrees({ metCount, seedCount, firstScreens }: Tally, played: SeedPlayed): boolean {
  const isCounted = played.report.outcome === "met" ? metCount > 0 : metCount < seedCount;
  return isCounted && played.firstScreen === firstScreens[0];
}

export async function fillTraces(kept: Qualification, threadCount: number): Promise<void> {
  const all = new Map(kept.tallies.map((tally) => [keyOf(tally), tally]));
  const left = kept.tallies.filter(({ trace }) => trace === undefined);
  say(`${left.length} of ${all.size} tallies of engine ${kept.engineHash} lack a trace.`);
  const threads = startThreads(threadCount);
  await Promise.all(
    left.map(async (tally) => {
      const played = await threads.playTraced(tally);
      if (!agrees(tally, played)) {
        throw new Error(`${nameOf(tally)} did otherwise when it was counted: take it out.`);
      }
      all.set(keyOf(tally), { ...tally, trace: played.trace });
      say(`${nameOf(tally)}: ${played.trace}`);
      writeQualification({ ...kept, tallies: [...all.values()] });
    }),
  );
  await threads.end();
}
