/** Ten thousand random pile-ups: order, nothing lost, and never more than three flashes in a second. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ActiveAlarm, barOrder, listOrder } from "../../../src/console/alarmOrder.ts";
import { type BadgeLook, FlashGate, flashLit } from "../../../src/tokens/flash.ts";
import {
  ALARM_PRIORITIES,
  ALARMS,
  type AlarmPriority,
} from "../../../src/world/contract/alarms.ts";

const PILE_UPS = 10_000;
const FRAME_MS = 20;
const rank = (priority: AlarmPriority): number => ALARM_PRIORITIES.indexOf(priority);

const pileUp = fc.subarray([...ALARMS], { minLength: 1 }).chain((alarms) =>
  fc
    .array(fc.tuple(fc.boolean(), fc.double({ min: 0, max: 600, noNaN: true })), {
      minLength: alarms.length,
      maxLength: alarms.length,
    })
    .map((states) =>
      alarms.map((alarm, at): ActiveAlarm => {
        const [acknowledged, activeS] = states[at] as [boolean, number];
        return { ...alarm, acknowledged, activeS };
      }),
    ),
);

describe("a flood of alarms", () => {
  test("loses none, and puts what is not yet acknowledged and most urgent first", () => {
    fc.assert(
      fc.property(pileUp, (alarms) => {
        const bar = barOrder(alarms);
        const list = listOrder(alarms);
        expect(new Set(bar.map(({ id }) => id)).size).toBe(alarms.length);
        expect(new Set(list.map(({ id }) => id)).size).toBe(alarms.length);
        for (let at = 1; at < alarms.length; at += 1) {
          const [before, after] = [bar[at - 1] as ActiveAlarm, bar[at] as ActiveAlarm];
          const key = ({ acknowledged, priority }: ActiveAlarm) =>
            Number(acknowledged) * 10 + rank(priority);
          if (key(before) > key(after)) throw new Error(`${before.id} before ${after.id}`);
          const [above, below] = [list[at - 1] as ActiveAlarm, list[at] as ActiveAlarm];
          if (rank(above.priority) > rank(below.priority))
            throw new Error(`${above.id} above ${below.id}`);
        }
      }),
      { numRuns: PILE_UPS, seed: 60601 },
    );
  });

  test("never flashes more than three times in any second, whatever leads the bar when", () => {
    const changes = fc.array(
      fc.record({
        atMs: fc.integer({ min: 0, max: 2600 }),
        priority: fc.constantFrom(...ALARM_PRIORITIES),
        acknowledged: fc.boolean(),
      }),
      { minLength: 1, maxLength: 40 },
    );
    let fullest = 0;
    fc.assert(
      fc.property(changes, fc.integer({ min: 0, max: 10_000 }), (moves, startMs) => {
        const ordered = [...moves].sort((a, b) => a.atMs - b.atMs);
        const gate = new FlashGate();
        const shown: BadgeLook[] = [];
        for (let ms = 0; ms < 3000; ms += FRAME_MS) {
          const top = ordered.findLast(({ atMs }) => atMs <= ms);
          const flashes = top !== undefined && !top.acknowledged;
          const priority = top?.priority ?? null;
          const lit = !flashes || flashLit(priority ?? "low", startMs + ms);
          shown.push(gate.show({ lit, priority }, startMs + ms));
        }
        const isRed = ({ lit, priority }: BadgeLook): boolean => lit && priority === "high";
        const falls = (is: (look: BadgeLook) => boolean): number[] =>
          shown.flatMap((look, at) =>
            at > 0 && is(shown[at - 1] as BadgeLook) && !is(look) ? [at] : [],
          );
        for (const list of [falls(({ lit }) => lit), falls(isRed)]) {
          for (const from of list) {
            const within = list.filter((at) => at >= from && at < from + 1000 / FRAME_MS).length;
            fullest = Math.max(fullest, within);
            expect(within).toBeLessThanOrEqual(3);
          }
        }
      }),
      { numRuns: PILE_UPS, seed: 8 },
    );
    expect(fullest).toBe(3); // the floods were fierce enough to need the gate
  });
});
