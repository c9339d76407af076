/** What the alarm bar shows first, and how the list is ordered. */
import { describe, expect, test } from "vitest";
import {
  type ActiveAlarm,
  alarmAmong,
  barOrder,
  listOrder,
} from "../../../src/console/alarmOrder.ts";
import { Readings } from "../../../src/console/readings.ts";
import { ALARMS, type AlarmId } from "../../../src/world/contract/alarms.ts";
import { SIGNAL_COUNT, signalIndex } from "../../../src/world/contract/signals.ts";

const active = (id: AlarmId, acknowledged = false, activeS = 10): ActiveAlarm => {
  const { priority, title, text } = ALARMS.find(
    (alarm) => alarm.id === id,
  ) as (typeof ALARMS)[number];
  return { id, priority, title, text, acknowledged, activeS };
};
const ids = (alarms: readonly ActiveAlarm[]) => alarms.map((alarm) => alarm.id);

describe("alarm order", () => {
  test("the bar shows the highest priority that nobody has acknowledged", () => {
    const alarms = [
      active("crankFatigue"),
      active("mapLow", true),
      active("indexLow"),
      active("noForwardFlow"),
    ];
    expect(ids(barOrder(alarms))).toEqual(["noForwardFlow", "indexLow", "crankFatigue", "mapLow"]);
  });
  test("of equal priority the cause comes before its consequence", () => {
    const alarms = [
      active("mapLow", false, 1),
      active("noForwardFlow", false, 5),
      active("arterialPumpStop", false, 6),
    ];
    expect(barOrder(alarms)[0]?.id).toBe("arterialPumpStop");
  });
  test("the list goes by priority, whether acknowledged or not", () => {
    const alarms = [active("crankFatigue"), active("mapLow", true), active("indexLow")];
    expect(ids(listOrder(alarms))).toEqual(["mapLow", "indexLow", "crankFatigue"]);
  });
  test("a tag wears the most pressing of its alarms", () => {
    const readings = new Float64Array(SIGNAL_COUNT);
    const look = new Readings({ tick: 0, readings });
    expect(alarmAmong(look, ["svo2Low", "svo2NoFlow"])).toBeNull();
    readings[signalIndex("alarm.svo2NoFlow.active")] = 1;
    expect(alarmAmong(look, ["svo2Low", "svo2NoFlow"])).toBe("low");
    readings[signalIndex("alarm.svo2Low.active")] = 1;
    expect(alarmAmong(look, ["svo2Low", "svo2NoFlow"])).toBe("medium");
  });
});
