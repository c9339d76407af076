/** What runs now, each with its stop, and the last single doses; both from what was accepted. */
import { UNIT_NAMES } from "../../description/names.ts";
import { plainNumber } from "../../description/numbers.ts";
import type { CaseFact } from "../../session/contract/protocol.ts";
import { tickText } from "../clockText.ts";
import type { DrawerProps } from "./Drawers.tsx";

const DOSES_SHOWN = 3;

type Offer = DrawerProps["feed"]["briefing"]["drugs"][number];
interface Line {
  readonly tick: number;
  readonly drug: string;
  readonly text: string;
}

/** Accepted rates by drug, in the order in which they were last set. */
function runningOf(facts: readonly CaseFact[]): readonly Line[] {
  const running = new Map<string, Line>();
  for (const fact of facts) {
    if (fact.type !== "accepted") continue;
    const { action, tick } = fact;
    if (action.type === "drug.stop") running.delete(action.drug);
    if (action.type !== "drug.infuse") continue;
    const text = `${plainNumber(action.amount)} ${UNIT_NAMES[action.unit]}`;
    running.delete(action.drug);
    running.set(action.drug, { tick, drug: action.drug, text });
  }
  return [...running.values()];
}

function dosesOf(facts: readonly CaseFact[]): readonly Line[] {
  return facts
    .flatMap((fact): Line[] => {
      if (fact.type !== "accepted" || fact.action.type !== "drug.give") return [];
      const { drug, amount, unit } = fact.action;
      return [{ tick: fact.tick, drug, text: `${plainNumber(amount)} ${UNIT_NAMES[unit]}` }];
    })
    .slice(-DOSES_SHOWN)
    .reverse();
}

type RunningProps = Pick<DrawerProps, "client" | "act" | "isReplay"> & {
  readonly drugs: readonly Offer[];
};

export function RunningDrugs({ client, drugs, act, isReplay }: RunningProps) {
  const facts = client.facts.value;
  const titleOf = (id: string): string => drugs.find((drug) => drug.id === id)?.title ?? id;
  const running = runningOf(facts);
  const doses = dosesOf(facts);
  return (
    <>
      <ul class="bare running" aria-label="Running">
        {running.map(({ drug, text }) => (
          <li key={drug}>
            <span>{titleOf(drug)}</span>
            <strong>{text}</strong>
            <button
              type="button"
              class="key"
              disabled={isReplay}
              aria-label={`Stop ${titleOf(drug)}`}
              onClick={() => act({ type: "drug.stop", drug })}
            >
              Stop
            </button>
          </li>
        ))}
        {running.length === 0 && <li class="quiet">Nothing is running.</li>}
      </ul>
      {doses.length > 0 && (
        <ol class="bare doses" aria-label="Given last">
          {doses.map(({ tick, drug, text }) => (
            <li key={`${tick} ${drug}`}>
              <span class="mono quiet">{tickText(tick)}</span> {titleOf(drug)} {text}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
