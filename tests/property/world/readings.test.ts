/** Whatever is done, every reading stays within the range its definition declares. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { SIGNAL_COUNT, SIGNALS } from "../../../src/world/contract/signals.ts";
import { WorldBench } from "../../support/worldSetup.ts";
import { anyPump, anyStep } from "./arbitraryActs.ts";

const READ_EVERY_TICKS = 4;

test("every reading is a number within its declared range during random runs", () => {
  const now = new Float64Array(SIGNAL_COUNT);
  const check = (bench: WorldBench): void => {
    bench.world.readings(now);
    for (let index = 0; index < SIGNAL_COUNT; index += 1) {
      const { id, min, max } = SIGNALS[index];
      const value = now[index];
      if (!(value >= min && value <= max))
        expect.fail(`${id} is ${value} at ${bench.timeS} s, outside ${min} to ${max}`);
    }
  };
  fc.assert(
    fc.property(
      anyPump,
      fc.array(anyStep(100), { minLength: 20, maxLength: 60 }),
      (pump, steps) => {
        const bench = new WorldBench({ pump });
        for (const { action, waitTicks } of steps) {
          bench.world.apply(action);
          for (let tick = 0; tick < waitTicks; tick += 1) {
            bench.world.step();
            if (tick % READ_EVERY_TICKS === 0) check(bench);
          }
        }
      },
    ),
    { seed: 314159, numRuns: 40 },
  );
}, 120_000);

test("enum readings are whole codes and flags are 0 or 1", () => {
  const bench = new WorldBench().inject({ fault: "pump.motor", head: "arterial" }).run(3);
  const now = new Float64Array(SIGNAL_COUNT);
  bench.world.readings(now);
  SIGNALS.forEach(({ id, kind }, index) => {
    if (kind !== "number") expect(Number.isInteger(now[index]), id).toBe(true);
  });
});
