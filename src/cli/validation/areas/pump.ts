/** Roller and centrifugal pumps (area pump). */
import { MM_PER_INCH } from "../../../kernel/units.ts";
import {
  CENTRIFUGAL_PUMPS,
  type CentrifugalPump,
  circuitFlowLpm,
  GUAN_CIRCUIT,
  pumpHeadMmHg,
} from "../../../physiology/circuit/centrifugalPumps.ts";
import {
  RACEWAY_STROKE_ML_PER_REV,
  rollerFlowLpm,
  SUCTION_STROKE_ML_PER_REV,
} from "../../../physiology/circuit/rollerPumps.ts";
import { type Experiment, type Inputs, Unanswerable } from "../experiment.ts";

/** Speeds over which two pumps are compared: working speeds that both reach, rpm. */
const COMPARED_RPM = [3000, 3500, 4000, 4500, 5000];

/** Pumps in the order the words name them. */
function namedPumps(inputs: Inputs): readonly CentrifugalPump[] {
  return inputs
    .words()
    .flatMap((word) => CENTRIFUGAL_PUMPS.find(({ id }) => id === word) ?? [])
    .filter((pump, index, all) => all.indexOf(pump) === index);
}

function pumpOf(inputs: Inputs): CentrifugalPump {
  const [pump] = namedPumps(inputs);
  if (pump === undefined) {
    throw new Unanswerable(`No head–flow data were reached for "${inputs.text("pump")}".`);
  }
  return pump;
}

function strokeOf(inputs: Inputs): number {
  const [, over, under] = /(\d+)\s*\/\s*(\d+)/.exec(inputs.text("tubing")) ?? [];
  const stroke = RACEWAY_STROKE_ML_PER_REV[(16 * Number(over)) / Number(under)];
  if (stroke === undefined) {
    throw new Unanswerable(`There is no stroke for tubing "${inputs.text("tubing")}".`);
  }
  return stroke;
}

/** Inner diameter in mm of tubing written as a fraction of an inch. */
export function tubingMm(text: string): number {
  const [, over, under] = /(\d+)\s*\/\s*(\d+)/.exec(text) ?? [];
  if (over === undefined) throw new Unanswerable(`"${text}" names no tubing size.`);
  return (MM_PER_INCH * Number(over)) / Number(under);
}

function meanDifference(first: CentrifugalPump, second: CentrifugalPump): number {
  const differences = COMPARED_RPM.map(
    (rpm) => circuitFlowLpm(first, rpm, GUAN_CIRCUIT) - circuitFlowLpm(second, rpm, GUAN_CIRCUIT),
  );
  return differences.reduce((sum, one) => sum + one, 0) / differences.length;
}

/** Sign of flow through a stopped pump, or of its change when the afterload grows by half. */
function afterloadSign(inputs: Inputs): number {
  if (inputs.words().includes("roller")) return 0;
  if (inputs.words().some((word) => word.startsWith("stop"))) {
    return Math.sign(circuitFlowLpm(CENTRIFUGAL_PUMPS[0], 0, GUAN_CIRCUIT));
  }
  const [pump = CENTRIFUGAL_PUMPS[0]] = namedPumps(inputs);
  const loaded = { ...GUAN_CIRCUIT, afterloadMmHg: 1.5 * GUAN_CIRCUIT.afterloadMmHg };
  const rpm = pump.speedRpmMax;
  const change = circuitFlowLpm(pump, rpm, loaded) - circuitFlowLpm(pump, rpm, GUAN_CIRCUIT);
  return Math.sign(inputs.words().includes("falls") ? -change : change);
}

const speedOf = (inputs: Inputs): number =>
  inputs.has("rpm") ? inputs.number("rpm") : pumpOf(inputs).speedRpmMax;

const flowKey = (inputs: Inputs): string => (inputs.has("Q_L_min") ? "Q_L_min" : "flow_L_min");

export const PUMP: readonly Experiment[] = [
  {
    quantity: ["stroke"],
    needs: ["tubing"],
    answer: (inputs) => ({
      value: strokeOf(inputs),
      unit: "mL/rev",
      by: "150 mm raceway, from memory",
      isCatalogue: true,
    }),
  },
  {
    quantity: ["flow"],
    needs: ["tubing rpm"],
    answer: (inputs) => ({
      value: rollerFlowLpm(strokeOf(inputs), inputs.number("rpm")),
      unit: "L/min",
      by: "stroke times speed, BL-36",
    }),
  },
  {
    quantity: ["difference"],
    needs: ["compare"],
    answer: (inputs) => {
      const [first, second] = namedPumps(inputs);
      if (second === undefined) throw new Unanswerable("It does not name two pumps known here.");
      return {
        value: meanDifference(first, second),
        unit: "L/min",
        by: "affinity laws in one circuit, mean of 3000 to 5000 rpm, BL-35",
      };
    },
  },
  {
    quantity: ["sign"],
    needs: ["event"],
    answer: (inputs) => ({
      value: afterloadSign(inputs),
      unit: "sign",
      by: "pump against circuit, BL-35",
    }),
  },
  {
    quantity: ["pressure", "head"],
    needs: ["pump rpm Q_L_min", "pump rpm flow_L_min"],
    answer: (inputs) => ({
      value: pumpHeadMmHg(pumpOf(inputs), inputs.number("rpm"), inputs.number(flowKey(inputs))),
      unit: "mmHg",
      by: "affinity laws, BL-34",
    }),
  },
  {
    quantity: ["flow"],
    needs: ["pump rpm"],
    answer: (inputs) => {
      if (inputs.words().includes("roller")) {
        return {
          value: rollerFlowLpm(SUCTION_STROKE_ML_PER_REV, inputs.number("rpm")),
          unit: "L/min",
          by: "stroke times speed, BL-36",
        };
      }
      return {
        value: circuitFlowLpm(pumpOf(inputs), speedOf(inputs), GUAN_CIRCUIT),
        unit: "L/min",
        by: "pump against circuit, BL-35",
      };
    },
  },
  {
    quantity: ["flow"],
    needs: ["pump setting"],
    answer: (inputs) => ({
      value: circuitFlowLpm(pumpOf(inputs), speedOf(inputs), GUAN_CIRCUIT),
      unit: "L/min",
      by: "pump against circuit at its highest speed, BL-35",
    }),
  },
];
