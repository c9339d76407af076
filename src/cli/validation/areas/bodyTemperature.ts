/** Cooling and rewarming of a body on bypass over time (area temperature). */
import { HEAT_KJ_PER_ML_O2 } from "../../../physiology/blood/properties.ts";
import {
  type BodyHeat,
  bodyAt,
  mixedC,
  outletShare,
  perfuseUntil,
} from "../../../physiology/body/bypassHeat.ts";
import { NOMINAL_BYPASS } from "../../../physiology/body/nominalBypass.ts";
import type { Experiment, Inputs } from "../experiment.ts";
import { Unanswerable } from "../experiment.ts";

const BY = "heat of a body on bypass, BL-80";
/**
 * What a team does when a source says no more: the outlet goes to its target at once when cooling, within
 * the guideline's gradient of 10 °C, and rises by 0.35 °C a minute to 37 °C when rewarming (Grocott 1997).
 */
const FLOW_LPM = 4.8;
const WARM_C = 37;
const MODERATE_C = 30;
const GRADIENT_C = 10;
const RISE_C_PER_MIN = 0.35;
const ICE_WATER_C = 2;
/** Two thermometers agree within this, °C (K). */
const AGREES_C = 1;

/** Water that makes the outlet what is wanted; a heat exchanger gives a share of the difference. */
const waterFor = (body: BodyHeat, outletC: number): number =>
  body.venousC + (outletC - body.venousC) / outletShare(FLOW_LPM);
const coolTo =
  (targetC: number) =>
  (body: BodyHeat): number =>
    waterFor(body, Math.max(targetC, body.venousC - GRADIENT_C));
const warmFrom =
  (startC: number) =>
  (body: BodyHeat): number => {
    const wanted = Math.min(WARM_C, startC + RISE_C_PER_MIN * body.minutes);
    return waterFor(body, Math.min(wanted, body.venousC + GRADIENT_C));
  };

const isRewarming = (inputs: Inputs): boolean => inputs.words().includes("rewarming");

/** A patient after cooling and half an hour of work in the cold. */
function cooled(toC: number): BodyHeat {
  const body = perfuseUntil(bodyAt(WARM_C), FLOW_LPM, coolTo(toC), (now) => now.minutes >= 45);
  return { ...body, minutes: 0, fromWaterKj: 0 };
}

const siteOf = (words: readonly string[]): ((body: BodyHeat) => number) => {
  if (words.includes("nasopharyngeal") || words.includes("nasopharynx"))
    return (body) => body.nasopharyngealC;
  if (words.includes("bladder") || words.includes("rectal")) return (body) => body.viscera;
  return (body) => body.jugularC;
};

function minutesToAgree(inputs: Inputs, site: (body: BodyHeat) => number): number {
  const cold = NOMINAL_BYPASS.temperatureC;
  const body = isRewarming(inputs) ? cooled(cold) : bodyAt(WARM_C);
  const water = isRewarming(inputs) ? warmFrom(cold) : coolTo(cold);
  const targetC = isRewarming(inputs) ? WARM_C : cold;
  return perfuseUntil(body, FLOW_LPM, water, (now) => {
    const isThere = Math.abs(now.arterialC - targetC) < 0.1;
    return isThere && Math.abs(site(now) - now.arterialC) <= AGREES_C;
  }).minutes;
}

const agreement = (where: string): Experiment => ({
  quantity: [`equilibrate ${where}`.trim()],
  needs: ["context"],
  answer: (inputs) => ({
    value: minutesToAgree(inputs, siteOf(where === "" ? ["jugular"] : [where])),
    unit: "min",
    by: BY,
  }),
});

export const BODY_TEMPERATURE: readonly Experiment[] = [
  {
    quantity: ["metabolic heat", "heat production"],
    needs: ["VO2_mL_min"],
    answer: (inputs) => ({
      value: inputs.number("VO2_mL_min") * HEAT_KJ_PER_ML_O2,
      unit: "kJ/min",
      by: "P-4",
    }),
  },
  {
    quantity: ["specific heat"],
    needs: ["material", "context"],
    answer: () => ({ value: 3617, unit: "J/kg/K", by: "physiology.md 7", isCatalogue: true }),
  },
  agreement("nasopharynx"),
  agreement("nasopharyngeal"),
  agreement("bladder"),
  agreement(""),
  {
    quantity: ["jugular minus nasopharyngeal", "jugular nasopharyngeal"],
    needs: ["context", "rate_C_min"],
    answer: () => {
      let widest = 0;
      perfuseUntil(cooled(MODERATE_C), FLOW_LPM, warmFrom(MODERATE_C), (now) => {
        widest = Math.max(widest, now.jugularC - now.nasopharyngealC);
        return now.nasopharyngealC >= WARM_C - AGREES_C;
      });
      return { value: widest, unit: "C", by: BY };
    },
  },
  {
    quantity: ["heat"],
    needs: ["context"],
    answer: (inputs) => {
      if (!isRewarming(inputs)) throw new Unanswerable("It is not about rewarming.");
      const body = perfuseUntil(
        cooled(MODERATE_C),
        FLOW_LPM,
        warmFrom(MODERATE_C),
        (now) => now.nasopharyngealC >= WARM_C - AGREES_C,
      );
      return { value: body.fromWaterKj, unit: "kJ", by: BY };
    },
  },
  {
    quantity: ["rewarming rate", "cooling rate"],
    needs: ["context"],
    answer: () => {
      const body = cooled(MODERATE_C);
      const startC = body.nasopharyngealC;
      perfuseUntil(
        body,
        FLOW_LPM,
        warmFrom(MODERATE_C),
        (now) => now.nasopharyngealC >= WARM_C - AGREES_C,
      );
      return { value: (body.nasopharyngealC - startC) / body.minutes, unit: "C/min", by: BY };
    },
  },
  {
    quantity: ["time cool", "time warm", "time rewarm"],
    needs: ["core_from core_to"],
    answer: (inputs) => {
      const [from, to] = [inputs.number("core_from"), inputs.number("core_to")];
      const isIce = inputs.words().includes("ice");
      const flow = inputs.numberOr("Q_L_min", FLOW_LPM);
      const cold = isIce ? () => ICE_WATER_C : coolTo(to);
      const body = perfuseUntil(bodyAt(from), flow, to < from ? cold : warmFrom(from), (now) =>
        to < from ? now.nasopharyngealC <= to : now.nasopharyngealC >= to,
      );
      return { value: body.minutes, unit: "min", by: BY };
    },
  },
  {
    quantity: ["afterdrop", "temperature change after"],
    needs: ["context"],
    answer: (inputs) => {
      const body = perfuseUntil(
        cooled(MODERATE_C),
        FLOW_LPM,
        warmFrom(MODERATE_C),
        (now) => now.nasopharyngealC >= WARM_C - AGREES_C,
      );
      // After bypass the core gives to what is still cold until all tissue is alike.
      const change = Math.min(0, mixedC(body) - body.nasopharyngealC);
      const isSign = inputs.unit === "sign";
      return { value: isSign ? Math.sign(change) : change, unit: isSign ? "sign" : "C", by: BY };
    },
  },
];
