/** The expert for B14, the runaway head: takes its power, clamps, and lets hand and spare head drive. */
import type { Player, Script, Step } from "./player.ts";
import { pumpFailureSettle, replacePump } from "./pumpFailure.ts";

const RACING_RPM = 125;

export function* runawayExpert(me: Player): Script {
  yield* noticeRace(me);
  yield* runawayHands(me);
}

export function* noticeRace(me: Player): Step<void> {
  const { view } = me;
  yield* me.until(
    () =>
      view.number("pump.arterial.rotorRpm") > RACING_RPM ||
      view.number("pump.arterial.rotorRpm") < 5 ||
      view.number("patient.arterialPressureMeanMmHg") < 45,
    900,
  );
}

export function* runawayHands(me: Player): Script {
  yield* noticeRace(me);
  yield* me.act({ type: "pump.setPower", head: "arterial", on: false });
  yield* me.act({ type: "line.clamp", site: "arterial" });
  yield* me.act({ type: "line.clamp", site: "venous" });
  yield* me.say("surgeon", "noFlow");
  // The race has tripped the pressure stop, which holds whatever head drives next.
  yield* me.until(() => !me.view.is("safety.pressure.overLimit"), 10);
  for (const device of ["pressure", "level"] as const) {
    if (me.view.is(`safety.${device}.tripped`)) yield* me.act({ type: "safety.reset", device });
  }
  yield* replacePump(me, "dead");
  yield* pumpFailureSettle(me);
}
