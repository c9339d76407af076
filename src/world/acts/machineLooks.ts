/** Looks at gas hoses and line, cylinder, scavenger, water lines, level sensor, transducers and both vents. */
import { GAS } from "../../machine/gasSupply.ts";
import { HEAD } from "../../machine/head.ts";
import { WATER } from "../../machine/heaterCooler.ts";
import { lineCode, ROTATIONS } from "../../machine/names.ts";
import { SENSOR } from "../../machine/sensor.ts";
import { TRANSDUCER } from "../../machine/transducer.ts";
import { sensorOf } from "../console/devices.ts";
import type { Inspectable } from "../contract/ids.ts";
import { MACHINE } from "../state/layouts.ts";
import { type Look, when, wrong } from "./sight.ts";

const G = GAS.index;
const M = MACHINE.index;
const W = WATER.index;
const S = SENSOR.index;
const T = TRANSDUCER.index;
const H = HEAD.index;
const VENT = lineCode("ventBoot");
const CLOCKWISE = ROTATIONS.indexOf("clockwise");
const NO_HEAD = new Float64Array(HEAD.size);

type MachineLook = Extract<
  Inspectable,
  | "gasHoses"
  | "gasLine"
  | "cylinder"
  | "scavenger"
  | "waterLines"
  | "levelSensor"
  | "transducers"
  | "ventTip"
  | "reservoirVent"
>;

/** Below the tank's mark so that an eye sees it, mL. */
const TANK_LOW_ML = 30;

const lookAtWater: Look = ({ waterUnit }) => {
  if (
    waterUnit[W.inletClamped] + waterUnit[W.outletClamped] > 0 ||
    waterUnit[W.kinkOpenFraction] < 0.9
  )
    return wrong("A water line is shut or kinked.");
  if (waterUnit[W.dead] === 1) return wrong("The heater-cooler is dark and its pump is silent.");
  return when(
    waterUnit[W.leakedMl] > TANK_LOW_ML,
    "The lines are open, and the tank stands below its mark: water is going somewhere.",
    "Both water lines are open.",
  );
};

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
  waterLines: lookAtWater,
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
  reservoirVent: ({ machine }) => {
    if (machine[M.regulatorShut] === 1)
      return wrong(
        "A vacuum line sits on the lid, and nothing moves in it: its regulator is shut.",
      );
    return when(
      machine[M.ventOpenFraction] < 0.9,
      "The vent of the reservoir is shut: cap, clamp, or a wet filter.",
      "The vent of the reservoir is open.",
    );
  },
  ventTip: (state) => {
    const head = state.head.find((each) => each[H.carries] === VENT) ?? NO_HEAD;
    const turnsRight = head[H.rotation] === CLOCKWISE;
    return when(
      turnsRight === (head[H.bootReversed] === 1),
      "The vent blows: bubbles rise in the jug.",
      "The vent sucks: the water goes up the tube.",
    );
  },
};
