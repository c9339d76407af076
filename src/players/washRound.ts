/** Washing air out of the circuit with the patient clamped off. */
import type { Player, Step } from "./player.ts";

const ROUNDS_MAX = 8;
/** As much as the bridge takes: pressure drives held air out by purge and fibres. */
const WASH_FLOW_LPM = 4.5;

/** Round the table: out by the arterial line, over the bridge, home by the venous line, until clear. */
export function* washRound(me: Player): Step<void> {
  const { view } = me;
  const path = [
    "reservoirOutlet",
    "pumpOutlet",
    "oxygenator",
    "filter",
    "arterial",
    "arterialTable",
  ];
  const clear = () => path.every((line) => view.number(`line.${line}.gasFraction`) < 0.002);
  yield* me.act({ type: "line.clamp", site: "arterialTable" });
  yield* me.act({ type: "line.clamp", site: "venousTable" });
  yield* me.act({ type: "line.unclamp", site: "bridge" });
  if (view.is("clamp.venous.closed")) yield* me.act({ type: "line.unclamp", site: "venous" });
  if (view.is("clamp.arterial.closed")) {
    yield* me.act({ type: "line.unclamp", site: "arterial" });
  }
  yield* me.act({ type: "safety.override", device: "bubble", durationS: 30 });
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: WASH_FLOW_LPM });
  yield* me.act({ type: "pump.start", head: "arterial" });
  for (let round = 0; round < ROUNDS_MAX && !clear(); round++) {
    yield* me.until(clear, 24);
    if (!clear()) yield* me.act({ type: "safety.override", device: "bubble", durationS: 30 });
  }
  yield* me.act({ type: "pump.stop", head: "arterial" });
  yield* me.act({ type: "line.clamp", site: "bridge" });
  if (view.number("safety.bubble.overrideLeftS") > 3) {
    yield* me.act({ type: "safety.endOverride", device: "bubble" });
  }
  if (view.is("safety.bubble.tripped")) yield* me.act({ type: "safety.reset", device: "bubble" });
  yield* me.act({ type: "line.clamp", site: "arterial" });
  yield* me.act({ type: "line.unclamp", site: "arterialTable" });
}
