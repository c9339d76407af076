/** One person: how they stand with each rule, what counts, and the evidence behind it to replay and take away. */
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import { dayFromIso } from "../../records/civilDate.ts";
import type { StaffRole } from "../../records/person.ts";
import { dayText, STAFF_ROLE_WORDS } from "../../records/standingText.ts";
import { callApi } from "../account/api.ts";
import type { Role } from "../account/me.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { type PersonAnswer, useAnswer } from "./api.ts";
import { Certificates } from "./Certificates.tsx";
import { ResultList } from "./ResultList.tsx";
import { RuleCard } from "./RuleCard.tsx";

export type Viewer = Role | "self";

interface PersonViewProps {
  readonly staffId: string;
  readonly ruleId: string;
  readonly viewer: Viewer;
}

export function PersonView({ staffId, ruleId, viewer }: PersonViewProps) {
  const { answer, problem } = useAnswer<PersonAnswer>(`/api/staff/${staffId}`);
  useEffect(() => {
    if (answer && ruleId !== "") document.getElementById(`rule-${ruleId}`)?.scrollIntoView();
  }, [answer, ruleId]);
  if (problem) return <ProblemNote problem={problem} />;
  if (answer === undefined) return <p class="quiet">Reading the record…</p>;
  return <PersonRecord answer={answer} viewer={viewer} ruleId={ruleId} />;
}

interface PersonRecordProps {
  readonly answer: PersonAnswer;
  readonly viewer: Viewer;
  readonly ruleId: string;
}

function PersonRecord({ answer, viewer, ruleId }: PersonRecordProps) {
  const { person, statuses, rules, results, day } = answer;
  const today = dayFromIso(day);
  const asked = statuses.filter(({ state }) => state !== "notRequired");
  return (
    <>
      <div class="department-title">
        <div>
          <h1>{person.name}</h1>
          <p class="soft">{workText(answer)}</p>
          {person.credentials !== "" && <p class="soft">{person.credentials}</p>}
        </div>
        <div class="key-row">
          <a class="key hard" href={`#/department/logbook/${person.id}`}>
            Logbook, {answer.caseCount} cases
          </a>
          {viewer === "head" && (
            <a class="key" href={`#/department/staff/${person.id}`}>
              Change
            </a>
          )}
        </div>
      </div>
      <div class="rule-cards">
        {asked.map((status) => {
          const rule = rules.find(({ id }) => id === status.ruleId);
          if (rule === undefined) return null;
          const isAsked = rule.id === ruleId;
          return (
            <RuleCard
              key={rule.id}
              rule={rule}
              status={status}
              today={today}
              results={results}
              isAsked={isAsked}
            />
          );
        })}
        {asked.length === 0 && <p class="soft">No rule asks anything of this person today.</p>}
      </div>
      <TakeAway answer={answer} viewer={viewer} />
      <ResultList results={results} />
    </>
  );
}

function workText({ employments }: PersonAnswer): string {
  return employments
    .map(({ from, to, role, workFraction }) => {
      const share = workFraction === 1 ? "" : `, ${Math.round(workFraction * 100)} %`;
      const until = to === null ? "" : ` to ${dayText(dayFromIso(to))}`;
      return `${STAFF_ROLE_WORDS[role as StaffRole]} from ${dayText(dayFromIso(from))}${until}${share}`;
    })
    .join("; ");
}

/** Pack and certificate: what leaves the department. */
function TakeAway({ answer, viewer }: { readonly answer: PersonAnswer; readonly viewer: Viewer }) {
  const { person, day } = answer;
  const [from, setFrom] = useState(`${Number(day.slice(0, 4)) - 1}${day.slice(4)}`);
  const [to, setTo] = useState(day);
  const [problem, setProblem] = useState<Problem>();
  const url = `/api/staff/${person.id}/certificates`;
  const issue = async () => {
    const made = await callApi<{ readonly id: string }>("POST", url);
    if (made.ok) location.hash = `#/certificate/${made.value.id}`;
    else setProblem(made.problems[0]);
  };
  const query = `?from=${from}&to=${to}`;
  return (
    <section class="panel padded take-away" aria-labelledby="take-away-title">
      <h2 id="take-away-title">Evidence to take away</h2>
      <p class="soft small">
        The pack holds everything of the period, the archive with every signed record and a list of
        hashes that shows any edit. It is the department's own record and claims no credit with any
        board.
      </p>
      <div class="key-row">
        <label>
          From
          <input type="date" value={from} onInput={(event) => setFrom(event.currentTarget.value)} />
        </label>
        <label>
          To
          <input type="date" value={to} onInput={(event) => setTo(event.currentTarget.value)} />
        </label>
        <a class="key" href={`/api/staff/${person.id}/pack.pdf${query}`} download>
          Pack as PDF
        </a>
        <a class="key" href={`/api/staff/${person.id}/pack.zip${query}`} download>
          Archive
        </a>
        {viewer === "head" && (
          <button type="button" class="key" onClick={() => void issue()}>
            Issue certificate
          </button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
      <Certificates url={url} isHead={viewer === "head"} />
    </section>
  );
}
