/** The guided steps of a module, in the order in which a trainee comes to them. */
import type { GuidedStep } from "./contract/scenario.ts";
import type { Scenario } from "./scenario.schema.ts";

/** From the first stage on, each leads to the first guided one it names; none for an emergency. */
export function guidedSteps({ kind, stages, first }: Scenario): readonly GuidedStep[] {
  if (kind !== "module") return [];
  const steps: GuidedStep[] = [];
  let name: string | undefined = first;
  while (name !== undefined) {
    const stage: Scenario["stages"][string] | undefined = stages[name];
    if (stage?.guide === undefined) break;
    steps.push({ stage: name, title: stage.title, ...stage.guide });
    const seen = new Set(steps.map((step) => step.stage));
    name = stage.on
      ?.map(({ go }) => go)
      .find((go) => stages[go]?.guide !== undefined && !seen.has(go));
  }
  return steps;
}
