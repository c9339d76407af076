/** Plays a case headless with a scripted player and gives its report. */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { type Case, type CaseEntry, createCase } from "../../src/case/case.ts";
import type { CaseFact } from "../../src/case/caseFacts.ts";
import type { CaseContent, CaseSetup } from "../../src/case/caseSetup.ts";
import { checkContent } from "../../src/case/checkContent.ts";
import { readScenarioFolder } from "../../src/cli/readLibrary.ts";
import type { Player } from "../../src/players/player.ts";
import { createPlayOn } from "../../src/players/playOn.ts";
import { SIGNAL_COUNT, SIGNALS } from "../../src/world/contract/signals.ts";

export const SCENARIOS_FOLDER = fileURLToPath(new URL("../../scenarios", import.meta.url));
const TICKS_MAX = 50 * 1800; // half an hour: longer than any case, composed ones too

/** A scenario of the repository with everything it names. */
export function readContent(id = "a1-pump-failure"): CaseContent {
  const folder = readScenarioFolder(SCENARIOS_FOLDER);
  const source = folder.scenarios.get(id);
  if (source === undefined) throw new Error(`There is no scenario "${id}".`);
  const content = checkContent(source, folder);
  if (!content.ok) throw new Error(JSON.stringify(content.problems, null, 2));
  return content.value;
}

/** Digest of a scenario with all it names, so that a figure can say what it is of. */
export const contentHash = (content: CaseContent): string =>
  createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);

export type Choices = Partial<
  Pick<CaseSetup, "variant" | "cause" | "pumpType" | "distractors" | "seed" | "mode">
>;

export function setupOf(content: CaseContent, choices: Choices): CaseSetup {
  return { ...content, formatVersion: 1, variant: "drawn", seed: 1, mode: "exam", ...choices };
}

export function openCase(content: CaseContent, choices: Choices, create = createCase): Case {
  const made = create(setupOf(content, choices));
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

const FIRST_SCREEN_TICKS = 10;

/** What a trainee sees a fifth of a second after the start, in the order of the contract. */
export function firstScreen(opened: Case): readonly number[] {
  while (opened.tick() < FIRST_SCREEN_TICKS) opened.step([]);
  return traineeReadings(opened);
}

function traineeReadings(opened: Case): readonly number[] {
  const readings = new Float64Array(SIGNAL_COUNT);
  opened.readings(readings);
  return SIGNALS.flatMap(({ audience }, index) =>
    audience === "trainee" ? [readings[index] as number] : [],
  );
}

export interface Played {
  /** What a trainee saw a fifth of a second after the start. */
  readonly firstScreen: readonly number[];
  readonly report: ReturnType<Case["report"]>;
  readonly played: Case;
  readonly log: readonly string[];
}

export interface PlayOptions {
  readonly content: CaseContent;
  readonly choices: Choices;
  /** The engine's createCase; the sources' own when left out. */
  readonly create?: typeof createCase;
  /** How many times a practised person's reaction the player takes. */
  readonly paceFactor?: number;
  /** Hears after each tick what was done before it and what happened in it. */
  readonly onStep?: (
    played: Case,
    entries: readonly CaseEntry[],
    facts: readonly CaseFact[],
  ) => void;
}

/** Steps a case to its end; `begin` starts the player's scripts. */
export function playCase(
  { content, choices, create, paceFactor, onStep }: PlayOptions,
  begin: (player: Player) => void,
): Played {
  const played = openCase(content, choices, create);
  const log: string[] = [];
  let seenFirst: readonly number[] = [];
  const play = createPlayOn({
    engineCase: played,
    seed: choices.seed ?? 1,
    paceFactor,
    tickMax: TICKS_MAX,
    begin,
    onTick: (facts, entries) => {
      onStep?.(played, entries, facts);
      if (played.tick() === FIRST_SCREEN_TICKS) seenFirst = traineeReadings(played);
      for (const fact of facts) {
        const isTurn = "action" in fact && fact.action.type === "crank.turn";
        if (!isTurn && fact.type !== "crankClick") {
          log.push(`${(played.tick() / 50).toFixed(2)} ${JSON.stringify(fact)}`);
        }
      }
    },
  });
  play.advance(TICKS_MAX);
  return { report: played.report(), played, log, firstScreen: seenFirst };
}
