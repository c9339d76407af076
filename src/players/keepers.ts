/**
 * Keepers: trains of thought that hold one quantity where a patient needs it, by what is shown and with what a
 * perfusionist has. Each looks, changes a little, and waits until the change can be seen.
 */
import type { Patient } from "../world/contract/setup.ts";
import { turnToFlow } from "./modules.ts";
import type { Player, Script, Step } from "./player.ts";

/** What keepers know: the patient as told, and whether the surgeon has the flow he asked for. */
export interface Keeping {
  readonly patient: Pick<
    Patient,
    "conditions" | "refuses" | "targets" | "weightKg" | "hemoglobinGPerDl"
  >;
  isStitched: boolean;
  /** What the pump is turned to when nobody asks for less. */
  fullFlowLpm: number;
  /** A hand is on the arterial knob; there is room for one. */
  isTurning: boolean;
}

type Keeper = (me: Player, keeping: Keeping) => Script;

const USUAL = { minMmHg: 50, maxMmHg: 80, deliveryIndex: 280 } as const; // clinical.md C29
const PRESSURE_ROOM_MMHG = 3;
/** What one mmHg too few is worth of noradrenaline, ug/kg/min, at each look. */
const NORADRENALINE_PER_MMHG = 0.0016;
const NORADRENALINE_MAX = 0.3;
const PRESSURE_LOOK_S = 20;

/** Noradrenaline by small steps up to the lower half of the patient's band, and down again above it. */
function* keepPressure(me: Player, keeping: Keeping): Script {
  const { targets } = keeping.patient;
  const minMmHg = (targets?.meanArterialPressureMmHgMin ?? USUAL.minMmHg) + PRESSURE_ROOM_MMHG;
  const maxMmHg = (targets?.meanArterialPressureMmHgMax ?? USUAL.maxMmHg) - PRESSURE_ROOM_MMHG;
  const aimMmHg = (2 * minMmHg + maxMmHg) / 3;
  let rate = 0;
  for (;;) {
    const nowMmHg = me.view.number("patient.arterialPressureMeanMmHg");
    const isOut = nowMmHg < minMmHg || nowMmHg > maxMmHg;
    if (isOut && !keeping.isStitched) {
      const changed = rate + NORADRENALINE_PER_MMHG * (aimMmHg - nowMmHg);
      rate = yield* infuse(me, rate, Math.min(NORADRENALINE_MAX, Math.max(0, changed)));
    }
    yield* me.wait(PRESSURE_LOOK_S);
  }
}

function* infuse(me: Player, before: number, wanted: number): Step<number> {
  const amount = Math.round(wanted * 1000) / 1000;
  const drug = "noradrenaline";
  if (amount === before) return before;
  if (amount === 0) yield* me.act({ type: "drug.stop", drug });
  else yield* me.act({ type: "drug.infuse", drug, amount, unit: "ug/kg/min" });
  return amount;
}

/** More flow than this above what was taken over the venous line may not drain. */
const MORE_FLOW_RATIO = 1.12;
const DELIVERY_ROOM_RATIO = 1.03;
const DELIVERY_AVERAGED_S = 8;
const CELLS_ML = 300;
const CELLS_RUN_S = 60;

/** Flow as far as the venous line drains, then cells, until what is delivered is what was asked for. */
function* keepDelivery(me: Player, keeping: Keeping): Script {
  const { targets, refuses } = keeping.patient;
  const wanted = targets?.oxygenDeliveryIndexMlPerMinPerM2Min ?? USUAL.deliveryIndex;
  const mostLpm = keeping.fullFlowLpm * MORE_FLOW_RATIO;
  for (;;) {
    const delivered = yield* meanDelivery(me);
    if (!keeping.isStitched && delivered < wanted * DELIVERY_ROOM_RATIO) {
      const neededLpm = (keeping.fullFlowLpm * wanted * (DELIVERY_ROOM_RATIO + 0.01)) / delivered;
      const fullLpm = Math.round(Math.min(neededLpm, mostLpm) * 10) / 10;
      if (fullLpm > keeping.fullFlowLpm) {
        keeping.fullFlowLpm = fullLpm;
        yield* turnAlone(me, keeping, fullLpm);
      } else if (delivered < wanted && !refuses.includes("redCells")) {
        yield* me.act({ type: "fluid.give", fluid: "packedCells", volumeMl: CELLS_ML });
        yield* me.wait(CELLS_RUN_S);
      }
    }
    yield* me.wait(5);
  }
}

const HAND_FREE_S = 30;

/** Turns the arterial knob when no other train of thought does. */
export function* turnAlone(me: Player, keeping: Keeping, flowLpm: number): Step<void> {
  yield* me.until(() => !keeping.isTurning, HAND_FREE_S);
  keeping.isTurning = true;
  yield* turnToFlow(me, flowLpm);
  keeping.isTurning = false;
}

/** The console's index over some seconds: it ripples with the pump. */
function* meanDelivery(me: Player): Step<number> {
  let sum = 0;
  for (let second = 0; second < DELIVERY_AVERAGED_S; second += 1) {
    sum += me.view.number("circuit.oxygenDeliveryIndexMlPerMinPerM2");
    yield* me.wait(1);
  }
  return sum / DELIVERY_AVERAGED_S;
}

const CARBON_DIOXIDE = { minMmHg: 37, aimMmHg: 40, maxMmHg: 43 } as const;
const SWEEP_SETTLES_S = 30;

/** More sweep takes more carbon dioxide away, nearly in proportion. */
function* keepCarbonDioxide(me: Player): Script {
  for (;;) {
    const nowMmHg = me.view.number("circuit.arterialCarbonDioxideTensionDisplayedMmHg");
    if (nowMmHg < CARBON_DIOXIDE.minMmHg || nowMmHg > CARBON_DIOXIDE.maxMmHg) {
      const sweep = me.view.number("gas.sweepLpm") * (nowMmHg / CARBON_DIOXIDE.aimMmHg);
      yield* me.act({ type: "gas.setSweep", sweepLpm: Math.round(sweep * 10) / 10 });
    }
    yield* me.wait(SWEEP_SETTLES_S);
  }
}

const OXYGEN = { minMmHg: 160, maxMmHg: 240 } as const;
const FIO2_STEP = 0.05;
const OXYGEN_FIRST_FIO2 = 0.5;
const OXYGEN_SETTLES_S = 30;

/** Not before the laboratory has answered: nobody changes the gas by a sensor alone. */
function* keepOxygen(me: Player): Script {
  yield* me.until(() => me.view.number("sample.po2MmHg") > 0, 400);
  let fio2Fraction = OXYGEN_FIRST_FIO2;
  for (;;) {
    const nowMmHg = me.view.number("circuit.arterialOxygenTensionDisplayedMmHg");
    if (nowMmHg < OXYGEN.minMmHg || nowMmHg > OXYGEN.maxMmHg) {
      yield* me.act({ type: "gas.setFio2", fio2Fraction });
      yield* me.wait(OXYGEN_SETTLES_S);
      const after = me.view.number("circuit.arterialOxygenTensionDisplayedMmHg");
      const way = after > OXYGEN.maxMmHg ? -1 : 1;
      fio2Fraction = Math.round((fio2Fraction + way * FIO2_STEP) * 100) / 100;
    }
    yield* me.wait(2);
  }
}

const LOW_LEVEL_ML = 450;
const BAG_ML = 250;
const BAG_RUNS_S = 30;
/** Clear fluid for a patient who may be given no cells is counted. */
const BAGS_MAX = 2;

/** What the veins keep is put back before the level device stops the pump. */
function* keepLevel(me: Player): Script {
  for (let bags = 0; bags < BAGS_MAX; bags += 1) {
    yield* me.until(() => me.view.number("circuit.reservoirVolumeMl") < LOW_LEVEL_ML, 1800);
    yield* me.act({ type: "reservoir.addVolume", volumeMl: BAG_ML });
    yield* me.wait(BAG_RUNS_S);
  }
}

const WATER_ABOVE_C = 2.5;

/** Blood leaves the oxygenator between what came and the water: the water goes well above the least that is wanted. */
function* keepWarm(me: Player, { patient }: Keeping): Script {
  const leastC = patient.targets?.temperatureCMin;
  if (leastC === undefined) return;
  const temperatureC = Math.min(37, leastC + WATER_ABOVE_C);
  if (me.view.number("water.setPointC") >= temperatureC) return;
  yield* me.act({ type: "water.setPoint", temperatureC });
}

const INSULIN_U = 10;
const GLUCOSE_G = 12.5;

/** Insulin when the laboratory says that sugar or potassium is too high, and a second gas to see what it did. */
function* keepMetabolism(me: Player, { patient }: Keeping): Script {
  const { targets } = patient;
  yield* me.until(() => me.view.number("sample.glucoseMmolPerL") > 0, 600);
  const isSweet = me.view.number("sample.glucoseMmolPerL") > (targets?.glucoseMmolPerLMax ?? 10);
  const potassiumMax = targets?.potassiumMmolPerLMax ?? Number.POSITIVE_INFINITY;
  const isHigh = me.view.number("sample.potassiumMmolPerL") > potassiumMax;
  if (!isSweet && !isHigh) return;
  const insulin = { drug: "insulin", amount: INSULIN_U, unit: "U", route: "circuit" } as const;
  yield* me.act({ type: "drug.give", ...insulin });
  const glucose = { drug: "glucose", amount: GLUCOSE_G, unit: "g", route: "circuit" } as const;
  if (!isSweet) yield* me.act({ type: "drug.give", ...glucose });
  yield* me.wait(60);
  yield* me.act({ type: "sample.draw", site: "arterial", test: "bloodGas", discardMl: 5 });
}

const HEPARIN_U_PER_KG = 60;
const ANTITHROMBIN_U = 1000;
const SPREADS_S = 60;

/** Where it was told that the clotting time is short, or near it, nobody waits for the laboratory. */
function* keepClotting(me: Player, { patient }: Keeping): Script {
  const isResistant = patient.conditions.includes("heparinResistance");
  const antithrombin = { drug: "antithrombin", amount: ANTITHROMBIN_U, unit: "U" } as const;
  if (isResistant) yield* me.act({ type: "drug.give", ...antithrombin, route: "circuit" });
  const amount = Math.round((HEPARIN_U_PER_KG * patient.weightKg) / 500) * 500;
  yield* me.act({ type: "drug.give", drug: "heparin", amount, unit: "U", route: "circuit" });
  yield* me.wait(SPREADS_S);
  yield* me.act({ type: "sample.draw", site: "arterial", test: "act", discardMl: 5 });
}

export const KEPT_ALWAYS: readonly Keeper[] = [
  keepWarm,
  keepDelivery,
  keepPressure,
  keepCarbonDioxide,
  keepOxygen,
  keepLevel,
  keepMetabolism,
];

/** What only some patients need: those whose clotting was told to be short or near its limit. */
export const keepersOf = ({ conditions }: Keeping["patient"]): readonly Keeper[] =>
  conditions.some((one) => one === "heparinResistance" || one === "obesity") ? [keepClotting] : [];
