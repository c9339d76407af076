/** What happened, as a line of the record; facts nobody would write down give none. */
import { ALARMS } from "../world/contract/alarms.ts";
import type { Fact } from "../world/contract/facts.ts";
import { describeAction } from "./actions.ts";
import { ITEM_NAMES, SITE_NAMES } from "./names.ts";
import { resultText } from "./samples.ts";

export type LineKind = "act" | "refused" | "seen" | "alarm" | "event";

export interface FactLine {
  readonly tick: number;
  readonly kind: LineKind;
  readonly text: string;
}

/** Acts that come many times a second; the record shows their effect, not each of them. */
const CONTINUOUS = new Set(["crank.turn", "pump.setDisplayUnit"]);
const ALARM_TITLES = new Map<string, string>(ALARMS.map((alarm) => [alarm.id, alarm.title]));

/** Venous results say so; the site of the others is the usual one. */
function sampleLine({ site, values }: Extract<Fact, { type: "sampleResult" }>): string {
  const where = site === "arterial" ? "" : `${SITE_NAMES[site]} sample: `;
  return `Result: ${where}${resultText(values)}`;
}

/** The line of a fact, or undefined for one that is not written down. Faults are never shown live. */
export function describeFact(fact: Fact): FactLine | undefined {
  const { tick } = fact;
  switch (fact.type) {
    case "accepted":
      return CONTINUOUS.has(fact.action.type)
        ? undefined
        : { tick, kind: "act", text: describeAction(fact.action) };
    case "refused":
      return { tick, kind: "refused", text: fact.sentence };
    case "taskDone":
    case "seen":
      return { tick, kind: "seen", text: fact.sentence };
    case "alarmRaised":
      return { tick, kind: "alarm", text: `Alarm: ${ALARM_TITLES.get(fact.alarm) ?? fact.alarm}` };
    case "alarmCleared":
      return {
        tick,
        kind: "alarm",
        text: `Alarm over: ${ALARM_TITLES.get(fact.alarm) ?? fact.alarm}`,
      };
    case "sampleResult":
      return { tick, kind: "seen", text: sampleLine(fact) };
    case "helperArrived":
      return { tick, kind: "event", text: "A second perfusionist is here" };
    case "helperLeft":
      return { tick, kind: "event", text: "The second perfusionist has gone" };
    case "atTheTable":
      return { tick, kind: "event", text: fact.sentence };
    case "fetched":
      return { tick, kind: "event", text: `Arrived: ${ITEM_NAMES[fact.item]}` };
    case "said":
    case "faultInjected":
    case "faultCleared":
    case "crankClick":
      return undefined;
  }
}
