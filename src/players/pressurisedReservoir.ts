/** A2 d: the reservoir is under pressure. Nothing more goes in, its vent is opened, the line is looked through. */
import { FULL_FLOW_LPM, restart } from "./bypass.ts";
import { handOn } from "./handOn.ts";
import type { Player, Step } from "./player.ts";

const PRESSED_MMHG = 4;
const VENTED_MMHG = 2;
const HOLDING_FLOW_LPM = 2.4;
const LOW_ML = 450;
const REFILLED_ML = 600;
const SLUG_FRACTION = 0.01;
const SUCKERS = ["suck2", "suck1"] as const;

export const isPressurised = (me: Player): boolean =>
  me.view.number("gas.reservoirPressureMmHg") > PRESSED_MMHG;

export function* pressurisedHands(me: Player): Step<void> {
  const { view } = me;
  for (const head of SUCKERS) yield* me.act({ type: "pump.stop", head });
  yield* me.job({ type: "gas.openReservoirVent" });
  yield* me.say("surgeon", "reservoirPressurised");
  if (view.number("circuit.reservoirVolumeMl") < LOW_ML && isPumping(me))
    yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: HOLDING_FLOW_LPM });
  yield* clearVenousLine(me);
  yield* me.until(() => view.number("circuit.reservoirVolumeMl") > REFILLED_ML, 30);
  if (view.is("safety.level.tripped")) yield* me.act({ type: "safety.reset", device: "level" });
  if (!isPumping(me)) yield* restart(me, "arterial", HOLDING_FLOW_LPM);
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: FULL_FLOW_LPM });
  yield* me.until(() => view.number("gas.reservoirPressureMmHg") < VENTED_MMHG, 20);
  yield* me.act({ type: "pump.setFlow", head: "suck1", flowLpm: 0.3 });
  yield* me.act({ type: "pump.start", head: "suck1" });
  yield* handOn(me, "Reservoir under pressure: its vent was shut. Opened; line looked through.");
}

const isPumping = (me: Player): boolean => me.view.word("pump.arterial.status") === "run";

/** What was pressed up the venous line is walked down again. */
function* clearVenousLine(me: Player): Step<void> {
  yield* me.look("venousLine");
  for (let i = 0; i < 4 && me.view.number("line.venous.gasFraction") > SLUG_FRACTION; i += 1)
    yield* me.job({ type: "line.walkVenous" });
}
