/** Runs one condition over made-up readings and facts, tick by tick, as a case would. */
import type {
  Condition,
  NamedConditions,
} from "../../../src/scenario/contract/condition.schema.ts";
import { TICKS_PER_EVALUATION } from "../../../src/scenario/contract/conditionNode.ts";
import { ConditionSet } from "../../../src/scenario/contract/conditionSet.ts";
import type { Drawn } from "../../../src/scenario/contract/drawn.ts";
import type { Fact } from "../../../src/world/contract/facts.ts";
import { findSignal, SIGNAL_COUNT, signalIndex } from "../../../src/world/contract/signals.ts";

const DRAWN: Pick<Drawn, "variant" | "cause" | "pumpType"> = {
  variant: "h",
  cause: "air",
  pumpType: "roller",
};

export class ConditionHarness {
  readonly set: ConditionSet;
  readonly #root: number;
  readonly #readings = new Float64Array(SIGNAL_COUNT);
  #tick = 0;
  #stageTick = 0;
  faultTick = 0;
  clockTick = -1;
  stage = "first";

  constructor(condition: Condition, named: NamedConditions = {}) {
    this.set = new ConditionSet(named, DRAWN);
    this.#root = this.set.add(condition);
  }

  get tick(): number {
    return this.#tick;
  }

  reading(id: string, value: number | string | boolean): this {
    const code =
      typeof value === "string"
        ? (findSignal(id)?.values.indexOf(value) ?? Number.NaN)
        : Number(value);
    this.#readings[signalIndex(id)] = code;
    return this;
  }

  #moment() {
    const { stage, faultTick } = this;
    return {
      tick: this.#tick,
      readings: this.#readings,
      faultTick,
      stage,
      clockTick: this.clockTick,
      stageTick: this.#stageTick,
    };
  }

  /** The fact carries the present tick. */
  fact(fact: object): this {
    this.set.observe({ ...fact, tick: this.#tick } as Fact, this.#moment());
    return this;
  }

  enterStage(stage: string): this {
    this.stage = stage;
    this.#stageTick = this.#tick;
    this.set.enterStage();
    return this;
  }

  /** Goes on for so long, evaluating every five ticks; tells whether it is true at the end. */
  run(seconds: number): boolean {
    const lastTick = this.#tick + Math.round(seconds * 50);
    while (this.#tick < lastTick) {
      this.#tick += 1;
      if (this.#tick % TICKS_PER_EVALUATION === 0) this.set.evaluate(this.#moment());
    }
    return this.set.isTrue(this.#root);
  }

  sinceTick(): number {
    return this.set.sinceTick(this.#root);
  }

  proofs() {
    return this.set.proofs(this.#root);
  }
}

export const said = (message: string, to = "surgeon") => ({ type: "said", message, to });
export const did = (action: object) => ({ type: "accepted", action });
