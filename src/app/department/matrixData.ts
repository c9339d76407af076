/** How the matrix is arranged: columns in groups, rows by filter, and what to act on first. */
import type { Rule, ScenarioRule } from "../../records/rule.schema.ts";
import type { State } from "../../records/status.ts";
import type { Cell, MatrixRow } from "../../server/department/matrix.ts";

export interface ColumnGroup {
  readonly title: string;
  readonly rules: readonly ScenarioRule[];
}

const intervalText = (months: number): string =>
  months === 1 ? "every month" : `every ${months} months`;

/** Scenario columns by whether they are critical and how often they are due, critical ones first. */
export function columnGroups(rules: readonly Rule[]): readonly ColumnGroup[] {
  const groups = new Map<string, ScenarioRule[]>();
  const scenarios = rules.filter((rule): rule is ScenarioRule => rule.kind === "scenario");
  const sorted = scenarios.toSorted(
    (a, b) => Number(b.critical) - Number(a.critical) || a.everyMonths - b.everyMonths,
  );
  for (const rule of sorted) {
    const kind = rule.critical ? "Critical" : "Other";
    const title = `${kind}, ${intervalText(rule.everyMonths)}`;
    groups.set(title, [...(groups.get(title) ?? []), rule]);
  }
  return [...groups].map(([title, columns]) => ({ title, rules: columns }));
}

export const cellOf = ({ cells }: MatrixRow, ruleId: string): Cell | undefined =>
  cells.find((cell) => cell.ruleId === ruleId);

/** The counts that are asked of the person: cases, or the training. */
export function countsOf(row: MatrixRow, rules: readonly Rule[]): readonly Cell[] {
  const counted = rules.filter(({ kind }) => kind !== "scenario").map(({ id }) => id);
  return row.cells.filter(
    ({ ruleId, state }) => counted.includes(ruleId) && state !== "notRequired",
  );
}

export const WITHIN = ["everything", "lapsed", "30", "60", "90"] as const;
export type Within = (typeof WITHIN)[number];

export const WITHIN_WORDS: Readonly<Record<Within, string>> = {
  everything: "Everything",
  lapsed: "Lapsed or overdue",
  "30": "Lapses within 30 days",
  "60": "Lapses within 60 days",
  "90": "Lapses within 90 days",
};

const LAPSED: readonly State[] = ["lapsed", "overdue", "grace"];

/** Whether a cell is of the kind that is asked for; what has lapsed is within every span. */
export function isWithin({ state, leftDays }: Cell, within: Within): boolean {
  if (within === "everything") return true;
  if (LAPSED.includes(state)) return true;
  if (within === "lapsed" || leftDays === null) return false;
  return leftDays <= Number(within);
}

export interface Filter {
  readonly within: Within;
  readonly role: string;
  readonly name: string;
}

export const NO_FILTER: Filter = { within: "everything", role: "", name: "" };

export function filtered(rows: readonly MatrixRow[], filter: Filter): readonly MatrixRow[] {
  const wanted = filter.name.trim().toLowerCase();
  return rows.filter(
    ({ name, role, cells }) =>
      (filter.role === "" || role === filter.role) &&
      name.toLowerCase().includes(wanted) &&
      cells.some((cell) => isWithin(cell, filter.within)),
  );
}

export interface Act {
  readonly row: MatrixRow;
  readonly rule: Rule;
  readonly cell: Cell;
}

/** Smaller is more urgent: the longer lapsed first, then what ends soonest. */
const urgency = ({ state, leftDays, lapsedOn }: Cell): number => {
  if (LAPSED.includes(state)) return (lapsedOn ?? 0) - 1e6;
  return leftDays ?? 1e6;
};

/** What has lapsed or ends within the span, most urgent first. */
export function actsOf(
  rows: readonly MatrixRow[],
  rules: readonly Rule[],
  within: Within,
): readonly Act[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return rows
    .flatMap((row) =>
      row.cells.flatMap((cell): Act[] => {
        const rule = byId.get(cell.ruleId);
        return rule !== undefined && isWithin(cell, within) ? [{ row, rule, cell }] : [];
      }),
    )
    .toSorted((a, b) => urgency(a.cell) - urgency(b.cell));
}
