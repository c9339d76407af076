/**
 * Recorded runs of scripted perfusionists, many and different, and what must be true of each: it replays
 * to its recorded hash, scores the same twice, and a changed rubric changes the marks that were changed.
 */
import type { CaseContent } from "../../src/case/caseSetup.ts";
import { createPlayOn } from "../../src/players/playOn.ts";
import { drawCase } from "../../src/scenario/drawCase.ts";
import type { Rubric } from "../../src/scoring/rubric.schema.ts";
import type { Checkpoint, Entry } from "../../src/session/contract/recording.ts";
import type { CaseEntry, Engine, EngineCase } from "../../src/session/engine.ts";
import { CHECKPOINT_EVERY_TICKS } from "../../src/session/liveRun.ts";
import type { Replayable } from "../../src/session/replay.ts";
import { rescore } from "../../src/session/rescore.ts";
import { KINDS, type Kind, startKind } from "./otherPerfusionists.ts";
import { setupOf } from "./playCase.ts";

/** How long after the fault a run goes on: long enough for the first marks to be earned and lost. */
const AFTER_ONSET_TICKS = 50 * 25;
const ONSET_TICKS_MAX = 50 * 35;
const SEEDS_TRIED_MAX = 200;

export interface RecordedRun {
  readonly recording: Replayable;
  readonly scenarioId: string;
  readonly kind: Kind;
  readonly seed: number;
}

/** The first seed from here on whose fault comes early: a run of a minute then shows what follows it. */
function seedWithEarlyOnset(content: CaseContent, fromSeed: number): [seed: number, onset: number] {
  for (let seed = fromSeed; seed < fromSeed + SEEDS_TRIED_MAX; seed += 1) {
    const drawn = drawCase(content.scenario, { seed, variant: "drawn" });
    if (drawn.ok && drawn.value.onsetTick <= ONSET_TICKS_MAX) return [seed, drawn.value.onsetTick];
  }
  throw new Error(`${content.scenario.id} has no early onset among so many seeds.`);
}

/** The case as it is, with whatever is sent to it written down. */
function listening(engineCase: EngineCase, entries: Entry[]): EngineCase {
  return {
    briefing: engineCase.briefing,
    tick: () => engineCase.tick(),
    step(sent: readonly CaseEntry[]) {
      for (const entry of sent) entries.push({ ...entry, chainHex: "" });
      return engineCase.step(sent);
    },
    readings: (into) => engineCase.readings(into),
    hashHex: () => engineCase.hashHex(),
    snapshot: () => engineCase.snapshot(),
    restore: (bytes) => engineCase.restore(bytes),
    ended: () => engineCase.ended(),
    report: () => engineCase.report(),
  };
}

/** Run number so many of an endless row: scenario, player and seed follow from the number. */
export function recordRun(
  engine: Engine,
  contents: readonly CaseContent[],
  number: number,
): RecordedRun {
  const content = contents[number % contents.length] as CaseContent;
  const kind = KINDS[Math.floor(number / contents.length) % KINDS.length] as Kind;
  const [seed, onsetTick] = seedWithEarlyOnset(content, 1 + number * SEEDS_TRIED_MAX);
  const caseSetup = setupOf(content, { seed, mode: "practice" });
  const created = engine.createCase(caseSetup);
  if (!created.ok) throw new Error(JSON.stringify(created.problems));
  const engineCase = created.value;
  const entries: Entry[] = [];
  const checkpoints: Checkpoint[] = [];
  const play = createPlayOn({
    engineCase: listening(engineCase, entries),
    seed,
    tickMax: onsetTick + AFTER_ONSET_TICKS,
    begin: (me) => startKind(content.scenario.id, kind, me),
    onTick: () => {
      const tick = engineCase.tick();
      if (tick % CHECKPOINT_EVERY_TICKS === 0)
        checkpoints.push({ tick, hashHex: engineCase.hashHex() });
    },
  });
  play.advance(onsetTick + AFTER_ONSET_TICKS);
  while (engineCase.tick() % CHECKPOINT_EVERY_TICKS !== 0) engineCase.step([]);
  const last = { tick: engineCase.tick(), hashHex: engineCase.hashHex() };
  if (checkpoints.at(-1)?.tick !== last.tick) checkpoints.push(last);
  const recording = { caseSetup, entries, checkpoints, endTick: engineCase.tick() };
  return { recording, scenarioId: content.scenario.id, kind, seed };
}

/** The rubric with one mark taken out that no other follows. */
function without(rubric: Rubric, at: number): [rubric: Rubric, id: string] {
  const followed = rubric.marks.flatMap((mark) => ("after" in mark ? (mark.after ?? []) : []));
  const free = rubric.marks.filter(({ id }) => !followed.includes(id));
  const { id } = free[at % free.length] as Rubric["marks"][number];
  return [{ ...rubric, marks: rubric.marks.filter((mark) => mark.id !== id) }, id];
}

/**
 * What is wrong with a recorded run when it is scored again, in sentences. Scoring again replays it first
 * and compares every checkpoint; the last one is the hash it ended on.
 */
export function faultsOfRun(engine: Engine, run: RecordedRun, content: CaseContent): string[] {
  const { recording, seed } = run;
  const [changed, removedId] = without(content.rubric, seed);
  const once = rescore(engine, recording, changed);
  if (!once.ok) return once.problems.map(({ sentence }) => sentence);
  const twice = rescore(engine, recording, changed);
  const { before, difference } = once.value;
  const found: string[] = [];
  if (JSON.stringify(once) !== JSON.stringify(twice)) found.push("Scored twice, it differs.");
  const expected = before.marks.some(({ id }) => id === removedId) ? removedId : "";
  const listed = difference.marks.map(({ id }) => id).join();
  if (listed !== expected) found.push(`Without ${removedId} it lists "${listed}".`);
  return found;
}
