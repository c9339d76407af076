/** What every scripted perfusionist knows of going on bypass again: clamps and pump in the right order. */
import type { Head } from "../world/contract/ids.ts";
import type { Player, Step } from "./player.ts";

export const FULL_FLOW_LPM = 4.6;
/** Enough to hold the aorta's pressure, too little for the line pressure stop. */
const CONE_FIRST_RPM = 2400;

export const isCentrifugal = (me: Player): boolean =>
  me.view.word("pump.arterial.type") === "centrifugal";

/** Roller: open, then turn. Centrifugal: 1,500 rpm first, then open. Then venous, then full flow. */
export function* restart(me: Player, head: Head, firstFlowLpm: number): Step<void> {
  const { view } = me;
  if (isCentrifugal(me)) {
    yield* me.act({ type: "pump.setRpm", head, rpm: CONE_FIRST_RPM });
    if (!(yield* me.act({ type: "pump.start", head }))) return;
    yield* me.until(() => view.number(`pump.${head}.speedDisplayedRpm`) >= 1500, 6);
    yield* openArterial(me);
  } else {
    yield* me.act({ type: "pump.setFlow", head, flowLpm: firstFlowLpm });
    yield* openArterial(me);
    if (!(yield* me.act({ type: "pump.start", head }))) return;
  }
  yield* openVenous(me);
  if (isCentrifugal(me) || firstFlowLpm < FULL_FLOW_LPM) {
    yield* me.act({ type: "pump.setFlow", head, flowLpm: FULL_FLOW_LPM });
  }
}

export function* openArterial(me: Player): Step<void> {
  for (const site of ["arterial", "arterialTable"] as const) {
    if (me.view.is(`clamp.${site}.closed`)) yield* me.act({ type: "line.unclamp", site });
  }
}

export function* openVenous(me: Player): Step<void> {
  for (const site of ["venous", "venousTable"] as const) {
    if (me.view.is(`clamp.${site}.closed`)) yield* me.act({ type: "line.unclamp", site });
  }
}
