/** The registers of machines and of the store, with what is due. */
import { z } from "zod";
import { success } from "../../../kernel/result.ts";
import { type Day, dayFromIso, isoOf } from "../../../records/civilDate.ts";
import { writeAudit } from "../../accounts/auditLog.ts";
import {
  EQUIPMENT_STATES,
  listEquipment,
  listStore,
  putEquipment,
  putStoreItem,
} from "../../department/registers.ts";
import { departmentDay } from "../../department/settings.ts";
import { type ApiRoute, apiRoute, signedIn } from "../route.ts";

const LINE_LENGTH_MAX = 100;
const FETCH_S_MAX = 24 * 3600;
const QUANTITY_MAX = 100_000;

const text = z.string().trim().max(LINE_LENGTH_MAX);
const name = text.min(1, "A name is needed.");
const date = z.iso.date({ error: "A date is needed, such as 2026-03-14." }).nullable();
const id = z.string().max(24).nullable();

const dayOrNull = (iso: string | null): Day | null => (iso === null ? null : dayFromIso(iso));
const isoOrNull = (day: Day | null): string | null => (day === null ? null : isoOf(day));

const read = apiRoute("register.read", {
  async handle({ targetId }, { database, nowMs }) {
    const [day, equipment, store] = await Promise.all([
      departmentDay(database, targetId, nowMs()),
      listEquipment(database, targetId),
      listStore(database, targetId),
    ]);
    return success({
      date: isoOf(day),
      equipment: equipment.map(({ serviceDueDay, safetyDueDay, ...one }) => ({
        ...one,
        serviceDue: isoOrNull(serviceDueDay),
        safetyDue: isoOrNull(safetyDueDay),
      })),
      store: store.map(({ expiresDay, ...one }) => ({ ...one, expires: isoOrNull(expiresDay) })),
    });
  },
});

const equipment = apiRoute("register.equipment", {
  body: z.strictObject({
    id,
    kind: text,
    name,
    serial: text,
    place: text,
    state: z.enum(EQUIPMENT_STATES),
    serviceDue: date,
    safetyDue: date,
  }),
  async handle(call, { database, nowMs }) {
    const { targetId, body } = call;
    const { serviceDue, safetyDue, ...rest } = body;
    const serviceDueDay = dayOrNull(serviceDue);
    const safetyDueDay = dayOrNull(safetyDue);
    await putEquipment(database, targetId, { ...rest, serviceDueDay, safetyDueDay });
    const line = { actorId: signedIn(call).id, departmentId: targetId, target: body.id ?? "" };
    await writeAudit(database, { ...line, action: "equipment.changed" }, nowMs());
    return success(undefined);
  },
});

const store = apiRoute("register.store", {
  body: z.strictObject({
    id,
    name,
    place: text,
    quantityCount: z.int().min(0).max(QUANTITY_MAX),
    fetchS: z.int().min(0).max(FETCH_S_MAX),
    expires: date,
  }),
  async handle(call, { database, nowMs }) {
    const { targetId, body } = call;
    const { expires, ...rest } = body;
    await putStoreItem(database, targetId, { ...rest, expiresDay: dayOrNull(expires) });
    const line = { actorId: signedIn(call).id, departmentId: targetId, target: body.id ?? "" };
    await writeAudit(database, { ...line, action: "store.changed" }, nowMs());
    return success(undefined);
  },
});

export const REGISTER_ROUTES: readonly ApiRoute[] = [read, equipment, store];
