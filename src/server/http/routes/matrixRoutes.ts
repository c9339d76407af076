/** The department at a glance: the matrix, how each emergency goes, and the settings behind them. */
import { z } from "zod";
import { csvField } from "../../../kernel/csv.ts";
import { failure, success } from "../../../kernel/result.ts";
import { isoOf } from "../../../records/civilDate.ts";
import { STAFF_ROLE_WORDS, STATE_WORDS } from "../../../records/standingText.ts";
import { NOTICE } from "../../../session/contract/notice.ts";
import { writeAudit } from "../../accounts/auditLog.ts";
import { findDepartment } from "../../accounts/departments.ts";
import { newSecret } from "../../database/ids.ts";
import { isTimeZone } from "../../department/calendarDay.ts";
import { type Matrix, readMatrix } from "../../department/matrix.ts";
import { tallyResults } from "../../department/results.ts";
import { departmentDay, readSettings, writeSettings } from "../../department/settings.ts";
import { findKey } from "../../evidence/keys.ts";
import { NO_CREDIT } from "../../evidence/pack.ts";
import { type ApiRoute, apiRoute, signedIn } from "../route.ts";

const TREND_DAYS = 3 * 365;
const HEAD_NAME_LENGTH_MAX = 100;

const read = apiRoute("matrix.read", {
  async handle({ targetId }, { database, nowMs }) {
    const settings = await readSettings(database, targetId);
    const day = await departmentDay(database, targetId, nowMs());
    const [department, matrix] = await Promise.all([
      findDepartment(database, targetId),
      readMatrix(database, targetId, day),
    ]);
    const { headName, isDemonstration } = settings;
    return success({ department, headName, isDemonstration, ...matrix, date: isoOf(day) });
  },
});

/** One line a person and rule, with dates that a spreadsheet sorts. */
function matrixCsv({ day, rules, rows }: Matrix, headName: string): string {
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const head = [
    "on",
    "person",
    "works as",
    "rule",
    "state",
    "last day",
    "lapsed on",
    "has",
    "needs",
  ];
  const lines = rows.flatMap(({ name, role, cells }) =>
    cells.map(({ ruleId, state, endsOn, lapsedOn, progress }) => [
      isoOf(day),
      name,
      STAFF_ROLE_WORDS[role],
      titles.get(ruleId) ?? ruleId,
      STATE_WORDS[state],
      endsOn === null ? "" : isoOf(endsOn),
      lapsedOn === null ? "" : isoOf(lapsedOn),
      String(progress.havePoints),
      String(progress.neededPoints),
    ]),
  );
  const headText = headName === "" ? "" : `Head of service: ${headName}. `;
  const foot = [`${headText}${NOTICE} ${NO_CREDIT}`];
  return [head, ...lines, foot].map((fields) => `${fields.map(csvField).join(",")}\r\n`).join("");
}

const csv = apiRoute("matrix.csv", {
  async handle({ targetId, reply }, { database, nowMs }) {
    const day = await departmentDay(database, targetId, nowMs());
    reply.type("text/csv; charset=utf-8");
    reply.header("content-disposition", `attachment; filename="currency-${isoOf(day)}.csv"`);
    const [matrix, { headName }] = await Promise.all([
      readMatrix(database, targetId, day),
      readSettings(database, targetId),
    ]);
    return success(matrixCsv(matrix, headName));
  },
});

const trends = apiRoute("trends.read", {
  async handle({ targetId }, { database, nowMs }) {
    const day = await departmentDay(database, targetId, nowMs());
    return success({ tallies: await tallyResults(database, targetId, day - TREND_DAYS) });
  },
});

const readSettingsRoute = apiRoute("settings.read", {
  async handle({ targetId }, { database }) {
    const { timeZone, headName, hasDigest, feedSecret } = await readSettings(database, targetId);
    const key = await findKey(database, "evidence");
    return success({ timeZone, headName, hasDigest, feedSecret, evidenceKeyId: key?.id ?? null });
  },
});

const changeSettings = apiRoute("settings.change", {
  body: z.strictObject({
    timeZone: z.string().max(60),
    headName: z.string().trim().max(HEAD_NAME_LENGTH_MAX),
    hasDigest: z.boolean(),
  }),
  async handle(call, { database, nowMs }) {
    const { targetId, body } = call;
    if (!isTimeZone(body.timeZone)) {
      return failure({
        code: "settings.timeZone",
        place: "timeZone",
        sentence: `"${body.timeZone}" is no time zone that this server knows.`,
        remedy: "Write it as Australia/Perth or Europe/Berlin.",
      });
    }
    await writeSettings(database, targetId, {
      ...(await readSettings(database, targetId)),
      ...body,
    });
    const line = { actorId: signedIn(call).id, departmentId: targetId, target: targetId };
    await writeAudit(database, { ...line, action: "department.changed" }, nowMs());
    return success(undefined);
  },
});

const makeFeed = apiRoute("feed.make", {
  async handle({ targetId }, { database }) {
    const feedSecret = newSecret();
    await writeSettings(database, targetId, {
      ...(await readSettings(database, targetId)),
      feedSecret,
    });
    return success({ feedSecret });
  },
});

export const MATRIX_ROUTES: readonly ApiRoute[] = [
  read,
  csv,
  trends,
  readSettingsRoute,
  changeSettings,
  makeFeed,
];
