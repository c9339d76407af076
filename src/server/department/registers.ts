/** Machines with their dates, and the store with its places and expiry dates. */

import type { Kysely } from "kysely";
import type { Day } from "../../records/civilDate.ts";
import { newId } from "../database/ids.ts";
import type { Database } from "../database/openDatabase.ts";
import type { RecordTables } from "../database/recordTables.ts";

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

type New<T> = Omit<T, "id"> & {
  /** The one to change; null for a new one. */
  readonly id: string | null;
};

/** Adds a row to a register, or changes the one of that id in the department. */
async function putRow<T extends "equipment" | "store_item">(
  database: Database,
  table: T,
  { departmentId, id }: { readonly departmentId: string; readonly id: string | null },
  columns: Omit<RecordTables[T], "id" | "department_id">,
): Promise<void> {
  // The two tables share no type of a row, only the columns that are named here.
  const rows = database as unknown as Kysely<Record<string, Readonly<Record<string, unknown>>>>;
  if (id === null) {
    const row = { id: newId(), department_id: departmentId, ...columns };
    await rows
      .insertInto(table as string)
      .values(row)
      .execute();
    return;
  }
  await rows
    .updateTable(table as string)
    .set(columns)
    .where("id", "=", id)
    .where("department_id", "=", departmentId)
    .execute();
}

export function putEquipment(
  database: Database,
  departmentId: string,
  { id, serviceDueDay, safetyDueDay, ...rest }: New<Equipment>,
): Promise<void> {
  const columns = { ...rest, service_due_day: serviceDueDay, safety_due_day: safetyDueDay };
  return putRow(database, "equipment", { departmentId, id }, columns);
}

export function putStoreItem(
  database: Database,
  departmentId: string,
  { id, quantityCount, fetchS, expiresDay, ...rest }: New<StoreItem>,
): Promise<void> {
  const columns = { ...rest, quantity: quantityCount, fetch_s: fetchS, expires_day: expiresDay };
  return putRow(database, "store_item", { departmentId, id }, columns);
}
