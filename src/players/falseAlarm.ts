/** The expert for B21: looks at the thing itself, mends the sensor, arms it and goes on. */
import type { Inspectable, Message, SafetyDevice } from "../world/contract/ids.ts";
import { FULL_FLOW_LPM, restart } from "./bypass.ts";
import { handOn } from "./handOn.ts";
import type { Player, Script, Step } from "./player.ts";

interface Answer {
  readonly device: SafetyDevice;
  readonly look: Inspectable;
  readonly say: Message;
}
const ANSWERS: Readonly<Record<string, Answer>> = {
  levelStop: { device: "level", look: "reservoirLevel", say: "levelStopFound" },
  bubbleStop: { device: "bubble", look: "arterialLine", say: "noFlow" },
  pressureStop: { device: "pressure", look: "arterialLine", say: "pressureStopFound" },
};

export function* falseAlarmExpert(me: Player): Script {
  yield* noticeStop(me);
  yield* falseAlarmHands(me);
}

export function* noticeStop(me: Player): Step<void> {
  yield* me.until(() => me.view.word("pump.arterial.message") in ANSWERS, 900);
}

export function* falseAlarmHands(me: Player): Script {
  yield* noticeStop(me);
  const answer = ANSWERS[me.view.word("pump.arterial.message")];
  if (answer === undefined) return;
  yield* me.say("surgeon", answer.say);
  yield* me.look(answer.look);
  yield* me.job({ type: "safety.checkSensor", device: answer.device });
  yield* me.act({ type: "safety.reset", device: answer.device });
  yield* restart(me, "arterial", FULL_FLOW_LPM);
  yield* handOn(me, "False stop: which sensor, what was looked at, mended and armed.");
}
