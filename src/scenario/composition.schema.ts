/**
 * The file format of a composition: a normal case, and the emergencies that may break into it. It names files and
 * says nothing twice: team, stages and marks come from the scenarios it names (ADR 0044).
 */
import { z } from "zod";
import { failure, type Problem, type Result } from "../kernel/result.ts";
import { meant, parseSource } from "./contract/problemsFromIssues.ts";
import { type DataSource, problemAt } from "./contract/source.ts";
import type { Scenario } from "./scenario.schema.ts";

const idText = z.string().regex(/^[a-z0-9-]+$/, "small letters, digits and hyphens only");
const windowS = z.strictObject({ min: z.number().min(1), max: z.number().max(1800) });
const sentence = z.string().min(1).max(1200);
const weightRatio = z.number().positive().max(100).default(1);

export const compositionSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    id: idText,
    title: sentence,
    version: z.string().regex(/^\d+\.\d+\.\d+$/, "three numbers, for example 1.0.0"),
    status: z.enum(["draft", "reviewed"]),
    sources: z.record(z.string(), z.string()),
    briefing: sentence.describe("what the trainee is told; it gives nothing away"),
    normal: idText.describe("the scenario that is interrupted"),
    normalVariants: z
      .array(z.string())
      .min(1)
      .describe("those of its variants in which nothing fails"),
    onsetS: windowS.describe(
      "seconds from the start within which the emergency comes, drawn evenly",
    ),
    allowanceS: z
      .number()
      .min(0)
      .max(1800)
      .describe("how much longer the normal case may last when something came between"),
    patienceS: z
      .number()
      .min(10)
      .max(1800)
      .describe("after the emergency the team goes on without a step that takes longer"),
    routineActsCount: z
      .number()
      .int()
      .min(0)
      .max(100)
      .describe("looks and sentences the normal case asks for; not counted as too many"),
    quietWeightRatio: weightRatio.describe("how likely it is that nothing comes, against the rest"),
    interruptedBy: z
      .array(
        z.strictObject({
          emergency: idText,
          weightRatio,
          variants: z.array(z.string()).min(1).optional().describe("only these of its variants"),
          onsetS: windowS.optional().describe("comes only within this part of the window"),
          because: sentence.optional().describe("why not the others, or not at any time"),
        }),
      )
      .min(1)
      .max(40),
    notInterruptedBy: z
      .array(z.strictObject({ emergency: idText, because: sentence }))
      .max(40)
      .default([])
      .describe("emergencies that do not fit this patient, and why"),
  })
  .describe("An OnBypass composition");
export type Composition = z.infer<typeof compositionSchema>;

interface Told {
  readonly path: readonly (string | number)[];
  readonly sentence: string;
  readonly remedy?: string | undefined;
}

/** The composition in the source, or all that is wrong with it; it names scenarios that are known. */
export function checkComposition(
  source: DataSource,
  scenarios: ReadonlyMap<string, Scenario>,
): Result<Composition> {
  const parsed = parseSource<Composition>(source, compositionSchema, "composition");
  if (!parsed.ok) return parsed;
  const told = problemsOf(parsed.value, scenarios);
  const problems: Problem[] = told.map((one) =>
    problemAt(source, { code: "composition.unfit", ...one }),
  );
  return problems.length === 0 ? parsed : failure(problems[0], ...problems.slice(1));
}

function problemsOf(
  composition: Composition,
  scenarios: ReadonlyMap<string, Scenario>,
): readonly Told[] {
  const { normal, normalVariants, interruptedBy, onsetS } = composition;
  const known = [...scenarios.keys()];
  const variantsOf = (id: string, wanted: readonly string[], path: Told["path"]) => {
    const ids = scenarios.get(id)?.variants.map((variant) => variant.id) ?? [];
    if (ids.length === 0)
      return [{ path, sentence: `There is no scenario "${id}".`, remedy: meant(id, known) }];
    return wanted
      .filter((one) => !ids.includes(one))
      .map((one) => ({
        path,
        sentence: `"${id}" has no variant "${one}".`,
        remedy: meant(one, ids),
      }));
  };
  const failing = (scenarios.get(normal)?.variants ?? []).filter(
    ({ id, faults, causes }) =>
      normalVariants.includes(id) && ((faults?.length ?? 0) > 0 || causes !== undefined),
  );
  return [
    ...variantsOf(normal, normalVariants, ["normal"]),
    ...failing.map(({ id }) => ({
      path: ["normalVariants"],
      sentence: `In variant "${id}" of "${normal}" something fails by itself.`,
      remedy: "Name variants in which nothing fails.",
    })),
    ...interruptedBy.flatMap(({ emergency, variants }, index) =>
      variantsOf(emergency, variants ?? [], ["interruptedBy", index]),
    ),
    ...backwards(onsetS, ["onsetS"]),
    ...interruptedBy.flatMap((entry, index) => {
      const path = ["interruptedBy", index, "onsetS"];
      if (entry.onsetS === undefined) return [];
      const { min, max } = entry.onsetS;
      const isInside = min >= onsetS.min && max <= onsetS.max;
      const outside = `This is not within ${onsetS.min} to ${onsetS.max}, when emergencies come.`;
      return [...backwards(entry.onsetS, path), ...(isInside ? [] : [{ path, sentence: outside }])];
    }),
  ];
}

const backwards = ({ min, max }: z.infer<typeof windowS>, path: Told["path"]): readonly Told[] =>
  min > max ? [{ path, sentence: `This runs from ${min} down to ${max}.` }] : [];

/** What a page needs to offer a composition. */
export interface ListedComposition {
  readonly id: string;
  readonly title: string;
  readonly briefing: string;
  readonly status: string;
  /** The emergencies that may come, by id, with their titles. */
  readonly emergencies: readonly { readonly id: string; readonly title: string }[];
}

export function listComposition(
  composition: Composition,
  scenarios: ReadonlyMap<string, Scenario>,
): ListedComposition {
  const { id, title, briefing, status, interruptedBy } = composition;
  const emergencies = interruptedBy.map(({ emergency }) => ({
    id: emergency,
    title: scenarios.get(emergency)?.title ?? emergency,
  }));
  return { id, title, briefing, status, emergencies };
}
