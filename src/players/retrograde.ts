/** Perfusion of the brain backward through the superior cava, to wash air out of it. */
import type { Player, Step } from "./player.ts";

/** As much as keeps the cava below 25 to 30 mmHg. */
const BACKWARD_FLOW_LPM = 0.7;
const TOO_HIGH_MMHG = 27;
const LESS_LPM = 0.5;
const RUNS_S = 75;

/** Asks, waits for the surgeon's hands, perfuses for more than a minute and has the line put back. */
export function* perfuseBackward(me: Player): Step<void> {
  const { view } = me;
  yield* me.say("surgeon", "prepareRetrograde");
  yield* me.act({ type: "line.unclamp", site: "venous" });
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: BACKWARD_FLOW_LPM });
  yield* me.until(() => !view.is("surgeon.retrogradeCerebral.closed"), 90);
  yield* me.act({ type: "line.unclamp", site: "arterial" });
  yield* me.act({ type: "pump.start", head: "arterial" });
  yield* me.say("surgeon", "retrogradeRunning");
  const isHigh = () => view.number("patient.superiorCavaPressureMmHg") > TOO_HIGH_MMHG;
  if (yield* me.until(isHigh, RUNS_S)) {
    yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: LESS_LPM });
    yield* me.wait(45);
  }
  yield* me.act({ type: "pump.stop", head: "arterial" });
  yield* me.act({ type: "line.clamp", site: "arterial" });
  yield* me.act({ type: "line.clamp", site: "venous" });
  yield* me.say("surgeon", "endRetrograde");
  yield* me.until(() => !view.is("surgeon.superiorCava.closed"), 40);
}
