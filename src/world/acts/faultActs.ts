/** What breaks, and what mends when a fault is cleared. Parameters and topology only; physics follows. */
import { CRANK } from "../../machine/crank.ts";
import { HEAD } from "../../machine/head.ts";
import { placeCode, TUBES } from "../../machine/names.ts";
import { OXYGENATOR_UNIT, PLACE_SLOT, placeOf } from "../../machine/oxygenatorUnit.ts";
import { SENSOR } from "../../machine/sensor.ts";
import { sensorOf } from "../console/devices.ts";
import { UPS_ABSENT, UPS_FAILED, UPS_WORKS } from "../console/housekeeping.ts";
import type { Fault, FaultId } from "../contract/faults.ts";
import { CLAMP_SITES, HEADS, SAFETY_MODES } from "../contract/ids.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { CLEAR_AIR, INJECT_AIR } from "./airFaultActs.ts";
import { headIndex } from "./headActs.ts";
import { CLEAR_MACHINE, INJECT_MACHINE } from "./machineFaultActs.ts";
import { CLEAR_PATIENT, INJECT_PATIENT } from "./patientFaultActs.ts";

const H = HEAD.index;
const M = MACHINE.index;
const C = CRANK.index;
const P = PATIENT.index;
const U = OXYGENATOR_UNIT.index;
const SPARE = HEADS.indexOf("suck2");
/** Pressure at which a leak is given. */
const LEAK_AT_MMHG = 200;

type Inject = {
  readonly [F in FaultId]: (state: WorldState, fault: Extract<Fault, { fault: F }>) => void;
};

const ofHead = (state: WorldState, fault: { head: (typeof HEADS)[number] }): Float64Array =>
  state.head[headIndex(fault.head)] as Float64Array;

const INJECT: Inject = {
  "pump.motor": (state, fault) => {
    ofHead(state, fault)[H.motorFault] = 1;
  },
  "pump.jam": (state, fault) => {
    const head = ofHead(state, fault);
    head[H.jam] = 1;
    head[H.jamClearable] = fault.clearable ? 1 : 0;
  },
  "pump.couplingSlip": (state, fault) => {
    ofHead(state, fault)[H.couplingSlip] = 1;
  },
  "pump.module": (state, fault) => {
    ofHead(state, fault)[H.moduleDead] = 1;
  },
  "pump.interlock": (state, fault) => {
    ofHead(state, fault)[fault.cause === "cover" ? H.coverAjar : H.emergencyStop] = 1;
  },
  "centrifugal.decoupled": (state) => {
    (state.head[0] as Float64Array)[H.decoupled] = 1;
  },
  "power.mainsLost": (state, fault) => {
    const m = state.machine;
    m[M.mainsLost] = 1;
    m[M.upsState] = { works: UPS_WORKS, absent: UPS_ABSENT, failed: UPS_FAILED }[fault.ups];
    if (fault.ups !== "works") m[M.batteryS] = 0;
  },
  "electronicClamp.closedInError": (state, fault) => {
    const m = state.machine;
    m[M.clampJawsClosed] = 1;
    m[M.clampCommandFailed] = 1;
    m[M.clampLampClosed] = fault.indicator === "showsClosed" ? 1 : 0;
  },
  "line.kink": (state, fault) => {
    state.machine[fault.site === "venous" ? M.venousOpenFraction : M.arterialOpenFraction] =
      fault.openFraction;
  },
  "line.airLeak": (state, fault) => {
    state.machine[M.connectorAirMlPerS] = fault.airMlPerMin / 60;
  },
  "line.venousAirLeak": (state, fault) => {
    state.machine[M.venousAirMlPerS] = fault.airMlPerMin / 60;
  },
  "flowProbe.frozen": (state) => {
    state.machine[M.flowProbeFrozen] = 1;
  },
  "flowProbe.failed": (state) => {
    state.machine[M.flowProbeFailed] = 1;
  },
  "oxygenator.fibres": (state, fault) => {
    state.unit[U.transferTargetFraction] = fault.transferFraction;
  },
  "oxygenator.clot": (state, fault) => {
    state.unit[U.openTargetFraction] = fault.openFraction;
  },
  "oxygenator.leak": (state, fault) => {
    state.unit[U.leakMlPerSPerMmHg] = fault.mlPerMin / 60 / LEAK_AT_MMHG;
  },
  "clamp.moved": (state, fault) => {
    state.clamps[CLAMP_SITES.indexOf(fault.site)] = fault.closed ? 1 : 0;
  },
  "safety.modeMoved": (state, fault) => {
    sensorOf(state, fault.device)[SENSOR.index.mode] = SAFETY_MODES.indexOf(fault.mode);
  },
  "store.moved": (state, fault) => {
    state.unit[PLACE_SLOT[fault.item]] = placeOf(fault.place);
  },
  "crank.missing": (state) => {
    if (state.crank[C.place] === placeCode("clip")) state.crank[C.place] = placeCode("missing");
  },
  "oxygenator.wetOut": (state, fault) => {
    state.unit[U.wettedFraction] = fault.wettedFraction;
  },
  "oxygenator.fibreFailure": (state, fault) => {
    state.unit[U.brokenFibreFraction] = fault.brokenFraction;
  },
  "patient.malignantHyperthermia": (state, fault) => {
    state.patient[P.hypermetabolismFraction] = fault.severityFraction;
  },
  "spare.wrongTube": (state) => {
    (state.head[SPARE] as Float64Array)[H.tubeSet] = TUBES.indexOf("quarterInch");
  },
  "spare.oppositeDirection": (state) => {
    (state.head[SPARE] as Float64Array)[H.rotation] = 1;
  },
  ...INJECT_PATIENT,
  ...INJECT_MACHINE,
  ...INJECT_AIR,
};

/** Break something. */
export function injectFault(state: WorldState, fault: Fault): void {
  (INJECT[fault.fault] as (state: WorldState, fault: Fault) => void)(state, fault);
}

const CLEAR: { readonly [F in FaultId]: (state: WorldState) => void } = {
  "pump.motor": (state) => clearHeads(state, H.motorFault),
  "pump.jam": (state) => clearHeads(state, H.jam),
  "pump.couplingSlip": (state) => clearHeads(state, H.couplingSlip),
  "pump.module": (state) => clearHeads(state, H.moduleDead),
  "pump.interlock": (state) => {
    clearHeads(state, H.coverAjar);
    clearHeads(state, H.emergencyStop);
  },
  "centrifugal.decoupled": (state) => clearHeads(state, H.decoupled),
  "power.mainsLost": (state) => {
    state.machine[M.mainsLost] = 0;
  },
  "electronicClamp.closedInError": (state) => {
    state.machine[M.clampJawsClosed] = 0;
    state.machine[M.clampCommandFailed] = 0;
    state.machine[M.clampLampClosed] = 0;
  },
  "line.kink": (state) => {
    state.machine[M.venousOpenFraction] = 1;
    state.machine[M.arterialOpenFraction] = 1;
  },
  "line.airLeak": (state) => {
    state.machine[M.connectorAirMlPerS] = 0;
  },
  "line.venousAirLeak": (state) => {
    state.machine[M.venousAirMlPerS] = 0;
  },
  "flowProbe.frozen": (state) => {
    state.machine[M.flowProbeFrozen] = 0;
  },
  "flowProbe.failed": (state) => {
    state.machine[M.flowProbeFailed] = 0;
  },
  "oxygenator.fibres": (state) => {
    state.unit[U.transferTargetFraction] = 1;
  },
  "oxygenator.clot": (state) => {
    state.unit[U.openTargetFraction] = 1;
  },
  "oxygenator.leak": (state) => {
    state.unit[U.leakMlPerSPerMmHg] = 0;
  },
  // Clamps and switches are put back by hand, and what lies elsewhere is fetched.
  "safety.modeMoved": () => undefined,
  "clamp.moved": () => undefined,
  "store.moved": () => undefined,
  "crank.missing": (state) => {
    if (state.crank[C.place] === placeCode("missing")) state.crank[C.place] = placeCode("clip");
  },
  "oxygenator.wetOut": (state) => {
    state.unit[U.wettedFraction] = 0;
  },
  "oxygenator.fibreFailure": (state) => {
    state.unit[U.brokenFibreFraction] = 0;
  },
  "patient.malignantHyperthermia": (state) => {
    state.patient[P.hypermetabolismFraction] = 0;
  },
  "spare.wrongTube": (state) => {
    const head = state.head[SPARE] as Float64Array;
    head[H.tubeSet] = head[H.tube] as number;
  },
  "spare.oppositeDirection": (state) => {
    (state.head[SPARE] as Float64Array)[H.rotation] = 0;
  },
  ...CLEAR_PATIENT,
  ...CLEAR_MACHINE,
  ...CLEAR_AIR,
};

function clearHeads(state: WorldState, slot: number): void {
  for (const head of state.head) head[slot] = 0;
}

/** Mend something, as a supervisor does to undo a fault. */
export function clearFault(state: WorldState, faultId: FaultId): void {
  CLEAR[faultId](state);
}
