/**
 * From the wall to the membrane (docs/model.md M-31 to M-36): piped gases, cylinder, blender, flow
 * meter, CO2, vaporiser, scavenging and the oxygen analyser. What is set, what is shown and what
 * truly arrives are three numbers, because each of these parts can make them differ.
 */
import { defineLayout } from "../kernel/layout.ts";
import { S_PER_TICK } from "../kernel/tick.ts";
import { ML_PER_L } from "../kernel/units.ts";
import { ANALYSER_SITES, BLENDER_KINDS, blenderFaultCode } from "./gasNames.ts";

/** Flags are 0 or 1; pressures are gauge pressures. */
export const GAS = defineLayout([
  "oxygenWallKpa",
  "airWallKpa",
  "oxygenWallO2Fraction",
  "airWallO2Fraction",
  "oxygenHose",
  "airHose",
  "oxygenKpa",
  "airKpa",
  "cylinderOpen",
  "cylinderL",
  "cylinderFullL",
  "spareCylinderCount",
  "blenderKind",
  "blenderFault",
  "blenderHeldFraction",
  "blenderDriftFraction",
  "blenderBypassed",
  "fio2SetFraction",
  "fio2BlendedFraction",
  "sweepSetMlPerS",
  "floatStuck",
  "floatShownMlPerS",
  "sweepMeteredMlPerS",
  "co2SetMlPerS",
  "lineOff",
  "leakFraction",
  "vaporiserSetFraction",
  "vaporiserMl",
  "vaporiserFullMl",
  "scavengingOn",
  "scavengingOpenFraction",
  "gasSideMmHg",
  "analyserSite",
  "analyserErrorFraction",
  "analyserShownFraction",
  "inletFio2Fraction",
  "deliveredFio2Fraction",
  "deliveredSweepMlPerS",
  "deliveredCo2Fraction",
  "deliveredAgentFraction",
]);
const G = GAS.index;
const AIR_ONLY = blenderFaultCode("airOnly");
const STUCK = blenderFaultCode("stuck");
const ELECTRONIC = BLENDER_KINDS.indexOf("electronic");
const INLET = ANALYSER_SITES.indexOf("inlet");

/** Pipeline pressure as hospitals keep it, kPa (K). */
export const PIPELINE_KPA = 400;
/** The cylinder's regulator is set below the pipeline, so that the wall is used first, kPa (K). */
const REGULATOR_KPA = 345;
/** Below this the blender cannot mix with a gas and passes only the other, kPa (K). */
const BLENDER_KPA_MIN = 200;
/** Full pressure of a cylinder's gauge, kPa (K). */
const CYLINDER_FULL_KPA = 13_700;
const ROOM_O2_FRACTION = 0.21;
/** Gas lines fill and empty with this time constant, s (K). */
const LINE_LAG_S = 0.8;
const ANALYSER_LAG_S = 4; // (K)
/** Exhaust: 1.5 mmHg at 2.5 L/min when nothing obstructs it (K). */
const EXHAUST_ML_PER_S_MMHG = 28;
/** Gas-side relief valve, mmHg (K). */
const RELIEF_MMHG = 80;
/** Liquid used: 3 mL an hour for each L/min and per cent of vapour (K). */
const LIQUID_ML_PER_VAPOUR_ML = 300 / (ML_PER_L * 60);

/** Which gas feeds the blender's oxygen port: the cylinder only when it gives more than the wall. */
function feedOxygenPort(gas: Float64Array): void {
  const wall = gas[G.oxygenHose] === 1 ? (gas[G.oxygenWallKpa] as number) : 0;
  const cylinder = cylinderGives(gas) ? REGULATOR_KPA : 0;
  gas[G.oxygenKpa] += (Math.max(wall, cylinder) - gas[G.oxygenKpa]) * (S_PER_TICK / LINE_LAG_S);
  const air = gas[G.airHose] === 1 ? (gas[G.airWallKpa] as number) : 0;
  gas[G.airKpa] += (air - gas[G.airKpa]) * (S_PER_TICK / LINE_LAG_S);
}

const cylinderGives = (gas: Float64Array): boolean =>
  gas[G.cylinderOpen] === 1 && gas[G.cylinderL] > 0;

/** True while the cylinder, not the wall, feeds the oxygen port. */
export function onCylinder(gas: Float64Array): boolean {
  const wall = gas[G.oxygenHose] === 1 ? (gas[G.oxygenWallKpa] as number) : 0;
  return cylinderGives(gas) && REGULATOR_KPA > wall;
}

/** Share of the mixture that comes through the oxygen port. */
const PORT_SHARE = new Float64Array(1);

function findPortShare(gas: Float64Array): void {
  const fault = gas[G.blenderFault] as number;
  const hasOxygen = gas[G.oxygenKpa] >= BLENDER_KPA_MIN;
  const hasAir = gas[G.airKpa] >= BLENDER_KPA_MIN;
  if (gas[G.blenderBypassed] === 1) PORT_SHARE[0] = 1;
  else if (fault === AIR_ONLY) PORT_SHARE[0] = 0;
  else if (!hasOxygen || !hasAir) PORT_SHARE[0] = gas[G.oxygenKpa] >= gas[G.airKpa] ? 1 : 0;
  else {
    const believed =
      fault === STUCK
        ? (gas[G.blenderHeldFraction] as number)
        : gas[G.fio2SetFraction] + gas[G.blenderDriftFraction];
    PORT_SHARE[0] = Math.min(
      1,
      Math.max(0, (believed - ROOM_O2_FRACTION) / (1 - ROOM_O2_FRACTION)),
    );
  }
}

/** Blend what the two ports really carry, and take the cylinder's part out of it. */
function blend(gas: Float64Array, consolePowered: boolean): void {
  findPortShare(gas);
  const share = PORT_SHARE[0];
  const fromCylinder = onCylinder(gas);
  const rich = fromCylinder ? 1 : (gas[G.oxygenWallO2Fraction] as number);
  gas[G.fio2BlendedFraction] = share * rich + (1 - share) * gas[G.airWallO2Fraction];
  const isBypassed = gas[G.blenderBypassed] === 1;
  const isElectronic = gas[G.blenderKind] === ELECTRONIC;
  const isShut = isElectronic && !isBypassed && !consolePowered;
  const drivingKpa = isBypassed
    ? (gas[G.oxygenKpa] as number)
    : Math.max(gas[G.oxygenKpa], gas[G.airKpa]);
  const pressureShare = isShut ? 0 : Math.min(1, drivingKpa / BLENDER_KPA_MIN);
  gas[G.sweepMeteredMlPerS] = gas[G.sweepSetMlPerS] * pressureShare;
  if (gas[G.floatStuck] === 0) gas[G.floatShownMlPerS] = gas[G.sweepMeteredMlPerS] as number;
  if (!fromCylinder) return;
  const usedL = (share * gas[G.sweepMeteredMlPerS] * S_PER_TICK) / ML_PER_L;
  gas[G.cylinderL] = Math.max(0, gas[G.cylinderL] - usedL);
}

/** Vapour and CO2 join after the flow meter; then the line may leak, be off, or meet back pressure. */
function deliver(gas: Float64Array): void {
  const metered = gas[G.sweepMeteredMlPerS] as number;
  const vaporises = gas[G.vaporiserMl] > 0 && metered > 0;
  // Each branch stores its number: one of two that is carried on may be carried in a box.
  gas[G.deliveredAgentFraction] = 0;
  if (vaporises) gas[G.deliveredAgentFraction] = gas[G.vaporiserSetFraction] as number;
  const agent = gas[G.deliveredAgentFraction] as number;
  const vapour = (metered * agent) / (1 - agent);
  gas[G.vaporiserMl] = Math.max(
    0,
    gas[G.vaporiserMl] - vapour * LIQUID_ML_PER_VAPOUR_ML * S_PER_TICK,
  );
  const total = metered + vapour + gas[G.co2SetMlPerS];
  const some = total > 0;
  gas[G.inletFio2Fraction] = ROOM_O2_FRACTION;
  if (some) gas[G.inletFio2Fraction] = (metered * gas[G.fio2BlendedFraction]) / total;
  const arriving = gas[G.lineOff] === 1 ? 0 : total * (1 - gas[G.leakFraction]);
  const open = gas[G.scavengingOpenFraction] as number;
  const exhaust = EXHAUST_ML_PER_S_MMHG * open * open;
  const through = Math.min(arriving, exhaust * RELIEF_MMHG);
  gas[G.gasSideMmHg] = RELIEF_MMHG;
  if (through >= arriving) gas[G.gasSideMmHg] = through / exhaust;
  gas[G.deliveredSweepMlPerS] = through;
  gas[G.deliveredFio2Fraction] = ROOM_O2_FRACTION;
  gas[G.deliveredCo2Fraction] = 0;
  gas[G.deliveredAgentFraction] = 0;
  if (!some || through <= 0) return;
  gas[G.deliveredFio2Fraction] = gas[G.inletFio2Fraction] as number;
  gas[G.deliveredCo2Fraction] = gas[G.co2SetMlPerS] / total;
  gas[G.deliveredAgentFraction] = vapour / total;
}

/** The analyser follows its site with a lag and its own error. */
function analyse(gas: Float64Array, exhaustFio2Fraction: Float64Array): void {
  const isInlet = gas[G.analyserSite] === INLET;
  const gasThere = isInlet ? (gas[G.inletFio2Fraction] as number) : exhaustFio2Fraction[0];
  const target = Math.min(1, Math.max(0, gasThere + gas[G.analyserErrorFraction]));
  gas[G.analyserShownFraction] +=
    (target - gas[G.analyserShownFraction]) * (S_PER_TICK / ANALYSER_LAG_S);
}

/** Advance the gas supply one tick; `exhaustFio2Fraction` holds the oxygen in the gas leaving the fibres. */
export function stepGasSupply(
  gas: Float64Array,
  consolePowered: boolean,
  exhaustFio2Fraction: Float64Array,
): void {
  feedOxygenPort(gas);
  blend(gas, consolePowered);
  deliver(gas);
  analyse(gas, exhaustFio2Fraction);
}

/** What the cylinder's gauge shows, kPa. */
export const cylinderKpa = (gas: Float64Array): number =>
  gas[G.cylinderFullL] > 0 ? (gas[G.cylinderL] / gas[G.cylinderFullL]) * CYLINDER_FULL_KPA : 0;
