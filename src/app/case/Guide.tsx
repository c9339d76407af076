/** Beside the machine while a module is learnt: what to do now, where it is, and what it is for. */
import { useEffect, useState } from "preact/hooks";
import type { GuidedStep } from "../../scenario/contract/scenario.ts";
import { layoutNameFor } from "../../tokens/regions.ts";
import type { CaseClient } from "./caseClient.ts";

/** The step of the stage the case is in. */
function stepNow(client: CaseClient, steps: readonly GuidedStep[]): GuidedStep | undefined {
  const stage = client.facts.value.findLast((fact) => fact.type === "stage");
  return steps.find((step) => stage?.type === "stage" && step.stage === stage.stage);
}

export function Guide({ client }: { readonly client: CaseClient }) {
  const steps = client.opened.value?.briefing.guide ?? [];
  const step = stepNow(client, steps);
  const [isOpen, setIsOpen] = useState(layoutNameFor(innerWidth) === "wide");
  const [isHelped, setIsHelped] = useState(false);
  useEffect(() => setIsHelped(false), [step?.stage]);
  if (step === undefined || client.report.value !== undefined) return null;
  return (
    <section
      class={isHelped ? "guide panel helped" : "guide panel"}
      aria-label="Guide"
      data-region="guide"
    >
      <header>
        <h2>
          <span class="soft">
            {steps.indexOf(step) + 1} of {steps.length}
          </span>{" "}
          {isOpen ? step.title : step.task}
        </h2>
        <button
          type="button"
          class="key plain"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? "Hide" : "Show"}
        </button>
      </header>
      <p role="status" class={isOpen ? "task" : "visually-hidden"}>
        {step.task}
      </p>
      {isOpen && isHelped && (
        <p>
          <strong>Where.</strong> {step.where}
        </p>
      )}
      {isOpen && isHelped && (
        <p class="soft">
          <strong>Why.</strong> {step.why}
        </p>
      )}
      {isOpen && !isHelped && (
        <button type="button" class="key" onClick={() => setIsHelped(true)}>
          Where, and why
        </button>
      )}
    </section>
  );
}
