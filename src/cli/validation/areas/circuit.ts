/** Air and bubbles (area emboli), heat (temperature) and oxygenator failure (fault). */

import { DASH_STANDARD, dashSaturationFraction } from "../../../physiology/blood/dash.ts";
import { co2PowerLaw } from "../../../physiology/blood/douglas.ts";
import { contentMlPerDl, po2WhereMmHg } from "../../../physiology/blood/oxygenModels.ts";
import { BLOOD_HEAT_KJ_PER_ML_C } from "../../../physiology/blood/properties.ts";
import { bodyHeatKj } from "../../../physiology/body/metabolicRate.ts";
import { NOMINAL_BYPASS } from "../../../physiology/body/nominalBypass.ts";
import {
  AIR_FILTERS,
  airPassedUl,
  detectableBubbleMl,
} from "../../../physiology/circuit/airRemoval.ts";
import { co2RemovalMlPerMin } from "../../../physiology/circuit/co2Elimination.ts";
import { FAILURE_SERIES, incidenceFraction } from "../../../physiology/circuit/faultRates.ts";
import { OXYGENATORS, REFERENCE_BLOOD } from "../../../physiology/circuit/oxygenatorDevices.ts";
import {
  bloodOutC,
  performanceFactor,
  pressureDropMmHg,
} from "../../../physiology/circuit/oxygenatorLaws.ts";
import {
  extraArterialBubbleCount,
  extraVenousBubbleCount,
  timeToEmptyS,
} from "../../../physiology/circuit/reservoir.ts";
import { type Experiment, type Inputs, Unanswerable } from "../experiment.ts";
import { mostSpecific } from "../facts.ts";
import { tubingMm } from "./pump.ts";

const filterOf = (inputs: Inputs) => {
  const found = mostSpecific(AIR_FILTERS, inputs.words(), ({ words }) => words);
  if (found === undefined) {
    throw new Unanswerable(`No bench test of "${inputs.text("device")}" was reached.`);
  }
  return found;
};

const venousCount = (inputs: Inputs): number =>
  extraVenousBubbleCount(
    inputs.number("suction_rpm"),
    inputs.number("reservoir_from_mL"),
    inputs.number("reservoir_to_mL"),
  );

export const EMBOLI: readonly Experiment[] = [
  {
    quantity: ["air passed"],
    needs: ["device air_mL"],
    answer: (inputs) => ({
      value: airPassedUl(filterOf(inputs), inputs.number("air_mL")),
      unit: "uL",
      by: "Bakker and Visser 2011, BL-49",
      isCatalogue: true,
    }),
  },
  {
    quantity: ["removal", "removed"],
    needs: ["device"],
    answer: (inputs) => ({
      value: filterOf(inputs).removedFraction,
      unit: "fraction",
      by: "Bakker and Visser 2011",
      isCatalogue: true,
    }),
  },
  {
    quantity: ["bubble threshold", "detection threshold"],
    needs: ["sensor max_flow_L_min"],
    answer: (inputs) => {
      const flow = inputs.number("max_flow_L_min");
      const bubble = detectableBubbleMl(tubingMm(inputs.text("sensor")), flow);
      if (bubble === null)
        throw new Unanswerable("No detector is specified for that tube and flow.");
      return { value: bubble, unit: "mL", by: "Terumo System 1 manual", isCatalogue: true };
    },
  },
  {
    quantity: ["arterial gme", "arterial count"],
    needs: ["suction_rpm reservoir_from_mL reservoir_to_mL"],
    answer: (inputs) => ({
      value: extraArterialBubbleCount(venousCount(inputs)),
      unit: "count",
      by: "Rath 2026, BL-48",
      isCatalogue: true,
    }),
  },
  {
    quantity: ["gme", "count"],
    needs: ["suction_rpm reservoir_from_mL reservoir_to_mL"],
    answer: (inputs) => ({
      value: venousCount(inputs),
      unit: "count",
      by: "power of suction speed through Rath 2026, BL-48",
      isCatalogue: true,
    }),
  },
  {
    quantity: ["time empty"],
    needs: ["reservoir_volume_mL net_outflow_L_min"],
    answer: (inputs) => ({
      value: timeToEmptyS(inputs.number("reservoir_volume_mL"), inputs.number("net_outflow_L_min")),
      unit: "s",
      by: "BL-47",
    }),
  },
];

export const TEMPERATURE: readonly Experiment[] = [
  {
    quantity: ["heat"],
    needs: ["mass_kg dT"],
    answer: (inputs) => ({
      value: bodyHeatKj(
        inputs.number("mass_kg"),
        inputs.numberOr("specific_heat_kJ_kgK", 3.5),
        inputs.number("dT"),
      ),
      unit: "kJ",
      by: "mass times specific heat, BL-77",
    }),
  },
  {
    quantity: ["duty", "heat", "power"],
    needs: ["Q_L_min dT"],
    answer: (inputs) => ({
      value: 1000 * BLOOD_HEAT_KJ_PER_ML_C * inputs.number("Q_L_min") * inputs.number("dT"),
      unit: "kJ/min",
      by: "heat carried by blood, BL-42",
    }),
  },
  {
    quantity: ["performance factor"],
    needs: ["Tbi Tbo Twi"],
    answer: (inputs) => {
      const [bloodIn, waterIn] = [inputs.number("Tbi"), inputs.number("Twi")];
      return {
        value: performanceFactor(bloodIn, inputs.number("Tbo"), waterIn),
        unit: "-",
        by: "definition, BL-42",
        measure: { name: "heatExchanger", scale: waterIn - bloodIn },
      };
    },
  },
  {
    quantity: ["outlet temperature", "blood temperature"],
    needs: ["Tbi Twi R"],
    answer: (inputs) => ({
      value: bloodOutC(inputs.number("Tbi"), inputs.number("Twi"), inputs.number("R")),
      unit: "C",
      by: "BL-42",
      measure: { name: "heatExchanger", scale: 1 },
    }),
  },
];

/** Sign of the change of a lung's gradient when its resistance doubles at one flow. */
function gradientSign(): number {
  const clear = OXYGENATORS.map((device) => pressureDropMmHg(device, 4.8)).find(
    (drop) => drop !== null,
  );
  return Math.sign(2 * (clear ?? 0) - (clear ?? 0));
}

/** Change of arterial saturation when blood passes a lung without gas and a body with its usual use. */
function saturationSignWithoutGas(): number {
  const constants = { hufnerMlPerG: 1.34, dissolvedO2MlPerDlMmHg: 0.003 };
  const { hemoglobinGPerDl, saturationFraction, po2MmHg } = NOMINAL_BYPASS;
  const contentAt = (po2: number): number =>
    contentMlPerDl(hemoglobinGPerDl, dashSaturationFraction(po2, DASH_STANDARD), po2, constants);
  const arterial = contentMlPerDl(hemoglobinGPerDl, saturationFraction, po2MmHg, constants);
  const returned = po2WhereMmHg(contentAt, 0.79 * arterial);
  return Math.sign(dashSaturationFraction(returned, DASH_STANDARD) - saturationFraction);
}

/** Change of carbon dioxide in the body when the lung's sweep fails and it goes on being made. */
function pco2SignWithoutGas(): number {
  const { hemoglobinGPerDl, saturationFraction } = NOMINAL_BYPASS;
  const lung = { areaM2: 1.8, bloodFlowLpm: 4.8, inletPco2MmHg: REFERENCE_BLOOD.venousPco2MmHg };
  const law = co2PowerLaw(hemoglobinGPerDl, saturationFraction, 0);
  const before = co2RemovalMlPerMin({ ...lung, sweepLpm: 3 }, law);
  return Math.sign(before - co2RemovalMlPerMin({ ...lung, sweepLpm: 0 }, law));
}

/** Trends here are those of lost gas; other events need the world. */
function refuseOtherEvents(inputs: Inputs): void {
  if (inputs.words().some((word) => word === "gas" || word === "sweep")) return;
  throw new Unanswerable("Only loss of sweep gas is worked out without the whole world.");
}

export const FAULT: readonly Experiment[] = [
  {
    quantity: ["pco2 trend"],
    needs: ["event"],
    answer: (inputs) => {
      refuseOtherEvents(inputs);
      return { value: pco2SignWithoutGas(), unit: "sign", by: "removal without sweep, BL-45" };
    },
  },
  {
    quantity: ["incidence"],
    needs: ["event"],
    answer: (inputs) => {
      const series = mostSpecific(FAILURE_SERIES, inputs.words(), ({ words }) => words);
      if (series === undefined) throw new Unanswerable("No series of this event was reached.");
      return {
        value: incidenceFraction(series),
        unit: "fraction",
        by: series.source,
        isCatalogue: true,
      };
    },
  },
  {
    quantity: ["gradient sign"],
    needs: ["event"],
    answer: (inputs) => {
      const words = inputs.words();
      if (!words.includes("resistance")) throw new Unanswerable("It names no rise of resistance.");
      return { value: gradientSign(), unit: "sign", by: "flow times resistance" };
    },
  },
  {
    quantity: ["saturation trend"],
    needs: ["event"],
    answer: (inputs) => {
      refuseOtherEvents(inputs);
      return { value: saturationSignWithoutGas(), unit: "sign", by: "balance of oxygen, BL-10" };
    },
  },
];
