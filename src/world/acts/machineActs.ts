/** What hands do to gas supply and heater-cooler. Each says in a sentence why it cannot be done. */
import { lpmToMlPerS } from "../../kernel/units.ts";
import { WATER_MODES } from "../../machine/gasNames.ts";
import { GAS } from "../../machine/gasSupply.ts";
import { WATER } from "../../machine/heaterCooler.ts";
import { beginTask } from "../console/tasks.ts";
import type { Task } from "../contract/ids.ts";
import type { MachineAction } from "../contract/machineActions.ts";
import { ANALYSER_SITES, PIPED_GASES } from "../contract/machineIds.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { type ActResult, DONE, refuse } from "./refusal.ts";

const M = MACHINE.index;
const G = GAS.index;
const W = WATER.index;

export type MachineActs<T extends MachineAction["type"]> = {
  readonly [A in T]: (
    state: WorldState,
    action: Extract<MachineAction, { type: A }>,
    setup: WorldSetup,
  ) => ActResult;
};
type GasActs = MachineActs<Extract<MachineAction["type"], `gas.${string}`>>;
type WaterActs = MachineActs<Extract<MachineAction["type"], `water.${string}`>>;

function doing(state: WorldState, task: Task, what = 0, to = 0): ActResult {
  beginTask(state, task, what, to);
  return DONE;
}

export const GAS_ACTS: GasActs = {
  "gas.connectHose": (state, { hose, outlet }) => {
    if (outlet !== "none" && outlet !== hose)
      return refuse(
        "wrongPump",
        `The index of the ${hose} hose does not fit the ${outlet} outlet.`,
      );
    const slot = hose === "oxygen" ? G.oxygenHose : G.airHose;
    const wanted = outlet === "none" ? 0 : 1;
    if (state.gasSupply[slot] === wanted)
      return refuse("alreadySo", wanted ? "That hose is in already." : "That hose is out already.");
    return doing(state, "connectHose", PIPED_GASES.indexOf(hose), wanted);
  },
  "gas.setCylinder": ({ gasSupply }, { open }) => {
    if ((gasSupply[G.cylinderOpen] === 1) === open)
      return refuse(
        "alreadySo",
        open ? "The cylinder is open already." : "The cylinder is shut already.",
      );
    gasSupply[G.cylinderOpen] = open ? 1 : 0;
    return DONE;
  },
  "gas.changeCylinder": (state) =>
    state.gasSupply[G.spareCylinderCount] > 0
      ? doing(state, "changeCylinder")
      : refuse("noSpare", "There is no full cylinder in the store."),
  "gas.setCo2": ({ gasSupply }, { co2Lpm }) => {
    gasSupply[G.co2SetMlPerS] = lpmToMlPerS(co2Lpm);
    return DONE;
  },
  "gas.tapFlowMeter": ({ gasSupply }) => {
    gasSupply[G.floatStuck] = 0;
    return DONE;
  },
  "gas.reconnectLine": (state) => doing(state, "reconnectGasLine"),
  "gas.setVaporiser": ({ gasSupply }, { agentFraction }) => {
    gasSupply[G.vaporiserSetFraction] = agentFraction;
    return DONE;
  },
  "gas.fillVaporiser": (state) => doing(state, "fillVaporiser"),
  "gas.setVacuum": ({ machine }, { vacuumMmHg }) => {
    machine[M.reservoirVacuumMmHg] = vacuumMmHg;
    return DONE;
  },
  "gas.openReservoirVent": (state) => doing(state, "openReservoirVent"),
  "gas.setScavenging": ({ gasSupply }, { on }) => {
    gasSupply[G.scavengingOn] = on ? 1 : 0;
    return DONE;
  },
  "gas.clearScavenging": (state) => doing(state, "clearScavenging"),
  "gas.setAnalyserSite": ({ gasSupply }, { site }) => {
    gasSupply[G.analyserSite] = ANALYSER_SITES.indexOf(site);
    return DONE;
  },
  "gas.calibrateAnalyser": (state) => doing(state, "calibrateAnalyser"),
  "gas.bypassBlender": ({ gasSupply }) => {
    gasSupply[G.blenderBypassed] = 1 - gasSupply[G.blenderBypassed];
    return DONE;
  },
};

const NO_POWER = "The heater-cooler has no power.";

export const WATER_ACTS: WaterActs = {
  "water.setMode": ({ waterUnit, machine }, { mode }) => {
    if (machine[M.mainsLost] === 1 && machine[M.consolePowered] === 0)
      return refuse("noPower", NO_POWER);
    waterUnit[W.mode] = WATER_MODES.indexOf(mode);
    return DONE;
  },
  "water.setFlow": ({ waterUnit }, { flowLpm }) => {
    waterUnit[W.setFlowLpm] = flowLpm;
    return DONE;
  },
  "water.clampLine": ({ waterUnit }, { line, closed }) => {
    const slot = line === "inlet" ? W.inletClamped : W.outletClamped;
    if ((waterUnit[slot] === 1) === closed)
      return refuse(
        "alreadySo",
        closed ? "That water line is shut already." : "That water line is open already.",
      );
    waterUnit[slot] = closed ? 1 : 0;
    if (!closed) waterUnit[W.kinkOpenFraction] = 1; // whoever opens it runs a hand along the hose
    return DONE;
  },
  "water.addIce": (state) => doing(state, "addIce"),
  "water.swapUnit": (state) =>
    state.waterUnit[W.flowLpm] > 0.5
      ? refuse("stillConnected", "Stop its water first: an open line would spray the field.")
      : doing(state, "swapHeaterCooler"),
  "water.resetCutOut": ({ waterUnit }) => {
    if (waterUnit[W.cutOutTripped] === 0)
      return refuse("alreadySo", "The cut-out has not tripped.");
    waterUnit[W.cutOutTripped] = 0;
    return DONE;
  },
};
