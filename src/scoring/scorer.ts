/**
 * The scorer: hears every fact and sees every fifth reading, follows the marks that apply to the
 * case, and writes the report. It changes nothing in the world.
 */
import type { BinaryReader, BinaryWriter } from "../kernel/binary.ts";
import { canonicalJson, type Hasher } from "../kernel/hash.ts";
import { ConditionSet } from "../scenario/contract/conditionSet.ts";
import type { Drawn } from "../scenario/contract/drawn.ts";
import type { Moment } from "../scenario/contract/moment.ts";
import type { Fact } from "../world/contract/facts.ts";
import { markApplies } from "./applies.ts";
import { createTracker, type MarkTracker } from "./markTracker.ts";
import { createMeasure, type MeasureTracker } from "./measureTracker.ts";
import type { Rubric } from "./rubric.schema.ts";

export class Scorer {
  readonly #conditions: ConditionSet;
  readonly #marks: readonly MarkTracker[];
  readonly #measures: readonly MeasureTracker[];

  constructor(rubric: Rubric, drawn: Drawn) {
    const conditions = new ConditionSet(rubric.conditions, drawn);
    this.#conditions = conditions;
    this.#marks = rubric.marks
      .filter((mark) => markApplies(mark, drawn))
      .map((mark) => createTracker(mark, conditions, drawn));
    this.#measures = rubric.measures.map((definition) => createMeasure(definition, conditions));
  }

  /** The marks of this case, in the rubric's order. */
  get marks(): readonly MarkTracker[] {
    return this.#marks;
  }

  get measures(): readonly MeasureTracker[] {
    return this.#measures;
  }

  observe(fact: Fact, moment: Moment): void {
    if (moment.faultTick >= 0) this.#conditions.observe(fact, moment);
  }

  /** Every fifth step from the fault to the end; marks count once their clock runs. */
  evaluate(moment: Moment, clockTick: number): void {
    if (moment.faultTick < 0) return;
    this.#conditions.evaluate(moment);
    if (clockTick < 0) return;
    for (const mark of this.#marks) mark.evaluate(this.#conditions, moment, clockTick);
    for (const measure of this.#measures) measure.evaluate(this.#conditions, moment, clockTick);
  }

  addToHash(hasher: Hasher): void {
    this.#conditions.addToHash(hasher);
    for (const { cells } of this.#marks) hasher.addFloat64s(cells);
    for (const { cells } of this.#measures) hasher.addFloat64s(cells);
  }

  save(writer: BinaryWriter): void {
    this.#conditions.save(writer);
    for (const { cells } of this.#marks) writer.float64s(cells);
    for (const { cells } of this.#measures) writer.float64s(cells);
    writer.string(canonicalJson(this.#marks.map(({ evidence }) => evidence)));
  }

  load(reader: BinaryReader): void {
    this.#conditions.load(reader);
    for (const { cells } of this.#marks) reader.float64sInto(cells);
    for (const { cells } of this.#measures) reader.float64sInto(cells);
    const evidence = JSON.parse(reader.string());
    for (const [index, mark] of this.#marks.entries()) mark.evidence = evidence[index];
  }
}
