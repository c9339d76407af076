/** The expert for B5, the failing oxygen: traces the gas and brings oxygen past whatever is wrong. */
import { handOn } from "./handOn.ts";
import type { Player, Script, Step } from "./player.ts";

const LOW_PO2_MMHG = 110;
const RED_FRACTION = 0.965;
const ALARMS = ["oxygenPipelineLow", "gasSupplyFailed", "analyserLow", "noSweep"] as const;

export function* gasSupplyExpert(me: Player): Script {
  yield* noticeGas(me);
  yield* me.say("surgeon", "oxygenatorFailing");
  yield* gasSupplyHands(me);
}

/** Waits for an alarm of the supply, or for blood that darkens. */
export function* noticeGas(me: Player): Step<void> {
  const { view } = me;
  const sounding = ALARMS.filter((alarm) => view.knows(`alarm.${alarm}.active`));
  yield* me.until(
    () =>
      sounding.some((alarm) => view.is(`alarm.${alarm}.active`)) ||
      view.number("circuit.arterialOxygenTensionDisplayedMmHg") < LOW_PO2_MMHG,
    900,
  );
}

export function* gasSupplyHands(me: Player): Script {
  yield* noticeGas(me);
  yield* me.act({ type: "gas.setFio2", fio2Fraction: 1 });
  if ((yield* me.look("gasLine")) === "abnormal") {
    yield* me.job({ type: "oxygenator.gasLine", connected: true });
  } else {
    // The cylinder, not the wall, and past the blender: whatever it was, this is oxygen.
    yield* me.act({ type: "gas.setCylinder", open: true });
    yield* me.act({ type: "gas.bypassBlender" });
    yield* me.job({ type: "gas.connectHose", hose: "oxygen", outlet: "none" });
  }
  yield* me.say("surgeon", "gasSupplyFault");
  yield* me.until(
    () => me.view.number("circuit.arterialSaturationDisplayedFraction") > RED_FRACTION,
    90,
  );
  yield* me.look("bloodColour");
  yield* handOn(me, "Oxygen failed: cause, seconds, what feeds the oxygenator now.");
}
