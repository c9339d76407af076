/**
 * All conditions of one file, compiled once and evaluated together every five ticks. Its memory is
 * one Float64Array and the sentences of the facts it counted.
 */
import { assert } from "../../kernel/assert.ts";
import type { BinaryReader, BinaryWriter } from "../../kernel/binary.ts";
import { canonicalJson, type Hasher } from "../../kernel/hash.ts";
import type { Fact } from "../../world/contract/facts.ts";
import type { Clock, Condition, NamedConditions } from "./condition.schema.ts";
import { type ConditionNode, NEVER, newestTick, truthTick, type Update } from "./conditionNode.ts";
import type { Drawn } from "./drawn.ts";
import { factNode } from "./factNode.ts";
import { factSentence } from "./factSentence.ts";
import {
  allNode,
  anyNode,
  elapsedNode,
  everNode,
  fixedNode,
  holdsNode,
  inOrderNode,
  notNode,
  recentlyNode,
  someNode,
  stageNode,
} from "./logicNodes.ts";
import type { Moment } from "./moment.ts";
import { rateNode, signalNode } from "./signalNodes.ts";

/** A sentence and the tick it belongs to. */
export interface Proof {
  readonly tick: number;
  readonly sentence: string;
}

const NODES_MAX = 20_000; // a file of 100 marks has a few hundred; more is a mistake

const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T];

const clockOf =
  (since: Clock | undefined) =>
  (moment: Moment): number => {
    if (since === "start") return 0;
    if (since === "clock") return moment.clockTick;
    return since === "stage" ? moment.stageTick : moment.faultTick;
  };

/** What nodes do, side by side: nodes of many shapes are slow to ask. */
class UpdateList {
  readonly #updates: Update[] = [];

  add({ update }: ConditionNode): void {
    this.#updates.push(update);
  }

  ask(cells: Float64Array, moment: Moment): void {
    const updates = this.#updates;
    for (let at = 0; at < updates.length; at += 1) updates[at](cells, moment);
  }
}

export class ConditionSet {
  #nodes: ConditionNode[] = [];
  /** Those whose answer stands until the next fact, and those that are asked every time. */
  readonly #byFacts = new UpdateList();
  readonly #always = new UpdateList();
  /** Something was counted or forgotten since `#byFacts` were asked. */
  #isStale = true;
  #roots: ConditionNode[] = [];
  #compiled = new Map<string, ConditionNode>();
  #cellCount = 0;
  #cells = new Float64Array(0);
  #firstSentences = new Map<number, string>();
  #newestSentences = new Map<number, string>();
  readonly #named: NamedConditions;
  readonly #drawn: Pick<Drawn, "variant" | "cause" | "pumpType">;

  constructor(named: NamedConditions, drawn: Pick<Drawn, "variant" | "cause" | "pumpType">) {
    this.#named = named;
    this.#drawn = drawn;
  }

  /** Compiles a condition and gives the number to ask for it by. Only before the first evaluation. */
  add(condition: Condition): number {
    const root = this.#compile(condition);
    this.#roots.push(root);
    const cells = new Float64Array(this.#cellCount).fill(NEVER);
    cells.set(this.#cells);
    this.#cells = cells;
    return this.#roots.length - 1;
  }

  /** Takes a fact in; facts between two evaluations count with their own tick. */
  observe(fact: Fact, moment: Moment): void {
    for (const node of this.#nodes) {
      if (node.observe?.(this.#cells, fact, moment) === true) this.#isStale = true;
    }
  }

  evaluate(moment: Moment): void {
    // Children were compiled before their parents, so one pass in order is enough; and what stands on
    // facts alone has no child that does not.
    if (this.#isStale) this.#byFacts.ask(this.#cells, moment);
    this.#isStale = false;
    this.#always.ask(this.#cells, moment);
  }

  /** Forgets what was counted since the last stage. */
  enterStage(): void {
    this.#isStale = true;
    for (const node of this.#nodes) {
      if (!node.sinceStage) continue;
      this.#cells.fill(NEVER, node.cellOffset, node.cellOffset + node.cellCount);
    }
  }

  /** Remembers what another set did that was compiled from the same conditions, or fewer. */
  continueFrom(other: ConditionSet): void {
    assert(other.#cells.length <= this.#cells.length, "memory of conditions that are not there");
    this.#cells.set(other.#cells);
    this.#isStale = true;
    this.#firstSentences = new Map(other.#firstSentences);
    this.#newestSentences = new Map(other.#newestSentences);
  }

  isTrue(root: number): boolean {
    return truthTick(this.#cells, this.#roots[root]) !== NEVER;
  }

  /** The tick since which the condition is true, or −1. */
  sinceTick(root: number): number {
    return truthTick(this.#cells, this.#roots[root]);
  }

  /** What proves a true condition: the true facts and comparisons in it, oldest first. */
  proofs(root: number): readonly Proof[] {
    const found = new Map<string, Proof>();
    const visit = (node: ConditionNode, isNewest: boolean): void => {
      const sinceTick = truthTick(this.#cells, node);
      if (sinceTick === NEVER) return;
      const sentence = node.words(isNewest);
      const tick = isNewest ? newestTick(this.#cells, node, sinceTick) : sinceTick;
      if (sentence !== "") found.set(`${tick} ${sentence}`, { tick, sentence });
      for (const child of node.children) visit(child, isNewest || node.isInOrder === true);
    };
    visit(this.#roots[root], false);
    return [...found.values()].sort((a, b) => a.tick - b.tick);
  }

  addToHash(hasher: Hasher): void {
    hasher.addFloat64s(this.#cells);
  }

  save(writer: BinaryWriter): void {
    writer.float64s(this.#cells);
    for (const sentences of [this.#firstSentences, this.#newestSentences]) {
      writer.uint32(sentences.size);
      for (const [cellOffset, sentence] of sentences) {
        writer.uint32(cellOffset);
        writer.string(sentence);
      }
    }
  }

  load(reader: BinaryReader): void {
    reader.float64sInto(this.#cells);
    this.#isStale = true;
    for (const sentences of [this.#firstSentences, this.#newestSentences]) {
      sentences.clear();
      const count = reader.uint32();
      for (let i = 0; i < count; i++) sentences.set(reader.uint32(), reader.string());
    }
  }

  #push(build: (cellOffset: number) => ConditionNode): ConditionNode {
    assert(this.#nodes.length < NODES_MAX, `more than ${NODES_MAX} conditions in one file`);
    const node = build(this.#cellCount);
    this.#cellCount += node.cellCount;
    this.#nodes.push(node);
    (node.byFactsOnly === true ? this.#byFacts : this.#always).add(node);
    return node;
  }

  /** Equal conditions share one node: they are true at the same time, and remember the same. */
  #compile(condition: Condition): ConditionNode {
    const key = canonicalJson(condition);
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const node = this.#build(condition);
    this.#compiled.set(key, node);
    return node;
  }

  #build(condition: Condition): ConditionNode {
    if ("use" in condition) return this.#compile(this.#namedCondition(condition.use));
    if ("all" in condition) return this.#join(condition.all, allNode);
    if ("any" in condition) return this.#join(condition.any, anyNode);
    if ("atLeastCount" in condition) {
      return this.#join(condition.of, (at, list) => someNode(at, list, condition.atLeastCount));
    }
    if ("inOrder" in condition) return this.#join(condition.inOrder, inOrderNode);
    if ("not" in condition) return this.#wrap(condition.not, notNode);
    if ("ever" in condition) return this.#wrap(condition.ever, everNode);
    if ("holds" in condition) {
      return this.#wrap(condition.holds, (at, child) => holdsNode(at, child, condition.forS));
    }
    if ("recently" in condition) {
      return this.#wrap(condition.recently, (at, child) =>
        recentlyNode(at, child, condition.withinS),
      );
    }
    return this.#push((at) => this.#leaf(at, condition));
  }

  #leaf(at: number, condition: Condition): ConditionNode {
    if ("signal" in condition) return signalNode(at, condition);
    if ("rateOf" in condition) return rateNode(at, condition);
    if ("elapsedS" in condition) {
      return elapsedNode(at, condition.elapsedS, clockOf(condition.since));
    }
    if ("stage" in condition) return stageNode(at, listOf(condition.stage));
    if ("drawn" in condition) return fixedNode(at, this.#wasDrawn(condition.drawn));
    return factNode(at, condition as Parameters<typeof factNode>[1], {
      keep: (cellOffset, fact, isFirst) => {
        const sentence = factSentence(fact);
        if (isFirst) this.#firstSentences.set(cellOffset, sentence);
        this.#newestSentences.set(cellOffset, sentence);
      },
      of: (cellOffset, isNewest) =>
        (isNewest ? this.#newestSentences : this.#firstSentences).get(cellOffset) ?? "",
    });
  }

  #join(
    parts: readonly Condition[],
    build: (cellOffset: number, children: readonly ConditionNode[]) => ConditionNode,
  ): ConditionNode {
    const children = parts.map((part) => this.#compile(part));
    return this.#push((at) => build(at, children));
  }

  #wrap(
    part: Condition,
    build: (cellOffset: number, child: ConditionNode) => ConditionNode,
  ): ConditionNode {
    const child = this.#compile(part);
    return this.#push((at) => build(at, child));
  }

  #namedCondition(name: string): Condition {
    const condition = this.#named[name];
    assert(condition !== undefined, `there is no condition named "${name}"`);
    return condition;
  }

  #wasDrawn(wanted: {
    readonly variant?: string | readonly string[] | undefined;
    readonly cause?: string | readonly string[] | undefined;
    readonly pumpType?: string | undefined;
  }): boolean {
    const { variant, cause, pumpType } = this.#drawn;
    if (wanted.variant !== undefined && !listOf(wanted.variant).includes(variant)) return false;
    if (wanted.cause !== undefined && !listOf(wanted.cause).includes(cause)) return false;
    return wanted.pumpType === undefined || wanted.pumpType === pumpType;
  }
}
