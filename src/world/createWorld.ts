/**
 * The world: patient and machine joined, stepped one tick at a time (docs/model.md section 1 gives the
 * order within a tick). The only place where state advances.
 */
import { assert } from "../kernel/assert.ts";
import { readBinary, writeBinary } from "../kernel/binary.ts";
import { createHasher } from "../kernel/hash.ts";
import { lpmToMlPerS } from "../kernel/units.ts";
import { ALARM_BLOCK, stepAlarm } from "../machine/alarmBoard.ts";
import { CRANK, stepCrank, turnByCrank } from "../machine/crank.ts";
import { HEAD, stepHead } from "../machine/head.ts";
import { placeCode } from "../machine/names.ts";
import { gasCapacityMl } from "../machine/oxygenator.ts";
import { stepUnit } from "../machine/oxygenatorUnit.ts";
import { SENSOR } from "../machine/sensor.ts";
import { performAct } from "./acts/apply.ts";
import { clearFault, injectFault } from "./acts/faultActs.ts";
import { look } from "./acts/inspect.ts";
import { actAtTable } from "./acts/tableActs.ts";
import { ALARM_CONDITIONS } from "./console/alarmConditions.ts";
import { stepErrands } from "./console/errands.ts";
import { stepPower, stepTimers } from "./console/housekeeping.ts";
import { stepSafety } from "./console/safety.ts";
import { stepGas, stepWater } from "./console/supplies.ts";
import { stepTask } from "./console/tasks.ts";
import { stepWear } from "./console/wear.ts";
import type { TraineeAction } from "./contract/actions.ts";
import { ALARMS } from "./contract/alarms.ts";
import { CORE_ALARMS } from "./contract/coreAlarms.ts";
import type { Fact } from "./contract/facts.ts";
import {
  INSPECTABLES,
  type Inspectable,
  MESSAGES,
  type Message,
  SAFETY_MODES,
  TEAM_MEMBERS,
  type TeamMember,
} from "./contract/ids.ts";
import type { WorldSetup } from "./contract/setup.ts";
import type { World, WorldAction } from "./contract/world.ts";
import { BODY_HEAT_TICKS, stepBodyHeat } from "./physics/bodyHeat.ts";
import { spillOver } from "./physics/boundary.ts";
import { BRAIN_TICKS, createBrain } from "./physics/brain.ts";
import { createCellUptake } from "./physics/cellUptake.ts";
import { createClotting } from "./physics/clotting.ts";
import { createDrugs } from "./physics/drugs.ts";
import { EMBOLISM_TICKS, stepEmbolism } from "./physics/embolism.ts";
import { createExchange, EXCHANGE_TICKS } from "./physics/exchange.ts";
import { createHydraulics } from "./physics/hydraulics.ts";
import { openLedger } from "./physics/ledger.ts";
import { breathe } from "./physics/lungs.ts";
import { createMetabolism, METABOLISM_TICKS } from "./physics/metabolism.ts";
import { createMyocardium } from "./physics/myocardium.ts";
import { stepOpenEnds } from "./physics/openEnds.ts";
import { stepRoomAir } from "./physics/roomAir.ts";
import { SLOW_SENSOR_TICKS, stepFastSensors, stepSlowSensors } from "./physics/sensors.ts";
import { createTone } from "./physics/tone.ts";
import { createTransport } from "./physics/transport.ts";
import { stepVenousAir } from "./physics/venousAir.ts";
import { createVessels, openingFlowLpm } from "./physics/vessels.ts";
import { stepAnalysers } from "./samples/analyser.ts";
import { LOOKING, stepAttention } from "./state/attention.ts";
import { MACHINE, PATIENT } from "./state/layouts.ts";
import { moveToVeins } from "./state/level.ts";
import { DRUG_TICKS } from "./state/medicineLayout.ts";
import { openState, SETTLING_TICKS } from "./state/opening.ts";
import { recallSettled, rememberSettled, settlingKey } from "./state/settled.ts";
import { allocateState, STATE_VERSION, STREAM_OFFSET, type WorldState } from "./state/state.ts";
import { assertWhole } from "./state/wholeness.ts";
import { createReadings } from "./views/readings.ts";

const M = MACHINE.index;
const P = PATIENT.index;
const H = HEAD.index;
const C = CRANK.index;
const TICK_S = 0.02;
/**
 * The core alarms are looked at every tick, the others in turns: every 80 ms, and every 200 ms those
 * that wait a second or more before they are raised.
 */
const ALARM_PERIOD_TICKS = ALARMS.map(({ delayS }, slot) => {
  if (slot < CORE_ALARMS.length) return 1;
  return delayS >= 1 ? 10 : 4;
});
const CONDITIONS = ALARMS.map(({ id }) => ALARM_CONDITIONS[id]);
/** After this many ticks the turns of all alarms come round again: the least multiple of their periods. */
const ALARM_ROUND_TICKS = 20;
/** Slots whose turn it is, by tick of the round. */
const ALARMS_DUE = Array.from({ length: ALARM_ROUND_TICKS }, (_, tick) =>
  Int32Array.from(
    ALARM_PERIOD_TICKS.flatMap((period, slot) => ((slot + tick) % period === 0 ? [slot] : [])),
  ),
);
/** How often the whole state is looked through for a number that is none: what is not finite stays so. */
const WHOLENESS_TICKS = 5;
const NO_FACTS: readonly Fact[] = [];
const FITTED = placeCode("fitted");
const SNAPSHOT_KIND = "onbypass.world";

/** Largest set-up run: a case is at most six hours (ISO 7199 scope). */
const TICKS_MAX = 6 * 3600 * 50;

/**
 * `finer` multiplies the hydraulics' sub-steps once the case has begun; it is for tests of the time step
 * only, and no setup can ask for it.
 */
export function createWorld(setup: WorldSetup, finer = 1): World {
  const state = allocateState(setup.seed);
  const vessels = createVessels(setup);
  openState(state, setup, vessels);
  let hydraulics = createHydraulics(setup, vessels);
  const transport = createTransport(setup);
  const exchange = createExchange(setup);
  const metabolism = createMetabolism(setup);
  metabolism.open(state, lpmToMlPerS(openingFlowLpm(setup)));
  const brain = createBrain(setup);
  const tone = createTone(setup, state);
  const myocardium = createMyocardium(setup, state);
  const drugs = createDrugs(setup);
  const cellUptake = createCellUptake(setup);
  const clotting = createClotting(setup);
  const readings = createReadings(setup);
  const gasCapacity = gasCapacityMl(setup.circuit.gasSideVolumeMl);
  const hasher = createHasher();
  const crankRpm = new Float64Array(1);
  let facts: Fact[] = [];
  // Nothing wears while pressures and gases come to rest before tick 0.
  let isSettling = true;
  assert(ALARMS.length <= ALARM_BLOCK.slots, "the alarm table must fit the board");

  const now = (): number => state.machine[M.tick] as number;

  function stepMachine(): void {
    stepPower(state);
    stepGas(state, gasCapacity);
    stepWater(state);
    if (!isSettling) stepWear(state, now());
    stepTask(state, setup, now(), facts);
    stepErrands(state, now(), facts);
    stepUnit(state.unit, TICK_S);
    stepSafety(state);
    const { crank } = state;
    const fitted = crank[C.place] === FITTED;
    const jammed = fitted && (state.head[crank[C.head] as number] as Float64Array)[H.jam] === 1;
    const { machine, random } = state;
    const shown = M.postmembraneShownMmHg;
    if (stepCrank(crank, machine, shown, jammed, random, STREAM_OFFSET.crankJitter)) {
      facts.push({ type: "crankClick", tick: now() });
    }
    const powered = state.machine[M.consolePowered] === 1;
    for (let index = 0; index < state.head.length; index += 1) {
      const head = state.head[index] as Float64Array;
      const turnedByHand = fitted && crank[C.head] === index;
      if (turnedByHand) turnByCrank(crank, head[H.type] as number, crankRpm);
      stepHead(head, powered, turnedByHand ? crankRpm : null);
    }
  }

  function stepPhysics(tick: number): void {
    hydraulics.step(state);
    transport.carry(state);
    stepVenousAir(state);
    stepOpenEnds(state, vessels);
    stepRoomAir(state);
    spillOver(state, setup.circuit.reservoirCapacityMl);
    if (tick % EXCHANGE_TICKS === 0) {
      exchange.step(state);
      breathe(state);
    }
    if (tick % METABOLISM_TICKS === 0) metabolism.step(state);
    if (tick % BODY_HEAT_TICKS === 0) stepBodyHeat(state);
    if (tick % DRUG_TICKS === 0) {
      drugs.step(state);
      cellUptake.step(state);
      clotting.step(state);
    }
    if (tick % EMBOLISM_TICKS === 0) stepEmbolism(state);
    if (tick % BRAIN_TICKS === 0) {
      brain.step(state);
      tone.step(state);
      myocardium.step(state);
    }
  }

  function stepAlarms(): void {
    const tick = now();
    const due = ALARMS_DUE[tick % ALARM_ROUND_TICKS] as Int32Array;
    for (let i = 0; i < due.length; i += 1) {
      const slot = due[i] as number;
      const periodTicks = ALARM_PERIOD_TICKS[slot] as number;
      const alarm = ALARMS[slot] as (typeof ALARMS)[number];
      const isTrue = (CONDITIONS[slot] as (typeof CONDITIONS)[number])(state, setup);
      const change = stepAlarm(state.alarms, slot, alarm, isTrue, periodTicks);
      if (change === "raised") facts.push({ type: "alarmRaised", tick, alarm: alarm.id });
      if (change === "cleared") facts.push({ type: "alarmCleared", tick, alarm: alarm.id });
    }
  }

  function stepMind(): void {
    const done = stepAttention(state.attention, TICK_S);
    if (done === null) return;
    if (done.kindCode === LOOKING) {
      const what = INSPECTABLES[done.whatIndex] as Inspectable;
      facts.push({ type: "seen", tick: now(), what, ...look(state, setup, what) });
      return;
    }
    const to = TEAM_MEMBERS[done.toIndex] as TeamMember;
    facts.push({ type: "said", tick: now(), to, message: MESSAGES[done.whatIndex] as Message });
  }

  function advance(): void {
    const tick = now();
    stepMachine();
    stepPhysics(tick);
    stepFastSensors(state);
    if (tick % SLOW_SENSOR_TICKS === 0) stepSlowSensors(state);
    stepTimers(state);
    stepMind();
    stepAnalysers(state, tick, facts);
    stepAlarms();
    state.machine[M.tick] = tick + 1;
  }

  /** Let pressures, gases and temperatures come to rest, then begin the case at tick 0. */
  function settle(): void {
    // No safety device may stop the pump on the way: a case can open below its level sensor.
    const chosen = state.sensor.map((sensor) => sensor[SENSOR.index.mode] as number);
    for (const sensor of state.sensor) sensor[SENSOR.index.mode] = SAFETY_MODES.indexOf("off");
    // Settling takes blood that does not clot; what it used of the heparin is given back below.
    clotting.open(state);
    for (let tick = 0; tick < SETTLING_TICKS; tick += 1) {
      advance();
      facts = [];
    }
    state.sensor.forEach((sensor, device) => {
      sensor[SENSOR.index.mode] = chosen[device] as number;
    });
    moveToVeins(state, vessels, setup.circuit.reservoirStartMl);
    brain.setBaseline(state);
    const { machine, patient } = state;
    machine[M.tick] = 0;
    machine[M.bypassTimerS] = setup.machine.bypassTimerStartS;
    machine[M.crossClampTimerS] = setup.machine.crossClampTimerStartS;
    machine[M.cardioplegiaTimerS] = setup.machine.cardioplegiaTimerStartS;
    patient[P.ischaemiaDose] = 0;
    patient[P.oxygenDebtMl] = 0;
    patient[P.linePressurePeakMmHg] = 0;
    state.alarms.fill(0);
    clotting.open(state);
    openLedger(state);
  }

  /** As settling leaves it, by settling or from memory. */
  function begin(): void {
    const key = settlingKey(setup);
    const settled = recallSettled(key);
    if (settled === undefined) {
      settle();
      rememberSettled(key, { all: state.all, unstressedMl: vessels.unstressedMl });
    } else {
      state.all.set(settled.all);
      vessels.unstressedMl.set(settled.unstressedMl);
    }
    isSettling = false;
  }

  begin();
  if (finer > 1) hydraulics = createHydraulics(setup, vessels, finer);

  return {
    tick: now,
    apply(action: WorldAction) {
      applyTo(state, setup, action, now(), facts);
    },
    step() {
      assert(now() < TICKS_MAX, "a case is at most six hours");
      advance();
      if (now() % WHOLENESS_TICKS === 0) assertWhole(state, now());
    },
    readings(into) {
      readings.fill(state, into);
    },
    drainFacts() {
      if (facts.length === 0) return NO_FACTS;
      const drained = facts;
      facts = [];
      return drained;
    },
    snapshot() {
      return writeBinary(SNAPSHOT_KIND, STATE_VERSION, (writer) => {
        writer.float64s(state.all);
        writer.uint32s(state.random);
      });
    },
    restore(bytes) {
      const result = readBinary(bytes, SNAPSHOT_KIND, (reader, version) => {
        if (version !== STATE_VERSION)
          reader.refuse(
            "world.version",
            `This snapshot is of state version ${version}, the engine's is ${STATE_VERSION}.`,
          );
        reader.float64sInto(state.all);
        reader.uint32sInto(state.random);
      });
      if (!result.ok)
        throw new Error(result.problems[0]?.sentence ?? "The snapshot cannot be read.");
      facts = [];
    },
    hashHex() {
      hasher.reset();
      hasher.addFloat64s(state.all);
      hasher.addUint32s(state.random);
      return hasher.digestHex();
    },
  };
}

function applyTo(
  state: WorldState,
  setup: WorldSetup,
  action: WorldAction,
  tick: number,
  facts: Fact[],
): void {
  switch (action.type) {
    case "fault.inject":
      injectFault(state, action.fault);
      facts.push({ type: "faultInjected", tick, fault: action.fault });
      return;
    case "fault.clear":
      clearFault(state, action.faultId);
      facts.push({ type: "faultCleared", tick, faultId: action.faultId });
      return;
    case "team.arrive":
      state.machine[M.helperHere] = 1;
      facts.push({ type: "helperArrived", tick });
      return;
    case "team.leave":
      state.machine[M.helperHere] = 0;
      facts.push({ type: "helperLeft", tick });
      return;
    case "surgeon.close":
    case "surgeon.open":
    case "surgeon.shock":
    case "surgeon.pace":
    case "surgeon.seatCannula":
    case "surgeon.moveCannula":
    case "anaesthetist.ventilate":
    case "anaesthetist.infuse":
    case "anaesthetist.give":
    case "anaesthetist.stop":
      facts.push({ type: "atTheTable", tick, action, sentence: actAtTable(state, setup, action) });
      return;
    default:
      applyTrainee(state, setup, action, tick, facts);
  }
}

function applyTrainee(
  state: WorldState,
  setup: WorldSetup,
  action: TraineeAction,
  tick: number,
  facts: Fact[],
): void {
  const refusal = performAct(state, setup, action);
  facts.push(
    refusal === null
      ? { type: "accepted", tick, action }
      : { type: "refused", tick, action, ...refusal },
  );
}
