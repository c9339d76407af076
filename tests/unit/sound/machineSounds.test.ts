/** Pump sounds follow the rotors: rate with speed, silence at rest, and hardly a sound by hand. */
import { expect, test } from "vitest";
import { clampBits, machineLevels } from "../../../src/sound/machineSounds.ts";
import { CRANK_PLACES, HEADS, PUMPED_LINES } from "../../../src/world/contract/ids.ts";
import { SIGNAL_COUNT, signalIndex } from "../../../src/world/contract/signals.ts";

function readings(values: Readonly<Record<string, number>>): Float64Array {
  const all = new Float64Array(SIGNAL_COUNT);
  for (const [id, value] of Object.entries(values)) all[signalIndex(id)] = value;
  return all;
}
const boot = PUMPED_LINES.indexOf("arterialBoot");
const cone = PUMPED_LINES.indexOf("centrifugalCone");
const vent = PUMPED_LINES.indexOf("ventBoot");

test("a standing machine is silent", () => {
  for (const { volume } of Object.values(machineLevels(readings({})))) expect(volume).toBe(0);
});

test("the roller loop turns with the rotor, whichever way it turns", () => {
  const at = (rpm: number) =>
    machineLevels(readings({ "pump.arterial.carries": boot, "pump.arterial.rotorRpm": rpm }))
      .arterialRoller;
  expect(at(80).rate).toBe(1);
  expect(at(160).rate).toBe(2);
  expect(at(-80)).toEqual(at(80));
  expect(at(20).volume).toBeLessThan(at(60).volume);
  expect(at(4000).rate).toBeLessThanOrEqual(4);
  expect(at(2).volume).toBe(0);
});

test("the arterial boot is heard as such on a spare head", () => {
  const levels = machineLevels(readings({ "pump.suck2.carries": boot, "pump.suck2.rotorRpm": 90 }));
  expect(levels.arterialRoller.volume).toBeGreaterThan(0);
  expect(levels.otherRollers.volume).toBe(0);
});

test("a centrifugal drive hums and a vent whirrs beside it", () => {
  const levels = machineLevels(
    readings({
      "pump.arterial.carries": cone,
      "pump.arterial.rotorRpm": 2400,
      "pump.vent.carries": vent,
      "pump.vent.rotorRpm": 20,
    }),
  );
  expect(levels.centrifugal).toMatchObject({ rate: 1 });
  expect(levels.arterialRoller.volume).toBe(0);
  expect(levels.otherRollers.volume).toBeGreaterThan(0);
});

test("a head turned by hand has no motor", () => {
  const turning = { "pump.arterial.carries": boot, "pump.arterial.rotorRpm": 67 };
  const byHand = {
    ...turning,
    "crank.place": CRANK_PLACES.indexOf("fitted"),
    "crank.head": HEADS.indexOf("arterial"),
  };
  const [motor, hand] = [turning, byHand].map((one) => machineLevels(readings(one)));
  expect(hand?.arterialRoller.volume).toBeLessThan((motor?.arterialRoller.volume ?? 0) / 2);
});

test("clamps make one number that differs for every clamp", () => {
  const open = clampBits(readings({}));
  const venous = clampBits(readings({ "clamp.venous.closed": 1 }));
  const arterial = clampBits(readings({ "clamp.arterial.closed": 1 }));
  expect(new Set([open, venous, arterial]).size).toBe(3);
});
