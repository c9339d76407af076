/**
 * A composed case as content like any other: it is checked, recorded, replayed and scored by the engine that knows
 * nothing of compositions (ADR 0044).
 */

import { composeScenario, emergencyStages } from "../scenario/composeScenario.ts";
import type { Composition } from "../scenario/composition.schema.ts";
import { emergencyName, type Interruption, writtenOut } from "../scenario/contract/interruption.ts";
import {
  type DrawnNormal,
  drawComposedDistractors,
  drawEmergency,
  drawEmergencyCase,
  drawNormal,
  type InterruptionWish,
  NOTHING,
} from "../scenario/drawInterruption.ts";
import { composeRubric } from "../scoring/composeRubric.ts";
import type { CaseContent } from "./caseSetup.ts";

/** Everything a composed case is made of; the emergency is undefined when nothing comes. */
export interface ComposeParts {
  readonly composition: Composition;
  readonly normal: CaseContent;
  readonly emergency: CaseContent | undefined;
  readonly wish: InterruptionWish;
}

/** The variant of a composed case in which nothing comes. */
const QUIET_VARIANT = "quiet";

/** "a1" of "a1-pump-failure": by this the variant of a composed case says which emergency it holds. */
const emergencyCode = (id: string): string => id.split("-")[0] as string;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const variantIdOf = (emergencyId: string, variant: string, cause: string): string =>
  `${emergencyCode(emergencyId)}${capital(variant)}${capital(cause)}`;

/** The case as content, with what the trainee is told taken from the composition. */
export function composeContent({
  composition,
  normal,
  emergency,
  wish,
}: ComposeParts): CaseContent {
  const drawn = drawNormal(composition, normal.scenario, wish);
  const pumpType = drawn.pumpType;
  const comes = emergency && drawEmergencyCase(composition, emergency.scenario, pumpType, wish);
  if (emergency === undefined || comes === undefined) return quiet(composition, normal, drawn);
  const { variants, conditions } = emergency.scenario;
  const clockFrom = variants.find(({ id }) => id === comes.variant)?.clockFrom;
  const interruption: Interruption = {
    onsetS: comes.onsetS,
    onsetMaxS: composition.onsetS.max,
    allowanceS: composition.allowanceS,
    patienceS: composition.patienceS,
    routineActsCount: composition.routineActsCount,
    variantId: variantIdOf(emergency.scenario.id, comes.variant, comes.cause),
    normalVariant: drawn.variant,
    emergency: { variant: comes.variant, cause: comes.cause, pumpType },
    stages: emergencyStages(emergency.scenario).map(emergencyName),
    clockFrom: clockFrom === undefined ? undefined : writtenOut(clockFrom, conditions),
  };
  const { seed } = wish;
  const scenario = composeScenario(headOf(composition), {
    normal: normal.scenario,
    emergency: emergency.scenario,
    interruption,
    normalDistractors: drawComposedDistractors(normal.scenario, { ...drawn, seed }),
    emergencyDistractors: drawComposedDistractors(emergency.scenario, {
      variant: comes.variant,
      pumpType,
      seed,
    }),
  });
  const { id, title, version, status } = composition;
  const rubrics = { normal: normal.rubric, emergency: emergency.rubric };
  const rubric = composeRubric({ id, title, version, status, ...rubrics, interruption });
  return { ...normal, scenario, rubric };
}

/** The case that a wish draws of a composition, with contents from wherever they are kept. */
export async function drawnContent(
  composition: Composition,
  wish: InterruptionWish,
  contentOf: (scenarioId: string) => Promise<CaseContent>,
): Promise<CaseContent> {
  const drawn = drawEmergency(composition, wish);
  const [normal, emergency] = await Promise.all([
    contentOf(composition.normal),
    drawn === NOTHING ? undefined : contentOf(drawn),
  ]);
  return composeContent({ composition, normal, emergency, wish });
}

function headOf({ id, title, version, status, briefing, sources }: Composition) {
  return { id, title, version, status, briefing, sources };
}

/** The normal case alone, called and told as if something might come. */
function quiet(
  composition: Composition,
  normal: CaseContent,
  { pumpType, variant }: DrawnNormal,
): CaseContent {
  const head = headOf(composition);
  const { scenario, rubric } = normal;
  const renamed = (text: string): string => (text === variant ? QUIET_VARIANT : text);
  const only = scenario.variants.filter(({ id }) => id === variant);
  const distractors = scenario.distractors.filter((one) => one.variants?.includes(variant) ?? true);
  const fewest = (count: number): number => Math.min(count, distractors.length);
  const { min, max } = scenario.draws.distractorCount;
  const applying = rubric.marks.filter(
    ({ applies }) =>
      Array.isArray(applies) && applies.some((one) => one.variants.includes(variant)),
  );
  return {
    ...normal,
    scenario: {
      ...scenario,
      ...head,
      reviewers: [],
      sources: { ...head.sources, ...scenario.sources },
      rubric: head.id,
      draws: {
        ...scenario.draws,
        pumpTypes: [pumpType],
        // Of distractors that only other variants have, none is asked for.
        distractorCount: { min: fewest(min), max: fewest(max) },
      },
      variants: only.map((one) => ({ ...one, id: QUIET_VARIANT, pumpTypes: [pumpType] })),
      distractors: distractors.map((one) => ({
        ...one,
        ...(one.variants ? { variants: [QUIET_VARIANT] } : {}),
      })),
    },
    rubric: {
      ...rubric,
      id: head.id,
      title: head.title,
      version: head.version,
      status: head.status,
      marks: applying.map((mark) => ({ ...mark, applies: [{ variants: [renamed(variant)] }] })),
    },
  };
}
