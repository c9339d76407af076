/**
 * The mail that says what came to stand since the last one: one to the heads and supervisors of a
 * department about everybody, one to each person about their own. Nobody is told twice, and what is
 * no longer so when the mail goes out is not in it.
 */
import type { Day } from "../../records/civilDate.ts";
import { daysText, dayText } from "../../records/standingText.ts";
import { type Warning, warningsSince } from "../../records/warnings.ts";
import { NOTICE } from "../../session/contract/notice.ts";
import { listAccounts } from "../accounts/account.ts";
import type { Database } from "../database/openDatabase.ts";
import { readPersonRecords } from "../department/personRecords.ts";
import { readPolicies, versionsOf } from "../department/policies.ts";
import { listStaff } from "../department/staff.ts";

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A warning with the words for whom and what. */
export interface WordedWarning extends Warning {
  readonly personName: string;
  readonly ruleTitle: string;
}

interface Since {
  readonly since: Day;
  readonly day: Day;
}

/** Every warning of a department that came to stand after a day. */
export async function departmentWarnings(
  database: Database,
  departmentId: string,
  since: Since,
): Promise<readonly WordedWarning[]> {
  const [staff, policies] = await Promise.all([
    listStaff(database, departmentId),
    readPolicies(database, departmentId),
  ]);
  const present = staff.filter(({ isErased }) => !isErased);
  const records = await readPersonRecords(database, present);
  const versions = versionsOf(policies);
  const titles = new Map(policies.flatMap(({ rules }) => rules.map((one) => [one.id, one.title])));
  return records.flatMap((person, index) =>
    warningsSince(person, versions, since).map((warning) => ({
      ...warning,
      personName: present[index].name,
      ruleTitle: titles.get(warning.ruleId) ?? warning.ruleId,
    })),
  );
}

/** The sentence of one warning, without the name. */
export function warningSentence({ kind, ruleTitle, endsOn, day }: WordedWarning): string {
  if (kind === "lapsed") return `${ruleTitle}: lapsed.`;
  if (endsOn === null || endsOn < day) return `${ruleTitle}: ended, in grace.`;
  const left = endsOn === day ? "today" : `in ${daysText(endsOn - day)}`;
  return `${ruleTitle}: ends ${left}, last day ${dayText(endsOn)}.`;
}

const closing = (address: string): string => `\n${address}#/department\n\n${NOTICE}\n`;

const inOrder = (warnings: readonly WordedWarning[]): readonly WordedWarning[] =>
  warnings.toSorted((a, b) => (a.endsOn ?? 0) - (b.endsOn ?? 0));

export interface DigestWish extends Since {
  readonly departmentId: string;
  readonly departmentName: string;
  /** Where this server is, with a slash at the end. */
  readonly address: string;
}

/** The mails that are due; none when nothing came to stand. */
export async function digestMails(database: Database, wish: DigestWish): Promise<readonly Mail[]> {
  const { departmentId, departmentName, address, day } = wish;
  const [warnings, accounts, staff] = await Promise.all([
    departmentWarnings(database, departmentId, wish),
    listAccounts(database, departmentId),
    listStaff(database, departmentId),
  ]);
  if (warnings.length === 0) return [];
  const open = accounts.filter(({ isOpen }) => isOpen);
  const about = inOrder(warnings)
    .map((one) => `${one.personName}. ${warningSentence(one)}`)
    .join("\n");
  const toLeaders = open
    .filter(({ role }) => role === "head" || role === "supervisor")
    .map(({ email }) => ({
      to: email,
      subject: `${departmentName}: what ends soon, ${dayText(day)}`,
      text: `${about}\n${closing(address)}`,
    }));
  const toPeople = staff.flatMap(({ id, accountId }): Mail[] => {
    const own = warnings.filter(({ personId }) => personId === id);
    const account = open.find((one) => one.id === accountId);
    if (own.length === 0 || account === undefined) return [];
    const text = `${inOrder(own).map(warningSentence).join("\n")}\n${closing(address)}`;
    return [{ to: account.email, subject: `What ends soon for you, ${dayText(day)}`, text }];
  });
  return [...toLeaders, ...toPeople];
}
