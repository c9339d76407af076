/**
 * Plays a checked scenario once for each variant: the expert, who must meet it, and nobody, who must not.
 * What goes otherwise is a problem of the files, named like any other. The expert is the product's own
 * for its scenarios, or a list of acts timed from the fault.
 */
import type { CaseContent } from "../case/caseSetup.ts";
import type { Problem } from "../kernel/result.ts";
import { ticksToS } from "../kernel/tick.ts";
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
/** How a case ends that was brought through; as in the stages' `end`. */
const COMPLETED = "completed";

interface Played {
  readonly report: Report;
  readonly hasEnded: boolean;
  /** What the machine or the team refused of a list of acts, in sentences with their seconds from the fault. */
  readonly refusals: readonly string[];
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
  const refusals: string[] = [];
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
    for (const fact of facts) {
      if (fact.type !== "refused") continue;
      refusals.push(`at ${ticksToS(fact.tick - seen.onsetTick).toFixed(1)} s: ${fact.sentence}`);
    }
  }
  return { report: engineCase.report(), hasEnded: engineCase.ended(), refusals };
}

function playExpert(game: Game): Played {
  const expert = expertFor(game.content) as NonNullable<ReturnType<typeof expertFor>>;
  const engineCase = opened(game);
  const begin = (me: Parameters<typeof expert>[0]): void => me.start(expert(me) as Script);
  createPlayOn({ engineCase, seed: SEED, tickMax: TICKS_MAX, begin }).advance(TICKS_MAX);
  return { report: engineCase.report(), hasEnded: engineCase.ended(), refusals: [] };
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

export interface PlayFindings {
  /** Everything that goes otherwise than a scenario must, in the order of its variants. */
  readonly problems: readonly Problem[];
  /** How each variant went, for whoever writes it. */
  readonly lines: readonly string[];
}

/** Plays every variant and cause once. */
export function playFindings({ loaded, content, file, expertActs }: PlayCheck): PlayFindings {
  const hasExpert = expertActs !== undefined || expertFor(content) !== undefined;
  const problems: Problem[] = hasExpert ? [] : [noExpert(file)];
  const lines: string[] = [];
  for (const game of gamesOf(loaded, content)) {
    const { variant, cause } = game.choices;
    const name = `variant ${variant}${cause === undefined ? "" : `, cause ${cause}`}`;
    const place = `${file} ${name}`;
    const idle = play(game, []);
    problems.push(...idleProblems(place, idle));
    if (!hasExpert) continue;
    const expert = expertActs === undefined ? playExpert(game) : play(game, expertActs);
    problems.push(...expertProblems(place, expert));
    lines.push(...playLines(name, expert, idle));
  }
  return { problems, lines };
}

const how = ({ report }: Played): string =>
  `${Math.round(100 * report.pointsFraction)} %, ${report.endReason}`;

/** Marks with points, which somebody got or did not. */
function marksOf({ report }: Played, isEarned: boolean): string {
  return report.marks
    .filter(({ class: kind, pointsMax }) => kind !== "mustNot" && pointsMax > 0)
    .filter(({ points }) => points > 0 === isEarned)
    .map(({ id }) => id)
    .join(", ");
}

function playLines(name: string, expert: Played, idle: Played): readonly string[] {
  const red = expert.report.measures.filter(({ band }) => band === "red");
  const notes: readonly (readonly [string, string])[] = [
    ["the expert leaves red", red.map(({ sentence }) => sentence).join(" ")],
    ["the expert does not earn", marksOf(expert, false)],
    ["doing nothing earns", marksOf(idle, true)],
    ...expert.refusals.map((refusal) => ["refused", refusal] as const),
  ];
  return [
    `${name}: the expert ${how(expert)}; doing nothing ${how(idle)}.`,
    ...notes.filter(([, what]) => what !== "").map(([what, which]) => `  ${what}: ${which}`),
  ];
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
  if (report.outcome === "met") return completionProblems(place, report);
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

/** Points alone do not show that the patient was brought through. */
function completionProblems(place: string, { endReason }: Report): readonly Problem[] {
  if (endReason === COMPLETED) return [];
  return [
    {
      code: "scenario.expertStops",
      place,
      sentence: `The expert meets this variant, but its case ends as "${endReason}", not as "${COMPLETED}".`,
      remedy:
        "Let the expert bring it to an end that is completed, and give what must not last a measure with decides: true.",
    },
  ];
}

const endless = (place: string, who: string): Problem => ({
  code: "scenario.neverEnds",
  place,
  sentence: `${who} has not ended after half an hour.`,
  remedy: "Give a stage a time after which the case ends, for example elapsedS: 600.",
});
