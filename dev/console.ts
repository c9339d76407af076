/**
 * A bench for the console: the real world stepped in the page, without a scenario. Query: machine
 * (roller or centrifugal), renderer, do (a JSON list of acts and faults at the start), after (seconds
 * to run before showing). `window.bench` lets a test act and run.
 */
import { parse } from "yaml";
import circuit from "../scenarios/circuits/adult-hardshell.yaml?raw";
import centrifugal from "../scenarios/machines/five-head-centrifugal.yaml?raw";
import roller from "../scenarios/machines/five-head-roller.yaml?raw";
import patient from "../scenarios/patients/adult-75kg.yaml?raw";
import { mountConsole } from "../src/console/mountConsole.ts";
import type { CaseFact, Frame } from "../src/session/contract/protocol.ts";
import { layoutNameFor } from "../src/tokens/regions.ts";
import { createWorld } from "../src/world/createWorld.ts";
import { worldSetupSchema } from "../src/world/contract/setup.ts";
import { SIGNAL_COUNT } from "../src/world/contract/signals.ts";
import type { WorldAction } from "../src/world/contract/world.ts";

const query = new URLSearchParams(location.search);
const setup = worldSetupSchema.parse({
  patient: parse(patient),
  circuit: parse(circuit),
  machine: parse(query.get("machine") === "centrifugal" ? centrifugal : roller),
  seed: 7,
});
const world = createWorld(setup);
const frames = new Set<(frame: Frame) => void>();
const facts = new Set<(fact: CaseFact) => void>();

const look = (): Frame => {
  const readings = new Float64Array(SIGNAL_COUNT);
  world.readings(readings);
  return { tick: world.tick(), readings };
};
let frame = look();
const run = (ticks: number) => {
  for (let tick = 0; tick < ticks; tick += 1) world.step();
  for (const fact of world.drainFacts()) for (const listener of facts) listener(fact);
  frame = look();
  for (const listener of frames) listener(frame);
};
const act = (action: WorldAction) => world.apply(action);
for (const action of JSON.parse(query.get("do") ?? "[]") as (WorldAction | number)[]) {
  if (typeof action === "number") run(action * 50);
  else act(action);
}
run(Number(query.get("after") ?? 2) * 50);

let owedMs = 0;
let lastMs = performance.now();
setInterval(() => {
  owedMs = Math.min(500, owedMs + performance.now() - lastMs);
  lastMs = performance.now();
  const ticks = Math.floor(owedMs / 20);
  owedMs -= ticks * 20;
  if (ticks > 0 && !query.has("still")) run(ticks);
}, 40);

const console_ = await mountConsole({
  layout: layoutNameFor(innerWidth),
  host: document.querySelector("#host") as HTMLElement,
  feed: {
    briefing: {
      scenarioTitle: "Bench",
      briefing: "",
      mode: "practice",
      seed: 7,
      patientSummary: "",
      bodySurfaceM2: 1.91,
      reservoirCapacityMl: 4000,
      reservoirMinimumMl: 200,
    } as never,
    latest: () => frame,
    onFrame: (listener) => (frames.add(listener), () => frames.delete(listener)),
    onFact: (listener) => (facts.add(listener), () => facts.delete(listener)),
  },
  acts: { act },
  renderer: query.get("renderer") === "webgl" ? "webgl" : "canvas",
  reducedMotion: query.has("reduced"),
  onDrawer: (name) => console_.showDrawer(name),
});
Object.assign(window, { bench: { act, run, latest: () => frame, console: console_ } });
