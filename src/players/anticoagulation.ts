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

/** A drop across the oxygenator that has grown so much since the dose, mmHg: the dose has not worked. */
const STILL_GROWING_MMHG = 6;
/** The drop's ripple is averaged out over so long, s. */
const READING_S = 10;

/** The drop across the oxygenator, its ripple averaged out. */
function* readDrop(me: Player): Step<number> {
  let sumMmHg = 0;
  for (let second = 0; second < READING_S; second += 1) {
    sumMmHg += me.view.number("circuit.transmembraneGradientMmHg");
    yield* me.wait(1);
  }
  return sumMmHg / READING_S;
}

/** Both channels of the analyser run: until one is free only the oxygenator shows whether the dose worked. */
function* judgeByDrop(me: Player): Step<boolean> {
  const beforeMmHg = yield* readDrop(me);
  yield* me.until(
    () => me.view.facts.some((fact) => fact.type === "sampleResult" && fact.test === "act"),
    RESULT_WITHIN_S,
  );
  yield* drawAct(me);
  return (yield* readDrop(me)) - beforeMmHg < STILL_GROWING_MMHG;
}

/** A second ACT; whoever knows that it runs beyond the target need not wait for its end. */
function* proveDose(me: Player): Step<boolean> {
  const { view } = me;
  if (!(yield* drawAct(me))) return yield* judgeByDrop(me);
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
