/**
 * A drug as data: how it spreads, how it goes, what it does to vessels, heart, brain and blood. One
 * file in scenarios/drugs for each, every number with its source next to it (docs/model-drugs.md).
 */
import { z } from "zod";
import { AMOUNT_UNITS, BOLUS_UNITS, DRUG_ROLES, RATE_UNITS, ROUTES } from "./drugUnits.ts";

const positive = (what: string) => z.number().positive().describe(what);
const sources = z
  .record(z.string(), z.string())
  .describe("source of each value or group of values");

const kinetics = z.strictObject({
  centralMlPerKg: positive("volume it is mixed into at once"),
  peripheralMlPerKg: positive("tissue it spreads to, as volume of plasma"),
  exchangeMlPerMinPerKg: z.number().min(0).describe("flow between the two"),
  clearanceMlPerMinPerKg: z.number().min(0).describe("plasma cleared at 37 °C"),
  removalQ10: z.number().min(1).max(4).describe("how clearance slows in the cold; 1 = not at all"),
  effectHalfLifeMinutes: positive("half-life of the lag between blood and effect"),
});

/** A removal that fills up: at most so much a minute, half of that at a level (docs/model-drugs.md D-5). */
const saturable = z.strictObject({
  removalPerMinPerKg: positive("amount removed at most"),
  halfAtPerL: positive("level at which half of it is"),
  heatOnsetC: z.number().min(0).max(36).describe("temperature at which removal stops"),
  circuitClearanceMlPerMinPerKg: z.number().min(0).describe("what surfaces take on full bypass"),
});

const volatile = z.strictObject({
  bloodGasRatio: positive("partition of blood against gas at 37 °C"),
  ratioPerC: z.number().min(0).max(0.2).describe("growth of the partition with cooling"),
  richTissueLPerKg: positive("tissue well perfused, as volume of blood"),
  muscleLPerKg: positive("muscle, as volume of blood"),
  muscleExchangeLPerMinPerKg: z.number().min(0).describe("blood that runs through muscle"),
  macFraction: positive("one MAC at 37 °C, share of gas"),
});

const FRACTION_TARGETS = [
  "arteriolarTone",
  "contractility",
  "heartRate",
  "reflexGain",
  "pulmonaryTone",
  "brainMetabolism",
  "anaestheticDepth",
  "neuromuscularBlock",
  "potassiumUptake",
  "urineFlow",
  "fibrinolysisBlock",
  "hypermetabolismBlock",
  "vasoplegiaBlock",
] as const;

const fractionEffect = z.strictObject({
  on: z.enum(FRACTION_TARGETS),
  changeFraction: z.number().min(-1).max(50).describe("at saturation; -0.3 = 30 % less"),
  halfAtPerL: positive("level with half of the effect"),
  hillExponent: z.number().min(0.5).max(5),
});
const venousEffect = z.strictObject({
  on: z.literal("venousUnstressed"),
  changeMlPerKg: z.number().min(-20).max(30).describe("volume that veins hold without pressure"),
  halfAtPerL: positive("level with half of the effect"),
  hillExponent: z.number().min(0.5).max(5),
});

/** What one amount unit brings into the blood, mmol; glucose too. */
const carries = z.strictObject({
  sodiumMmol: z.number().optional(),
  potassiumMmol: z.number().optional(),
  calciumMmol: z.number().optional(),
  magnesiumMmol: z.number().optional(),
  chlorideMmol: z.number().optional(),
  bicarbonateMmol: z.number().optional(),
  glucoseMmol: z.number().optional(),
});

const dosing = <const U extends readonly [string, ...string[]]>(units: U) =>
  z.strictObject({
    unit: z.enum(units),
    usual: z.array(z.number().positive()).min(1).describe("doses offered in the drawer"),
    max: positive("more than this is refused as impossible"),
  });

export const drugSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  group: z.enum([
    "anticoagulation",
    "vasopressor",
    "inotrope",
    "vasodilator",
    "anaesthetic",
    "electrolyte",
    "metabolic",
    "other",
  ]),
  /** Other names people use. */
  alsoCalled: z.array(z.string()),
  amountUnit: z.enum(AMOUNT_UNITS).describe("unit of every amount and level in this file"),
  routes: z.array(z.enum(ROUTES)).min(1),
  bolus: dosing(BOLUS_UNITS).optional(),
  infusion: dosing(RATE_UNITS).optional(),
  role: z.enum(DRUG_ROLES).optional(),
  catecholamine: z.boolean().optional().describe("weaker in vasoplegia"),
  kinetics: kinetics.optional(),
  saturable: saturable.optional(),
  volatile: volatile.optional(),
  carries: carries.optional(),
  effects: z.array(z.discriminatedUnion("on", [fractionEffect, venousEffect])),
  note: z.string().optional().describe("a line for the drawer"),
  sources,
});
export type Drug = z.infer<typeof drugSchema>;

/** What a drawer needs to know of a drug. */
export type DrugOffer = Pick<
  Drug,
  "id" | "title" | "group" | "routes" | "bolus" | "infusion" | "note"
>;
