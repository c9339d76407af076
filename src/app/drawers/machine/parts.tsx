/** What the machine's pages are built of: readings, choices, steppers with a typed value, and acts. */
import type { ComponentChildren } from "preact";
import type { CaseFeed, Frame } from "../../../session/contract/protocol.ts";
import type { TraineeAction } from "../../../world/contract/actions.ts";
import { enumReading, signalIndex } from "../../../world/contract/signals.ts";
import { useLatestFrame } from "../../case/latestReadings.ts";
import { Toolbar } from "../Toolbar.tsx";

export interface PageProps {
  readonly feed: CaseFeed;
  readonly act: (action: TraineeAction) => void;
  readonly isReplay: boolean;
}

export interface Eyes {
  readonly number: (id: string) => number;
  readonly flag: (id: string) => boolean;
  readonly word: (id: string) => string;
}

/** The latest frame by signal name. */
export function useEyes(feed: CaseFeed): Eyes {
  const { readings }: Frame = useLatestFrame(feed);
  return {
    number: (id) => readings[signalIndex(id)] ?? Number.NaN,
    flag: (id) => readings[signalIndex(id)] === 1,
    word: (id) => enumReading(readings, id),
  };
}

export function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="unit" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

export function Reading({
  name,
  value,
  unit = "",
  alarmed = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly unit?: string;
  readonly alarmed?: boolean;
}) {
  return (
    <div class={alarmed ? "unit-reading alarmed" : "unit-reading"}>
      <span>{name}</span>
      <strong>{value}</strong>
      <span class="soft small">{unit}</span>
    </div>
  );
}

interface Option<T extends string> {
  readonly id: T;
  readonly label: string;
}

export function Choice<T extends string>(props: {
  readonly name: string;
  readonly options: readonly Option<T>[];
  readonly current: string;
  readonly disabled: boolean;
  readonly onChoose: (id: T) => void;
}) {
  return (
    <div class="unit-choice">
      <span>{props.name}</span>
      <Toolbar label={props.name}>
        {props.options.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            class="key"
            aria-pressed={props.current === id}
            disabled={props.disabled}
            onClick={() => props.onChoose(id)}
          >
            {label}
          </button>
        ))}
      </Toolbar>
    </div>
  );
}

export interface StepProps {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly decimals: number;
  readonly disabled: boolean;
  readonly onSet: (value: number) => void;
}

/** Minus, a typed value, plus. By keyboard the field is the one stop, and arrows step it. */
export function Step(props: StepProps) {
  const { name, unit, value, min, max, step, decimals, disabled, onSet } = props;
  const set = (wanted: number) => {
    if (Number.isFinite(wanted))
      onSet(Number(Math.min(max, Math.max(min, wanted)).toFixed(decimals + 2)));
  };
  return (
    <div class="unit-step">
      <span>{name}</span>
      <button
        type="button"
        class="key square"
        tabIndex={-1}
        disabled={disabled}
        aria-label={`${name} less`}
        onClick={() => set(value - step)}
      >
        −
      </button>
      <input
        type="number"
        min={min}
        max={max}
        step="any"
        disabled={disabled}
        aria-label={`${name}, ${unit}`}
        value={Number.isFinite(value) ? value.toFixed(decimals) : ""}
        onChange={(event) => set(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => {
          const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
          if (steps === undefined) return;
          event.preventDefault();
          set(value + steps * step);
        }}
      />
      <span class="soft small">{unit}</span>
      <button
        type="button"
        class="key square"
        tabIndex={-1}
        disabled={disabled}
        aria-label={`${name} more`}
        onClick={() => set(value + step)}
      >
        +
      </button>
    </div>
  );
}

/** Keys side by side that each do one thing. */
export function Acts({
  name = "Acts",
  acts,
  disabled,
}: {
  readonly name?: string;
  readonly acts: readonly { readonly label: string; readonly run: () => void }[];
  readonly disabled: boolean;
}) {
  return (
    <Toolbar class="unit-acts" label={name}>
      {acts.map(({ label, run }) => (
        <button key={label} type="button" class="key" disabled={disabled} onClick={run}>
          {label}
        </button>
      ))}
    </Toolbar>
  );
}

export const onOff = [
  { id: "on", label: "On" },
  { id: "off", label: "Off" },
] as const;
