/**
 * Scripted perfusionists who are not experts: the idle one; the one who cranks whatever the console says;
 * and the shotgun, who says and looks at everything while the hands do what the expert's would.
 */
import type { Player, Script } from "../../src/players/player.ts";
import { crank, notice, pumpFailureHands } from "../../src/players/pumpFailure.ts";
import { INSPECTABLES, MESSAGES, TEAM_MEMBERS } from "../../src/world/contract/ids.ts";

export function* idle(): Script {
  yield Number.MAX_SAFE_INTEGER;
}

/** Cranks into whatever stopped the pump, without reading what the console says. */
export function* cranksBlindly(me: Player): Script {
  yield* notice(me);
  yield* me.say("surgeon", "noFlow");
  yield* crank(me);
}

/** Says everything to everybody and looks at everything, as fast as a person can. */
function* everything(me: Player): Script {
  yield* notice(me);
  for (const what of INSPECTABLES) yield* me.act({ type: "inspect", what });
  for (const message of MESSAGES) {
    for (const to of TEAM_MEMBERS) yield* me.say(to, message);
  }
}

export function startShotgun(me: Player): void {
  me.start(everything(me));
  me.start(pumpFailureHands(me));
}
