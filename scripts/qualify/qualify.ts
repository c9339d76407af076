/**
 * Plays every scripted perfusionist through every possible case: npm run qualify -- [--seeds N]
 * [--scenario ID] [--kinds expert,idle] [--threads N] [--write [--traces] | --carry]. The exit code tells
 * whether everything ended as the scenarios declare. With --write each figure goes to
 * docs/qualification.json as it comes, with the engine's hash; what stands there of the same engine,
 * scenario and number of seeds is not played again, so a long run can be stopped and taken up where it
 * was. Whoever changes a scripted perfusionist takes their figures out of the file first.
 *
 * --write --traces plays only what figures on file lack a trace for; --carry takes the figures over to
 * another engine that does the same (ADR 0048). With --scenario or --kinds that is a trial: it writes nothing.
 */
import { sourcesEngineHash } from "../../tests/support/builtEngine.ts";
import { type Asked, readAsked } from "./asked.ts";
import { carryFigures } from "./carryFigures.ts";
import { fillTraces } from "./fillTraces.ts";
import { playAnew } from "./playAnew.ts";
import { type Qualification, readQualification } from "./qualificationFile.ts";
import { say } from "./say.ts";

/** What is on file of this engine and of scenarios as they are: nothing else counts. */
function onFile(engineHash: string, asked: Asked): Qualification {
  const kept = readQualification();
  if (kept.engineHash === engineHash) {
    return { ...kept, tallies: kept.tallies.filter(asked.isAsItWas) };
  }
  say(`The figures on file are of engine ${kept.engineHash}, not of ${engineHash}.`);
  return { engineHash, playedOn: engineHash, carried: [], tallies: [] };
}

async function isFine(): Promise<boolean> {
  const asked = readAsked();
  const engineHash = await sourcesEngineHash();
  if (asked.carry) return carryFigures(engineHash, asked);
  if (!asked.write) return playAnew(asked, engineHash);
  const kept = onFile(engineHash, asked);
  if (!asked.traces) return playAnew(asked, engineHash, kept);
  await fillTraces(kept, asked.threadCount);
  return kept.tallies.length > 0;
}

process.exitCode = (await isFine()) ? 0 : 1;
