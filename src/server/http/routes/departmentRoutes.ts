/** Departments: the administrator makes them; their people see them. */
import { z } from "zod";
import { success } from "../../../kernel/result.ts";
import { listAccounts } from "../../accounts/account.ts";
import { readAudit, writeAudit } from "../../accounts/auditLog.ts";
import { createDepartment, findDepartment, listDepartments } from "../../accounts/departments.ts";
import { personName } from "../fields.ts";
import { type ApiRoute, apiRoute, signedIn } from "../route.ts";

const list = apiRoute("department.list", {
  handle: async (_call, { database }) => success({ departments: await listDepartments(database) }),
});

const create = apiRoute("department.create", {
  body: z.strictObject({ name: personName }),
  async handle(call, { database, nowMs }) {
    const made = await createDepartment(database, call.body.name, nowMs());
    if (!made.ok) return made;
    const { id } = made.value;
    const line = { actorId: signedIn(call).id, departmentId: id, target: id } as const;
    await writeAudit(database, { ...line, action: "department.created" }, nowMs());
    return made;
  },
});

const read = apiRoute("department.read", {
  handle: async ({ targetId }, { database }) => success(await findDepartment(database, targetId)),
});

const people = apiRoute("department.people", {
  handle: async ({ targetId }, { database }) =>
    success({ people: await listAccounts(database, targetId) }),
});

const audit = apiRoute("department.audit", {
  handle: async ({ targetId }, { database }) =>
    success({ lines: await readAudit(database, targetId) }),
});

export const DEPARTMENT_ROUTES: readonly ApiRoute[] = [list, create, read, people, audit];
