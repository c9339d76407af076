/**
 * Plays a checked scenario once for each variant: the expert, who must meet it, and nobody, who must not.
 * What goes otherwise is a problem of the files, named like any other. The expert is the product's own
 * for its scenarios, or a list of acts timed from the fault.
 */
import type { CaseContent } from "../case/caseSetup.ts";
import type { Problem } from "../kernel/result.ts";
import { expertFor } from "../players/experts.ts";
import type { Script } from "../players/player.ts";
import { createPlayOn } from "../players/playOn.ts";
import { possibleCases } from "../scenario/possibleCases.ts";
import type { Report } from "../scoring/report.ts";
import { openCase } from "../session/openCase.ts";
import type { PlannedAct } from "./actionsFile.ts";
import { Refusal } from "./command.ts";
import type { LoadedEngine } from "./engineFiles.ts";

const TICKS_MAX = 50 * 1800; // half an hour: longer than any scenario has to last
const SEED = 1;

interface Played {
  readonly report: Report;
  readonly hasEnded: boolean;
}

interface Game {
  readonly loaded: LoadedEngine;
  readonly content: CaseContent;
  readonly choices: { readonly variant: string; readonly cause?: string };
}

/** One case to its end; the acts are timed from the fault. */
function play({ loaded, content, choices }: Game, acts: readonly PlannedAct[]): Played {
  const engineCase = opened({ loaded, content, choices });
  const seen = { onsetTick: -1 };
  let next = 0;
  while (!engineCase.ended() && engineCase.tick() < TICKS_MAX) {
    const tick = engineCase.tick();
    const entries = [];
    while (seen.onsetTick >= 0 && next < acts.length) {
      const act = acts[next] as PlannedAct;
      if (seen.onsetTick + act.tick > tick) break;
      next += 1;
      entries.push({ sequence: next, tick, actor: act.actor, action: act.action });
    }
    const facts = engineCase.step(entries);
    if (
      seen.onsetTick < 0 &&
      facts.some(({ type }) => type === "faultInjected" || type === "onset")
    )
      seen.onsetTick = tick;
  }
  return { report: engineCase.report(), hasEnded: engineCase.ended() };
}

function playExpert(game: Game): Played {
  const expert = expertFor(game.content) as NonNullable<ReturnType<typeof expertFor>>;
  const engineCase = opened(game);
  const begin = (me: Parameters<typeof expert>[0]): void => me.start(expert(me) as Script);
  createPlayOn({ engineCase, seed: SEED, tickMax: TICKS_MAX, begin }).advance(TICKS_MAX);
  return { report: engineCase.report(), hasEnded: engineCase.ended() };
}

function opened({ loaded, content, choices }: Game) {
  const setup = { formatVersion: 1, ...content, ...choices, seed: SEED, mode: "exam" };
  const created = openCase(loaded.engine, JSON.parse(JSON.stringify(setup)));
  if (!created.ok) throw new Refusal(created.problems);
  return created.value;
}

/** Every variant and cause once, on the first pump that can have it. */
function gamesOf(loaded: LoadedEngine, content: CaseContent): readonly Game[] {
  const seen = new Map<string, Game>();
  for (const { variant, cause } of possibleCases(content.scenario)) {
    const name = cause === "" ? variant : `${variant}, ${cause}`;
    const choices = cause === "" ? { variant } : { variant, cause };
    if (!seen.has(name)) seen.set(name, { loaded, content, choices });
  }
  return [...seen.values()];
}

export interface PlayCheck {
  readonly loaded: LoadedEngine;
  readonly content: CaseContent;
  /** The scenario's file, for the place of a problem. */
  readonly file: string;
  /** Acts of an expert, timed from the fault; the product's own expert when undefined. */
  readonly expertActs: readonly PlannedAct[] | undefined;
}

/** Everything that goes otherwise than a scenario must, in the order of its variants. */
export function playProblems({ loaded, content, file, expertActs }: PlayCheck): readonly Problem[] {
  const hasExpert = expertActs !== undefined || expertFor(content) !== undefined;
  const missing: readonly Problem[] = hasExpert ? [] : [noExpert(file)];
  const found = gamesOf(loaded, content).flatMap((game) => {
    const { variant, cause } = game.choices;
    const place = `${file} variant ${variant}${cause === undefined ? "" : `, cause ${cause}`}`;
    const idle = play(game, []);
    const problems = idleProblems(place, idle);
    if (!hasExpert) return problems;
    const expert = expertActs === undefined ? playExpert(game) : play(game, expertActs);
    return [...problems, ...expertProblems(place, expert)];
  });
  return [...missing, ...found];
}

const noExpert = (file: string): Problem => ({
  code: "scenario.noExpert",
  place: file,
  sentence: "Nobody knows how to meet this scenario, so only doing nothing was played.",
  remedy: "Write an expert's acts, timed from the fault, and give them with --expert <file>.",
});

function idleProblems(place: string, { report, hasEnded }: Played): readonly Problem[] {
  if (!hasEnded) return [endless(place, "Doing nothing")];
  if (report.outcome !== "met") return [];
  return [
    {
      code: "scenario.inactionPasses",
      place,
      sentence: "Doing nothing meets this variant.",
      remedy: "Give it a mark that only an act, a look or a sentence can earn.",
    },
  ];
}

function expertProblems(place: string, { report, hasEnded }: Played): readonly Problem[] {
  if (!hasEnded) return [endless(place, "The expert's run")];
  if (report.outcome === "met") return [];
  const lost = report.marks
    .filter(({ state }) => state === "notDone" || state === "violated")
    .map(({ id }) => id);
  return [
    {
      code: "scenario.expertFails",
      place,
      sentence: `The expert does not meet this variant: ${report.because.join(" ")}`,
      remedy:
        lost.length === 0
          ? "Look at the measures that decide."
          : `Marks lost: ${lost.join(", ")}. Correct their conditions or times, or the expert.`,
    },
  ];
}

const endless = (place: string, who: string): Problem => ({
  code: "scenario.neverEnds",
  place,
  sentence: `${who} has not ended after half an hour.`,
  remedy: "Give a stage a time after which the case ends, for example elapsedS: 600.",
});
