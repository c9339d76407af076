/** Random hands, random faults: acts that a trainee, a director and bad luck could mix in any order. */
import fc from "fast-check";
import type { Fault } from "../../../src/world/contract/faults.ts";
import {
  CLAMP_SITES,
  CRANKERS,
  HEADS,
  INSPECTABLES,
  MESSAGES,
  ROTATIONS,
  SAFETY_DEVICES,
  SAFETY_MODES,
  SURGEON_SITES,
  TEAM_MEMBERS,
  TIMERS,
  TUBES,
} from "../../../src/world/contract/ids.ts";
import type { WorldAction } from "../../../src/world/contract/world.ts";
import { machineAct, machineFault } from "./arbitraryMachineActs.ts";

const head = fc.constantFrom(...HEADS);
const arterialMostly = fc.oneof(
  { weight: 3, arbitrary: fc.constant("arterial" as const) },
  { weight: 2, arbitrary: head },
);
const site = fc.constantFrom(...CLAMP_SITES);
const device = fc.constantFrom(...SAFETY_DEVICES);
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 12, arbitrary: machineFault },
  fc.record({ fault: fc.constant("pump.motor" as const), head }),
  fc.record({ fault: fc.constant("pump.jam" as const), head, clearable: fc.boolean() }),
  fc.record({ fault: fc.constant("pump.couplingSlip" as const), head }),
  fc.record({ fault: fc.constant("pump.module" as const), head }),
  fc.record({
    fault: fc.constant("pump.interlock" as const),
    head,
    cause: fc.constantFrom("cover" as const, "emergencyStop" as const),
  }),
  fc.constant({ fault: "centrifugal.decoupled" as const }),
  fc.record({
    fault: fc.constant("power.mainsLost" as const),
    ups: fc.constantFrom("works" as const, "absent" as const, "failed" as const),
  }),
  fc.record({
    fault: fc.constant("electronicClamp.closedInError" as const),
    indicator: fc.constantFrom("showsOpen" as const, "showsClosed" as const),
  }),
  fc.record({
    fault: fc.constant("line.kink" as const),
    site: fc.constantFrom("venous" as const, "arterial" as const),
    openFraction: between(0, 1),
  }),
  fc.record({ fault: fc.constant("line.airLeak" as const), airMlPerMin: between(1, 1000) }),
  fc.constant({ fault: "flowProbe.frozen" as const }),
  fc.constant({ fault: "flowProbe.failed" as const }),
  fc.constant({ fault: "crank.missing" as const }),
  fc.constant({ fault: "spare.wrongTube" as const }),
  fc.constant({ fault: "spare.oppositeDirection" as const }),
);

const pumping: fc.Arbitrary<WorldAction> = fc.oneof(
  fc.record({ type: fc.constant("pump.start" as const), head: arterialMostly }),
  fc.record({ type: fc.constant("pump.stop" as const), head: arterialMostly }),
  fc.record({ type: fc.constant("pump.setRpm" as const), head, rpm: between(0, 250) }),
  fc.record({
    type: fc.constant("pump.setFlow" as const),
    head: arterialMostly,
    flowLpm: between(0, 8),
  }),
  fc.record({ type: fc.constant("pump.setPower" as const), head, on: fc.boolean() }),
  fc.record({
    type: fc.constant("pump.setDirection" as const),
    head,
    rotation: fc.constantFrom(...ROTATIONS),
  }),
  fc.record({
    type: fc.constant("pump.setTube" as const),
    head,
    tube: fc.constantFrom(...TUBES),
  }),
  fc.record({
    type: fc.constant("pump.setOcclusion" as const),
    head,
    occlusionFraction: between(0.5, 1.1),
  }),
  fc.record({
    type: fc.constantFrom(
      "pump.openCover" as const,
      "pump.closeCover" as const,
      "pump.reset" as const,
      "pump.clearJam" as const,
      "pump.exchangeModule" as const,
    ),
    head: arterialMostly,
  }),
  fc.record({
    type: fc.constant("boot.move" as const),
    from: fc.constantFrom("arterial" as const, "suck2" as const),
    to: fc.constantFrom("suck2" as const, "suck1" as const, "arterial" as const),
  }),
);

const cranking: fc.Arbitrary<WorldAction> = fc.oneof(
  fc.constant({ type: "crank.fetch" as const }),
  fc.record({ type: fc.constant("crank.fit" as const), head: arterialMostly }),
  fc.constant({ type: "crank.remove" as const }),
  fc.record({
    type: fc.constant("crank.handOver" as const),
    to: fc.constantFrom(...CRANKERS),
    rpm: between(0, 150),
  }),
  fc.record({
    type: fc.constant("crank.turn" as const),
    head: arterialMostly,
    revolutions: between(0, 2),
    rotation: fc.constantFrom(...ROTATIONS),
  }),
  fc.constant({ type: "team.arrive" as const, who: "helper" as const }),
);

const lines: fc.Arbitrary<WorldAction> = fc.oneof(
  fc.record({ type: fc.constant("line.clamp" as const), site }),
  { weight: 2, arbitrary: fc.record({ type: fc.constant("line.unclamp" as const), site }) },
  fc.record({
    type: fc.constant("line.straighten" as const),
    site: fc.constantFrom("venous" as const, "arterial" as const),
  }),
  fc.constant({ type: "line.tightenConnector" as const }),
  fc.record({ type: fc.constant("electronicClamp.command" as const), open: fc.boolean() }),
  fc.constant({ type: "electronicClamp.releaseByHand" as const }),
  fc.record({ type: fc.constant("reservoir.addVolume" as const), volumeMl: between(50, 1000) }),
);

const atTheTable: fc.Arbitrary<WorldAction> = fc.oneof(
  fc.record({
    type: fc.constantFrom("surgeon.close" as const, "surgeon.open" as const),
    site: fc.constantFrom(...SURGEON_SITES),
  }),
  fc.constant({ type: "surgeon.shock" as const }),
  fc.record({ type: fc.constant("surgeon.pace" as const), ratePerMin: between(0, 180) }),
  fc.record({ type: fc.constant("anaesthetist.ventilate" as const), on: fc.boolean() }),
);

const gasAndWater: fc.Arbitrary<WorldAction> = fc.oneof(
  fc.record({ type: fc.constant("gas.setFio2" as const), fio2Fraction: between(0.21, 1) }),
  fc.record({ type: fc.constant("gas.setSweep" as const), sweepLpm: between(0, 15) }),
  fc.record({ type: fc.constant("water.setPoint" as const), temperatureC: between(4, 42) }),
  fc.record({ type: fc.constant("water.setRunning" as const), on: fc.boolean() }),
);

const safety: fc.Arbitrary<WorldAction> = fc.oneof(
  fc.record({
    type: fc.constant("safety.setMode" as const),
    device,
    mode: fc.constantFrom(...SAFETY_MODES),
  }),
  fc.record({
    type: fc.constant("safety.override" as const),
    device,
    durationS: fc.constantFrom(30 as const, 120 as const),
  }),
  fc.record({ type: fc.constant("safety.endOverride" as const), device }),
  fc.record({ type: fc.constant("safety.reset" as const), device }),
  fc.record({ type: fc.constant("safety.link" as const), head }),
  fc.constant({ type: "power.movePlug" as const }),
);

const mind: fc.Arbitrary<WorldAction> = fc.oneof(
  fc.record({
    type: fc.constant("team.say" as const),
    to: fc.constantFrom(...TEAM_MEMBERS),
    message: fc.constantFrom(...MESSAGES),
  }),
  fc.record({ type: fc.constant("inspect" as const), what: fc.constantFrom(...INSPECTABLES) }),
  fc.constant({ type: "alarm.acknowledge" as const }),
  fc.record({
    type: fc.constantFrom("timer.start" as const, "timer.stop" as const, "timer.reset" as const),
    timer: fc.constantFrom(...TIMERS),
  }),
);

const trouble: fc.Arbitrary<WorldAction> = fc.oneof(
  fc.record({ type: fc.constant("fault.inject" as const), fault }),
  {
    weight: 2,
    arbitrary: fault.map(({ fault: faultId }) => ({ type: "fault.clear" as const, faultId })),
  },
);

const anyAction: fc.Arbitrary<WorldAction> = fc.oneof(
  { weight: 4, arbitrary: machineAct },
  { weight: 5, arbitrary: pumping },
  { weight: 5, arbitrary: cranking },
  { weight: 4, arbitrary: lines },
  { weight: 2, arbitrary: gasAndWater },
  { weight: 2, arbitrary: safety },
  { weight: 1, arbitrary: mind },
  { weight: 2, arbitrary: atTheTable },
  { weight: 3, arbitrary: trouble },
);

/** Something done, and the ticks that pass before the next thing. */
export interface Step {
  readonly action: WorldAction;
  readonly waitTicks: number;
}

export const anyStep = (waitTicksMax: number): fc.Arbitrary<Step> =>
  fc.record({ action: anyAction, waitTicks: fc.integer({ min: 1, max: waitTicksMax }) });

export const anyPump = fc.constantFrom("roller" as const, "centrifugal" as const);
