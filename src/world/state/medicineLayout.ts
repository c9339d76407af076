/**
 * Named slots of drugs, clotting and samples. As in layouts.ts, positions are bytes of the snapshot:
 * append, never reorder without raising STATE_VERSION.
 */
import { defineLayout } from "../../kernel/layout.ts";
import { POOL } from "../../physiology/drugs/kinetics.ts";
import { SAMPLE_TESTS, SAMPLE_VALUES } from "../contract/samples.ts";
import { DRUGS_MAX } from "../contract/setup.ts";

/** Every how many ticks drugs and clotting move on: 240 ms, a multiple of the exchange's step. */
export const DRUG_TICKS = 12;
export const DRUG_S = DRUG_TICKS * 0.02;

export const DRUGS_SIZE = DRUGS_MAX * POOL.size;
export const poolOffset = (drugIndex: number): number => drugIndex * POOL.size;

export const MEDICINE = defineLayout([
  "antithrombinUPerMl",
  /** Platelets and factors against undiluted blood. */
  "factorFraction",
  "heparinTrueUPerMl",
  "actTrueS",
  "reactionKind",
  "mediatorFraction",
  "protamineArrivedMg",
  "vasoplegiaTargetFraction",
  "vasoplegiaFraction",
  "pulmonaryToneRatio",
  "brainMetabolismRatio",
  "urineFlowRatio",
  "anaestheticMacFraction",
  "neuromuscularBlockFraction",
  "potassiumUptakeFraction",
  "fibrinolysisBlockFraction",
  "hypermetabolismBlockFraction",
  /** Fibrin in the fibres, and clumps of cold red cells there; together they are the clotted share. */
  "fibrinFraction",
  "clumpedFraction",
  /** Share of the heparin that a fault takes at the next step. */
  "heparinToLoseFraction",
  /** Protamine that a fault gives at the next step. */
  "protamineToGiveMg",
]);

/** One sample between the draw and its result. */
export const PENDING = defineLayout([
  "waits",
  "test",
  "site",
  "drawnTick",
  "readyTick",
  ...SAMPLE_VALUES,
]);
export const PENDING_SLOTS = 6;
export const SAMPLES_SIZE = PENDING_SLOTS * PENDING.size;

/** The last result of each value, and when each test was drawn whose result is known, as tick + 1; 0 = never. */
export const LAST = defineLayout([
  ...SAMPLE_VALUES,
  ...SAMPLE_TESTS.map((test) => `${test}DrawnTick` as const),
]);
