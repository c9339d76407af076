/** Parts of the machine on their own: head, crank, oxygenator's gas side, cone, alarm board. */
import { describe, expect, test } from "vitest";
import {
  ALARM_BLOCK,
  acknowledgeAlarm,
  alarmActive,
  alarmActiveS,
  stepAlarm,
} from "../../../src/machine/alarmBoard.ts";
import { FLOW_LOSS_MMHG_PER_ML_PER_S2, shutOffHeadMmHg } from "../../../src/machine/centrifugal.ts";
import { CRANK, crankRateMaxRpm, moveHand, stepCrank } from "../../../src/machine/crank.ts";
import { HEAD, headMessage, stepHead, trueStrokeMl } from "../../../src/machine/head.ts";
import { lineCode, messageCode, placeCode } from "../../../src/machine/names.ts";
import {
  fillGasSide,
  GAS_CELLS,
  GAS_STEP,
  gasCapacityMl,
  gasPo2MmHg,
  OXYGENATOR_GAS,
  sweepGas,
} from "../../../src/machine/oxygenator.ts";

const H = HEAD.index;
const C = CRANK.index;

function runningHead(): Float64Array {
  const head = new Float64Array(HEAD.size);
  head[H.switchedOn] = 1;
  head[H.running] = 1;
  head[H.setRpm] = 100;
  head[H.carries] = lineCode("arterialBoot");
  head[H.tube] = 2;
  head[H.tubeSet] = 2;
  head[H.occlusionFraction] = 1;
  return head;
}
const after = (head: Float64Array, seconds: number, powered = true): Float64Array => {
  for (let tick = 0; tick < seconds * 50; tick += 1) stepHead(head, powered, null);
  return head;
};

describe("a head", () => {
  test("reaches its set speed within a second", () =>
    expect(after(runningHead(), 1)[H.rotorRpm]).toBeCloseTo(100, 0));
  test("set clockwise turns the other way", () => {
    const head = runningHead();
    head[H.rotation] = 1;
    expect(after(head, 1)[H.rotorRpm]).toBeCloseTo(-100, 0);
  });
  test("stops for an open cover and waits for START after it is shut", () => {
    const head = after(runningHead(), 1);
    head[H.coverOpen] = 1;
    expect(after(head, 1)[H.rotorRpm]).toBeCloseTo(0, 0);
    expect(headMessage(head, true)).toBe(messageCode("coverOpen"));
    head[H.coverOpen] = 0;
    expect(after(head, 1)[H.running]).toBe(0);
  });
  test("without power shows nothing and does not turn", () => {
    const head = after(after(runningHead(), 1), 2, false);
    expect(head[H.rotorRpm]).toBe(0);
    expect(headMessage(head, false)).toBe(messageCode("noPower"));
  });
  test("moves 45 mL a turn with a half-inch boot and none without a boot", () => {
    const head = runningHead();
    expect(trueStrokeMl(head)).toBe(45);
    head[H.carries] = 0;
    expect(trueStrokeMl(head)).toBe(0);
  });
});

describe("the crank", () => {
  const fitted = (): Float64Array => {
    const crank = new Float64Array(CRANK.size);
    crank[C.place] = placeCode("fitted");
    return crank;
  };
  const random = new Uint32Array(8).fill(1);

  test("does not turn while it is in its clip", () => {
    const crank = new Float64Array(CRANK.size);
    moveHand(crank, 1);
    expect(stepCrank(crank, new Float64Array(1), 0, false, random, 0)).toBe(false);
    expect(crank[C.rateRpm]).toBe(0);
  });
  test("turns no further than the hand went, nor back", () => {
    const crank = fitted();
    moveHand(crank, 0.5);
    for (let tick = 0; tick < 500; tick += 1)
      stepCrank(crank, new Float64Array(1), 0, false, random, 0);
    expect(crank[C.turns]).toBeCloseTo(0.5, 1);
  });
  test("keeps no more than a turn of what the hand asks in advance", () => {
    const crank = fitted();
    moveHand(crank, 50);
    for (let tick = 0; tick < 500; tick += 1)
      stepCrank(crank, new Float64Array(1), 0, false, random, 0);
    expect(crank[C.turns]).toBeLessThan(1.1);
  });
  test("is slower against pressure and for tired arms, and never quite stops trying", () => {
    const crank = fitted();
    const fresh = crankRateMaxRpm(crank, 100);
    expect(crankRateMaxRpm(crank, 400)).toBeCloseTo(fresh / 2, 6);
    expect(crankRateMaxRpm(crank, 5000)).toBeCloseTo(fresh * 0.05, 6);
    crank[C.turningS] = 180;
    expect(crankRateMaxRpm(crank, 100)).toBeCloseTo(fresh * 0.9, 6);
    crank[C.turningS] = 36_000;
    expect(crankRateMaxRpm(crank, 100)).toBeCloseTo(fresh * 0.3, 6);
  });
});

describe("the gas side", () => {
  const capacity = gasCapacityMl(75);
  const S = GAS_STEP.index;
  const gasStep = (sweepMl: number, fio2: number): Float64Array => {
    const step = new Float64Array(GAS_STEP.size);
    step[S.sweepMl] = sweepMl;
    step[S.fio2Fraction] = fio2;
    return step;
  };
  const swept = (sweepMl: number): Float64Array => {
    const gas = new Float64Array(OXYGENATOR_GAS.size);
    fillGasSide(gas, capacity, 0.21, 40);
    const none = new Float64Array(GAS_CELLS);
    for (let turn = 0; turn < 5000; turn += 1) sweepGas(gas, capacity, gasStep(sweepMl, 0.7), none);
    return gas;
  };

  test.each([0.2, 1.7, 6, 10])("swept with %d mL a step fills with what is swept in", (sweepMl) => {
    const gas = swept(sweepMl);
    for (let cell = 0; cell < GAS_CELLS; cell += 1)
      expect(gasPo2MmHg(gas, cell, capacity)).toBeCloseTo(0.7 * 713, 3);
  });
  test("keeps its volume, and what leaves is what came in less what stayed", () => {
    const gas = new Float64Array(OXYGENATOR_GAS.size);
    fillGasSide(gas, capacity, 0.7, 40);
    const sum = (): number => gas.reduce((total, amount) => total + amount, 0);
    const before = sum();
    const step = gasStep(3, 0.4);
    sweepGas(gas, capacity, step, new Float64Array(GAS_CELLS));
    expect(sum() - before).toBeCloseTo(step[S.o2InMl] + step[S.co2InMl], 12);
  });
  test("without sweep draws room air in for what the blood takes", () => {
    const gas = new Float64Array(OXYGENATOR_GAS.size);
    const step = gasStep(0, 0.7);
    sweepGas(gas, capacity, step, Float64Array.of(-1, 0, 0, 0));
    expect(step[S.o2InMl]).toBeCloseTo(0.21, 12);
  });
});

describe("the cone", () => {
  test("gives 352 mmHg at 4000 rpm and 5 L/min", () => {
    const flowMlPerS = 5000 / 60;
    const head = shutOffHeadMmHg(4000) - FLOW_LOSS_MMHG_PER_ML_PER_S2 * flowMlPerS * flowMlPerS;
    expect(head).toBeCloseTo(352, 0);
  });
  test("quarters its shut-off head at half the speed", () =>
    expect(shutOffHeadMmHg(1500)).toBeCloseTo(shutOffHeadMmHg(3000) / 4, 9));
});

describe("an alarm", () => {
  const rule = { delayS: 0.5, latching: false };
  const hold = (board: Float64Array, seconds: number, condition: boolean, latching = false) => {
    const changes = new Set<string>();
    for (let tick = 0; tick < seconds * 50; tick += 1)
      changes.add(stepAlarm(board, 0, { ...rule, latching }, condition));
    return changes;
  };
  test("is raised when its condition has held for its delay, and not before", () => {
    const board = new Float64Array(ALARM_BLOCK.size);
    expect(hold(board, 0.4, true)).toEqual(new Set(["none"]));
    expect(hold(board, 0.2, true).has("raised")).toBe(true);
    expect(alarmActiveS(board, 0)).toBeGreaterThan(0);
  });
  test("starts its delay again when the condition breaks off", () => {
    const board = new Float64Array(ALARM_BLOCK.size);
    hold(board, 0.4, true);
    hold(board, 0.02, false);
    expect(hold(board, 0.4, true)).toEqual(new Set(["none"]));
  });
  test("that latches stays until it is acknowledged", () => {
    const board = new Float64Array(ALARM_BLOCK.size);
    hold(board, 1, true, true);
    hold(board, 1, false, true);
    expect(alarmActive(board, 0)).toBe(true);
    acknowledgeAlarm(board, 0);
    expect(hold(board, 0.1, false, true).has("cleared")).toBe(true);
  });
});
