/** What of the registers is due or has expired: machines in use, and what lies in the store. */
import type { Day } from "../../records/civilDate.ts";
import type { Equipment, StoreItem } from "./registers.ts";

export type DueKind = "service" | "safety" | "expiry";

export interface ThingDue {
  readonly id: string;
  readonly name: string;
  readonly kind: DueKind;
  readonly day: Day;
}

interface Registers {
  readonly equipment: readonly Equipment[];
  readonly store: readonly StoreItem[];
}

/** Every date of the registers, soonest first; a machine that is out of use has none. */
export function thingsDue({ equipment, store }: Registers): readonly ThingDue[] {
  const dated = (id: string, name: string, kind: DueKind, day: Day | null): readonly ThingDue[] =>
    day === null ? [] : [{ id, name, kind, day }];
  const machines = equipment
    .filter(({ state }) => state !== "outOfUse")
    .flatMap(({ id, name, serviceDueDay, safetyDueDay }) => [
      ...dated(id, name, "service", serviceDueDay),
      ...dated(id, name, "safety", safetyDueDay),
    ]);
  const items = store.flatMap(({ id, name, expiresDay }) => dated(id, name, "expiry", expiresDay));
  return [...machines, ...items].toSorted((a, b) => a.day - b.day);
}
