/** The alarm log: what alarmed and for how long, kept with the recording, so a reload loses nothing. */

import type { CaseFact } from "../../../session/contract/protocol.ts";
import { ALARMS, type AlarmId } from "../../../world/contract/alarms.ts";
import type { CaseClient } from "../../case/caseClient.ts";
import { tickText } from "../../clockText.ts";

const TITLES = new Map(ALARMS.map((alarm) => [alarm.id as string, alarm]));
const SHOWN_MAX = 100;

interface Line {
  readonly alarm: AlarmId;
  readonly raisedTick: number;
  readonly clearedTick: number | null;
}

/** Alarms of a run, newest first. */
function alarmLog(facts: readonly CaseFact[]): readonly Line[] {
  const lines: { alarm: AlarmId; raisedTick: number; clearedTick: number | null }[] = [];
  for (const fact of facts) {
    if (fact.type === "alarmRaised") {
      lines.push({ alarm: fact.alarm, raisedTick: fact.tick, clearedTick: null });
    } else if (fact.type === "alarmCleared") {
      const open = lines.findLast((line) => line.alarm === fact.alarm && line.clearedTick === null);
      if (open !== undefined) open.clearedTick = fact.tick;
    }
  }
  return lines.reverse();
}

export function AlarmLogPage({ client }: { readonly client: CaseClient }) {
  const lines = alarmLog(client.facts.value).slice(0, SHOWN_MAX);
  return (
    <ol class="bare alarm-log" aria-label="Alarm log" tabIndex={0}>
      {lines.length === 0 && <li class="quiet">No alarm so far.</li>}
      {lines.map((line) => {
        const alarm = TITLES.get(line.alarm);
        return (
          <li key={`${line.alarm} ${line.raisedTick}`} class={alarm?.priority ?? ""}>
            <span class="mono quiet">{tickText(line.raisedTick)}</span>
            <span>{alarm?.title}</span>
            <span class="soft small">
              {line.clearedTick === null ? "active" : `until ${tickText(line.clearedTick)}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
