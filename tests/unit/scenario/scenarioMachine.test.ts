/** The flow as an XState machine: every stage can be reached, ends are final, nothing runs by itself. */
import { describe, expect, test } from "vitest";
import { initialTransition, transition } from "xstate";
import { getShortestPaths } from "xstate/graph";
import {
  createFlow,
  createScenarioMachine,
  flowEvent,
} from "../../../src/scenario/scenarioMachine.ts";
import { readContent } from "../../support/playCase.ts";

const { scenario } = readContent();
const events = Object.entries(scenario.stages).flatMap(([stage, { on }]) =>
  (on ?? []).map((_rule, index) => flowEvent(stage, index, 5)),
);

describe("the flow of A1", () => {
  test("XState finds a path to every stage", () => {
    const machine = createScenarioMachine(scenario);
    const paths = getShortestPaths(machine, {
      events,
      serializeState: (state) => JSON.stringify(state.value),
    });
    const reached = new Set(paths.map(({ state }) => String(state.value)));
    expect([...reached].sort()).toEqual(Object.keys(scenario.stages).sort());
  });
  test("a transition asks for no effect", () => {
    const machine = createScenarioMachine(scenario);
    const [start, first] = initialTransition(machine);
    const [, second] = transition(machine, start, flowEvent("steady", 0, 5));
    expect([...first, ...second]).toEqual([]);
  });
  test("an event of another stage changes nothing; an end takes no event", () => {
    const flow = createFlow(scenario);
    const steady = flow.initial();
    expect(steady).toEqual({ stage: "steady", stageTick: 0 });
    expect(flow.next(steady, flowEvent("noFlow", 0, 5))).toEqual(steady);
    const failing = flow.next(steady, flowEvent("steady", 0, 100));
    expect(failing).toEqual({ stage: "failing", stageTick: 100 });
    const harm = flow.next(failing, flowEvent("failing", 0, 200));
    expect(harm.stage).toBe("harm");
    expect(flow.next(harm, flowEvent("failing", 1, 300))).toEqual(harm);
  });
});
