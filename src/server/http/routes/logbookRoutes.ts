/** A person's logbook: entries, files in and out, and a supervisor's confirmation. */
import { z } from "zod";
import { failure, type Problem, success } from "../../../kernel/result.ts";
import { type Day, dayFromIso, FOREVER } from "../../../records/civilDate.ts";
import { type LogbookEntry, logbookEntrySchema } from "../../../records/logbook/entry.schema.ts";
import { scanForIdentifiers } from "../../../records/logbook/identifierScan.ts";
import { readLogbookCsv, writeLogbookCsv } from "../../../records/logbook/logbookCsv.ts";
import { writeAudit } from "../../accounts/auditLog.ts";
import type { Database } from "../../database/openDatabase.ts";
import {
  addCases,
  confirmCase,
  findCaseOwner,
  type KeptCase,
  readCases,
  removeCase,
} from "../../department/logbook.ts";
import { departmentDay } from "../../department/settings.ts";
import { type ApiRoute, apiRoute, signedIn } from "../route.ts";

const FILE_BYTES_MAX = 4 * 1024 * 1024;
const EVER = { from: -FOREVER, to: FOREVER } as const;

const file = z.strictObject({ text: z.string() });

/** What of the free text of an entry could name a patient. */
const identifiersIn = ({ procedure, supervisor: _, events, note }: LogbookEntry) =>
  [procedure, ...events, note].flatMap(scanForIdentifiers);

const entryOf = ({
  id: _id,
  confirmedBy: _by,
  confirmerName,
  confirmedMs: _ms,
  confirmation,
  ...entry
}: KeptCase): LogbookEntry => ({ ...entry, confirmation: confirmerName ?? confirmation });

const keyOf = ({ date, role, procedure, note }: LogbookEntry): string =>
  JSON.stringify([date, role, procedure, note]);

interface Import {
  /** Entries that are new; those that stand in the logbook already are left out. */
  readonly entries: readonly LogbookEntry[];
  readonly knownCount: number;
  readonly warnings: readonly { readonly lineIndex: number; readonly excerpt: string }[];
}

/** What a file would add, or everything that is wrong with it. */
async function readImport(
  database: Database,
  staffId: string,
  { text, today }: { readonly text: string; readonly today: Day },
): Promise<{ readonly problems: readonly Problem[] } | Import> {
  const read = readLogbookCsv(text, today);
  if (!read.ok) return { problems: read.problems };
  const kept = new Set(
    (await readCases(database, staffId, EVER)).map((one) => keyOf(entryOf(one))),
  );
  const fresh = read.value.filter(({ entry }) => !kept.has(keyOf(entry)));
  return {
    entries: fresh.map(({ entry }) => entry),
    knownCount: read.value.length - fresh.length,
    warnings: fresh.flatMap(({ lineIndex, entry }) =>
      identifiersIn(entry).map(({ excerpt }) => ({ lineIndex, excerpt })),
    ),
  };
}

const today = (
  { scope }: { readonly scope: { readonly departmentId: string | null } },
  database: Database,
  nowMs: number,
): Promise<Day> => departmentDay(database, scope.departmentId ?? "", nowMs);

const read = apiRoute("logbook.read", {
  handle: async ({ targetId }, { database }) =>
    success({ cases: await readCases(database, targetId, EVER) }),
});

const csv = apiRoute("logbook.csv", {
  async handle({ targetId, reply }, { database }) {
    const cases = await readCases(database, targetId, EVER);
    reply.type("text/csv; charset=utf-8");
    reply.header("content-disposition", 'attachment; filename="logbook.csv"');
    return success(writeLogbookCsv(cases.toReversed().map(entryOf)));
  },
});

const add = apiRoute("logbook.add", {
  body: logbookEntrySchema,
  async handle(call, { database, nowMs }) {
    const { targetId, body } = call;
    if (dayFromIso(body.date) > (await today(call, database, nowMs()))) {
      const sentence = "This date has not come yet.";
      return failure({ code: "logbook.date", place: "date", sentence });
    }
    await addCases(database, targetId, [body], nowMs());
    return success({ warnings: identifiersIn(body) });
  },
});

const preview = apiRoute("logbook.preview", {
  body: file,
  bodyBytesMax: FILE_BYTES_MAX,
  async handle(call, { database, nowMs }) {
    const day = await today(call, database, nowMs());
    const found = await readImport(database, call.targetId, { text: call.body.text, today: day });
    if ("problems" in found) return success({ problems: found.problems });
    const { entries, knownCount, warnings } = found;
    return success({ problems: [], newCount: entries.length, knownCount, warnings });
  },
});

const importFile = apiRoute("logbook.import", {
  body: file,
  bodyBytesMax: FILE_BYTES_MAX,
  async handle(call, { database, nowMs }) {
    const { targetId, body, scope } = call;
    const day = await today(call, database, nowMs());
    const found = await readImport(database, targetId, { text: body.text, today: day });
    if ("problems" in found) return failure(...found.problems);
    await addCases(database, targetId, found.entries, nowMs());
    const line = { actorId: signedIn(call).id, departmentId: scope.departmentId, target: targetId };
    const detail = { count: found.entries.length };
    await writeAudit(database, { ...line, action: "logbook.imported", detail }, nowMs());
    return success({ newCount: found.entries.length, knownCount: found.knownCount });
  },
});

const confirm = apiRoute("logbook.confirm", {
  async handle(call, { database, nowMs }) {
    const { targetId, scope } = call;
    const { id } = signedIn(call);
    if (scope.accountIds.includes(id)) {
      return failure({
        code: "logbook.own",
        place: "the case",
        sentence: "Nobody confirms a case of their own.",
        remedy: "Ask another supervisor.",
      });
    }
    await confirmCase(database, targetId, id, nowMs());
    const line = { actorId: id, departmentId: scope.departmentId, target: targetId };
    await writeAudit(database, { ...line, action: "logbook.confirmed" }, nowMs());
    return success(undefined);
  },
});

const remove = apiRoute("logbook.remove", {
  async handle({ targetId }, { database }) {
    const owner = await findCaseOwner(database, targetId);
    if (owner?.confirmedBy !== null) {
      const sentence = "A case that somebody confirmed cannot be taken out.";
      return failure({ code: "logbook.confirmed", place: "the case", sentence });
    }
    await removeCase(database, targetId);
    return success(undefined);
  },
});

export const LOGBOOK_ROUTES: readonly ApiRoute[] = [
  read,
  csv,
  add,
  preview,
  importFile,
  confirm,
  remove,
];
