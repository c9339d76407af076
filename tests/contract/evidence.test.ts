/**
 * What leaves a department, read back by others than its makers: the PDF by another parser, the
 * calendar by another, the mail by a server, the archive by its own verifier after it was tampered with.
 */

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import ICAL from "ical.js";
import { SMTPServer } from "smtp-server";
import { extractText } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayFromIso, isoOf } from "../../src/records/civilDate.ts";
import { type OpenedDatabase, openDatabase } from "../../src/server/database/openDatabase.ts";
import { dayIn } from "../../src/server/department/calendarDay.ts";
import { verifyArchive } from "../../src/server/evidence/archive.ts";
import { digestRound } from "../../src/server/reminders/digestRound.ts";
import { type Mailer, smtpMailer } from "../../src/server/reminders/mailer.ts";
import {
  BENCH_MS,
  type RecordsBench,
  startRecordsBench,
  TODAY,
  ZONE,
} from "../support/recordsBench.ts";

let folder: string;
let opened: OpenedDatabase;
let records: RecordsBench;
let person: string;
let department: string;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-evidence-"));
  opened = await openDatabase({ dataDir: folder });
  records = await startRecordsBench(opened.database);
  person = `/api/staff/${records.staffId}`;
  department = `/api/departments/${records.departmentId}`;
  await records.addResult("2026-12-01");
  await records.addResult("2026-03-01", { verdict: "notMet" });
  const { trainee } = records.people;
  const entry = {
    date: "2026-12-20",
    role: "primary",
    procedure: "Aortic arch, Ross",
    closelySupervised: false,
  };
  const words = { supervisor: "", events: [], note: "", confirmation: "" };
  await trainee.post(`${person}/cases`, { ...entry, ...words });
});
afterAll(async () => {
  await records.bench.close();
  await opened.close();
  fs.rmSync(folder, { recursive: true });
});

describe("the audit pack", () => {
  const archive = async (query = ""): Promise<Uint8Array> =>
    new Uint8Array((await records.get(`${person}/pack.zip${query}`)).raw);

  const changed = (zip: Uint8Array, change: (files: Record<string, Uint8Array>) => void) => {
    const files = unzipSync(zip);
    change(files);
    return zipSync(files);
  };
  const codesOf = (zip: Uint8Array, keyId?: string): readonly string[] => {
    const verified = verifyArchive(zip, keyId);
    return verified.ok ? [] : verified.problems.map(({ code }) => code);
  };

  test("as PDF says who, how they stood, what counts, and what it is not", async () => {
    const { raw, type, status } = await records.get(`${person}/pack.pdf`);
    expect([status, type]).toEqual([200, "application/pdf"]);
    const { text } = await extractText(new Uint8Array(raw), { mergePages: true });
    for (const words of [
      "Record of Jo Łindqvist",
      "Head of service: Dr Ann Head",
      "Pump failure",
      "Current to 1 Jun",
      "1 Jun 2027",
      "a1-pump-failure, variant a",
      "Dr Łukasz Signer",
      "Aortic arch, Ross",
      "Not for clinical use",
      "claims no credit with any board",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain("DEMONSTRATION");
  });
  test("covers the period that was asked for, and no other", async () => {
    const { raw } = await records.get(`${person}/pack.pdf?from=2026-01-01&to=2026-06-30`);
    const { text } = await extractText(new Uint8Array(raw), { mergePages: true });
    expect(text).toContain("1 Jan 2026 to 30 Jun 2026");
    expect(text).toContain("not met");
    expect(text).not.toContain("1 Dec 2026");
    expect((await records.get(`${person}/pack.pdf?from=2026-07-01&to=2026-06-30`)).status).toBe(
      422,
    );
    expect((await records.get(`${person}/pack.pdf?from=July`)).status).toBe(422);
  });
  test("as archive is whole, signed, and holds every frozen record", async () => {
    const zip = await archive();
    const verified = verifyArchive(zip);
    if (!verified.ok) throw new Error(verified.problems[0].sentence);
    expect(
      Object.keys(verified.value.files).filter((name) => name.startsWith("records/")).length,
    ).toBe(2);
    const { evidenceKeyId } = (await records.people.head.get(`${department}/settings`)).body;
    expect(verified.value.keyId).toBe(evidenceKeyId);
    expect(codesOf(zip, evidenceKeyId)).toEqual([]);
    const files = unzipSync(zip);
    expect(strFromU8(files["logbook.csv"])).toContain("Aortic arch");
    expect(JSON.parse(strFromU8(files["pack.json"])).results).toHaveLength(2);
  });
  test("shows every edit: a letter, a file less, a file more, another key", async () => {
    const zip = await archive();
    const flip = changed(zip, (files) => {
      files["pack.json"] = strToU8(strFromU8(files["pack.json"]).replace("notMet", "met"));
    });
    expect(codesOf(flip)).toEqual(["pack.changed"]);
    expect(codesOf(changed(zip, (files) => delete files["pack.pdf"]))).toEqual(["pack.missing"]);
    const more = changed(zip, (files) => {
      files["records/more.json"] = strToU8("{}");
    });
    expect(codesOf(more)).toEqual(["pack.added"]);
    const manifest = changed(zip, (files) => {
      files["manifest.json"] = strToU8(strFromU8(files["manifest.json"]).replace("2027", "2028"));
    });
    expect(codesOf(manifest)).toEqual(["pack.signature"]);
    expect(codesOf(zip, "evidence-other")).toEqual(["pack.otherKey"]);
    expect(codesOf(strToU8("no zip"))).toEqual(["pack.unreadable"]);
  });
});

describe("a certificate", () => {
  test("is read by whoever has its address, and its signature holds", async () => {
    const issued = await records.people.head.post(`${person}/certificates`);
    const { body } = await records.bench.guest().get(`/api/certificates/${issued.body.id}`);
    expect(body).toMatchObject({ isSigned: true, isRevoked: false, isDemonstration: false });
    expect(body.body).toMatchObject({
      name: "Jo Łindqvist",
      headOfService: "Dr Ann Head",
      day: TODAY,
    });
    expect(body.body.standings).toContainEqual({
      rule: "Pump failure",
      state: "Current",
      lastDay: "2027-06-01",
    });
    expect(body.body.noCredit).toContain("claims no credit");
    const guess = await records.bench.guest().get("/api/certificates/nothing");
    expect(guess).toMatchObject({ status: 404, body: { code: "certificate.unknown" } });
  });
  test("is withdrawn by the head alone, and says so to whoever has its address", async () => {
    const { head, supervisor, trainee } = records.people;
    const { body: issued } = await head.post(`${person}/certificates`);
    const address = `/api/certificates/${issued.id}`;
    expect((await supervisor.post(`${address}/revoke`)).status).toBe(403);
    expect((await head.post(`${address}/revoke`)).status).toBe(200);
    const { body } = await records.bench.guest().get(address);
    expect(body).toMatchObject({ isSigned: true, isRevoked: true });
    const listed = await trainee.get(`${person}/certificates`);
    expect(listed.body.certificates).toContainEqual({
      id: issued.id,
      day: TODAY,
      isRevoked: true,
    });
  });
});

describe("the calendar", () => {
  test("holds the last day of everything that ends, as another parser reads it", async () => {
    const { supervisor, head } = records.people;
    const machine = { id: null, kind: "", name: "HLM 1", serial: "", place: "", state: "inUse" };
    const dates = { serviceDue: "2027-02-28", safetyDue: "2028-02-29" };
    await supervisor.post(`${department}/equipment`, { ...machine, ...dates });
    const { feedSecret } = (await head.post(`${department}/feed`)).body;
    const guest = records.bench.guest();
    const { body, status } = await guest.get(`/api/feeds/${feedSecret}.ics`);
    expect(status).toBe(200);
    const calendar = new ICAL.Component(ICAL.parse(String(body)));
    const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    const found = events.map(({ summary, startDate, endDate }) => [
      summary,
      startDate.toString(),
      endDate.toString(),
      startDate.isDate,
    ]);
    expect(found).toContainEqual([
      "Jo Łindqvist: Pump failure, last day",
      "2027-06-01",
      "2027-06-02",
      true,
    ]);
    expect(found).toContainEqual(["HLM 1: service due", "2027-02-28", "2027-03-01", true]);
    expect(found.map(([summary]) => summary)).not.toContain("HLM 1: safety test due"); // too far
    const alarms = events[0].component.getAllSubcomponents("valarm");
    expect(alarms.map((one) => String(one.getFirstPropertyValue("trigger")))).toEqual([
      "-P90D",
      "-P30D",
    ]);
    const renewed = (await head.post(`${department}/feed`)).body.feedSecret;
    expect((await guest.get(`/api/feeds/${feedSecret}.ics`)).status).toBe(404);
    expect((await guest.get(`/api/feeds/${renewed}.ics`)).status).toBe(200);
  });
});

describe("the day of a department", () => {
  test.each([
    ["Australia/Perth", "2027-01-15"],
    ["Pacific/Kiritimati", "2027-01-15"],
    ["Pacific/Pago_Pago", "2027-01-14"],
    ["Europe/Berlin", "2027-01-15"],
  ])("in %s is %s", (zone, date) => expect(isoOf(dayIn(zone, BENCH_MS))).toBe(date));
  test("changes at midnight on its wall, summer time or not", () => {
    const midnight = Date.UTC(2026, 9, 24, 22); // 00:00 on 25 October in Berlin, a day of 25 hours
    expect(isoOf(dayIn("Europe/Berlin", midnight - 1))).toBe("2026-10-24");
    expect(isoOf(dayIn("Europe/Berlin", midnight))).toBe("2026-10-25");
    expect(isoOf(dayIn("Europe/Berlin", midnight + 25 * 3_600_000 - 1))).toBe("2026-10-25");
    expect(isoOf(dayIn("Europe/Berlin", midnight + 25 * 3_600_000))).toBe("2026-10-26");
  });
});

describe("the digest", () => {
  const MS_PER_DAY = 86_400_000;
  let smtp: SMTPServer;
  let mailer: Mailer;
  let received: string[] = [];
  /** What the round could not send, and why. */
  let failures: unknown[] = [];
  let isBroken = false;

  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          if (isBroken) return done(new Error("no room"));
          received.push(Buffer.concat(chunks).toString());
          return done();
        });
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
    const { port } = smtp.server.address() as { port: number };
    mailer = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: "onbypass@example.org" });
    const settings = { timeZone: ZONE, headName: "Dr Ann Head", hasDigest: true };
    await records.people.head.patch(`${department}/settings`, settings);
  });
  afterAll(async () => {
    mailer.close();
    await new Promise<void>((resolve) => smtp.close(resolve));
  });

  /** The round on a date at noon in Perth: subjects with whom they went to. */
  async function roundOn(date: string): Promise<readonly string[]> {
    received = [];
    failures = [];
    const nowMs = dayFromIso(date) * MS_PER_DAY + 4 * 3_600_000;
    await digestRound({
      database: opened.database,
      mailer,
      address: "https://sim.example.org/",
      nowMs,
      onFailed: (error) => void failures.push(error),
    });
    return received;
  }

  test("goes out at 90, 30 and 0 days and on no other, to heads, supervisors and the person", async () => {
    await roundOn("2027-01-15");
    const days = new Map<string, number>();
    for (const around of ["2027-03-03", "2027-05-02", "2027-06-01"].map(dayFromIso)) {
      for (let day = around - 3; day <= around + 3; day++) {
        const mails = await roundOn(isoOf(day));
        if (mails.some((mail) => mail.includes("Pump failure"))) days.set(isoOf(day), mails.length);
      }
    }
    expect([...days.keys()]).toEqual(["2027-03-03", "2027-05-02", "2027-06-01", "2027-06-02"]);
    expect([...days.values()]).toEqual([3, 3, 3, 3]);
  });
  test("says what ends in words, and is sent once a day only", async () => {
    await records.addResult("2027-06-02");
    const [first, ...others] = await roundOn("2027-09-03");
    expect([first, ...others].length).toBe(3);
    expect(first).toContain("Pump failure: ends in 90 days");
    expect(first.replaceAll("=\r\n", "")).toContain("Not for clinical use");
    expect(await roundOn("2027-09-03")).toEqual([]);
  });
  test("that could not be sent is sent by a later round", async () => {
    isBroken = true;
    expect(await roundOn("2027-11-02")).toEqual([]);
    expect(String(failures)).toContain("no room");
    isBroken = false;
    expect((await roundOn("2027-11-02")).length).toBe(3);
    expect(failures).toEqual([]);
  });
  test("after days of silence says what stands now", async () => {
    const mails = await roundOn("2027-12-05"); // passed the last day, 2 December, and the lapse
    expect(mails.length).toBe(3);
    expect(mails[0]).toContain("Pump failure: lapsed");
  });
});
