/**
 * One short sentence for each fact, for the evidence of marks. Made from the names of the contract,
 * so that the engine's report stands by itself; the screens' fuller words are in src/description.
 */
import type { TraineeAction } from "../../world/contract/actions.ts";
import type { Fact } from "../../world/contract/facts.ts";

/** "reservoirOutlet" reads "reservoir outlet". */
function spaced(name: string): string {
  return name
    .replace(/\./g, " ")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase();
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const valueText = (key: string, value: unknown): string => {
  if (typeof value === "boolean") return value ? key : `not ${key}`;
  return typeof value === "string" ? spaced(value) : String(value);
};

/** What was done: "Line clamp: arterial", "Pump set power: arterial, not on". */
function actSentence(action: TraineeAction): string {
  if (action.type === "record.note") return `Wrote in the record: "${action.text}"`;
  const fields = Object.entries(action)
    .filter(([key]) => key !== "type")
    .map(([key, value]) => valueText(key, value));
  const what = capitalised(spaced(action.type));
  return fields.length === 0 ? `${what}.` : `${what}: ${fields.join(", ")}.`;
}

/** The fact in one sentence; empty for facts that prove nothing by themselves. */
export function factSentence(fact: Fact): string {
  switch (fact.type) {
    case "accepted":
      return actSentence(fact.action);
    case "refused":
      return `Refused: ${actSentence(fact.action)} ${fact.sentence}`;
    case "seen":
    case "taskDone":
      return fact.sentence;
    case "said":
      return `Said to the ${fact.to}: ${spaced(fact.message)}.`;
    case "fetched":
      return `Fetched by the ${fact.by}: ${spaced(fact.item)}.`;
    case "alarmRaised":
      return `Alarm: ${spaced(fact.alarm)}.`;
    default:
      return "";
  }
}
