/** Lays a limit profile over a machine. Apart from its schema, so that a page can do it without one. */
import type { Machine } from "../world/contract/setup.ts";
import type { LimitProfile } from "./limitProfile.ts";

/** Parts of one object laid over another's; what is undefined leaves the lower one. */
function over<T extends object>(lower: T, upper: object | undefined): T {
  const said = Object.entries(upper ?? {}).filter(([, value]) => value !== undefined);
  return { ...lower, ...Object.fromEntries(said) };
}

/** The machine with a profile's limits. */
export function withLimits(
  machine: Machine,
  { alarmLimits }: Pick<LimitProfile, "alarmLimits">,
): Machine {
  const further: Readonly<Record<string, object | undefined>> | undefined = alarmLimits.devices;
  const devices = Object.fromEntries(
    Object.entries(machine.devices).map(([device, set]) => [device, over(set, further?.[device])]),
  ) as Machine["devices"];
  return {
    ...machine,
    safety: over(machine.safety, alarmLimits.safety),
    devices,
    limits: over(machine.limits, alarmLimits.monitor),
  };
}
