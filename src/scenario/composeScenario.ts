/**
 * A normal case with an emergency that breaks into it, as one scenario: the normal case's patient and stages, from
 * its moment on the emergency's stages, and back to where the normal case had got to (ADR 0044). Data in, data out.
 */

import type { Condition } from "./contract/condition.schema.ts";
import {
  begunAt,
  emergencyMover,
  emergencyName,
  type Interruption,
  normalMover,
  notUnderWay,
} from "./contract/interruption.ts";
import { EXPECTED_OF_MADE } from "./expectedOfMade.ts";
import type { FaultTemplate, Scenario, Stage } from "./scenario.schema.ts";

type Distractor = Scenario["distractors"][number];

/** What a composed case is called and told as, whichever emergency it holds. */
export interface ComposedHead {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly status: Scenario["status"];
  readonly briefing: string;
  readonly sources: Readonly<Record<string, string>>;
}

export interface ScenarioParts {
  readonly normal: Scenario;
  readonly emergency: Scenario;
  readonly interruption: Interruption;
  /** Those that were drawn, as their scenarios have them. */
  readonly normalDistractors: readonly Distractor[];
  readonly emergencyDistractors: readonly Distractor[];
}

const TEACHING_MAX = 20;
const FAULTS_OF_A_DISTRACTOR_MAX = 4;
const TEXT_MAX = 1200;

/** Stages of the emergency that the composed case has: not that in which nothing has happened yet. */
export function emergencyStages({ first, stages }: Scenario): readonly string[] {
  return Object.keys(stages).filter(
    (name) => name !== first || entryOf({ first, stages }) === first,
  );
}

/** The stage the emergency begins in: what its first stage leads to as soon as the fault is there. */
function entryOf({ first, stages }: Pick<Scenario, "first" | "stages">): string {
  const [rule] = stages[first]?.on ?? [];
  if (rule === undefined || !("elapsedS" in rule.when)) return first;
  const { elapsedS, since } = rule.when;
  return elapsedS === 0 && since === "fault" ? rule.go : first;
}

export function composeScenario(head: ComposedHead, parts: ScenarioParts): Scenario {
  const { normal, emergency, interruption } = parts;
  const begun = begunAt(interruption);
  const quiet = notUnderWay(interruption);
  const mover = emergencyMover(emergency.conditions, interruption, { hearsBefore: true });
  const moveNormal = normalMover(interruption, false);
  const replies = emergency.team.replies.map((reply) =>
    reply.when === undefined ? reply : { ...reply, when: mover.move(reply.when) },
  );
  const normalReplies = normal.team.replies.map((reply) =>
    reply.when === undefined ? reply : { ...reply, when: moveNormal(reply.when) },
  );
  const reactions = emergency.team.reactions.map((reaction) => ({
    ...reaction,
    when: { all: [begun, mover.move(reaction.when)] },
  }));
  const quietReplies = normalReplies.map(({ when, ...reply }) => ({
    ...reply,
    when: when === undefined ? quiet : { all: [quiet, when] },
  }));
  const normalReactions = normal.team.reactions.map((reaction) => ({
    ...reaction,
    when: { all: [quiet, moveNormal(reaction.when)] },
  }));
  const stages = { ...normalStages(parts, moveNormal), ...movedStages(parts, mover.move) };
  const distractors = composedDistractors(parts);
  return {
    ...normal,
    ...head,
    reviewers: [],
    sources: { ...head.sources, ...both(normal.sources, emergency.sources) },
    teaching: [...emergency.teaching, ...normal.teaching].slice(0, TEACHING_MAX),
    rubric: head.id,
    draws: {
      pumpTypes: [interruption.emergency.pumpType],
      onsetS: { min: 0, max: 0 },
      distractorCount: { min: distractors.length, max: distractors.length },
    },
    conditions: {
      ...Object.fromEntries(
        Object.entries(normal.conditions).map(([name, one]) => [name, moveNormal(one)]),
      ),
      ...mover.named(),
    },
    variants: [composedVariant(parts)],
    distractors: [...distractors],
    team: {
      ...emergency.team,
      // The first that fits answers: that of what the case is about just then.
      replies: [...quietReplies, ...replies, ...normalReplies],
      reactions: [...reactions, ...normalReactions],
    },
    expected: EXPECTED_OF_MADE,
    stages,
  };
}

function both(
  normal: Readonly<Record<string, string>>,
  emergency: Readonly<Record<string, string>>,
): Record<string, string> {
  const named = (kind: string, sources: Readonly<Record<string, string>>) =>
    Object.entries(sources).map(([name, source]) => [`${kind}: ${name}`, source]);
  return Object.fromEntries([...named("normal case", normal), ...named("emergency", emergency)]);
}

function drawnVariant({ emergency, interruption }: ScenarioParts) {
  const variant = emergency.variants.find(({ id }) => id === interruption.emergency.variant);
  const cause = variant?.causes?.find(({ id }) => id === interruption.emergency.cause);
  return { variant, cause };
}

function composedVariant(parts: ScenarioParts): Scenario["variants"][number] {
  const { variant, cause } = drawnVariant(parts);
  const text = [variant?.explanation, cause?.explanation].filter((one) => one !== undefined);
  return {
    id: parts.interruption.variantId,
    title: [parts.emergency.title, variant?.title, cause?.title]
      .filter((one) => one !== undefined)
      .join(": "),
    tellTale: variant?.tellTale ?? "",
    explanation: text.join(" ").slice(0, TEXT_MAX),
    pumpTypes: [parts.interruption.emergency.pumpType],
    weightRatio: 1,
    // The faults come by distractors, at their own moment, while the normal case goes on.
    ...(variant?.inactionIsSafe === undefined ? {} : { inactionIsSafe: variant.inactionIsSafe }),
  };
}

/** The faults of the emergency at its moment, and what was drawn to get in the way. */
function composedDistractors(parts: ScenarioParts): readonly Distractor[] {
  const { interruption, normalDistractors, emergencyDistractors } = parts;
  const { variant, cause } = drawnVariant(parts);
  const faults = [...(variant?.faults ?? []), ...(cause?.faults ?? [])];
  const at = { min: interruption.onsetS, max: interruption.onsetS };
  const bare = ({ variants: _variants, pumpTypes: _pumps, notWith: _not, ...one }: Distractor) =>
    one;
  return [
    ...inFours(faults).map(
      (some, index): Distractor => ({
        id: `interruption${index + 1}`,
        title: variant?.title ?? "",
        weightRatio: 1,
        from: "start",
        atS: at,
        faults: [...some],
      }),
    ),
    ...emergencyDistractors.map((one) => ({
      ...bare(one),
      id: emergencyName(one.id),
      from: "start" as const,
      atS: one.from === "start" ? one.atS : later(one.atS, interruption.onsetS),
    })),
    ...normalDistractors.map(bare),
  ];
}

const later = ({ min, max }: Distractor["atS"], byS: number): Distractor["atS"] => ({
  min: Math.max(0, min + byS),
  max: Math.max(0, max + byS),
});

function inFours(faults: readonly FaultTemplate[]): readonly (readonly FaultTemplate[])[] {
  const count = Math.ceil(faults.length / FAULTS_OF_A_DISTRACTOR_MAX);
  return Array.from({ length: count }, (_none, index) =>
    faults.slice(index * FAULTS_OF_A_DISTRACTOR_MAX, (index + 1) * FAULTS_OF_A_DISTRACTOR_MAX),
  );
}

/** Every stage of the normal case leads to the emergency once its moment has come; it is complete only after that. */
function normalStages(
  { normal, emergency, interruption }: ScenarioParts,
  move: (condition: Condition) => Condition,
): Record<string, Stage> {
  const came: Condition = { ever: { stage: [...interruption.stages] } };
  const entry = emergencyName(entryOf(emergency));
  const breaksIn = { when: { all: [begunAt(interruption), { not: came }] }, go: entry };
  return Object.fromEntries(
    Object.entries(normal.stages).map(([name, stage]) => {
      if (stage.on === undefined) return [name, stage];
      const on = stage.on.map(({ when, go }) => {
        const moved = move(when);
        const ends = normal.stages[go]?.end === "completed";
        return { when: ends ? { all: [came, moved] } : moved, go };
      });
      const next = stage.on.find(({ go }) => normal.stages[go]?.end === undefined)?.go;
      const waited = { all: [came, { elapsedS: interruption.patienceS, since: "stage" as const }] };
      const goesOn = next === undefined ? [] : [{ when: waited, go: next }];
      return [name, { ...stage, on: [breaksIn, ...on, ...goesOn] }];
    }),
  );
}

/** The emergency's stages by their new names; where it was completed the normal case goes on. */
function movedStages(
  { normal, emergency }: ScenarioParts,
  move: (condition: Condition) => Condition,
): Record<string, Stage> {
  return Object.fromEntries(
    emergencyStages(emergency).map((name) => {
      const { end, ...stage } = emergency.stages[name] as Stage;
      const on = (stage.on ?? []).map(({ when, go }) => ({
        when: move(when),
        go: emergencyName(go),
      }));
      if (end === "completed") return [emergencyName(name), { ...stage, on: wayBack(normal) }];
      return [emergencyName(name), end === undefined ? { ...stage, on } : { ...stage, end }];
    }),
  );
}

/** To the furthest stage the normal case had reached. */
function wayBack({ first, stages }: Scenario): NonNullable<Stage["on"]> {
  const reached = [first];
  for (const name of reached) {
    for (const { go } of stages[name]?.on ?? []) {
      if (stages[go]?.end === undefined && !reached.includes(go)) reached.push(go);
    }
  }
  return [
    ...reached
      .slice(1)
      .reverse()
      .map((name) => ({ when: { ever: { stage: [name] } }, go: name })),
    { when: { elapsedS: 0, since: "stage" as const }, go: first },
  ];
}
