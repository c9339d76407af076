/** The pack on paper: who, how they stood, which results and cases stand behind it, and by what rules. */
import pdfmake from "pdfmake";
import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { dayFromIso } from "../../records/civilDate.ts";
import type { StaffRole } from "../../records/person.ts";
import {
  dayText,
  STAFF_ROLE_WORDS,
  STATE_WORDS,
  standingNote,
} from "../../records/standingText.ts";
import { DEMONSTRATION, type Pack } from "./pack.ts";
import { paperFonts } from "./paperFonts.ts";

const dateText = (iso: string): string => dayText(dayFromIso(iso));

function table(head: readonly string[], widths: (string | number)[], rows: TableCell[][]): Content {
  if (rows.length === 0) return { text: "None in this period.", style: "soft" };
  return {
    table: {
      headerRows: 1,
      widths,
      body: [head.map((text) => ({ text, bold: true })), ...rows],
    },
    layout: "lightHorizontalLines",
  };
}

function standing(pack: Pack): Content {
  const day = dayFromIso(pack.to);
  const rows = pack.statuses
    .filter(({ state }) => state !== "notRequired")
    .map((status): TableCell[] => {
      const rule = pack.rules.find(({ id }) => id === status.ruleId);
      const { havePoints, neededPoints } = status.progress;
      return [
        rule?.title ?? status.ruleId,
        `${STATE_WORDS[status.state]} ${standingNote(status, day)}`.trim(),
        status.endsOn === null ? "" : dayText(status.endsOn),
        `${havePoints} of ${neededPoints}`,
      ];
    });
  return table(["Rule", "State", "Last day", "Has"], ["*", "auto", "auto", "auto"], rows);
}

function results(pack: Pack): Content {
  const rows = pack.results.map((one): TableCell[] => [
    dateText(one.date),
    `${one.scenarioId}, variant ${one.variant}`,
    one.mode === "exam" ? "assessed" : "practice",
    one.verdict === "met" ? "met" : "not met",
    one.isSigned ? one.signerName : "not signed",
    { text: one.recordHash.slice(0, 16), fontSize: 7 },
  ]);
  const head = ["Date", "Scenario", "Session", "Result", "Signed by", "Record"];
  return table(head, ["auto", "*", "auto", "auto", "auto", "auto"], rows);
}

function cases(pack: Pack): Content {
  const rows = pack.cases.map((one): TableCell[] => [
    dateText(one.date),
    one.procedure,
    one.role,
    one.closelySupervised ? "yes" : "no",
    one.confirmerName ?? "not confirmed",
  ]);
  const head = ["Date", "Procedure", "Role", "Closely supervised", "Confirmed by"];
  return table(head, ["auto", "*", "auto", "auto", "auto"], rows);
}

function rules(pack: Pack): Content {
  return {
    ul: pack.rules.map(
      ({ title, source, doubts }): Content => ({
        text: [{ text: `${title}. `, bold: true }, `${source}. `, doubts.join(" ")],
        margin: [0, 0, 0, 3],
      }),
    ),
  };
}

function head(pack: Pack): Content[] {
  const { person } = pack;
  const work = person.employments
    .map(({ from, to, role, workFraction }) => {
      const share = workFraction === 1 ? "" : `, ${Math.round(workFraction * 100)} % of full time`;
      const end = to === null ? "now" : dateText(to);
      return `${STAFF_ROLE_WORDS[role as StaffRole]} from ${dateText(from)} to ${end}${share}`;
    })
    .join("; ");
  return [
    { text: `Record of ${person.name}`, style: "title" },
    { text: `${dateText(pack.from)} to ${dateText(pack.to)}`, style: "subtitle" },
    { text: `${pack.department}. Head of service: ${pack.headOfService || "not named"}.` },
    { text: work },
    ...(person.credentials === "" ? [] : [{ text: person.credentials }]),
    { text: pack.noCredit, style: "soft", margin: [0, 6, 0, 0] },
  ];
}

function documentOf(pack: Pack, keyId: string): TDocumentDefinitions {
  const foot = `${pack.notice} ${pack.isDemonstration ? DEMONSTRATION : ""}`.trim();
  return {
    pageSize: "A4",
    pageMargins: [48, 48, 48, 64],
    info: { title: `Record of ${pack.person.name}`, creator: "OnBypass" },
    defaultStyle: { font: "Plex", fontSize: 9, lineHeight: 1.2 },
    styles: {
      title: { fontSize: 18, bold: true },
      subtitle: { fontSize: 12, margin: [0, 0, 0, 6] },
      h2: { fontSize: 12, bold: true, margin: [0, 14, 0, 4] },
      soft: { color: "#555555" },
    },
    ...(pack.isDemonstration && {
      watermark: { text: "DEMONSTRATION", color: "#888888", opacity: 0.2, bold: true },
    }),
    content: [
      ...head(pack),
      { text: `How it stood on ${dateText(pack.to)}`, style: "h2" },
      standing(pack),
      { text: "Results", style: "h2" },
      results(pack),
      { text: "Cases", style: "h2" },
      cases(pack),
      { text: "Rules in force, with their sources and doubts", style: "h2" },
      rules(pack),
      {
        text: `Key of the archive this belongs to: ${keyId}`,
        style: "soft",
        margin: [0, 12, 0, 0],
      },
    ],
    footer: (page, pages) => ({
      text: `${foot}  Made on ${dateText(pack.madeOn)}. Page ${page} of ${pages}.`,
      style: "soft",
      fontSize: 8,
      margin: [48, 16, 48, 0],
    }),
  };
}

/** The pack as the bytes of a PDF. */
export async function packPdf(pack: Pack, keyId: string): Promise<Buffer> {
  await paperFonts();
  return pdfmake.createPdf(documentOf(pack, keyId)).getBuffer();
}
