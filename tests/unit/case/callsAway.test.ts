/** Calls away from the console in module 1: leaving costs, answering from the pump is rewarded. */
import { expect, test } from "vitest";
import { answerCallsAway } from "../../../src/players/modules.ts";
import type { Player, Script, Step } from "../../../src/players/player.ts";
import type { TraineeAction } from "../../../src/world/contract/actions.ts";
import { openCase, playCase, readContent } from "../../support/playCase.ts";

const content = readContent("m1-managing-bypass");
const CALLS = content.scenario.distractors.map(({ id }) => id);
/** Long enough for a call and its answer; marks are looked at before the end. */
const ENDS_S = 140;

function playedAfter(distractor: string, answer: (me: Player) => Script) {
  const short = {
    ...content,
    scenario: {
      ...content.scenario,
      conditions: {
        ...content.scenario.conditions,
        late: { elapsedS: ENDS_S, since: "start" as const },
      },
    },
  };
  const choices = { variant: "b", distractors: [distractor], seed: 3 };
  return playCase({ content: short, choices }, (me) => me.start(answer(me)));
}

const reportAfter = (distractor: string, answer: (me: Player) => Script) =>
  playedAfter(distractor, answer).report;

const state = (report: ReturnType<typeof reportAfter>, id: string) =>
  report.marks.find((mark) => mark.id === id)?.state;

function* hear(me: Player): Step<void> {
  yield* me.until(
    () => me.view.facts.some((fact) => fact.type === "spoke" && fact.tone === "distractor"),
    100,
  );
}

const goesOneself: TraineeAction = { type: "store.fetch", item: "oxygenator", by: "self" };

function* leaves(me: Player): Script {
  yield* hear(me);
  yield* me.act(goesOneself);
}

function* handsOverFirst(me: Player): Script {
  yield* hear(me);
  yield* me.say("anaesthetist", "callForHelp");
  yield* me.until(() => me.view.is("team.helperHere"), 60);
  yield* me.say("helper", "watchLevel");
  yield* me.act(goesOneself);
}

test("there is a call from the phone, from the corridor and from the surgeon", () =>
  expect(CALLS).toEqual(["nextTheatre", "corridor", "surgeonAsks"]));

test("leaving a patient on bypass with nobody at the pump is counted, and the call is lost", () => {
  const report = reportAfter("nextTheatre", leaves);
  expect(state(report, "M1.N4")).toBe("violated");
  expect(state(report, "M1.11")).toBe("notDone");
  const alone = report.measures.find(({ id }) => id === "awayAloneS");
  expect(alone?.value).toBeGreaterThan(20);
  expect(alone?.band).toBe("red");
});

test("a runner who goes instead costs nothing and earns the mark", () => {
  const report = reportAfter("corridor", answerCallsAway);
  expect(state(report, "M1.N4")).toBe("clean");
  expect(state(report, "M1.11")).toBe("inTime");
});

test("going oneself is no mistake once the second perfusionist has the watch", () => {
  const report = reportAfter("surgeonAsks", handsOverFirst);
  expect(state(report, "M1.N4")).toBe("clean");
  expect(["inTime", "late"]).toContain(state(report, "M1.11"));
});

test("the quiet hour has no call", () => {
  const quiet = openCase(content, { variant: "a", seed: 3 });
  expect(quiet.drawn.distractors).toEqual([]);
});

test("the anaesthetist asks who is at the pump when nobody is", () => {
  const { log, report } = playedAfter("surgeonAsks", leaves);
  expect(report.outcome).toBe("notMet");
  expect(log.some((line) => /spoke.*at the pump/.test(line))).toBe(true);
});
