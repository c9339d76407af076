/** What leaves the department: packs, certificates, the frozen record behind a result. */
import { failure, type Problem, type Result, success } from "../../../kernel/result.ts";
import { addMonths, type Day, parseIso } from "../../../records/civilDate.ts";
import { accessProblems } from "../../access/accessRule.ts";
import { writeAudit } from "../../accounts/auditLog.ts";
import {
  type KeptResult,
  readFrozenRecord,
  readFrozenRecords,
  recordingOf,
} from "../../department/results.ts";
import { departmentDay, readSettings } from "../../department/settings.ts";
import { findStaff, type StaffMember } from "../../department/staff.ts";
import { packArchive } from "../../evidence/archive.ts";
import {
  issueCertificate,
  listCertificates,
  readCertificate,
  revokeCertificate,
} from "../../evidence/certificates.ts";
import { checkFrozenRecord } from "../../evidence/frozenRecord.ts";
import { type EvidenceKey, keyFor } from "../../evidence/keys.ts";
import { buildPack, type Pack } from "../../evidence/pack.ts";
import { packPdf } from "../../evidence/packPdf.ts";
import { noteSeen } from "../../signing/secondRating.ts";
import { type ApiRoute, apiRoute, type Call, signedIn } from "../route.ts";
import type { Services } from "../services.ts";

const PACKS_PER_MINUTE_MAX = 20; // a PDF of ten years takes a second of the server

const unknownCertificate: Problem = {
  code: "certificate.unknown",
  place: "the address",
  sentence: "There is no certificate at this address.",
  remedy: "Compare the address with the one on the paper.",
};

interface Wanted {
  readonly member: StaffMember;
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
}

/** The person and period of a pack: the last twelve months unless the address says otherwise. */
async function wanted(call: Call<unknown>, services: Services): Promise<Result<Wanted>> {
  const { database, nowMs } = services;
  const member = await findStaff(database, call.targetId);
  if (member === undefined) return failure(accessProblems.notFound());
  const today = await departmentDay(database, member.departmentId, nowMs());
  const query = call.request.query as Readonly<Record<string, unknown>>;
  const dayFor = (key: string, otherwise: Day): Result<Day> =>
    typeof query[key] === "string" ? parseIso(query[key], key) : success(otherwise);
  const to = dayFor("to", today);
  if (!to.ok) return to;
  const from = dayFor("from", addMonths(to.value, -12) + 1);
  if (!from.ok) return from;
  if (from.value > to.value) {
    const sentence = "The period ends before it begins.";
    return failure({ code: "pack.period", place: "to", sentence });
  }
  return success({ member, from: from.value, to: to.value, today });
}

interface Made {
  readonly pack: Pack;
  readonly key: EvidenceKey;
  readonly pdf: Buffer;
}

async function made(wish: Wanted, { database, nowMs }: Services): Promise<Made> {
  const pack = await buildPack(database, wish);
  const key = await keyFor(database, pack.isDemonstration ? "demonstration" : "evidence", nowMs());
  return { pack, key, pdf: await packPdf(pack, key.id) };
}

async function audited(
  call: Call<unknown>,
  { database, nowMs }: Services,
  action: "evidence.exported" | "certificate.issued" | "certificate.revoked" = "evidence.exported",
): Promise<void> {
  const { scope, targetId } = call;
  // A certificate's id is the secret of its address, so the log holds its beginning only.
  const target = action === "certificate.revoked" ? targetId.slice(0, 8) : targetId;
  const line = { actorId: signedIn(call).id, departmentId: scope.departmentId, target };
  await writeAudit(database, { ...line, action }, nowMs());
}

/** Whoever reads a frozen record has read its first rating. */
async function seen(
  call: Call<unknown>,
  { database, nowMs }: Services,
  results: readonly Pick<KeptResult, "recordingId">[],
): Promise<void> {
  const sessionIds = results.flatMap(({ recordingId }) => recordingId ?? []);
  await noteSeen(database, signedIn(call).id, { sessionIds, nowMs: nowMs() });
}

const fileName = ({ from, to }: Pack, ending: string): string =>
  `attachment; filename="record-${from}-to-${to}.${ending}"`;

const pdf = apiRoute("evidence.pdf", {
  perMinute: { max: PACKS_PER_MINUTE_MAX },
  async handle(call, services) {
    const wish = await wanted(call, services);
    if (!wish.ok) return wish;
    const { pack, pdf: bytes } = await made(wish.value, services);
    await audited(call, services);
    call.reply.type("application/pdf").header("content-disposition", fileName(pack, "pdf"));
    return success(bytes);
  },
});

const zip = apiRoute("evidence.zip", {
  perMinute: { max: PACKS_PER_MINUTE_MAX },
  async handle(call, services) {
    const wish = await wanted(call, services);
    if (!wish.ok) return wish;
    const { pack, key, pdf: bytes } = await made(wish.value, services);
    const records = await readFrozenRecords(services.database, call.targetId, wish.value);
    await seen(call, services, pack.results);
    await audited(call, services);
    call.reply.type("application/zip").header("content-disposition", fileName(pack, "zip"));
    return success(Buffer.from(packArchive({ pack, pdf: bytes, records }, key)));
  },
});

const issue = apiRoute("certificate.issue", {
  async handle(call, services) {
    const { database, nowMs } = services;
    const member = await findStaff(database, call.targetId);
    if (member === undefined || member.isErased) return failure(accessProblems.notFound());
    if ((await readSettings(database, member.departmentId)).headName === "") {
      return failure({
        code: "certificate.head",
        place: "head of service",
        sentence: "A certificate names the head of service, and none is named.",
        remedy: "Name one in the settings of the department.",
      });
    }
    const today = await departmentDay(database, member.departmentId, nowMs());
    const id = await issueCertificate(database, member, today, nowMs());
    await audited(call, services, "certificate.issued");
    return success({ id });
  },
});

const certificate = apiRoute("certificate.read", {
  async handle({ targetId }, { database }) {
    const found = await readCertificate(database, targetId);
    return found === undefined ? failure(unknownCertificate) : success(found);
  },
});

const list = apiRoute("certificate.list", {
  handle: async ({ targetId }, { database }) =>
    success({ certificates: await listCertificates(database, targetId) }),
});

const revoke = apiRoute("certificate.revoke", {
  async handle(call, services) {
    await revokeCertificate(services.database, call.targetId, services.nowMs());
    await audited(call, services, "certificate.revoked");
    return success(undefined);
  },
});

const result = apiRoute("result.read", {
  async handle(call, services) {
    const { database } = services;
    const { targetId, reply } = call;
    const json = await readFrozenRecord(database, targetId);
    if (json === undefined) return failure(accessProblems.notFound());
    await seen(call, services, [{ recordingId: await recordingOf(database, targetId) }]);
    reply.type("application/json; charset=utf-8");
    return success(Buffer.from(json));
  },
});

const check = apiRoute("result.check", {
  async handle({ targetId }, { database, key }) {
    const json = await readFrozenRecord(database, targetId);
    if (json === undefined) return failure(accessProblems.notFound());
    return success(await checkFrozenRecord(database, json, key.publicKeyHex));
  },
});

export const EVIDENCE_ROUTES: readonly ApiRoute[] = [
  pdf,
  zip,
  issue,
  certificate,
  list,
  revoke,
  result,
  check,
];
