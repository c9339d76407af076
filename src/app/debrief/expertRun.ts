/**
 * The expert's run from a moment of yours: the same setup and the same log up to there, then the
 * scripted expert acts. Loaded when somebody asks for it.
 */
import { failure, type Result, success } from "../../kernel/result.ts";
import { expertFor } from "../../players/experts.ts";
import { createPlayOn } from "../../players/playOn.ts";
import type { Report } from "../../scoring/report.ts";
import type { CaseFact, Trends } from "../../session/contract/protocol.ts";
import { openCase } from "../../session/openCase.ts";
import { TREND_EVERY_TICKS, TREND_SIGNALS } from "../../session/review.ts";
import { SIGNAL_COUNT, signalIndex } from "../../world/contract/signals.ts";
import { currentEngineHash } from "../catalogue.ts";
import type { StoredRun } from "../storage/runStore.ts";
import { loadEngine } from "../worker/loadEngine.ts";

const SLICE_TICKS = 400;
/** A case ends by itself well before this, ticks: 20 minutes. */
const TICKS_MAX = 60_000;

export interface ExpertRun {
  readonly fromTick: number;
  readonly trends: Trends;
  readonly facts: readonly CaseFact[];
  readonly report: Report;
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Plays it in slices; `onProgress` is told how far it has got, in ticks. */
export async function playExpert(
  { header, entries }: StoredRun,
  fromTick: number,
  onProgress: (tick: number) => void,
): Promise<Result<ExpertRun>> {
  const { scenario, patient } = header.caseSetup as Partial<Parameters<typeof expertFor>[0]>;
  const expert = scenario && patient && expertFor({ scenario, patient });
  if (expert === undefined) return failure(noExpert);
  // The expert's eyes are those of this build: an older engine may show other readings.
  if (header.engineHash !== (await currentEngineHash())) return failure(otherEngine);
  const engine = await loadEngine(header.engineHash);
  if (!engine.ok) return engine;
  const opened = openCase(engine.value, header.caseSetup);
  if (!opened.ok) return failure(opened.problems[0] ?? noExpert);
  const engineCase = opened.value;
  const samples: number[][] = TREND_SIGNALS.map(() => []);
  const indices = TREND_SIGNALS.map((id) => signalIndex(id));
  const readings = new Float64Array(SIGNAL_COUNT);
  const facts: CaseFact[] = [];
  const sample = () => {
    if (engineCase.tick() % TREND_EVERY_TICKS !== 0) return;
    engineCase.readings(readings);
    indices.forEach((signal, column) => samples[column]?.push(readings[signal] ?? 0));
  };
  sample();
  while (engineCase.tick() < fromTick) {
    const tick = engineCase.tick();
    engineCase.step(entries.filter((entry) => entry.tick === tick));
    sample();
    if (tick % SLICE_TICKS === 0) {
      onProgress(tick);
      await breathe();
    }
  }
  const { seed } = header.caseSetup as { readonly seed?: number };
  const play = createPlayOn({
    engineCase,
    seed: seed ?? 1,
    tickMax: TICKS_MAX,
    begin: (me) => me.start(expert(me)),
    onTick: (told) => {
      facts.push(...told);
      sample();
    },
  });
  while (!play.isDone()) {
    play.advance(SLICE_TICKS);
    onProgress(engineCase.tick());
    await breathe();
  }
  const columns = samples.map((column) => Float64Array.from(column));
  const trends = { everyTicks: TREND_EVERY_TICKS, signals: TREND_SIGNALS, columns };
  return success({ fromTick, trends, facts, report: engineCase.report() });
}

const noExpert = {
  code: "expert.none",
  place: "scenario",
  sentence: "Nobody has written an expert for this scenario.",
  remedy: "Compare with the targets instead.",
};
const otherEngine = {
  code: "expert.engine",
  place: "engine",
  sentence: "This run was recorded with another engine, whose readings the expert does not know.",
  remedy: "Run it again with today's engine; its debrief can show the expert.",
};
