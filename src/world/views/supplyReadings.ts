/** What can be read of gas supply and heater-cooler: what is set, what is shown, what truly arrives. */
import { mlPerSToLpm } from "../../kernel/units.ts";
import { cylinderKpa, GAS } from "../../machine/gasSupply.ts";
import { WATER } from "../../machine/heaterCooler.ts";
import { MACHINE } from "../state/layouts.ts";
import { nodeIndex } from "../topology.ts";
import { held, type Reader } from "./reader.ts";

const M = MACHINE.index;
const G = GAS.index;
const W = WATER.index;

const gas = (slot: number): Reader => held("gasSupply", slot);
const gasLpm =
  (slot: number): Reader =>
  (s, into, at) => {
    into[at] = mlPerSToLpm(s.gasSupply[slot] as number);
  };
const water = (slot: number): Reader => held("waterUnit", slot);
const own = (slot: number): Reader => held("machine", slot);

export const supplyReadings: Readonly<Record<string, Reader>> = {
  "gas.fio2SetFraction": gas(G.fio2SetFraction),
  "gas.oxygenAnalyserFraction": gas(G.analyserShownFraction),
  "gas.sweepLpm": gasLpm(G.floatShownMlPerS),
  "gas.sweepSetLpm": gasLpm(G.sweepSetMlPerS),
  "gas.oxygenPressureKpa": gas(G.oxygenKpa),
  "gas.airPressureKpa": gas(G.airKpa),
  "gas.oxygenHose": gas(G.oxygenHose),
  "gas.airHose": gas(G.airHose),
  "gas.cylinderOpen": gas(G.cylinderOpen),
  "gas.cylinderPressureKpa": (s, into, at) => {
    into[at] = cylinderKpa(s.gasSupply);
  },
  "gas.cylinderContentsL": gas(G.cylinderL),
  "gas.spareCylinderCount": gas(G.spareCylinderCount),
  "gas.blenderBypassed": gas(G.blenderBypassed),
  "gas.co2Lpm": gasLpm(G.co2SetMlPerS),
  "gas.vaporiserSetFraction": gas(G.vaporiserSetFraction),
  "gas.vaporiserLevelFraction": (s, into, at) => {
    into[at] = s.gasSupply[G.vaporiserMl] / Math.max(1, s.gasSupply[G.vaporiserFullMl] as number);
  },
  "gas.scavengingOn": gas(G.scavengingOn),
  "gas.vacuumMmHg": own(M.reservoirVacuumMmHg),
  "line.venous.occluderOpenFraction": own(M.venousOccluderOpenFraction),
  "gas.reservoirPressureMmHg": held("nodePressureMmHg", nodeIndex("reservoir")),
  "gas.gasSidePressureMmHg": gas(G.gasSideMmHg),
  "gas.analyserSite": gas(G.analyserSite),
  "gas.fio2TrueFraction": own(M.fio2Fraction),
  "gas.sweepTrueLpm": (s, into, at) => {
    into[at] = mlPerSToLpm(s.machine[M.sweepMlPerS] as number);
  },
  "gas.co2TrueFraction": own(M.sweepCo2Fraction),
  "gas.agentTrueFraction": own(M.sweepAgentFraction),
  "water.setPointC": own(M.waterSetPointC),
  "water.temperatureC": own(M.waterC),
  "water.flowLpm": water(W.flowLpm),
  "water.running": own(M.waterRunning),
  "water.switchedOn": (s, into, at) => {
    into[at] = 1 - s.waterUnit[W.switchedOff];
  },
  "water.mode": water(W.mode),
  "water.setFlowLpm": water(W.setFlowLpm),
  "water.pressureMmHg": water(W.pressureMmHg),
  "water.inletClamped": water(W.inletClamped),
  "water.outletClamped": water(W.outletClamped),
  "water.iceKg": water(W.iceKg),
  "water.cutOutTripped": water(W.cutOutTripped),
  "water.leakedMl": water(W.leakedMl),
};
