/** What a list of scenarios says of one, without what a case of it needs. */
import { guidedSteps } from "./guide.ts";
import type { Scenario } from "./scenario.schema.ts";

export interface ListedScenario {
  readonly id: string;
  readonly title: string;
  readonly kind: Scenario["kind"];
  readonly briefing: string;
  readonly status: string;
  readonly variants: readonly { readonly id: string; readonly title: string }[];
  /** What a module teaches, step by step; empty for an emergency. */
  readonly steps: readonly string[];
}

export function listScenario(scenario: Scenario): ListedScenario {
  const { id, title, kind, briefing, status, variants } = scenario;
  return {
    id,
    title,
    kind,
    briefing,
    status,
    variants: variants.map((variant) => ({ id: variant.id, title: variant.title })),
    steps: guidedSteps(scenario).map((step) => step.title),
  };
}
