/** Runs an incident on the world and says what does not show as its file promises. */
import { sToTicks } from "../../kernel/tick.ts";
import type { WorldSetup } from "../../world/contract/setup.ts";
import {
  enumReading,
  findSignal,
  SIGNAL_COUNT,
  signalIndex,
} from "../../world/contract/signals.ts";
import { createWorld } from "../../world/createWorld.ts";
import type { Incident } from "./incident.schema.ts";

type Shown = Incident["shows"][number];

function problemOf({ atS, signal, min, max, is }: Shown, readings: Float64Array): string | null {
  if (findSignal(signal) === undefined) return `there is no signal called "${signal}"`;
  const value = readings[signalIndex(signal)] as number;
  const said =
    is === undefined ? String(Math.round(value * 100) / 100) : enumReading(readings, signal);
  const isRight =
    (is === undefined || said === is) &&
    (min === undefined || value >= min) &&
    (max === undefined || value <= max);
  const wanted = is ?? `${min ?? "any"} to ${max ?? "any"}`;
  return isRight ? null : `at ${atS} s ${signal} is ${said}, not ${wanted}`;
}

/** What does not show, a sentence each; an empty list means that the preset is the incident. */
export function runIncident(incident: Incident, setup: WorldSetup): readonly string[] {
  const { batteryMinutes = setup.machine.batteryMinutes } = incident;
  const world = createWorld({ ...setup, machine: { ...setup.machine, batteryMinutes } });
  const readings = new Float64Array(SIGNAL_COUNT);
  const problems: string[] = [];
  const lastS = Math.max(...[...incident.acts, ...incident.shows].map(({ atS }) => atS));
  for (let tick = 0; tick <= sToTicks(lastS); tick += 1) {
    for (const { atS, action } of incident.acts) if (sToTicks(atS) === tick) world.apply(action);
    for (const fact of world.drainFacts())
      if (fact.type === "refused")
        problems.push(`${fact.action.type} was refused: ${fact.sentence}`);
    const due = incident.shows.filter(({ atS }) => sToTicks(atS) === tick);
    if (due.length > 0) world.readings(readings);
    for (const shown of due) {
      const problem = problemOf(shown, readings);
      if (problem !== null) problems.push(problem);
    }
    world.step();
  }
  return problems;
}
