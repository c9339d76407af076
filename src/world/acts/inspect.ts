/**
 * What looking at something tells: a finding and a sentence, from the true state that an eye at the
 * machine can see — never from a display that may lie, unless it is the display that is looked at.
 */
import { CRANK } from "../../machine/crank.ts";
import { HEAD, headMessage, headStatus, isCentrifugal, isPowered } from "../../machine/head.ts";
import { HEAD_MESSAGES, HEAD_STATUSES, placeCode, ROTATIONS, TUBES } from "../../machine/names.ts";
import { SENSOR } from "../../machine/sensor.ts";
import { overLimit, sensorOf } from "../console/devices.ts";
import { HEADS, type Inspectable, MAIN_DEVICES, SAFETY_MODES } from "../contract/ids.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { arterialHeadIndex } from "../physics/pumpEdges.ts";
import { MACHINE, UPKEEP } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import type { Node } from "../topology.ts";
import { amountIndex, cellCount, edgeIndex, firstCell, GAS } from "../topology.ts";
import { OXYGENATOR_LOOKS } from "./lookAtOxygenator.ts";
import { MACHINE_LOOKS } from "./machineLooks.ts";
import { hidden, type Look, normal, type Sight, when, wrong } from "./sight.ts";

const H = HEAD.index;
const M = MACHINE.index;
const C = CRANK.index;
const S = SENSOR.index;

/** Air in the venous line that an eye calls a slug, mL (K). */
const SLUG_SEEN_ML = 5;

const powered = (state: WorldState): boolean => state.machine[M.consolePowered] === 1;
/** The head a perfusionist means by "the arterial head": where the boot is, else the first bay. */
const arterialHead = (state: WorldState): Float64Array =>
  state.head[Math.max(0, arterialHeadIndex(state))] as Float64Array;

/** Gas an eye can see in a node's tubing, mL. */
function gasIn(state: WorldState, node: Node): number {
  let gas = 0;
  for (let i = 0; i < cellCount(node); i += 1)
    gas += state.cellAmount[amountIndex(GAS, firstCell[node] + i)];
  return gas;
}

const MESSAGE_TEXT: Readonly<Record<(typeof HEAD_MESSAGES)[number], string>> = {
  none: "No message on the head.",
  noPower: "The head's display is dark.",
  motorFault: "The head shows MOTOR FAULT.",
  overload: "The head shows OVERLOAD.",
  coverOpen: "The head shows COVER OPEN.",
  emergencyStop: "The head shows EMERGENCY STOP.",
  levelStop: "The head shows LEVEL STOP.",
  bubbleStop: "The head shows BUBBLE STOP.",
  pressureStop: "The head shows PRESSURE STOP.",
  arterialStopped: "The head shows ARTERIAL STOPPED.",
  runaway: "The head shows RUNAWAY.",
  masterStopped: "The head shows MASTER STOPPED.",
  safetyStop: "The head shows SAFETY STOP.",
};

function lookAtMessage(state: WorldState): Sight {
  const head = arterialHead(state);
  if (!isPowered(head, powered(state))) return wrong(MESSAGE_TEXT.noPower);
  const message = HEAD_MESSAGES[headMessage(head, true)] as (typeof HEAD_MESSAGES)[number];
  const status = HEAD_STATUSES[headStatus(head, true)] as string;
  return when(message !== "none", MESSAGE_TEXT[message], `No message. Status: ${status}.`);
}

function lookAtRotor(state: WorldState): Sight {
  const head = arterialHead(state);
  if (isCentrifugal(head))
    return hidden("The impeller is inside the cone; look at flow and listen.");
  const turns = Math.abs(head[H.rotorRpm] as number) > 1;
  const shown = Math.abs(head[H.driveRpm] as number) > 1;
  if (shown && !turns) return wrong("The display shows speed, but the rollers stand still.");
  return when(!turns, "The rollers stand still.", "The rollers turn.");
}

function lookAtBoot(state: WorldState): Sight {
  const head = arterialHead(state);
  if (head[H.jam] === 1) return wrong("Something is caught between roller and raceway.");
  const gas = gasIn(state, "pumpInlet");
  return when(gas > 0.3, "Froth in the boot.", "The boot is full of blood and lies straight.");
}

function lookAtLevel(state: WorldState, setup: WorldSetup): Sight {
  const ml = state.cellVolumeMl[firstCell.reservoir] as number;
  const round = Math.round(ml / 10) * 10;
  return when(
    ml <= setup.machine.safety.levelLimitMl,
    `Reservoir at ${round} mL: at or below the sensor.`,
    `Reservoir at ${round} mL.`,
  );
}

function lookAtArterialLine(state: WorldState): Sight {
  const gas = gasIn(state, "arterialLine") + gasIn(state, "arterialTable");
  if (gas > 0.3) return wrong("There is air in the arterial line.");
  return when(
    state.machine[M.arterialOpenFraction] < 0.9,
    "The arterial line is kinked under the drape.",
    "Arterial line full, no air, no kink.",
  );
}

function lookAtVenousLine(state: WorldState): Sight {
  if (gasIn(state, "venousLine") > SLUG_SEEN_ML)
    return wrong("Slugs of air stand in the venous line.");
  return when(
    state.machine[M.venousOpenFraction] < 0.9,
    "The venous line is kinked.",
    "Venous line full and straight.",
  );
}

function lookAtClamp(state: WorldState): Sight {
  if (state.machine[M.clampLineInside] === 0)
    return normal("The line is not in the electronic clamp.");
  return when(
    state.machine[M.clampJawsClosed] === 1,
    "The jaws of the electronic clamp are shut on the arterial line.",
    "The electronic clamp is open.",
  );
}

function lookAtPressure(state: WorldState, setup: WorldSetup): Sight {
  const shown = Math.round(state.machine[M.postmembraneShownMmHg] as number);
  return when(
    shown > setup.machine.safety.pressureAlertMmHg,
    `Line pressure ${shown} mmHg: high.`,
    `Line pressure ${shown} mmHg.`,
  );
}

function lookAtProbe(state: WorldState): Sight {
  const m = state.machine;
  if (m[M.flowProbeFailed] === 1) return wrong("The flow probe shows no signal.");
  const shown = m[M.flowProbeShownMlPerS] as number;
  const moving = state.edgeFlowMlPerS[edgeIndex("filterOutlet")] as number;
  const differs = Math.abs(shown - moving) > 10;
  return when(
    differs,
    "The probe's number does not agree with the line.",
    "The probe reads what the line shows.",
  );
}

function lookAtLinks(state: WorldState): Sight {
  const m = state.machine;
  const carrying = arterialHeadIndex(state);
  const linked = HEADS[m[M.linkedHead] as number] as string;
  const off = MAIN_DEVICES.some(
    (device) => sensorOf(state, device)[S.mode] !== SAFETY_MODES.indexOf("alarmStop"),
  );
  return when(
    m[M.linkedHead] !== carrying || off,
    `Safety devices are linked to the ${linked} head; not everything is armed for the patient.`,
    `Level, bubble and pressure are armed and linked to the ${linked} head.`,
  );
}

function lookAtDirection(state: WorldState): Sight {
  const head = arterialHead(state);
  if (isCentrifugal(head)) return normal("A centrifugal cone has one direction.");
  const rotation = ROTATIONS[head[H.rotation] as number] as string;
  const tube = TUBES[head[H.tubeSet] as number] as string;
  const isWrong = head[H.rotation] !== 0 || head[H.tubeSet] !== head[H.tube];
  const words = rotation === "clockwise" ? "clockwise" : "counter-clockwise";
  return when(
    isWrong,
    `Set to ${words}, tube ${TUBE_TEXT[tube as keyof typeof TUBE_TEXT]}: that does not fit this boot.`,
    `Set to ${words}, tube ${TUBE_TEXT[tube as keyof typeof TUBE_TEXT]}.`,
  );
}
const TUBE_TEXT = {
  quarterInch: "1/4 inch",
  threeEighthsInch: "3/8 inch",
  halfInch: "1/2 inch",
} as const;

const LOOKS: Readonly<Record<Inspectable, Look>> = {
  headMessage: lookAtMessage,
  rotor: lookAtRotor,
  cover: (state) => {
    const head = arterialHead(state);
    if (head[H.coverAjar] === 1) return wrong("The cover is ajar: its latch has not caught.");
    return when(head[H.coverOpen] === 1, "The cover is open.", "The cover is shut.");
  },
  boot: lookAtBoot,
  reservoirLevel: lookAtLevel,
  arterialLine: lookAtArterialLine,
  venousLine: lookAtVenousLine,
  bubbleDetector: (state) =>
    when(
      overLimit(state, "bubble") || sensorOf(state, "bubble")[S.tripped] === 1,
      "The bubble detector has seen gas.",
      "The bubble detector is clear.",
    ),
  linePressure: lookAtPressure,
  electronicClamp: lookAtClamp,
  flowProbe: lookAtProbe,
  safetyLinks: lookAtLinks,
  directionAndTube: lookAtDirection,
  occlusion: (state) => {
    const head = arterialHead(state);
    if (isCentrifugal(head)) return normal("A centrifugal cone has no occlusion.");
    return when(
      head[H.occlusionFraction] < 0.95 || head[H.occlusionFraction] > 1.03,
      "Occlusion is not set for this boot.",
      "Just occlusive.",
    );
  },
  power: (state) =>
    when(state.machine[M.mainsLost] === 1, "Mains power is lost.", "The console is on mains."),
  cardioplegiaHead: (state) => {
    const head = state.head[HEADS.indexOf("cardioplegia")] as Float64Array;
    const turns = Math.abs(head[H.rotorRpm] as number) > 1;
    const starving = turns && Math.abs(arterialHead(state)[H.rotorRpm] as number) < 2;
    return when(
      starving,
      "The cardioplegia head still turns and draws from the oxygenator.",
      turns ? "The cardioplegia head turns." : "The cardioplegia head stands still.",
    );
  },
  gasSupply: (state) =>
    when(
      state.machine[M.sweepMlPerS] === 0,
      "No sweep gas flows.",
      "Sweep gas flows, the float is steady.",
    ),
  crankClip: (state) =>
    when(
      state.crank[C.place] === placeCode("missing"),
      "The clip is empty. The crank is on the next machine.",
      state.crank[C.place] === placeCode("clip")
        ? "The crank is in its clip."
        : "The clip is empty: you took the crank.",
    ),
  reservoirOutletConnector: (state) =>
    when(
      state.machine[M.connectorAirMlPerS] > 0,
      "Bubbles enter at the reservoir outlet connector.",
      "The outlet connector is tight.",
    ),
  ...MACHINE_LOOKS,
  ...OXYGENATOR_LOOKS,
};

/** What is seen when one looks at something. */
export function look(state: WorldState, setup: WorldSetup, what: Inspectable): Sight {
  const { upkeep } = state;
  if (upkeep[UPKEEP.index.lightsOut] === 1 && upkeep[UPKEEP.index.emergencyLight] === 0)
    return hidden("It is dark. Switch the emergency light on.");
  return LOOKS[what](state, setup);
}
