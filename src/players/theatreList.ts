/**
 * The expert of a theatre list: keeps the normal case by ear, and beside it what this patient asks for, by what stands
 * on the console and the monitor. What is asked for was told at the briefing: it is in the patient's file.
 */
import { KEPT_ALWAYS, type Keeping, keepersOf, turnAlone } from "./keepers.ts";
import { answerCallsAway, drawSample, writeDown } from "./modules.ts";
import type { Player, Script } from "./player.ts";

/** What of a patient the expert is told: the same as stands in the file. */
export type ToldPatient = Keeping["patient"];

const STITCHES: readonly (readonly [RegExp, number])[] = [
  [/two and a half/i, 2.5],
  [/one and a half/i, 1.5],
];
const WARM_WATER_C = 37;
const ASKED_WITHIN_S = 400;

export const theatreListExpert =
  (patient: ToldPatient) =>
  (me: Player): Script =>
    keepCase(me, patient);

function* keepCase(me: Player, patient: ToldPatient): Script {
  const handedOverLpm = me.view.number("circuit.arterialFlowDisplayedLpm");
  const keeping: Keeping = {
    patient,
    isStitched: false,
    fullFlowLpm: handedOverLpm,
    isTurning: false,
  };
  const heard = new Heard();
  me.start(heard.listen(me));
  me.start(answerCallsAway(me));
  for (const what of ["reservoirLevel", "arterialLine", "safetyLinks"] as const)
    yield* me.look(what);
  yield* drawSample(me, "bloodGas");
  yield* drawSample(me, "act");
  for (const keeper of [...KEPT_ALWAYS, ...keepersOf(patient)]) me.start(keeper(me, keeping));
  yield* me.until(() => heard.stitchLpm !== undefined, ASKED_WITHIN_S);
  keeping.isStitched = true;
  yield* turnAlone(me, keeping, heard.stitchLpm ?? keeping.fullFlowLpm);
  yield* me.until(() => heard.isFullWanted, ASKED_WITHIN_S);
  yield* turnAlone(me, keeping, keeping.fullFlowLpm);
  yield* me.say("surgeon", "fullFlow");
  keeping.isStitched = false;
  yield* me.until(() => heard.isWarmWanted, ASKED_WITHIN_S);
  yield* me.act({ type: "water.setPoint", temperatureC: WARM_WATER_C });
  yield* me.until(() => me.view.number("circuit.arterialTemperatureC") > 35.1, ASKED_WITHIN_S);
  yield* me.wait(3);
  yield* writeDown(me, ["arterialFlow", "meanArterialPressure", "nasopharyngeal"]);
  yield* me.act({ type: "record.note", text: "Kept as this patient needs it; warm or warming." });
}

/** What the surgeon has asked for so far. */
class Heard {
  stitchLpm: number | undefined;
  isFullWanted = false;
  isWarmWanted = false;

  *listen(me: Player): Script {
    for (;;) {
      for (const fact of me.view.facts) if (fact.type === "spoke") this.#take(fact.text);
      yield 1;
    }
  }

  #take(text: string): void {
    this.stitchLpm ??= STITCHES.find(([words]) => words.test(text))?.[1];
    if (/^thank you\. full flow/i.test(text)) this.isFullWanted = true;
    if (/start to warm|keep h(er|im) warm/i.test(text)) this.isWarmWanted = true;
  }
}
