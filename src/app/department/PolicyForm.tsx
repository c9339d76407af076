/** Composes a version of the rules from the sets there are, and shows whom it concerns before it is made. */
import { useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import type { Rule, RuleSet } from "../../records/rule.schema.ts";
import { STATE_WORDS } from "../../records/standingText.ts";
import { callApi } from "../account/api.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import type { NamedAffected, PolicyAnswer, PreviewAnswer } from "./api.ts";

interface PolicyFormProps {
  readonly departmentId: string;
  readonly answer: PolicyAnswer;
  readonly before: readonly Rule[];
  readonly onDone: () => void;
}

/** The rule's own id, or with its set in front when another one has it. */
function withFreeId(rule: Rule, set: RuleSet, chosen: readonly Rule[]): Rule {
  const isTaken = chosen.some(({ id }) => id === rule.id);
  return isTaken ? { ...rule, id: `${set.id}-${rule.id}` } : rule;
}

export function PolicyForm({ departmentId, answer, before, onDone }: PolicyFormProps) {
  const [rules, setRules] = useState<readonly Rule[]>(
    before.length > 0
      ? before
      : (answer.ruleSets.find(({ id }) => id === "anzca-pg27")?.rules ?? []),
  );
  const [from, setFrom] = useState(answer.date);
  const [transitionDays, setTransitionDays] = useState("90");
  const [note, setNote] = useState("");
  const [preview, setPreview] = useState<PreviewAnswer>();
  const [problem, setProblem] = useState<Problem>();
  const url = `/api/departments/${departmentId}/policy`;
  const policy = {
    from,
    announcedOn: from < answer.date ? from : answer.date,
    transitionDays: Number(transitionDays),
    note,
    basedOn: answer.ruleSets
      .filter((set) => set.rules.some(({ id }) => rules.some((rule) => rule.id === id)))
      .map(({ id, version }) => ({ ruleSet: id, version })),
    rules,
  };
  const look = async () => {
    setProblem(undefined);
    const seen = await callApi<PreviewAnswer>("POST", `${url}/preview`, policy);
    if (seen.ok) setPreview(seen.value);
    else setProblem(seen.problems[0]);
  };
  const save = async () => {
    const saved = await callApi("POST", url, policy);
    if (saved.ok) onDone();
    else setProblem(saved.problems[0]);
  };
  const change = (changed: Rule) => {
    setPreview(undefined);
    setRules(rules.map((rule) => (rule.id === changed.id ? changed : rule)));
  };
  return (
    <section class="panel padded policy-form" aria-labelledby="policy-title">
      <h2 id="policy-title">A change of rules</h2>
      <ul class="bare rule-edits">
        {rules.map((rule) => (
          <RuleEdit
            key={rule.id}
            rule={rule}
            onChange={change}
            onRemove={() => setRules(rules.filter(({ id }) => id !== rule.id))}
          />
        ))}
      </ul>
      <AddRule
        sets={answer.ruleSets}
        onAdd={(rule, set) => setRules([...rules, withFreeId(rule, set, rules)])}
      />
      <div class="key-row">
        <label>
          In force from
          <input type="date" value={from} onInput={(event) => setFrom(event.currentTarget.value)} />
        </label>
        <label>
          Transition, days
          <input
            type="number"
            min="0"
            max="730"
            value={transitionDays}
            onInput={(event) => setTransitionDays(event.currentTarget.value)}
          />
        </label>
        <label class="wide">
          Why, for those it concerns
          <input
            value={note}
            maxLength={1000}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
      </div>
      {problem && <ProblemNote problem={problem} />}
      {preview && <Preview preview={preview} />}
      <div class="key-row">
        <button type="button" class="key" onClick={() => void look()}>
          Show whom it concerns
        </button>
        <button type="button" class="key hard" disabled={!preview} onClick={() => void save()}>
          Announce
        </button>
        <button type="button" class="key plain" onClick={onDone}>
          Leave as it is
        </button>
      </div>
    </section>
  );
}

interface RuleEditProps {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
}

interface NumberEditProps {
  readonly label: string;
  readonly of: string;
  readonly value: number;
  readonly onValue: (value: number) => void;
}

function NumberEdit({ label, of, value, onValue }: NumberEditProps) {
  return (
    <label>
      {label}
      <input
        type="number"
        min="0"
        aria-label={`${label}: ${of}`}
        value={value}
        onInput={(event) => onValue(Number(event.currentTarget.value))}
      />
    </label>
  );
}

function RuleEdit({ rule, onChange, onRemove }: RuleEditProps) {
  const of = rule.title;
  return (
    <li>
      <strong>{rule.title}</strong>
      {rule.kind === "scenario" && (
        <>
          <NumberEdit
            label="Every months"
            of={of}
            value={rule.everyMonths}
            onValue={(everyMonths) => onChange({ ...rule, everyMonths })}
          />
          <label>
            Evidence
            <select
              aria-label={`Evidence: ${of}`}
              value={rule.evidence}
              onChange={(event) =>
                onChange({ ...rule, evidence: event.currentTarget.value as typeof rule.evidence })
              }
            >
              <option value="practised">practised</option>
              <option value="assessed">assessed</option>
              <option value="signed">signed</option>
            </select>
          </label>
        </>
      )}
      {rule.kind === "cases" && (
        <>
          <NumberEdit
            label="Points"
            of={of}
            value={rule.neededPoints}
            onValue={(neededPoints) => onChange({ ...rule, neededPoints })}
          />
          <label>
            Part time
            <select
              aria-label={`Part time: ${of}`}
              value={rule.partTime}
              onChange={(event) =>
                onChange({ ...rule, partTime: event.currentTarget.value as typeof rule.partTime })
              }
            >
              <option value="full">the same</option>
              <option value="proportional">in proportion</option>
            </select>
          </label>
        </>
      )}
      {rule.kind === "training" && (
        <NumberEdit
          label="Cases"
          of={of}
          value={rule.casesCount}
          onValue={(casesCount) => onChange({ ...rule, casesCount })}
        />
      )}
      <NumberEdit
        label="Grace, days"
        of={of}
        value={rule.graceDays}
        onValue={(graceDays) => onChange({ ...rule, graceDays })}
      />
      <NumberEdit
        label="New starters, days"
        of={of}
        value={rule.starterDays}
        onValue={(starterDays) => onChange({ ...rule, starterDays })}
      />
      <label>
        Leave
        <select
          aria-label={`Leave: ${of}`}
          value={rule.absence}
          onChange={(event) =>
            onChange({ ...rule, absence: event.currentTarget.value as typeof rule.absence })
          }
        >
          <option value="runs">runs on</option>
          <option value="stops">stops the clock</option>
        </select>
      </label>
      <button type="button" class="key plain" aria-label={`Take out: ${of}`} onClick={onRemove}>
        Take out
      </button>
    </li>
  );
}

interface AddRuleProps {
  readonly sets: readonly RuleSet[];
  readonly onAdd: (rule: Rule, set: RuleSet) => void;
}

function AddRule({ sets, onAdd }: AddRuleProps) {
  const onChoose = (value: string) => {
    const [setId, ruleId] = value.split(" ");
    const set = sets.find(({ id }) => id === setId);
    const rule = set?.rules.find(({ id }) => id === ruleId);
    if (set && rule) onAdd(rule, set);
  };
  return (
    <label class="add-rule">
      Add a rule
      <select value="" onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">from a set…</option>
        {sets.map((set) => (
          <optgroup key={set.id} label={set.title}>
            {set.rules.map((rule) => (
              <option key={rule.id} value={`${set.id} ${rule.id}`}>
                {rule.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

function standText(standing: NamedAffected["before"]): string {
  return standing === null ? "not asked" : STATE_WORDS[standing.state].toLowerCase();
}

function Preview({ preview }: { readonly preview: PreviewAnswer }) {
  const { changes, firstDay, afterTransition } = preview;
  return (
    <div class="policy-preview" role="status">
      <h3>What changes</h3>
      {changes.length === 0 && <p class="soft">Nothing.</p>}
      <ul>
        {changes.map(({ ruleId, key, before, after }) => (
          <li key={`${ruleId} ${key}`}>
            {ruleId}:{" "}
            {key === null
              ? before === null
                ? "new"
                : "taken out"
              : `${key} ${before ?? "none"} becomes ${after ?? "none"}`}
          </li>
        ))}
      </ul>
      <Concerned title="On its first day" list={firstDay} />
      <Concerned title="When the transition is over" list={afterTransition} />
    </div>
  );
}

function Concerned({
  title,
  list,
}: {
  readonly title: string;
  readonly list: readonly NamedAffected[];
}) {
  return (
    <>
      <h3>
        {title}:{" "}
        {list.length === 0 ? "nobody stands differently" : `${list.length} stand differently`}
      </h3>
      <ul>
        {list.map((one) => (
          <li key={`${one.personId} ${one.ruleId}`}>
            {one.personName}, {one.ruleId}: {standText(one.before)} becomes {standText(one.after)}
          </li>
        ))}
      </ul>
    </>
  );
}
