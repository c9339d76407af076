/** The rules in force with their sources and doubts; for the head also a change, looked at before it is made. */
import { useState } from "preact/hooks";
import { dayFromIso } from "../../records/civilDate.ts";
import type { StoredPolicy } from "../../records/policy.schema.ts";
import type { Rule } from "../../records/rule.schema.ts";
import { dayText, STAFF_ROLE_WORDS } from "../../records/standingText.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { type PolicyAnswer, useAnswer } from "./api.ts";
import { PolicyForm } from "./PolicyForm.tsx";

interface RulesViewProps {
  readonly departmentId: string;
  readonly mayChange: boolean;
}

export function RulesView({ departmentId, mayChange }: RulesViewProps) {
  const { answer, problem, ask } = useAnswer<PolicyAnswer>(
    `/api/departments/${departmentId}/policy`,
  );
  const [isChanging, setIsChanging] = useState(false);
  if (problem) return <ProblemNote problem={problem} />;
  if (answer === undefined) return <p class="quiet">Reading the rules…</p>;
  const inForce = answer.versions.findLast(({ from }) => from <= answer.date);
  const announced = answer.versions.filter(({ from }) => from > answer.date);
  return (
    <>
      <div class="department-title">
        <div>
          <h1>Rules</h1>
          <p class="soft">
            {inForce === undefined
              ? "No rules are in force yet."
              : `In force from ${dayText(dayFromIso(inForce.from))}.`}
          </p>
        </div>
        {mayChange && !isChanging && (
          <button type="button" class="key hard" onClick={() => setIsChanging(true)}>
            {inForce === undefined ? "Choose rules" : "Change the rules"}
          </button>
        )}
      </div>
      {isChanging && (
        <PolicyForm
          departmentId={departmentId}
          answer={answer}
          before={inForce?.rules ?? []}
          onDone={() => {
            setIsChanging(false);
            ask();
          }}
        />
      )}
      {announced.map((version) => (
        <RuleVersion
          key={version.from}
          title={`Announced, from ${dayText(dayFromIso(version.from))}`}
          version={version}
        />
      ))}
      {inForce && <RuleVersion title="In force" version={inForce} />}
    </>
  );
}

const months = (count: number): string => (count === 1 ? "month" : `${count} months`);

/** What a rule asks, in one sentence. */
export function ruleSentence(rule: Rule): string {
  const who = rule.appliesTo.map((role) => STAFF_ROLE_WORDS[role].toLowerCase()).join(", ");
  switch (rule.kind) {
    case "scenario":
      return `Every ${months(rule.everyMonths)}, ${rule.evidence}. For: ${who}.`;
    case "cases": {
      const window =
        rule.window.kind === "rolling"
          ? `the last ${months(rule.window.months)}`
          : `${months(rule.window.months)} from ${dayText(dayFromIso(rule.window.startsOn)).replace(/ \d+$/, "")}`;
      return `${rule.neededPoints} in ${window}. For: ${who}.`;
    }
    case "training":
      return `${rule.casesCount} cases, the first ${rule.closelySupervisedCount} closely supervised, and at least ${months(rule.months)}. For: ${who}.`;
  }
}

function RuleVersion({
  title,
  version,
}: {
  readonly title: string;
  readonly version: StoredPolicy;
}) {
  return (
    <section class="panel padded rule-version">
      <h2>{title}</h2>
      {version.note !== "" && <p>{version.note}</p>}
      <dl>
        {version.rules.map((rule) => (
          <div key={rule.id}>
            <dt>{rule.title}</dt>
            <dd>
              <p>{ruleSentence(rule)}</p>
              <p class="soft small">Source: {rule.source}</p>
              {rule.doubts.map((doubt) => (
                <p key={doubt} class="soft small">
                  Doubt: {doubt}
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
