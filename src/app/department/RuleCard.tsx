/** One rule for one person: the state, until when, what counts towards it, what is missing. */
import type { Rule } from "../../records/rule.schema.ts";
import { dayText, FLAW_WORDS, STATE_WORDS, standingNote } from "../../records/standingText.ts";
import type { RuleStatus } from "../../records/status.ts";
import type { KeptResult } from "../../server/department/results.ts";
import { ReplayResult } from "./ReplayResult.tsx";
import { StateMark } from "./StateMark.tsx";

interface RuleCardProps {
  readonly rule: Rule;
  readonly status: RuleStatus;
  readonly today: number;
  readonly results: readonly KeptResult[];
  readonly isAsked: boolean;
}

export function RuleCard({ rule, status, today, results, isAsked }: RuleCardProps) {
  return (
    <section
      class={isAsked ? "panel rule-card asked" : "panel rule-card"}
      id={`rule-${rule.id}`}
      aria-labelledby={`rule-title-${rule.id}`}
    >
      <h2 id={`rule-title-${rule.id}`}>{rule.title}</h2>
      <p class={`cell ${status.state}`}>
        <StateMark state={status.state} />
        <span>
          <span class="word">{STATE_WORDS[status.state]}</span>
          <span class="note">{standingNote(status, today)}</span>
        </span>
      </p>
      {status.endsOn !== null && status.state !== "lapsed" && (
        <p class="soft small">Last day {dayText(status.endsOn)}.</p>
      )}
      {rule.kind === "scenario" ? (
        <ScenarioEvidence status={status} results={results} />
      ) : (
        <CountEvidence status={status} />
      )}
    </section>
  );
}

function ScenarioEvidence({ status, results }: Pick<RuleCardProps, "status" | "results">) {
  const counted = status.counted.toSorted((a, b) => b.day - a.day);
  return (
    <>
      {counted.length === 0 && <p class="soft small">Nothing counts at present.</p>}
      <ul class="bare evidence">
        {counted.map(({ id, day, countsTo }) => {
          const result = results.find((one) => one.id === id);
          return (
            <li key={id}>
              <span>
                Met on {dayText(day)}
                {result && `, variant ${result.variant}, signed by ${result.signerName}`}
                {countsTo !== null && `, counts to ${dayText(countsTo)}`}
              </span>
              {result && <ReplayResult result={result} />}
            </li>
          );
        })}
        {status.uncounted.map(({ id, day, flaw }) => (
          <li key={id} class="quiet small">
            {dayText(day)} does not count: {FLAW_WORDS[flaw]}.
          </li>
        ))}
      </ul>
    </>
  );
}

function CountEvidence({ status }: { readonly status: RuleStatus }) {
  const { progress, training } = status;
  const missing = progress.neededPoints - progress.havePoints;
  return (
    <>
      <p>
        <strong>{progress.havePoints}</strong> of {progress.neededPoints}
        {missing > 0 && <span class="soft">, {missing} missing</span>}
      </p>
      {training && (
        <ul class="small">
          <li>
            {Math.min(training.closelySupervisedCount, training.neededSupervisedCount)} of the first{" "}
            {training.neededSupervisedCount} closely supervised
          </li>
          <li>Months done on {dayText(training.monthsDoneOn)}</li>
          {training.tooEarly.length > 0 && (
            <li>
              {training.tooEarly.length} came too early without close supervision and do not count
            </li>
          )}
        </ul>
      )}
      {missing > 0 && (
        <p class="soft small">
          {progress.expectedOn === null
            ? "At the present rate this will not be met."
            : `At the present rate it will be met on ${dayText(progress.expectedOn)}.`}
        </p>
      )}
    </>
  );
}
