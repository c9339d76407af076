/** Every act, sentence and state can be said in words. */
import { describe, expect, test } from "vitest";
import { describeAction } from "../../../src/description/actions.ts";
import { describeFact } from "../../../src/description/facts.ts";
import { pressingHint } from "../../../src/description/hints.ts";
import { MESSAGE_TEXTS } from "../../../src/description/messages.ts";
import { decimals } from "../../../src/description/numbers.ts";
import { describeState } from "../../../src/description/state.ts";
import { MESSAGES } from "../../../src/world/contract/ids.ts";
import { SIGNAL_COUNT, signalIndex } from "../../../src/world/contract/signals.ts";

test("numbers have a true minus and their digits", () => {
  expect([decimals(4.605, 1), decimals(-0.26, 1), decimals(-0.01, 1), decimals(99.5, 0)]).toEqual([
    "4.6",
    "−0.3",
    "0.0",
    "100",
  ]);
});

test("every sentence of the team panel has words and somebody to hear them", () => {
  for (const message of MESSAGES) {
    expect(MESSAGE_TEXTS[message].says).toMatch(/[.?]$/);
    expect(MESSAGE_TEXTS[message].to.length).toBeGreaterThan(0);
  }
});

test("acts are told in the past tense with their units", () => {
  expect(describeAction({ type: "pump.setFlow", head: "suck2", flowLpm: 4.6 })).toBe(
    "Set the sucker head 2 to 4.60 L/min",
  );
  expect(describeAction({ type: "line.clamp", site: "arterial" })).toBe(
    "Clamped the arterial line",
  );
});

test("faults are never told while a case runs", () => {
  const fault = { fault: "pump.motor", head: "arterial" } as const;
  expect(describeFact({ type: "faultInjected", tick: 5, fault })).toBeUndefined();
});

describe("state and hints", () => {
  const readings = new Float64Array(SIGNAL_COUNT);
  readings[signalIndex("circuit.flowProbeValid")] = 1;
  test("say what stands still and what presses", () => {
    readings[signalIndex("alarm.noForwardFlow.active")] = 1;
    expect(describeState(readings)).toMatch(/^Arterial flow 0.0 litres per minute\./);
    expect(describeState(readings)).toContain("Alarms: No forward flow.");
    expect(pressingHint(readings, [])).toBe("Who has to know that there is no flow?");
    const said = { type: "said", tick: 1, to: "surgeon", message: "noFlow" } as const;
    expect(pressingHint(readings, [said])).toMatch(/arterial line\?$/);
  });
  test("are quiet when nothing presses", () => {
    const well = new Float64Array(SIGNAL_COUNT);
    well[signalIndex("circuit.arterialFlowDisplayedLpm")] = 4.6;
    expect(pressingHint(well, [])).toBeUndefined();
  });
});
