/** Plays what is asked for and not on file, and tells whether everything ended as declared. */
import type { Asked } from "./asked.ts";
import { startThreads } from "./pool.ts";
import { countOf, type Qualification, writeQualification } from "./qualificationFile.ts";
import { say } from "./say.ts";
import { keyOf, nameOf, type Tally } from "./tally.ts";
import { tellingPlaces } from "./tellingPlaces.ts";

/** With `kept`, each figure is written beside those as it comes. */
export async function playAnew(
  { tasks, threadCount }: Asked,
  engineHash: string,
  kept?: Qualification,
): Promise<boolean> {
  const all = new Map(kept?.tallies.map((tally) => [keyOf(tally), tally]));
  const left = tasks.filter((task) => !all.has(keyOf(task)));
  const keptCount = tasks.length - left.length;
  if (keptCount > 0) say(`${keptCount} of ${tasks.length} stand on file.`);
  const threads = startThreads(threadCount);
  await Promise.all(
    left.map(async (task) => {
      const { trace, ...counted } = await threads.playTask(task);
      const tally: Tally = { ...counted, playedOn: engineHash, trace };
      all.set(keyOf(task), tally);
      sayEnding(tally);
      if (kept !== undefined) writeQualification({ ...kept, tallies: [...all.values()] });
    }),
  );
  await threads.end();
  return endsAsDeclared(tasks.flatMap((task) => all.get(keyOf(task)) ?? []));
}

function sayEnding(tally: Tally): void {
  const { metCount, seedCount, expected, strays } = tally;
  const odd = strays.length === 0 ? "" : `; seeds ${strays.join(", ")}`;
  say(`${nameOf(tally)}: ${metCount}/${seedCount} met, expected ${expected}${odd}`);
}

function endsAsDeclared(played: readonly Tally[]): boolean {
  const strayCount = countOf(played, ({ strays }) => strays.length);
  const telling = tellingPlaces(played);
  const screenCount = countOf(played, ({ firstScreens }) => firstScreens.length);
  const caseCount = countOf(played, ({ seedCount }) => seedCount);
  say(`${caseCount} cases, ${strayCount} ended otherwise than declared.`);
  say(`${screenCount} first screens compared, ${telling.length} tell what will come.`);
  for (const place of telling) say(`  ${place}`);
  return strayCount + telling.length === 0;
}
