/** Machines with their dates, and the store with its places and expiry dates. */
import type { Day } from "../../records/civilDate.ts";
import { newId } from "../database/ids.ts";
import type { Database } from "../database/openDatabase.ts";

export const EQUIPMENT_STATES = ["inUse", "spare", "outOfUse"] as const;

export interface Equipment {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly serial: string;
  readonly place: string;
  readonly state: (typeof EQUIPMENT_STATES)[number];
  readonly serviceDueDay: Day | null;
  readonly safetyDueDay: Day | null;
}

export interface StoreItem {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly quantityCount: number;
  /** How long it takes to fetch from there, in s. */
  readonly fetchS: number;
  readonly expiresDay: Day | null;
}

export async function listEquipment(
  database: Database,
  departmentId: string,
): Promise<readonly Equipment[]> {
  const rows = await database
    .selectFrom("equipment")
    .selectAll()
    .where("department_id", "=", departmentId)
    .orderBy("kind")
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(({ id, kind, name, serial, place, state, service_due_day, safety_due_day }) => ({
    id,
    kind,
    name,
    serial,
    place,
    state,
    serviceDueDay: service_due_day,
    safetyDueDay: safety_due_day,
  }));
}

export async function listStore(
  database: Database,
  departmentId: string,
): Promise<readonly StoreItem[]> {
  const rows = await database
    .selectFrom("store_item")
    .selectAll()
    .where("department_id", "=", departmentId)
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(({ id, name, place, quantity, fetch_s, expires_day }) => ({
    id,
    name,
    place,
    quantityCount: quantity,
    fetchS: fetch_s,
    expiresDay: expires_day,
  }));
}

/** Adds a machine, or changes the one of that id in the department. */
export async function putEquipment(
  database: Database,
  departmentId: string,
  {
    id,
    kind,
    name,
    serial,
    place,
    state,
    serviceDueDay,
    safetyDueDay,
  }: Omit<Equipment, "id"> & {
    readonly id: string | null;
  },
): Promise<void> {
  const columns = {
    kind,
    name,
    serial,
    place,
    state,
    service_due_day: serviceDueDay,
    safety_due_day: safetyDueDay,
  };
  if (id === null) {
    const row = { id: newId(), department_id: departmentId, ...columns };
    await database.insertInto("equipment").values(row).execute();
    return;
  }
  await database
    .updateTable("equipment")
    .set(columns)
    .where("id", "=", id)
    .where("department_id", "=", departmentId)
    .execute();
}

/** Adds an item of the store, or changes the one of that id in the department. */
export async function putStoreItem(
  database: Database,
  departmentId: string,
  {
    id,
    name,
    place,
    quantityCount,
    fetchS,
    expiresDay,
  }: Omit<StoreItem, "id"> & {
    readonly id: string | null;
  },
): Promise<void> {
  const columns = {
    name,
    place,
    quantity: quantityCount,
    fetch_s: fetchS,
    expires_day: expiresDay,
  };
  if (id === null) {
    const row = { id: newId(), department_id: departmentId, ...columns };
    await database.insertInto("store_item").values(row).execute();
    return;
  }
  await database
    .updateTable("store_item")
    .set(columns)
    .where("id", "=", id)
    .where("department_id", "=", departmentId)
    .execute();
}
