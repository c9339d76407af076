/**
 * The deterministic whole: world, scenario and scorer stepped together. Order within a tick:
 * external entries in sequence → what the scenario decided in the last tick → world → readings →
 * conditions (every five ticks) → scorer (docs/architecture.md section 3).
 */
import { assert } from "../kernel/assert.ts";
import { readBinary, writeBinary } from "../kernel/binary.ts";
import { createHasher } from "../kernel/hash.ts";
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import { TICKS_PER_EVALUATION } from "../scenario/contract/conditionNode.ts";
import type { Drawn } from "../scenario/contract/drawn.ts";
import type { Moment } from "../scenario/contract/moment.ts";
import { parseSource } from "../scenario/contract/problemsFromIssues.ts";
import { unplacedSource } from "../scenario/contract/source.ts";
import { drawCase } from "../scenario/drawCase.ts";
import { ScenarioRun } from "../scenario/scenarioRun.ts";
import { buildReport } from "../scoring/buildReport.ts";
import type { Report } from "../scoring/report.ts";
import { Scorer } from "../scoring/scorer.ts";
import type { TraineeAction } from "../world/contract/actions.ts";
import type { FaultAction } from "../world/contract/faults.ts";
import { SIGNAL_COUNT } from "../world/contract/signals.ts";
import type { World } from "../world/contract/world.ts";
import { createWorld } from "../world/createWorld.ts";
import { type CaseBriefing, createBriefing } from "./briefing.ts";
import type { CaseFact } from "./caseFacts.ts";
import { type CaseSetup, caseSetupSchema } from "./caseSetup.ts";
import { recheckContent } from "./checkContent.ts";

export interface CaseEntry {
  readonly actor: "trainee" | "supervisor";
  readonly action: TraineeAction | FaultAction;
}

export interface Case {
  readonly briefing: CaseBriefing;
  /** What the seed decided; for the debrief and the supervisor, never for the trainee's screen. */
  readonly drawn: Drawn;
  tick(): number;
  /** Takes the entries, then advances one tick and tells what happened. */
  step(entries: readonly CaseEntry[]): readonly CaseFact[];
  readings(into: Float64Array): void;
  hashHex(): string;
  snapshot(): Uint8Array;
  restore(bytes: Uint8Array): void;
  ended(): boolean;
  /** The result so far; before the end it says that the case was stopped. */
  report(): Report;
}

const SNAPSHOT_KIND = "onbypass.case";
const SNAPSHOT_VERSION = 1;

/** A case ready for its first tick, or everything that is wrong with the setup. */
export function createCase(data: unknown): Result<Case> {
  const parsed = parseSource<CaseSetup>(unplacedSource("setup", data), caseSetupSchema, "case");
  if (!parsed.ok) return parsed;
  const setup = parsed.value;
  const { scenario, rubric, patient, circuit, machines } = setup;
  const content = recheckContent({ scenario, rubric, patient, circuit, machines });
  if (!content.ok) return content;
  const { seed, variant, cause, pumpType, distractors } = setup;
  const drawn = drawCase(scenario, { seed, variant, cause, pumpType, distractors });
  if (!drawn.ok) return drawn;
  const machine = machines[drawn.value.pumpType];
  const world = createWorld({ patient, circuit, machine, seed });
  return success(joinCase(setup, drawn.value, world));
}

function joinCase(setup: CaseSetup, drawn: Drawn, world: World): Case {
  const { scenario, rubric, seed, mode } = setup;
  const run = new ScenarioRun(scenario, drawn, seed);
  const scorer = new Scorer(rubric, drawn);
  const readings = new Float64Array(SIGNAL_COUNT);
  const hasher = createHasher();
  world.readings(readings);

  const moment = (): Moment => ({
    tick: world.tick(),
    readings,
    faultTick: run.faultTick,
    stage: run.stage,
    stageTick: run.stageTick,
  });
  const hear = (): readonly CaseFact[] => {
    const facts = world.drainFacts();
    if (facts.length === 0 || run.endTick >= 0) return facts;
    const now = moment();
    for (const fact of facts) {
      run.observe(fact, readings, now.tick);
      scorer.observe(fact, now);
    }
    return facts;
  };
  const judge = (): void => {
    if (world.tick() % TICKS_PER_EVALUATION !== 0 || run.endTick >= 0) return;
    world.readings(readings);
    run.evaluate(readings, world.tick());
    scorer.evaluate(moment(), run.clockTick);
  };

  return {
    briefing: createBriefing(setup),
    drawn,
    tick: () => world.tick(),
    step(entries) {
      for (const { actor, action } of entries) world.apply(allowed(actor, action));
      for (const act of run.takeActs(world.tick())) world.apply(act);
      world.step();
      const facts = hear();
      judge();
      run.advance(world.tick());
      const told = run.takeFacts();
      return told.length === 0 ? facts : [...facts, ...told];
    },
    readings: (into) => world.readings(into),
    hashHex() {
      hasher.reset();
      hasher.addString(world.hashHex());
      run.addToHash(hasher);
      scorer.addToHash(hasher);
      return hasher.digestHex();
    },
    snapshot: () =>
      writeBinary(SNAPSHOT_KIND, SNAPSHOT_VERSION, (writer) => {
        writer.uint8s(world.snapshot());
        writer.float64s(readings);
        run.save(writer);
        scorer.save(writer);
      }),
    restore(bytes) {
      const read = readBinary(bytes, SNAPSHOT_KIND, (reader) => {
        world.restore(reader.uint8s());
        reader.float64sInto(readings);
        run.load(reader);
        scorer.load(reader);
      });
      assert(read.ok, read.ok ? "" : (read.problems[0] as Problem).sentence);
    },
    ended: () => run.endTick >= 0,
    report: () =>
      buildReport(rubric, scorer, drawn, {
        scenarioId: scenario.id,
        seed,
        mode,
        clockTick: run.clockTick,
        endTick: run.endTick >= 0 ? run.endTick : world.tick(),
        endReason: run.endReason === "" ? "stopped" : run.endReason,
      }),
  };
}

/** A trainee acts on the machine; only a supervisor injects faults. Hosts check before they send. */
function allowed(actor: CaseEntry["actor"], action: CaseEntry["action"]): CaseEntry["action"] {
  const isFault = action.type === "fault.inject" || action.type === "fault.clear";
  assert(actor === "supervisor" || !isFault, `a trainee cannot send ${action.type}`);
  return action;
}

/** Whether an entry may be made by its actor; for hosts that read entries from outside. */
export function entryProblem({ actor, action }: CaseEntry): Result<CaseEntry["action"]> {
  const isFault = action.type === "fault.inject" || action.type === "fault.clear";
  if (actor === "supervisor" || !isFault) return success(action);
  return failure({
    code: "case.actor",
    place: action.type,
    sentence: "Only a supervisor can inject or clear a fault.",
  });
}
