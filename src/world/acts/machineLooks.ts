/** Looks at gas hoses and line, cylinder, scavenger, water lines, level sensor and transducers. */
import { GAS } from "../../machine/gasSupply.ts";
import { WATER } from "../../machine/heaterCooler.ts";
import { SENSOR } from "../../machine/sensor.ts";
import { TRANSDUCER } from "../../machine/transducer.ts";
import { sensorOf } from "../console/devices.ts";
import type { Inspectable } from "../contract/ids.ts";
import { type Look, when } from "./sight.ts";

const G = GAS.index;
const W = WATER.index;
const S = SENSOR.index;
const T = TRANSDUCER.index;

type MachineLook = Extract<
  Inspectable,
  "gasHoses" | "gasLine" | "cylinder" | "scavenger" | "waterLines" | "levelSensor" | "transducers"
>;

export const MACHINE_LOOKS: Readonly<Record<MachineLook, Look>> = {
  gasHoses: ({ gasSupply }) =>
    when(
      gasSupply[G.oxygenHose] === 0 || gasSupply[G.airHose] === 0,
      "A gas hose is out of the wall.",
      "Both gas hoses sit in their outlets.",
    ),
  gasLine: ({ gasSupply }) =>
    when(
      gasSupply[G.lineOff] === 1 || gasSupply[G.leakFraction] > 0.05,
      "The gas line is off the oxygenator or hisses.",
      "The gas line runs to the oxygenator and sits tight.",
    ),
  cylinder: ({ gasSupply }) =>
    when(
      gasSupply[G.cylinderL] < 0.25 * gasSupply[G.cylinderFullL],
      `The cylinder holds about ${Math.round((gasSupply[G.cylinderL] as number) / 10) * 10} L.`,
      `The cylinder holds about ${Math.round((gasSupply[G.cylinderL] as number) / 10) * 10} L: enough.`,
    ),
  scavenger: ({ gasSupply }) =>
    when(
      gasSupply[G.scavengingOpenFraction] < 0.9,
      "The exhaust of the oxygenator is obstructed.",
      "The exhaust is free.",
    ),
  waterLines: ({ waterUnit }) =>
    when(
      waterUnit[W.inletClamped] + waterUnit[W.outletClamped] > 0 ||
        waterUnit[W.kinkOpenFraction] < 0.9,
      "A water line is shut or kinked.",
      "Both water lines are open.",
    ),
  levelSensor: (state) =>
    when(
      sensorOf(state, "level")[S.failure] !== 0 || sensorOf(state, "level")[S.offset] !== 0,
      "The level sensor does not sit where it should, or its pad is off.",
      "The level sensor sits at its mark.",
    ),
  transducers: (state) =>
    when(
      state.transducer.some((each) => each[T.heightCm] !== 0),
      "A transducer hangs at another height than the heart.",
      "The transducers hang at the height of the heart.",
    ),
};
