/** The validation pages as text. Differences are shown, not hidden. */
import { bloodResults } from "./bloodAnchors.ts";
import { MEASURES, NOT_SHOWN } from "./measures.ts";
import { judge, type Measured, readTargets, type Target } from "./table.ts";

const cell = (text: string): string => text.replaceAll("|", "\\|");
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;

const targetText = ({ low, high }: Target): string => (low === high ? `${low}` : `${low}–${high}`);
const gaveText = ({ values, digits }: Measured): string =>
  values.map((value) => value.toFixed(digits)).join(" / ");

export interface Judged {
  readonly target: Target;
  readonly measured: Measured;
  readonly verdict: ReturnType<typeof judge>;
}

/** Every row the world can show, with what it gave. */
export function judgedRows(): readonly Judged[] {
  const targets = [...readTargets("pump-failure-numbers.csv"), ...readTargets("a1-targets.csv")];
  return targets.flatMap((target) => {
    const measure = MEASURES[target.id];
    if (measure === undefined) return [];
    const measured = measure();
    return [{ target, measured, verdict: judge(target, measured) }];
  });
}

const GROUPS: readonly (readonly [prefix: RegExp, title: string])[] = [
  [/^N-/, "The pump stop and the opening state"],
  [/^A1-/, "A1: cranking"],
  [/^D\d/, "D: patient"],
  [/^R\d/, "R: time to empty (to 200 mL / to dry, suckers and vent off)"],
  [/^X\d/, "X: circuit and machine"],
  [/^G\d/, "G: gas supply lost, flow kept"],
  [/^T\d/, "T: temperature"],
];

const ROW_HEAD = [
  row(["id", "quantity", "condition", "target", "unit", "world", "kind", "verdict", "source"]),
  "|---|---|---|---|---|---|---|---|---|",
];

function judgedLine({ target, measured, verdict }: Judged): string {
  const shown = verdict === "differs" ? "**differs**" : verdict;
  return row([
    target.id,
    target.quantity,
    [target.condition, measured.note ?? ""].filter((part) => part !== "").join("; "),
    targetText(target),
    target.unit,
    gaveText(measured),
    measured.kind,
    shown,
    target.source,
  ]);
}

/** docs/validation/a1.md */
export function pumpFailurePage(): string {
  const judged = judgedRows();
  const results = judged.filter(({ measured }) => measured.kind === "result");
  const differing = judged.filter(({ verdict }) => verdict === "differs");
  const lines = [
    "# What the world gives against clinical targets",
    "",
    "Written by `npx tsx scripts/validate.ts` from the running world; a test fails when this page no longer says what",
    "the world does. Targets are those of the first emergency and of the shared tables; their marks (K), PROVISIONAL",
    "and (calc) are kept. A target that is PROVISIONAL proves nothing when it is met.",
    "",
    "- **result**: came out of the physics. **setting**: the files or a constant say so; it is listed so that nobody",
    "  takes it for evidence.",
    "- Rows N: those from issue 2 carry its limits. The bands of the others (N-04, N-05, N-12 to N-16, N-19) are ours, set",
    "  round a single figure of the source. PaO2 (N-14) was brought near 200 by the choice of the shunt, and the climb of",
    "  line pressure (N-17) follows from a compliance chosen for it: both show consistency, not truth.",
    "- Tolerances in the rows are ours, and some were set when the result was known (G01 to G03, G20 to G180).",
    "- A range is *inside* or *differs*. A single number or a pair *agrees* within 5 % or the tolerance in the row.",
    "",
    `${judged.length} rows shown, ${results.length} of them results; ${differing.length} differ: ${
      differing.map(({ target }) => target.id).join(", ") || "none"
    }. ${Object.keys(NOT_SHOWN).length} rows cannot be shown yet.`,
  ];
  for (const [prefix, title] of GROUPS) {
    const group = judged.filter(({ target }) => prefix.test(target.id));
    lines.push("", `## ${title}`, "", ...ROW_HEAD, ...group.map(judgedLine));
  }
  lines.push("", "## Not shown, and why", "", row(["id", "quantity", "reason"]), "|---|---|---|");
  for (const target of readTargets("a1-targets.csv")) {
    const reason = NOT_SHOWN[target.id];
    if (reason !== undefined) lines.push(row([target.id, target.quantity, reason]));
  }
  return `${lines.join("\n")}\n`;
}

/** docs/validation/blood.md */
export function bloodPage(): string {
  const rows = bloodResults();
  const used = rows.filter(({ gave }) => gave !== null);
  const errors = used.map(({ gave, expected, tolerance }) => ({
    error: (gave as number) - expected,
    inside: Math.abs((gave as number) - expected) <= tolerance,
  }));
  const measured = used.filter(({ what }) => what.includes("(measured)"));
  const mean =
    measured.reduce((sum, one) => sum + (one.gave as number) - one.expected, 0) / measured.length;
  const curve = used.filter(({ what }) => what.startsWith("SO2"));
  const worst = Math.max(...curve.map((one) => Math.abs((one.gave as number) - one.expected)));
  const lines = [
    "# Blood functions against published points",
    "",
    "Written by `npx tsx scripts/validate.ts`. Saturation and P50 are Dash 2016, CO2 content is Douglas 1988",
    "([equations](../model.md)). Rows marked *derived* were computed from an equation, the others were published.",
    "",
    `${errors.filter(({ inside }) => inside).length} of ${used.length} rows lie within their tolerance. Largest error of saturation: ${worst.toFixed(2)} points.`,
    `Mean error of CO2 content on the measured samples: ${mean.toFixed(2)} mL/dL. Those samples have 15.7–19 g/dL of`,
    "haemoglobin; blood on bypass has 7–9, so there the equation extrapolates.",
    "",
    row([
      "id",
      "what",
      "expected",
      "tolerance",
      "gave",
      "error",
      "unit",
      "verdict",
      "kind",
      "source",
    ]),
    "|---|---|---|---|---|---|---|---|---|---|",
    ...used.map((one) => {
      const error = (one.gave as number) - one.expected;
      const digits = Math.abs(one.expected) < 2 ? 4 : 2;
      return row([
        one.id,
        one.what,
        `${one.expected}`,
        `${one.tolerance}`,
        (one.gave as number).toFixed(digits),
        error.toFixed(digits),
        one.unit,
        Math.abs(error) <= one.tolerance ? "inside" : "**differs**",
        one.confidence,
        one.source,
      ]);
    }),
    "",
    "## Rows of equations that are not used",
    "",
    ...rows.filter(({ gave }) => gave === null).map(({ id, what }) => `- ${id}: ${what}`),
  ];
  return `${lines.join("\n")}\n`;
}
