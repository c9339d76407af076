/** The expert for B9, the clotting circuit: heparin before the number comes, antithrombin when heparin does nothing. */
import { handOn } from "./handOn.ts";
import type { Player, Script, Step } from "./player.ts";

/** Rise of the drop across the oxygenator, its ripple averaged out over some seconds. */
const RISEN_MMHG = 4;
const AVERAGING_SHARE = 0.02;
const SETTLED_TICKS = 500;
const DOSE_U = 15_000;
const FULL_DOSE_U = 25_000;
const SPREADS_S = 40;
const LONG_ENOUGH_S = 400;
const RESULT_WITHIN_S = 480;
const NOTE = "Clotting on bypass: ACT, heparin, antithrombin, what was seen.";

type Sign = "clots" | "protamine";

export function* anticoagulationExpert(me: Player): Script {
  yield* answerClots(me, yield* noticeClots(me));
}

export function* anticoagulationHands(me: Player): Script {
  yield* answerClots(me, yield* noticeClots(me));
}

/** Waits for a growing drop across the oxygenator, or for somebody who says what he has given or sees. */
export function* noticeClots(me: Player): Step<Sign> {
  const { view } = me;
  yield* me.wait(1);
  let slowMmHg = view.number("circuit.transmembraneGradientMmHg");
  let startMmHg = Number.POSITIVE_INFINITY;
  const firstTick = view.tick;
  let said: Sign | null = null;
  yield* me.until(() => {
    for (const fact of view.facts) {
      if (fact.type !== "spoke") continue;
      if (/protamine/i.test(fact.text)) said = "protamine";
      else if (/strands|clotting/i.test(fact.text)) said = "clots";
    }
    const now = view.number("circuit.transmembraneGradientMmHg");
    slowMmHg += AVERAGING_SHARE * (now - slowMmHg);
    if (view.tick - firstTick > SETTLED_TICKS) startMmHg = Math.min(startMmHg, slowMmHg);
    return said !== null || slowMmHg > startMmHg + RISEN_MMHG;
  }, 900);
  return said ?? "clots";
}

function* answerClots(me: Player, sign: Sign): Step<void> {
  if (sign === "protamine") yield* me.say("anaesthetist", "stopProtamine");
  yield* me.say("surgeon", "actLow");
  yield* drawAct(me);
  const amount = sign === "protamine" ? FULL_DOSE_U : DOSE_U;
  yield* me.act({ type: "drug.give", drug: "heparin", amount, unit: "U", route: "circuit" });
  yield* me.look("oxygenator");
  yield* me.wait(SPREADS_S);
  const isLong = yield* proveDose(me);
  if (!isLong) {
    yield* me.act({
      type: "drug.give",
      drug: "antithrombin",
      amount: 1000,
      unit: "U",
      route: "circuit",
    });
    yield* me.wait(5);
  }
  yield* handOn(me, NOTE);
}

const drawAct = (me: Player): Step<boolean> =>
  me.act({ type: "sample.draw", site: "arterial", test: "act", discardMl: 5 });

/** A second ACT; whoever knows that it runs beyond the target need not wait for its end. */
function* proveDose(me: Player): Step<boolean> {
  const { view } = me;
  yield* drawAct(me);
  let results = 0;
  let actS = 0;
  const drawn = view.tick;
  yield* me.until(() => {
    for (const fact of view.facts) {
      if (fact.type !== "sampleResult" || fact.test !== "act") continue;
      if (fact.drawnTick < drawn - 200) continue;
      results += 1;
      actS = fact.values.actS ?? 0;
    }
    return results > 0 || (view.tick - drawn) / 50 > LONG_ENOUGH_S + 5;
  }, RESULT_WITHIN_S);
  return results === 0 || actS >= LONG_ENOUGH_S;
}
