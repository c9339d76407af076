/** The expert for B4, the lost mains: light and crank in hand, load shed, and by hand where the drive stops. */
import type { Player, Script, Step } from "./player.ts";
import { pumpFailureSettle, replacePump } from "./pumpFailure.ts";

const GENERATOR_S = 420;
const MORE_HEADS = ["suck2", "suck1", "vent"] as const;

export function* powerExpert(me: Player): Script {
  yield* noticePower(me);
  const word = me.view.word("power.source") === "none" ? "noFlow" : "onBattery";
  yield* me.say("surgeon", word);
  yield* powerHands(me);
}

export function* noticePower(me: Player): Step<void> {
  yield* me.until(() => me.view.word("power.source") !== "mains", 900);
}

export function* powerHands(me: Player): Script {
  yield* noticePower(me);
  if (me.view.word("power.source") === "battery") yield* prepare(me);
  if (me.view.word("power.source") === "none") yield* driveByHand(me);
  yield* pumpFailureSettle(me);
  for (const head of ["vent", "suck1"] as const) yield* me.act({ type: "pump.start", head });
}

/** Everything that makes the battery last, and the time after it bearable. */
function* prepare(me: Player): Step<void> {
  const { view } = me;
  yield* me.act({ type: "power.light", on: true });
  yield* me.job({ type: "crank.fetch" });
  yield* me.say("helper", "callForHelp");
  for (const head of MORE_HEADS) {
    if (view.word(`pump.${head}.status`) === "run") yield* me.act({ type: "pump.stop", head });
  }
  yield* plan(me);
  yield* me.job({ type: "power.movePlug" });
  yield* me.until(() => view.word("power.source") !== "battery", GENERATOR_S);
}

function* plan(me: Player): Step<void> {
  yield* me.look("gasSupply");
  yield* me.say("surgeon", "comeOffPlan");
  yield* me.say("anaesthetist", "deepen");
}

function* driveByHand(me: Player): Step<void> {
  if (!me.view.is("power.emergencyLight")) yield* me.act({ type: "power.light", on: true });
  yield* me.act({ type: "line.clamp", site: "arterial" });
  yield* me.act({ type: "line.clamp", site: "venous" });
  yield* replacePump(me, "power", plan);
}
