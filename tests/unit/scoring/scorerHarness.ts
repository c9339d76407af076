/** A rubric of one or a few marks, played with made-up readings and facts. */
import type { Drawn } from "../../../src/scenario/contract/drawn.ts";
import { buildReport } from "../../../src/scoring/buildReport.ts";
import type { MarkResult, Report } from "../../../src/scoring/report.ts";
import { type Rubric, rubricSchema } from "../../../src/scoring/rubric.schema.ts";
import { Scorer } from "../../../src/scoring/scorer.ts";
import type { Fact } from "../../../src/world/contract/facts.ts";
import { SIGNAL_COUNT, signalIndex } from "../../../src/world/contract/signals.ts";

const DRAWN: Drawn = {
  variant: "a",
  cause: "",
  pumpType: "roller",
  onsetTick: 100,
  faults: [],
  distractors: [],
};
const MARK = {
  title: "Do it",
  why: "It matters.",
  source: "set by us (PROVISIONAL)",
  applies: [{ variants: ["a"] }],
};

/** A mark with the usual texts filled in. */
export const mark = (fields: object) => ({ id: "T.01", ...MARK, ...fields });

function rubricOf(marks: readonly object[], more: object = {}): Rubric {
  return rubricSchema.parse({
    schemaVersion: 1,
    id: "test",
    title: "Test",
    version: "1.0.0",
    status: "draft",
    sources: {},
    passFraction: 0.7,
    mustPoints: 3,
    shouldPoints: 1,
    marks,
    measures: [],
    questions: ["First general question?", "Second general question?"],
    ...more,
  });
}

/** The clock of the case starts at tick 0. */
export class ScorerHarness {
  readonly #rubric: Rubric;
  readonly #scorer: Scorer;
  readonly #readings = new Float64Array(SIGNAL_COUNT);
  #tick = 0;

  constructor(marks: readonly object[], more: object = {}) {
    this.#rubric = rubricOf(marks, more);
    this.#scorer = new Scorer(this.#rubric, DRAWN);
  }

  get tick(): number {
    return this.#tick;
  }

  #moment() {
    return {
      tick: this.#tick,
      readings: this.#readings,
      faultTick: 0,
      clockTick: 0,
      stage: "",
      stageTick: 0,
    };
  }

  reading(id: string, value: number): this {
    this.#readings[signalIndex(id)] = value;
    return this;
  }

  fact(fact: object): this {
    this.#scorer.observe({ ...fact, tick: this.#tick } as Fact, this.#moment());
    return this;
  }

  say(message: string): this {
    return this.fact({ type: "said", to: "surgeon", message });
  }

  run(seconds: number): this {
    const lastTick = this.#tick + Math.round(seconds * 50);
    while (this.#tick < lastTick) {
      this.#tick += 1;
      if (this.#tick % 5 === 0) this.#scorer.evaluate(this.#moment(), 0);
    }
    return this;
  }

  report(endReason = "completed"): Report {
    return buildReport(this.#rubric, this.#scorer, DRAWN, {
      scenarioId: "test",
      seed: 1,
      mode: "exam",
      clockTick: 0,
      endTick: this.#tick,
      endReason,
      variantTitle: "Test",
      explanation: "It was a test.",
    });
  }

  result(id = "T.01"): MarkResult {
    const found = this.report().marks.find((one) => one.id === id);
    if (found === undefined) throw new Error(`${id} does not apply.`);
    return found;
  }
}
