/** A dose or a rate: the usual ones as keys, any other by typing, and one key that commits. */
import { useId, useState } from "preact/hooks";
import { UNIT_NAMES } from "../../description/names.ts";
import { plainNumber } from "../../description/numbers.ts";
import type { DoseUnit } from "../../world/contract/drugUnits.ts";
import { Toolbar } from "./Toolbar.tsx";

interface DoseRowProps<U extends DoseUnit> {
  readonly name: string;
  readonly verb: string;
  readonly dosing: { readonly unit: U; readonly usual: readonly number[] };
  readonly isReplay: boolean;
  readonly send: (amount: number, unit: U) => void;
}

export function DoseRow<U extends DoseUnit>(props: DoseRowProps<U>) {
  const { name, verb, dosing, isReplay, send } = props;
  const [typed, setTyped] = useState(String(dosing.usual[0] ?? ""));
  const field = useId();
  const amount = Number(typed.replace(",", "."));
  const isNumber = typed.trim() !== "" && Number.isFinite(amount) && amount > 0;
  const commit = (event: Event) => {
    event.preventDefault();
    if (isNumber) send(amount, dosing.unit);
  };
  return (
    <form class="dose" onSubmit={commit}>
      <Toolbar class="dose-keys" label={`Usual: ${name.toLowerCase()}`}>
        {dosing.usual.map((usual) => (
          <button
            key={usual}
            type="button"
            class="key"
            aria-pressed={typed === String(usual)}
            onClick={() => setTyped(String(usual))}
          >
            {plainNumber(usual)}
          </button>
        ))}
      </Toolbar>
      <div class="dose-line">
        <label for={field}>
          {name} <span class="soft">{UNIT_NAMES[dosing.unit]}</span>
        </label>
        <input
          id={field}
          type="text"
          inputMode="decimal"
          value={typed}
          aria-invalid={!isNumber}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="key hard" disabled={isReplay || !isNumber}>
          {verb}
        </button>
      </div>
    </form>
  );
}
