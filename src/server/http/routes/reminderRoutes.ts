/** Reminders where people look: the calendar feed, the page, and what the next mail would say. */
import { failure, type Problem, success } from "../../../kernel/result.ts";
import type { Day } from "../../../records/civilDate.ts";
import { standingWarning } from "../../../records/warnings.ts";
import { findDepartment } from "../../accounts/departments.ts";
import type { Database } from "../../database/openDatabase.ts";
import { dayIn } from "../../department/calendarDay.ts";
import { type Matrix, readMatrix } from "../../department/matrix.ts";
import { listEquipment, listStore } from "../../department/registers.ts";
import { departmentDay, readSettings } from "../../department/settings.ts";
import { findStaffOfAccount } from "../../department/staff.ts";
import { thingsDue } from "../../department/thingsDue.ts";
import { digestMails } from "../../reminders/digest.ts";
import { feedText } from "../../reminders/feed.ts";
import { type ApiRoute, apiRoute, signedIn } from "../route.ts";

const THINGS_AHEAD_DAYS = 30;

/** The department whose feed this is. */
async function departmentOfFeed(database: Database, feedSecret: string) {
  const row = await database
    .selectFrom("department_setting")
    .select(["department_id", "time_zone"])
    .where("feed_secret", "=", feedSecret)
    .executeTakeFirst();
  return row && { departmentId: row.department_id, timeZone: row.time_zone };
}

const unknownFeed: Problem = {
  code: "feed.unknown",
  place: "the address",
  sentence: "There is no calendar at this address, or it was replaced by a new one.",
  remedy: "Ask the head of the department for the address.",
};

const feed = apiRoute("feed.read", {
  async handle({ targetId, reply }, { database, nowMs }) {
    const found = await departmentOfFeed(database, targetId.replace(/\.ics$/, ""));
    if (found === undefined) return failure(unknownFeed);
    const { departmentId, timeZone } = found;
    const [department, matrix, equipment, store] = await Promise.all([
      findDepartment(database, departmentId),
      readMatrix(database, departmentId, dayIn(timeZone, nowMs())),
      listEquipment(database, departmentId),
      listStore(database, departmentId),
    ]);
    reply.type("text/calendar; charset=utf-8");
    const departmentName = department?.name ?? "";
    return success(feedText({ departmentName, matrix, equipment, store, nowMs: nowMs() }));
  },
});

const digest = apiRoute("digest.read", {
  async handle({ targetId }, { database, nowMs }) {
    const { digestDay } = await readSettings(database, targetId);
    const day = await departmentDay(database, targetId, nowMs());
    const department = await findDepartment(database, targetId);
    const wish = { departmentId: targetId, departmentName: department?.name ?? "", address: "" };
    const since = digestDay ?? day - 1;
    return success({ mails: await digestMails(database, { ...wish, since, day }) });
  },
});

/** What stands for one person of the matrix, soonest first. */
function remindersOf({ rows, rules }: Matrix, staffId: string) {
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const cells = rows.find((row) => row.staffId === staffId)?.cells ?? [];
  return cells
    .filter((cell) => standingWarning(cell) !== undefined)
    .toSorted((a, b) => (a.leftDays ?? -1) - (b.leftDays ?? -1))
    .map((cell) => ({ ...cell, ruleTitle: titles.get(cell.ruleId) ?? cell.ruleId }));
}

/** Machines and items that are due within thirty days, or were due, for those who look after them. */
async function thingsSoon(database: Database, departmentId: string, day: Day) {
  const [equipment, store] = await Promise.all([
    listEquipment(database, departmentId),
    listStore(database, departmentId),
  ]);
  return thingsDue({ equipment, store }).filter((one) => one.day <= day + THINGS_AHEAD_DAYS);
}

const mine = apiRoute("reminders.mine", {
  async handle(call, { database, nowMs }) {
    const { id, role, departmentId } = signedIn(call);
    const member = await findStaffOfAccount(database, id);
    const ofDepartment = member?.departmentId ?? departmentId;
    if (ofDepartment === null) return success({ day: 0, reminders: [], things: [] });
    const day = await departmentDay(database, ofDepartment, nowMs());
    const matrix = await readMatrix(database, ofDepartment, day);
    const reminders = member === undefined ? [] : remindersOf(matrix, member.id);
    const things = role === "trainee" ? [] : await thingsSoon(database, ofDepartment, day);
    return success({ day, reminders, things });
  },
});

export const REMINDER_ROUTES: readonly ApiRoute[] = [feed, digest, mine];
