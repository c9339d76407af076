/**
 * A row of readings for the record: what the trainee has read is typed in and written down together, stamped
 * with that moment. Nothing is filled in beforehand. Beside each stands what was last written.
 */
import { useState } from "preact/hooks";
import type { CaseFact } from "../../session/contract/protocol.ts";
import {
  BLOOD_EVERY_S,
  QUANTITIES,
  RECORD_QUANTITIES,
  RECORD_VALUE_MAX,
  type RecordQuantity,
  ROW_EVERY_S,
} from "../../world/contract/record.ts";
import { tickText } from "../clockText.ts";
import type { DrawerProps } from "./Drawers.tsx";

type Typed = Readonly<Partial<Record<RecordQuantity, string>>>;

/** A number as typed, with a comma or a point; undefined for what is none. */
function parseReading(text: string): number | undefined {
  const plain = text.trim().replace(",", ".").replace("−", "-");
  if (!/^-?\d{1,5}(?:\.\d{1,3})?$/.test(plain)) return undefined;
  const value = Number(plain);
  return Math.abs(value) <= RECORD_VALUE_MAX ? value : undefined;
}

/** What was last written of each quantity. */
function lastWritten(facts: readonly CaseFact[]): Typed {
  const last: Partial<Record<RecordQuantity, string>> = {};
  for (const fact of facts) {
    if (fact.type === "accepted" && fact.action.type === "record.value")
      last[fact.action.quantity] = String(fact.action.value);
  }
  return last;
}

/** When a row was last written, as the clock of the case has it. */
function lastRowText(facts: readonly CaseFact[]): string {
  const row = facts.findLast(
    (fact) => fact.type === "accepted" && fact.action.type === "record.value",
  );
  return row === undefined ? "No row yet" : `Last row ${tickText(row.tick)}`;
}

const WAYS = [
  { group: "row", title: `Every ${ROW_EVERY_S / 60} min` },
  { group: "blood", title: `Blood, every ${BLOOD_EVERY_S / 60} min` },
] as const;

export function RecordValues({
  client,
  act,
  isReplay,
}: Pick<DrawerProps, "client" | "act" | "isReplay">) {
  const [typed, setTyped] = useState<Typed>({});
  const facts = client.facts.value;
  const last = lastWritten(facts);
  const filled = RECORD_QUANTITIES.flatMap((quantity) => {
    const text = typed[quantity] ?? "";
    return text.trim() === "" ? [] : [{ quantity, value: parseReading(text) }];
  });
  const isWrong = filled.some(({ value }) => value === undefined);
  const write = (event: Event) => {
    event.preventDefault();
    if (isWrong) return;
    for (const { quantity, value } of filled) {
      if (value !== undefined) act({ type: "record.value", quantity, value });
    }
    setTyped({});
  };
  return (
    <form class="record-values" onSubmit={write}>
      <div class="record-fields">
        {WAYS.map(({ group, title }) => (
          <fieldset key={group}>
            <legend>{title}</legend>
            {RECORD_QUANTITIES.filter((one) => QUANTITIES[one].group === group).map((quantity) => {
              const { title: name, unit } = QUANTITIES[quantity];
              const text = typed[quantity] ?? "";
              const isNone = text.trim() !== "" && parseReading(text) === undefined;
              return (
                <label key={quantity}>
                  <span>
                    {name} <span class="quiet">{unit}</span>
                  </span>
                  <input
                    type="text"
                    inputMode="decimal"
                    value={text}
                    placeholder={last[quantity] ?? ""}
                    aria-invalid={isNone}
                    disabled={isReplay}
                    onInput={(event) =>
                      setTyped({ ...typed, [quantity]: event.currentTarget.value })
                    }
                  />
                </label>
              );
            })}
          </fieldset>
        ))}
      </div>
      <div class="record-write">
        <span class="quiet small" role={isWrong ? "alert" : undefined}>
          {isWrong ? "A reading is a number." : lastRowText(facts)}
        </span>
        <button type="submit" class="key" disabled={isReplay || filled.length === 0 || isWrong}>
          Write down
        </button>
      </div>
    </form>
  );
}
