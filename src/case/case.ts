/**
 * The deterministic whole: world, scenario and scorer stepped together. Order within a tick:
 * external entries in sequence → what the scenario decided in the last tick → world → readings →
 * conditions (every five ticks) → scorer (docs/architecture.md section 3).
 */
import { assert } from "../kernel/assert.ts";
import { readBinary, writeBinary } from "../kernel/binary.ts";
import { canonicalJson, createHasher } from "../kernel/hash.ts";
import { failure, type Result, success } from "../kernel/result.ts";
import { TICKS_PER_EVALUATION } from "../scenario/contract/conditionNode.ts";
import { type Direction, isDirection, type Revealed } from "../scenario/contract/direction.ts";
import type { Drawn } from "../scenario/contract/drawn.ts";
import { createMoment, type Moment } from "../scenario/contract/moment.ts";
import { parseSource } from "../scenario/contract/problemsFromIssues.ts";
import { unplacedSource } from "../scenario/contract/source.ts";
import { drawCase, withheldDrawn } from "../scenario/drawCase.ts";
import { ScenarioRun } from "../scenario/scenarioRun.ts";
import { buildReport } from "../scoring/buildReport.ts";
import type { Report } from "../scoring/report.ts";
import { Scorer } from "../scoring/scorer.ts";
import {
  type DirectorAction,
  isDirectorAction,
  type TraineeAction,
} from "../world/contract/actions.ts";
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
  readonly action: TraineeAction | FaultAction | DirectorAction | Direction;
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
const SNAPSHOT_VERSION = 2;

/** A case ready for its first tick, or everything that is wrong with the setup. */
export function createCase(data: unknown): Result<Case> {
  const parsed = parseSource<CaseSetup>(unplacedSource("setup", data), caseSetupSchema, "case");
  if (!parsed.ok) return parsed;
  const setup = parsed.value;
  const { scenario, rubric, patient, circuit, machines, drugs } = setup;
  const content = recheckContent({ scenario, rubric, patient, circuit, machines, drugs });
  if (!content.ok) return content;
  const drawn = drawnFor(setup);
  if (!drawn.ok) return drawn;
  const machine = machines[drawn.value.pumpType];
  const world = createWorld({ patient, circuit, machine, drugs, seed: setup.seed });
  return success(new RunningCase(setup, drawn.value, world));
}

/** What the seed decides, or nothing yet when that is kept elsewhere. */
function drawnFor({ scenario, withheld, ...wishes }: CaseSetup): Result<Drawn> {
  if (withheld === undefined) return drawCase(scenario, wishes);
  if (wishes.pumpType !== undefined) return success(withheldDrawn(wishes.pumpType));
  return failure({
    code: "case.withheldPump",
    place: "pumpType",
    sentence: "A case whose failure is withheld has to say which pump stands there.",
    remedy: "Give the setup a pumpType.",
  });
}

class RunningCase implements Case {
  readonly briefing: CaseBriefing;
  readonly #setup: CaseSetup;
  readonly #drawnAtStart: Drawn;
  readonly #world: World;
  #revealed: (Revealed & { readonly onsetTick: number }) | null = null;
  #run: ScenarioRun;
  #scorer: Scorer;
  readonly #readings = new Float64Array(SIGNAL_COUNT);
  readonly #moment = createMoment(this.#readings);
  /** Nothing has happened in the world since its readings were taken. */
  #readingsAreFresh = false;
  readonly #hasher = createHasher();

  constructor(setup: CaseSetup, drawn: Drawn, world: World) {
    this.briefing = createBriefing(setup);
    this.#drawnAtStart = drawn;
    this.#setup = setup;
    this.#world = world;
    this.#run = new ScenarioRun(setup.scenario, drawn, setup.seed);
    this.#scorer = new Scorer(setup.rubric, drawn);
    world.readings(this.#readings);
  }

  get drawn(): Drawn {
    return { ...this.#drawnAtStart, ...this.#revealed };
  }

  tick(): number {
    return this.#world.tick();
  }

  step(entries: readonly CaseEntry[]): readonly CaseFact[] {
    const world = this.#world;
    this.#readingsAreFresh = false;
    for (const { actor, action } of entries) this.#take(allowed(actor, action));
    for (const act of this.#run.takeActs(world.tick())) world.apply(act);
    world.step();
    const facts = this.#hear();
    this.#judge();
    this.#run.advance(world.tick());
    const told = this.#run.takeFacts();
    return told.length === 0 ? facts : [...facts, ...told];
  }

  readings(into: Float64Array): void {
    if (this.#readingsAreFresh) into.set(this.#readings);
    else this.#world.readings(into);
  }

  hashHex(): string {
    this.#hasher.reset();
    this.#hasher.addString(this.#world.hashHex());
    this.#run.addToHash(this.#hasher);
    this.#scorer.addToHash(this.#hasher);
    return this.#hasher.digestHex();
  }

  snapshot(): Uint8Array {
    return writeBinary(SNAPSHOT_KIND, SNAPSHOT_VERSION, (writer) => {
      writer.uint8s(this.#world.snapshot());
      writer.float64s(this.#readings);
      writer.string(canonicalJson(this.#revealed));
      this.#run.save(writer);
      this.#scorer.save(writer);
    });
  }

  restore(bytes: Uint8Array): void {
    const read = readBinary(bytes, SNAPSHOT_KIND, (reader) => {
      this.#readingsAreFresh = false;
      this.#world.restore(reader.uint8s());
      reader.float64sInto(this.#readings);
      this.#revealed = JSON.parse(reader.string());
      this.#run = new ScenarioRun(this.#setup.scenario, this.drawn, this.#setup.seed);
      this.#scorer = new Scorer(this.#setup.rubric, this.drawn);
      this.#run.load(reader);
      this.#scorer.load(reader);
    });
    assert(read.ok, read.ok ? "" : read.problems[0].sentence);
  }

  ended(): boolean {
    return this.#run.endTick >= 0;
  }

  report(): Report {
    const { scenario, rubric, seed, mode } = this.#setup;
    const { clockTick, endTick, endReason } = this.#run;
    return buildReport(rubric, this.#scorer, this.drawn, {
      scenarioId: scenario.id,
      seed,
      mode,
      clockTick,
      endTick: endTick >= 0 ? endTick : this.#world.tick(),
      endReason: endReason === "" ? "stopped" : endReason,
      ...toldAbout(scenario, this.drawn),
    });
  }

  #take(action: CaseEntry["action"]): void {
    if (!isDirection(action)) this.#world.apply(action);
    else if (action.type === "scenario.speak") {
      this.#run.speak(action.who, action.text, this.tick());
    } else this.#reveal(action.revealed);
  }

  /** The failure that was kept elsewhere happens now; before it nothing was scored. */
  #reveal(revealed: Revealed): void {
    const { scenario, rubric, seed, withheld } = this.#setup;
    if (withheld === undefined || this.#revealed !== null || this.ended()) return;
    this.#revealed = { ...revealed, onsetTick: this.tick() };
    const run = new ScenarioRun(scenario, this.drawn, seed);
    run.continueFrom(this.#run);
    this.#run = run;
    this.#scorer = new Scorer(rubric, this.drawn);
  }

  #momentNow(): Moment {
    const moment = this.#moment;
    const run = this.#run;
    moment.tick = this.#world.tick();
    moment.faultTick = run.faultTick;
    moment.clockTick = run.clockTick;
    moment.stage = run.stage;
    moment.stageTick = run.stageTick;
    return moment;
  }

  /** Tells scenario and scorer what happened; after the end nobody listens. */
  #hear(): readonly CaseFact[] {
    const facts = this.#world.drainFacts();
    if (facts.length === 0 || this.ended()) return facts;
    const moment = this.#momentNow();
    for (const fact of facts) {
      this.#run.observe(fact, this.#readings, moment.tick);
      this.#scorer.observe(fact, moment);
    }
    return facts;
  }

  /** Fresh readings and conditions, every five ticks. */
  #judge(): void {
    const tick = this.#world.tick();
    if (tick % TICKS_PER_EVALUATION !== 0 || this.ended()) return;
    this.#world.readings(this.#readings);
    this.#readingsAreFresh = true;
    this.#run.evaluate(this.#readings, tick);
    this.#scorer.evaluate(this.#momentNow(), this.#run.clockTick);
  }
}

/** Title and explanation of what was drawn, with those of its cause when it has one. */
function toldAbout(scenario: CaseSetup["scenario"], drawn: Drawn) {
  const variant = scenario.variants.find(({ id }) => id === drawn.variant);
  const cause = variant?.causes?.find(({ id }) => id === drawn.cause);
  const titles = [variant?.title, cause?.title].filter((text) => text !== undefined);
  const texts = [variant?.explanation, cause?.explanation].filter((text) => text !== undefined);
  return { variantTitle: titles.join(": "), explanation: texts.join(" ") };
}

/** What only a supervisor, or the server for them, may do. */
const isDirectors = (action: CaseEntry["action"]): boolean =>
  isDirection(action) || isDirectorAction(action) || action.type.startsWith("fault.");

/** A trainee acts on the machine; only a supervisor injects faults. Hosts check before they send. */
function allowed(actor: CaseEntry["actor"], action: CaseEntry["action"]): CaseEntry["action"] {
  assert(actor === "supervisor" || !isDirectors(action), `a trainee cannot send ${action.type}`);
  return action;
}

/** Whether an entry may be made by its actor; for hosts that read entries from outside. */
export function entryProblem({ actor, action }: CaseEntry): Result<CaseEntry["action"]> {
  if (actor === "supervisor" || !isDirectors(action)) return success(action);
  return failure({
    code: "case.actor",
    place: action.type,
    sentence: "Only a supervisor can inject or clear a fault, or speak and act for the team.",
  });
}
