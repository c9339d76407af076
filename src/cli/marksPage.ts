/**
 * docs/marks.md: which mark counts in which variant, with its times, and what it is worth. Made from
 * the scenario and its rubric, so that the page cannot say anything else than the scorer does.
 */
import type { CaseContent } from "../case/caseSetup.ts";
import { possibleCases } from "../scenario/possibleCases.ts";
import { limitsFor, markApplies } from "../scoring/applies.ts";
import type { Mark, MeasureDefinition, Rubric } from "../scoring/rubric.schema.ts";

interface Column {
  readonly head: string;
  readonly cases: ReturnType<typeof possibleCases>;
}

/** One column for each variant, and for each cause of a variant that has several. */
function columnsOf({ scenario }: CaseContent): readonly Column[] {
  const columns = new Map<string, ReturnType<typeof possibleCases>>();
  for (const drawn of possibleCases(scenario)) {
    const head = drawn.cause === "" ? drawn.variant : `${drawn.variant} ${drawn.cause}`;
    columns.set(head, [...(columns.get(head) ?? []), drawn]);
  }
  return [...columns].map(([head, cases]) => ({ head, cases }));
}

/** "●" for both pumps, R or C for one, with its own times where they differ; empty for neither. */
function cellText(mark: Mark, { cases }: Column): string {
  const pumps = cases.filter((drawn) => markApplies(mark, drawn));
  if (pumps.length === 0) return "";
  const sign =
    pumps.length === cases.length
      ? "●"
      : pumps.map(({ pumpType }) => (pumpType === "roller" ? "R" : "C")).join("");
  if (!("done" in mark)) return sign;
  const { targetS, failS } = limitsFor(mark, pumps[0]);
  const isUsual = targetS === mark.targetS && failS === (mark.failS ?? null);
  return isUsual ? sign : `${sign} ${targetS}/${failS ?? "–"}`;
}

const escaped = (text: string): string => text.replace(/\|/g, "\\|").replace(/\s+/g, " ").trim();

function classText({ class: kind, critical }: Mark): string {
  const name = { must: "MUST", should: "SHOULD", mustNot: "MUST-NOT" }[kind];
  return critical ? `${name}, **CF**` : name;
}

function worthText(mark: Mark, rubric: Rubric): string {
  if (mark.class === "mustNot") return `−${mark.costPoints}, at most −${mark.costPointsMax}`;
  return String(mark.class === "must" ? rubric.mustPoints : rubric.shouldPoints);
}

function timesText(mark: Mark): string {
  if ("share" in mark) {
    const { targetFraction, failFraction } = mark.share;
    return `${Math.round(targetFraction * 100)} % / ${Math.round(failFraction * 100)} %`;
  }
  if (mark.class === "mustNot") return "";
  const own = mark.clockFrom === undefined ? "" : " *";
  return `${mark.targetS} / ${mark.failS ?? "–"}${own}`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const rule = (count: number): string => `|${"---|".repeat(count)}`;

function matrix(content: CaseContent): readonly string[] {
  const columns = columnsOf(content);
  const heads = ["mark", "class", "target / fail, s", ...columns.map(({ head }) => head)];
  return [
    row(heads),
    rule(heads.length),
    ...content.rubric.marks.map((mark) =>
      row([
        mark.id,
        classText(mark),
        timesText(mark),
        ...columns.map((column) => cellText(mark, column)),
      ]),
    ),
  ];
}

function details({ rubric }: CaseContent): readonly string[] {
  return [
    row(["mark", "what", "worth", "why", "source"]),
    rule(5),
    ...rubric.marks.map((mark) =>
      row([
        mark.id,
        escaped(mark.title),
        worthText(mark, rubric),
        escaped(mark.why),
        escaped(
          Array.isArray(mark.applies)
            ? mark.source
            : `${mark.source}. Counts in no variant: ${mark.applies.never}`,
        ),
      ]),
    ),
  ];
}

function bandText(measure: MeasureDefinition): string {
  const { greenAtMost, redAtLeast, greenAtLeast, redAtMost, decides } = measure;
  const parts = [
    greenAtMost === undefined ? "" : `green to ${greenAtMost}`,
    redAtLeast === undefined ? "" : `red from ${redAtLeast}`,
    greenAtLeast === undefined ? "" : `green from ${greenAtLeast}`,
    redAtMost === undefined ? "" : `red to ${redAtMost}`,
    decides ? "**red means not met**" : "",
  ].filter((part) => part !== "");
  return parts.join(", ");
}

function measures({ rubric }: CaseContent): readonly string[] {
  return [
    row(["measure", "unit", "bands", "source"]),
    rule(4),
    ...rubric.measures.map((measure) =>
      row([escaped(measure.title), measure.unit, bandText(measure), escaped(measure.source)]),
    ),
  ];
}

function section(content: CaseContent): readonly string[] {
  const { scenario, rubric } = content;
  const percent = Math.round(rubric.passFraction * 100);
  return [
    `## ${scenario.title} (\`${scenario.id}\`, rubric ${rubric.version}, ${rubric.status})`,
    "",
    `Met needs no critical fail (CF), at least ${percent} % of the points that applied, and no`,
    "deciding measure in the red. Full credit until the target, none from the fail time, a straight",
    "line between. A star: the mark has its own clock, not that of the case.",
    "",
    ...scenario.variants.map(({ id, title, tellTale }) => `- **${id}** ${title}. ${tellTale}`),
    "",
    "### Marks and variants",
    "",
    "● = counts on every pump the variant can happen on, R = roller only, C = centrifugal only.",
    "Numbers in a cell are that variant's own target and fail time.",
    "",
    ...matrix(content),
    "",
    "### What each mark is",
    "",
    ...details(content),
    "",
    "### What happened to the patient",
    "",
    ...measures(content),
    "",
  ];
}

export function marksPage(contents: readonly CaseContent[]): string {
  return [
    "# Marks",
    "",
    "Made from `scenarios/` by `scripts/build-docs.mjs`; a test fails when it is stale. Training",
    "content, not guidance for care: times without another source are provisional.",
    "",
    ...contents.flatMap(section),
  ].join("\n");
}
