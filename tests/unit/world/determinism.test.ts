/** A world is a pure function of its set-up and its actions, bit by bit. */
import { describe, expect, test } from "vitest";
import type { WorldSetup } from "../../../src/world/contract/setup.ts";
import { SIGNALS } from "../../../src/world/contract/signals.ts";
import type { World, WorldAction } from "../../../src/world/contract/world.ts";
import { createWorld } from "../../../src/world/createWorld.ts";
import { PATIENT } from "../../../src/world/state/layouts.ts";
import { allocateState } from "../../../src/world/state/state.ts";
import { assertWhole } from "../../../src/world/state/wholeness.ts";
import { readWorldSetup, type SetupOptions } from "../../support/worldSetup.ts";

/** A minute in which most parts of the world are touched: second, act. */
const SCRIPT: readonly (readonly [number, WorldAction])[] = [
  [1, { type: "fault.inject", fault: { fault: "pump.motor", head: "arterial" } }],
  [3, { type: "line.clamp", site: "arterial" }],
  [3, { type: "line.clamp", site: "venous" }],
  [4, { type: "pump.setPower", head: "arterial", on: false }],
  [4, { type: "pump.openCover", head: "arterial" }],
  [4, { type: "crank.fetch" }],
  [7, { type: "crank.fit", head: "arterial" }],
  [10, { type: "line.unclamp", site: "arterial" }],
  [10, { type: "line.unclamp", site: "venous" }],
  [11, { type: "gas.setSweep", sweepLpm: 1 }],
  [12, { type: "team.arrive", who: "helper" }],
  [20, { type: "crank.handOver", to: "helper", rpm: 67 }],
  [30, { type: "reservoir.addVolume", volumeMl: 300 }],
  [40, { type: "water.setPoint", temperatureC: 30 }],
];

function play(world: World, fromS: number, toS: number): void {
  for (let tick = fromS * 50; tick < toS * 50; tick += 1) {
    for (const [second, action] of SCRIPT) if (second * 50 === tick) world.apply(action);
    if (tick >= 500 && tick < 1000 && tick % 10 === 0)
      world.apply({
        type: "crank.turn",
        head: "arterial",
        revolutions: 0.2,
        rotation: "counterClockwise",
      });
    world.step();
  }
}

function playedHash(options: SetupOptions = {}): string {
  const world = createWorld(readWorldSetup(options));
  play(world, 0, 45);
  return world.hashHex();
}
const HASH = playedHash();

describe("the same set-up and actions", () => {
  test("give the same hash", () => expect(playedHash()).toBe(HASH));
  test("give the same hash whether the world settled or remembered how such worlds settle", () => {
    const unknown = { edit: (setup: WorldSetup) => void (setup.patient.weightKg += 0.125) };
    const settled = playedHash(unknown);
    expect(playedHash(unknown)).toBe(settled);
    expect(settled).not.toBe(HASH);
  });
  test("give another hash with another seed, because the helper's hands differ", () =>
    expect(playedHash({ seed: 2 })).not.toBe(HASH));
  test("give the same bits in whatever order the files list heads, keys and clamps", () => {
    const shuffled = playedHash({
      edit: (setup) => {
        const { machine } = setup;
        const heads = Object.entries(machine.heads).reverse();
        machine.heads = Object.fromEntries(heads) as typeof machine.heads;
        machine.clampsClosed.reverse();
        setup.patient = Object.fromEntries(
          Object.entries(setup.patient).reverse(),
        ) as typeof setup.patient;
        setup.circuit = Object.fromEntries(
          Object.entries(setup.circuit).reverse(),
        ) as typeof setup.circuit;
      },
    });
    expect(shuffled).toBe(HASH);
  });
});

describe("a snapshot", () => {
  test("continues hash-equal in another world, wherever in the case it was taken", () => {
    const first = createWorld(readWorldSetup());
    const taken: (readonly [atS: number, bytes: Uint8Array, hash: string])[] = [];
    for (let atS = 0; atS < 45; atS += 3) {
      taken.push([atS, first.snapshot(), first.hashHex()]);
      play(first, atS, atS + 3);
    }
    expect(first.hashHex()).toBe(HASH);
    const second = createWorld(readWorldSetup());
    for (const [atS, bytes, hash] of taken.reverse()) {
      second.restore(bytes);
      expect(second.hashHex()).toBe(hash);
      play(second, atS, 45);
      expect(second.hashHex()).toBe(HASH);
    }
  });
  test("that was cut short is refused with a sentence", () => {
    const world = createWorld(readWorldSetup());
    const bytes = world.snapshot();
    expect(() => world.restore(bytes.slice(0, bytes.length - 9))).toThrow(/\w+ \w+/);
  });
});

describe("reading the world", () => {
  test("changes nothing", () => {
    const world = createWorld(readWorldSetup());
    const before = world.hashHex();
    world.readings(new Float64Array(SIGNALS.length));
    world.snapshot();
    world.drainFacts();
    expect(world.hashHex()).toBe(before);
  });
  test("fills every signal: creating a world looks up every writer", () => {
    const readings = new Float64Array(SIGNALS.length).fill(Number.NaN);
    createWorld(readWorldSetup()).readings(readings);
    const unwritten = SIGNALS.filter((_, index) => Number.isNaN(readings[index]));
    expect(unwritten.map((signal) => signal.id)).toEqual([]);
  });
});

describe("a number that is not one", () => {
  test("stops the run and names the tick", () => {
    const state = allocateState(1);
    assertWhole(state, 7);
    state.patient[PATIENT.index.brainTissueC] = Number.NaN;
    expect(() => assertWhole(state, 4711)).toThrow("tick 4711");
  });
  test("stops the run wherever in the state it appears", () => {
    for (const block of ["heads", "crank", "cellVolumeMl", "gasSide", "edgeFlowMlPerS"] as const) {
      const state = allocateState(1);
      state[block][0] = Number.NaN;
      expect(() => assertWhole(state, 1), block).toThrow("tick 1");
    }
  });
});
