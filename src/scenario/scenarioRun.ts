/**
 * A scenario being played: it listens to facts, watches readings, answers for the team, moves
 * through its stages and decides what happens next. It touches the world only through the acts it
 * hands out, which the case applies at the beginning of the next tick.
 */
import type { BinaryReader, BinaryWriter } from "../kernel/binary.ts";
import { canonicalJson, type Hasher } from "../kernel/hash.ts";
import { nextInt, STREAM_WORDS, seedStream } from "../kernel/random.ts";
import { sToTicks } from "../kernel/tick.ts";
import type { DirectorAction } from "../world/contract/actions.ts";
import type { Fact } from "../world/contract/facts.ts";
import type { FaultAction } from "../world/contract/faults.ts";
import { Agenda, type AgendaItem } from "./agenda.ts";
import { ConditionSet } from "./contract/conditionSet.ts";
import type { Drawn, Speaker } from "./contract/drawn.ts";
import { createMoment, type Moment } from "./contract/moment.ts";
import type { ScenarioFact } from "./contract/scenario.ts";
import { drawFrom } from "./drawCase.ts";
import type { DelayedAct, Reaction, Scenario, Stage } from "./scenario.schema.ts";
import { createFlow, type Flow, type FlowState, flowEvent } from "./scenarioMachine.ts";
import { findReply, type Reply } from "./teamReplies.ts";

type ScenarioAct = DirectorAction | FaultAction;

/** The part of the run that is neither conditions nor agenda; plain data for the snapshot. */
interface RunState {
  flow: FlowState;
  /** Tick of the fault, −1 before it. */
  faultTick: number;
  /** Tick from which the marks are timed, −1 before it. */
  clockTick: number;
  endTick: number;
  endReason: "" | "completed" | "timeUp" | "harm";
  helperCalled: boolean;
  /** 1 for each reaction of the file that has been given. */
  reactedCount: number[];
  /** Rules of the present stage that were true at the last evaluation. */
  rulesTrue: boolean[];
}

const NO_ROOTS: readonly number[] = [];
const NO_ACTS: readonly ScenarioAct[] = [];
const NO_FACTS: readonly ScenarioFact[] = [];

export class ScenarioRun {
  readonly #scenario: Scenario;
  readonly #drawn: Drawn;
  readonly #flow: Flow;
  readonly #conditions: ConditionSet;
  readonly #ruleRoots: ReadonlyMap<string, readonly number[]>;
  readonly #replies: readonly Reply[];
  readonly #reactions: readonly (Reaction & { readonly rootIndex: number })[];
  readonly #clockRoot: number;
  readonly #agenda = new Agenda();
  readonly #chance = new Uint32Array(STREAM_WORDS);
  readonly #moment = createMoment(new Float64Array(0));
  #state: RunState;
  #acts: ScenarioAct[] = [];
  #facts: ScenarioFact[] = [];

  constructor(scenario: Scenario, drawn: Drawn, seed: number) {
    this.#scenario = scenario;
    this.#drawn = drawn;
    this.#flow = createFlow(scenario);
    const conditions = new ConditionSet(scenario.conditions, drawn);
    this.#conditions = conditions;
    this.#ruleRoots = new Map(
      // Sorted, so that the order of stages in a file never changes the state's bytes.
      Object.keys(scenario.stages)
        .sort()
        .map((name) => [
          name,
          (scenario.stages[name].on ?? []).map((rule) => conditions.add(rule.when)),
        ]),
    );
    this.#replies = scenario.team.replies.map((reply) => ({
      ...reply,
      rootIndex: reply.when === undefined ? undefined : conditions.add(reply.when),
    }));
    this.#reactions = scenario.team.reactions.map((reaction) => ({
      ...reaction,
      rootIndex: conditions.add(reaction.when),
    }));
    const clockFrom = scenario.variants.find(({ id }) => id === drawn.variant)?.clockFrom;
    this.#clockRoot = clockFrom === undefined ? -1 : conditions.add(clockFrom);
    seedStream(this.#chance, 0, seed, "scenario.team");
    this.#state = {
      flow: this.#flow.initial(),
      faultTick: -1,
      clockTick: -1,
      endTick: -1,
      endReason: "",
      helperCalled: false,
      reactedCount: scenario.team.reactions.map(() => 0),
      rulesTrue: [],
    };
    this.#plan();
  }

  get faultTick(): number {
    return this.#state.faultTick;
  }
  get clockTick(): number {
    return this.#state.clockTick;
  }
  get endTick(): number {
    return this.#state.endTick;
  }
  get endReason(): RunState["endReason"] {
    return this.#state.endReason;
  }
  get stage(): string {
    return this.#state.flow.stage;
  }
  get stageTick(): number {
    return this.#state.flow.stageTick;
  }

  /** What was decided in the last tick; the caller applies it before the next step. */
  takeActs(tick: number): readonly ScenarioAct[] {
    const acts = this.#acts;
    if (tick >= this.#drawn.onsetTick) this.#noteFault(tick);
    if (acts.length === 0) return NO_ACTS;
    this.#acts = [];
    return acts;
  }

  takeFacts(): readonly ScenarioFact[] {
    const facts = this.#facts;
    if (facts.length === 0) return NO_FACTS;
    this.#facts = [];
    return facts;
  }

  /** A sentence that a person beside the case puts in somebody's mouth. */
  speak(who: Speaker, text: string, tick: number): void {
    this.#facts.push({ type: "spoke", tick, who, text, tone: "ask" });
  }

  /** Goes on where another run of the same scenario stands, with what was drawn for this one. */
  continueFrom(other: ScenarioRun): void {
    this.#state = { ...other.#state, rulesTrue: [...other.#state.rulesTrue] };
    const { faults } = this.#drawn;
    this.#acts = [
      ...other.#acts,
      ...faults.map((fault) => ({ type: "fault.inject", fault }) as const),
    ];
    this.#agenda.replace(other.#agenda.items());
    this.#facts = [...other.#facts];
    this.#chance.set(other.#chance);
    this.#conditions.continueFrom(other.#conditions);
  }

  /** A fact of the world, in the tick it happened. */
  observe(fact: Fact, readings: Float64Array, tick: number): void {
    this.#conditions.observe(fact, this.#momentAt(readings, tick));
    if (fact.type === "said") this.#answer(fact);
  }

  /** After each step: what is due is said or decided. */
  advance(tick: number): void {
    if (this.#state.endTick >= 0) return;
    for (const item of this.#agenda.due(tick)) this.#perform(item, tick);
  }

  /** Every fifth step, with fresh readings: clocks start, stages change. */
  evaluate(readings: Float64Array, tick: number): void {
    if (this.#state.endTick >= 0) return;
    this.#conditions.evaluate(this.#momentAt(readings, tick));
    this.#startClock();
    this.#react(tick);
    this.#moveOn(tick);
  }

  save(writer: BinaryWriter): void {
    writer.string(canonicalJson({ state: this.#state, agenda: this.#agenda.items() }));
    writer.string(canonicalJson({ acts: this.#acts, facts: this.#facts }));
    writer.uint32s(this.#chance);
    this.#conditions.save(writer);
  }

  load(reader: BinaryReader): void {
    const { state, agenda } = JSON.parse(reader.string());
    const { acts, facts } = JSON.parse(reader.string());
    this.#state = state;
    this.#agenda.replace(agenda);
    this.#acts = acts;
    this.#facts = facts;
    reader.uint32sInto(this.#chance);
    this.#conditions.load(reader);
  }

  addToHash(hasher: Hasher): void {
    const agenda = this.#agenda.items();
    hasher.addString(canonicalJson({ state: this.#state, agenda, acts: this.#acts }));
    hasher.addUint32s(this.#chance);
    this.#conditions.addToHash(hasher);
  }

  #momentAt(readings: Float64Array, tick: number): Moment {
    const moment = this.#moment;
    const { faultTick, clockTick, flow } = this.#state;
    moment.tick = tick;
    moment.readings = readings;
    moment.faultTick = faultTick;
    moment.clockTick = clockTick;
    moment.stage = flow.stage;
    moment.stageTick = flow.stageTick;
    return moment;
  }

  /** Puts what was drawn on the agenda: the failure and the distractors. */
  #plan(): void {
    const { onsetTick, faults, distractors } = this.#drawn;
    for (const { atTick, faults: extra, speech } of distractors) {
      for (const fault of extra) {
        this.#schedule({ tick: atTick, kind: "act", action: { type: "fault.inject", fault } });
      }
      if (speech !== null) {
        this.#schedule({ tick: atTick, kind: "speak", ...speech, tone: "distractor" });
      }
    }
    for (const fault of faults) {
      this.#schedule({ tick: onsetTick, kind: "act", action: { type: "fault.inject", fault } });
    }
    this.#enter(0);
    this.advance(0);
  }

  #schedule(item: AgendaItem): void {
    this.#agenda.add(item);
  }

  #perform(item: AgendaItem, tick: number): void {
    if (item.kind === "act") {
      this.#acts.push(item.action);
      return;
    }
    const { who, text, tone } = item;
    this.#facts.push({ type: "spoke", tick, who, text, tone });
  }

  /** The fault's own tick is the one at which its acts are handed out. */
  #noteFault(tick: number): void {
    if (this.#state.faultTick >= 0) return;
    this.#state.faultTick = tick;
    if (this.#clockRoot < 0) this.#setClock(tick);
  }

  #startClock(): void {
    const { clockTick, faultTick } = this.#state;
    if (clockTick >= 0 || faultTick < 0 || this.#clockRoot < 0) return;
    const sinceTick = this.#conditions.sinceTick(this.#clockRoot);
    if (sinceTick >= 0) this.#setClock(Math.max(sinceTick, faultTick));
  }

  #setClock(tick: number): void {
    this.#state.clockTick = tick;
    this.#facts.push({ type: "onset", tick, variant: this.#drawn.variant });
  }

  #moveOn(tick: number): void {
    const { flow, rulesTrue } = this.#state;
    const roots = this.#ruleRoots.get(flow.stage) ?? NO_ROOTS;
    for (let rule = 0; rule < roots.length; rule += 1) {
      const root = roots[rule];
      const wasTrue = rulesTrue[rule] ?? false;
      const isTrue = this.#conditions.isTrue(root);
      rulesTrue[rule] = isTrue;
      if (!isTrue || wasTrue) continue;
      this.#state.flow = this.#flow.next(flow, flowEvent(flow.stage, rule, tick));
      this.#enter(tick);
      return;
    }
  }

  #enter(tick: number): void {
    const { stage } = this.#state.flow;
    const definition: Stage = this.#scenario.stages[stage];
    this.#state.rulesTrue = [];
    this.#conditions.enterStage();
    this.#facts.push({ type: "stage", tick, stage });
    for (const { who, text, tone, afterS } of definition.enter ?? []) {
      const delayTicks = afterS === undefined ? 0 : sToTicks(drawFrom(afterS, this.#chance));
      this.#schedule({ tick: tick + delayTicks, kind: "speak", who, text: this.#one(text), tone });
    }
    if (definition.end === undefined) return;
    this.#state.endTick = tick;
    this.#state.endReason = definition.end;
    this.#facts.push({ type: "ended", tick, reason: definition.end });
  }

  #answer(fact: Extract<Fact, { type: "said" }>): void {
    const { otherwise, otherwiseDelayS } = this.#scenario.team;
    const reply = findReply(this.#replies, fact, (root) => this.#conditions.isTrue(root));
    const delayTicks = sToTicks(drawFrom(reply?.delayS ?? otherwiseDelayS, this.#chance));
    const text = this.#one(reply?.say ?? otherwise);
    const who = reply?.who ?? fact.to;
    this.#schedule({ tick: fact.tick + delayTicks, kind: "speak", who, text, tone: "answer" });
    this.#planActs(reply?.effect?.acts ?? [], fact.tick);
    const arrivesS = reply?.effect?.helperArrivesS;
    if (arrivesS === undefined || this.#state.helperCalled) return;
    this.#state.helperCalled = true;
    const act = { type: "team.arrive", who: "helper" } as const;
    this.#planActs([{ act, afterS: arrivesS }], fact.tick);
  }

  /** What people do, each after the time it takes them. */
  #planActs(acts: readonly DelayedAct[], fromTick: number): void {
    for (const { act, afterS } of acts) {
      const tick = fromTick + sToTicks(drawFrom(afterS, this.#chance));
      this.#schedule({ tick, kind: "act", action: act });
    }
  }

  /** People speak or act unasked, once each, when what moves them has become true. */
  #react(tick: number): void {
    const { reactedCount } = this.#state;
    for (let index = 0; index < this.#reactions.length; index += 1) {
      const reaction = this.#reactions[index];
      if (reactedCount[index] === 1 || !this.#conditions.isTrue(reaction.rootIndex)) continue;
      reactedCount[index] = 1;
      const { who, say, tone, delayS, acts } = reaction;
      const delayTicks = sToTicks(drawFrom(delayS, this.#chance));
      if (say !== undefined) {
        const text = this.#one(say);
        this.#schedule({ tick: tick + delayTicks, kind: "speak", who, text, tone });
      }
      this.#planActs(acts ?? [], tick);
    }
  }

  #one(texts: readonly string[]): string {
    return texts[nextInt(this.#chance, 0, 0, texts.length - 1)];
  }
}
