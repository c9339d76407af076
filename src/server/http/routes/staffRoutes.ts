/** The staff register, the matrix made of it, and what one person's page shows. */
import { z } from "zod";
import { failure, type Problem, type Result, success } from "../../../kernel/result.ts";
import { dayFromIso, FOREVER, isoOf } from "../../../records/civilDate.ts";
import { statusesOf } from "../../../records/currency.ts";
import { STAFF_ROLES } from "../../../records/person.ts";
import { versionInForce, versionsKnownOn } from "../../../records/policy.ts";
import { findAccount } from "../../accounts/account.ts";
import { writeAudit } from "../../accounts/auditLog.ts";
import { isDuplicate } from "../../database/duplicate.ts";
import { readPersonRecords } from "../../department/personRecords.ts";
import { readPolicies, versionsOf } from "../../department/policies.ts";
import { readResults } from "../../department/results.ts";
import { departmentDay } from "../../department/settings.ts";
import {
  changeStaff,
  createStaff,
  eraseStaff,
  findStaff,
  findStaffOfAccount,
  listStaff,
  type StaffDetails,
  type StaffMember,
} from "../../department/staff.ts";
import { personName } from "../fields.ts";
import { type ApiRoute, apiRoute, type Call, signedIn } from "../route.ts";
import type { Services } from "../services.ts";

const SPANS_MAX = 60;
const CREDENTIALS_LENGTH_MAX = 200;

const date = z.iso.date({ error: "A date is needed, such as 2026-03-14." });

const details = z.strictObject({
  name: personName,
  credentials: z.string().trim().max(CREDENTIALS_LENGTH_MAX),
  accountId: z.string().max(24).nullable(),
  employments: z
    .array(
      z.strictObject({
        from: date,
        to: date.nullable(),
        role: z.enum(STAFF_ROLES),
        workFraction: z.number().min(0.01).max(1),
      }),
    )
    .min(1, "When this person began to work here is needed.")
    .max(SPANS_MAX),
  leaves: z.array(z.strictObject({ from: date, to: date })).max(SPANS_MAX),
});

const spanProblem = (place: string, sentence: string): Problem => ({
  code: "staff.dates",
  place,
  sentence,
});

/** The days of the request, or what is wrong with their order. */
function detailsOf(body: z.infer<typeof details>): Result<StaffDetails> {
  const employments = body.employments
    .map(({ from, to, role, workFraction }) => ({
      from: dayFromIso(from),
      to: to === null ? FOREVER : dayFromIso(to),
      role,
      workFraction,
    }))
    .toSorted((a, b) => a.from - b.from);
  const leaves = body.leaves.map(({ from, to }) => ({
    from: dayFromIso(from),
    to: dayFromIso(to),
  }));
  if (employments.some(({ from, to }) => to < from)) {
    return failure(spanProblem("employments", "A time of work ends before it begins."));
  }
  if (employments.some(({ from }, index) => index > 0 && from <= employments[index - 1].to)) {
    return failure(spanProblem("employments", "Two times of work share a day."));
  }
  if (leaves.some(({ from, to }) => to < from)) {
    return failure(spanProblem("leaves", "A leave ends before it begins."));
  }
  return success({ ...body, employments, leaves });
}

const taken: Problem = {
  code: "staff.taken",
  place: "accountId",
  sentence: "This account belongs to another person of the register.",
};

/** Whether the account may be this person's: it has to be of the same department. */
async function accountProblem(
  { database }: Services,
  accountId: string | null,
  departmentId: string | null,
): Promise<Problem | undefined> {
  if (accountId === null) return undefined;
  const account = await findAccount(database, accountId);
  return account?.departmentId === departmentId ? undefined : { ...taken, code: "staff.account" };
}

async function saved(write: () => Promise<string>): Promise<Result<{ readonly id: string }>> {
  try {
    return success({ id: await write() });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return failure(taken);
  }
}

async function audit(
  call: Call<unknown>,
  { database, nowMs }: Services,
  action: "staff.created" | "staff.changed" | "staff.erased",
  target: string,
): Promise<void> {
  const line = { actorId: signedIn(call).id, departmentId: call.scope.departmentId, target };
  await writeAudit(database, { ...line, action }, nowMs());
}

const list = apiRoute("staff.list", {
  handle: async ({ targetId }, { database }) =>
    success({ staff: await listStaff(database, targetId) }),
});

const create = apiRoute("staff.create", {
  body: details,
  async handle(call, services) {
    const { targetId, body } = call;
    const wish = detailsOf(body);
    if (!wish.ok) return wish;
    const problem = await accountProblem(services, body.accountId, targetId);
    if (problem !== undefined) return failure(problem);
    const { database, nowMs } = services;
    const made = await saved(() => createStaff(database, targetId, wish.value, nowMs()));
    if (made.ok) await audit(call, services, "staff.created", made.value.id);
    return made;
  },
});

const change = apiRoute("staff.change", {
  body: details,
  async handle(call, services) {
    const { targetId, body, scope } = call;
    const wish = detailsOf(body);
    if (!wish.ok) return wish;
    const problem = await accountProblem(services, body.accountId, scope.departmentId);
    if (problem !== undefined) return failure(problem);
    const done = await saved(async () => {
      await changeStaff(services.database, targetId, wish.value);
      return targetId;
    });
    if (done.ok) await audit(call, services, "staff.changed", targetId);
    return done;
  },
});

const erase = apiRoute("staff.erase", {
  async handle(call, services) {
    await eraseStaff(services.database, call.targetId, services.nowMs());
    await audit(call, services, "staff.erased", call.targetId);
    return success(undefined);
  },
});

/** Everything one person's page shows. */
async function personPage(member: StaffMember, { database, nowMs }: Services) {
  const { id, departmentId, name, credentials, accountId, isErased } = member;
  const day = await departmentDay(database, departmentId, nowMs());
  const [policies, [records], results] = await Promise.all([
    readPolicies(database, departmentId),
    readPersonRecords(database, [member]),
    readResults(database, id, { from: 0, to: day }),
  ]);
  const versions = versionsOf(policies);
  return {
    person: { id, departmentId, name, credentials, accountId, isErased },
    day: isoOf(day),
    employments: records.employments.map((one) => ({
      ...one,
      from: isoOf(one.from),
      to: one.to === FOREVER ? null : isoOf(one.to),
    })),
    leaves: records.leaves.map(({ from, to }) => ({ from: isoOf(from), to: isoOf(to) })),
    rules: versionInForce(versionsKnownOn(versions, day), day)?.rules ?? [],
    statuses: statusesOf(records, versions, day),
    results,
    caseCount: records.cases.length,
  };
}

const read = apiRoute("staff.read", {
  async handle({ targetId }, services) {
    const member = await findStaff(services.database, targetId);
    if (member === undefined) throw new Error("The person left while the page was made.");
    return success(await personPage(member, services));
  },
});

const mine = apiRoute("staff.mine", {
  async handle(call, services) {
    const member = await findStaffOfAccount(services.database, signedIn(call).id);
    return success({ staffId: member?.id ?? null });
  },
});

export const STAFF_ROUTES: readonly ApiRoute[] = [list, create, change, erase, read, mine];
