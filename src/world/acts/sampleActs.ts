/** Drawing a sample: it needs blood at the port and room in the analyser. */
import type { TraineeAction } from "../contract/actions.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { freeSlot, loadSample } from "../samples/analyser.ts";
import { canDraw, drawSyringe } from "../samples/syringe.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { type ActResult, DONE, refuse } from "./refusal.ts";

type Draw = Extract<TraineeAction, { type: "sample.draw" }>;

export function drawSample(state: WorldState, setup: WorldSetup, action: Draw): ActResult {
  const { test, site, discardMl } = action;
  if (!canDraw(state, site)) return refuse("notHere", "There is no blood at that port to draw.");
  const slot = freeSlot(state, test);
  if (slot < 0)
    return refuse("analyserBusy", "The analyser is still running the sample before this one.");
  const values = drawSyringe(state, setup, site, discardMl);
  const tick = state.machine[MACHINE.index.tick] as number;
  loadSample(state, setup, slot, { test, site, values, tick });
  return DONE;
}
