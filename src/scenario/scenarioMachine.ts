/**
 * The flow of a scenario as an XState machine built from data. It is only ever stepped through
 * `initialTransition` and `transition`: no actors, no delays, no effects. It hears an event when a
 * condition of its stage has become true, and answers with the next stage.
 */
import { initialTransition, setup, transition } from "xstate";
import type { Scenario } from "./scenario.schema.ts";

interface FlowContext {
  /** Tick at which the present stage was entered. */
  readonly stageTick: number;
}

/** Condition number `rule` of the stage's list has become true at `tick`. */
export interface FlowEvent {
  readonly type: `${string}.${number}`;
  readonly tick: number;
}

/** What a snapshot needs to remember: XState's value and context. */
export interface FlowState {
  readonly stage: string;
  readonly stageTick: number;
}

export interface Flow {
  initial(): FlowState;
  /** The stage after a condition of this one has become true; the same state when nothing moves. */
  next(state: FlowState, event: FlowEvent): FlowState;
}

/** Name of the event for a condition of a stage. */
export function flowEvent(stage: string, rule: number, tick: number): FlowEvent {
  return { type: `${stage}.${rule}`, tick };
}

export function createScenarioMachine(scenario: Pick<Scenario, "id" | "first" | "stages">) {
  const flow = setup({
    types: {} as { context: FlowContext; events: FlowEvent },
  });
  const enter = flow.assign({ stageTick: ({ event }) => event.tick });
  const states = Object.fromEntries(
    Object.entries(scenario.stages).map(([name, stage]) => [
      name,
      stage.end === undefined
        ? {
            on: Object.fromEntries(
              (stage.on ?? []).map((rule, index) => [
                `${name}.${index}`,
                { target: rule.go, actions: enter },
              ]),
            ),
          }
        : { type: "final" as const },
    ]),
  );
  return flow.createMachine({
    id: scenario.id,
    context: { stageTick: 0 },
    initial: scenario.first,
    states,
  });
}

export function createFlow(scenario: Pick<Scenario, "id" | "first" | "stages">): Flow {
  const machine = createScenarioMachine(scenario);
  const stateOf = (snapshot: { value: unknown; context: FlowContext }): FlowState => ({
    stage: String(snapshot.value),
    stageTick: snapshot.context.stageTick,
  });
  return {
    initial: () => stateOf(initialTransition(machine)[0]),
    next: (state, event) => {
      const { stage, stageTick } = state;
      const before = machine.resolveState({ value: stage, context: { stageTick } });
      return stateOf(transition(machine, before, event)[0]);
    },
  };
}
