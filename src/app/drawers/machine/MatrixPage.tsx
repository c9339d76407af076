/**
 * The safety matrix: each sensor with its mode, value and limit, and under each head what that head does.
 * A cell is a key that opens its choices below the table.
 */
import { useRef, useState } from "preact/hooks";
import { DEVICE_NAMES, HEAD_NAMES } from "../../../description/names.ts";
import { decimals } from "../../../description/numbers.ts";
import {
  HEADS,
  type Head,
  SAFETY_DEVICES,
  SAFETY_MODES,
  type SafetyDevice,
} from "../../../world/contract/ids.ts";
import {
  DETECTOR_PLACES,
  type DetectorPlace,
  isMovable,
  SAFETY_RESPONSES,
  type SafetyResponse,
} from "../../../world/contract/machineIds.ts";
import { SafetyShape } from "../SafetyFoot.tsx";
import { useRoving } from "../useRoving.ts";
import { Acts, Choice, type Eyes, type PageProps, Section, Step, useEyes } from "./parts.tsx";

const HEAD_CODES: Readonly<Record<Head, string>> = {
  arterial: "ART",
  vent: "VENT",
  suck1: "S1",
  suck2: "S2",
  cardioplegia: "CPG",
};
const RESPONSE_MARKS: Readonly<Record<SafetyResponse, string>> = {
  none: "–",
  alarmOnly: "A",
  stop: "Stop",
  regulate: "Slow",
  coast: "Coast",
  clamp: "Clmp",
};
const RESPONSE_WORDS: Readonly<Record<SafetyResponse, string>> = {
  none: "None",
  alarmOnly: "Alarm only",
  stop: "Stop",
  regulate: "Regulate",
  coast: "Coast",
  clamp: "Clamp",
};
const MODE_WORDS = { off: "Off", alarmOnly: "Alarm only", alarmStop: "Armed" } as const;
const MODE_SHAPES = { off: "off", alarmOnly: "alarmOnly", alarmStop: "armed" } as const;
const SHORT: Readonly<Record<SafetyDevice, string>> = {
  level: "Level",
  bubble: "Bubble",
  pressure: "Pressure, line",
  levelAlert: "Level, alert",
  bubbleOutlet: "Bubble, second",
  bubbleFilter: "Bubble, third",
  bubbleCardioplegia: "Bubble, CPG",
  pressurePre: "Pressure, pre",
  pressureCardioplegia: "Pressure, CPG",
  pressureGas: "Pressure, gas",
  lowFlow: "Low flow",
  backFlow: "Back-flow",
  temperature: "Blood temp.",
};
const PLACE_WORDS: Readonly<Record<DetectorPlace, string>> = {
  reservoirOutlet: "Reservoir outlet",
  pumpOutlet: "Behind the pump",
  oxygenatorOutlet: "Behind the oxygenator",
  arterialLine: "Arterial line",
};
interface LimitUnit {
  readonly unit: string;
  readonly step: number;
  readonly decimals: 0 | 1 | 2;
}
const unitOf = (device: SafetyDevice): LimitUnit => {
  if (device.startsWith("level")) return { unit: "mL", step: 50, decimals: 0 };
  if (device.startsWith("bubble")) return { unit: "mL", step: 0.1, decimals: 1 };
  if (device.startsWith("pressure")) return { unit: "mmHg", step: 10, decimals: 0 };
  if (device === "temperature") return { unit: "°C", step: 0.5, decimals: 1 };
  return { unit: "L/min", step: 0.05, decimals: 2 };
};

interface Cell {
  readonly device: SafetyDevice;
  readonly head: Head | null;
}

const wordOf = <T extends string>(see: Eyes, id: string): T => see.word(id) as T;

export function MatrixPage({ feed, act, isReplay: disabled }: PageProps) {
  const see = useEyes(feed);
  const [cell, setCell] = useState<Cell>({ device: "level", head: "arterial" });
  const choices = useRef<HTMLDivElement>(null);
  const grid = useRoving<HTMLTableElement>(1 + HEADS.length);
  const choose = (next: Cell) => {
    setCell(next);
    choices.current?.scrollIntoView({ block: "nearest" });
  };
  const isChosen = (device: SafetyDevice, head: Head | null) =>
    cell.device === device && cell.head === head;
  return (
    <>
      <table ref={grid} class="matrix" role="grid" aria-label="Safety matrix">
        <thead>
          <tr>
            <th scope="col">Sensor</th>
            {HEADS.map((head) => (
              <th key={head} scope="col" title={HEAD_NAMES[head]}>
                {HEAD_CODES[head]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SAFETY_DEVICES.map((device) => {
            const mode = wordOf<keyof typeof MODE_WORDS>(see, `safety.${device}.mode`);
            const isOver = see.flag(`safety.${device}.overLimit`) && mode !== "off";
            return (
              <tr key={device} class={isOver ? "alarmed" : mode === "off" ? "idle" : ""}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={isChosen(device, null)}
                    aria-label={`${DEVICE_NAMES[device]}: ${MODE_WORDS[mode]}`}
                    onClick={() => choose({ device, head: null })}
                  >
                    <svg
                      class={`safety-shape ${MODE_SHAPES[mode]}`}
                      viewBox="0 0 16 16"
                      aria-hidden="true"
                    >
                      <SafetyShape shape={MODE_SHAPES[mode]} />
                    </svg>{" "}
                    {SHORT[device]}
                  </button>
                </th>
                {HEADS.map((head) => {
                  const response = wordOf<SafetyResponse>(see, `safety.${device}.${head}.response`);
                  return (
                    <td key={head}>
                      <button
                        type="button"
                        aria-pressed={isChosen(device, head)}
                        aria-label={`${DEVICE_NAMES[device]}, ${HEAD_NAMES[head]}: ${RESPONSE_WORDS[response]}`}
                        onClick={() => choose({ device, head })}
                      >
                        {RESPONSE_MARKS[response]}
                      </button>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      <div ref={choices}>
        <CellChoices cell={cell} see={see} act={act} disabled={disabled} />
      </div>
    </>
  );
}

function CellChoices({
  cell: { device, head },
  see,
  act,
  disabled,
}: {
  readonly cell: Cell;
  readonly see: Eyes;
  readonly act: PageProps["act"];
  readonly disabled: boolean;
}) {
  const { unit, step, decimals: places } = unitOf(device);
  const name = DEVICE_NAMES[device];
  const title = head === null ? name : `${name}, ${HEAD_NAMES[head]}`;
  return (
    <Section title={title.charAt(0).toUpperCase() + title.slice(1)}>
      {head !== null && (
        <Choice
          name="Response"
          options={SAFETY_RESPONSES.map((id) => ({ id, label: RESPONSE_WORDS[id] }))}
          current={see.word(`safety.${device}.${head}.response`)}
          disabled={disabled}
          onChoose={(response) => act({ type: "safety.setResponse", device, head, response })}
        />
      )}
      <Choice
        name="Sensor"
        options={SAFETY_MODES.map((id) => ({ id, label: MODE_WORDS[id] }))}
        current={see.word(`safety.${device}.mode`)}
        disabled={disabled}
        onChoose={(mode) => act({ type: "safety.setMode", device, mode })}
      />
      {isMovable(device) && (
        <Choice
          name="Clipped on"
          options={DETECTOR_PLACES.map((id) => ({ id, label: PLACE_WORDS[id] }))}
          current={see.word(`safety.${device}.place`)}
          disabled={disabled}
          onChoose={(place) => act({ type: "safety.moveDetector", device, place })}
        />
      )}
      <p class="soft small">
        Shows {decimals(see.number(`safety.${device}.shownValue`), places)} {unit}
        {see.flag(`safety.${device}.tripped`) ? ". Tripped: find out why, then re-arm." : "."}
        {see.number(`safety.${device}.overrideLeftS`) > 0 &&
          ` Override: ${Math.ceil(see.number(`safety.${device}.overrideLeftS`))} s left.`}
      </p>
      <Step
        name="Limit"
        unit={unit}
        value={see.number(`safety.${device}.limitValue`)}
        min={device === "backFlow" ? -5 : 0}
        max={5000}
        step={step}
        decimals={places}
        disabled={disabled}
        onSet={(value) => act({ type: "safety.setLimit", device, value })}
      />
      <Acts
        disabled={disabled}
        acts={[
          { label: "Re-arm", run: () => act({ type: "safety.reset", device }) },
          {
            label: "Override 30 s",
            run: () => act({ type: "safety.override", device, durationS: 30 }),
          },
          { label: "End override", run: () => act({ type: "safety.endOverride", device }) },
          { label: "Test the sensor", run: () => act({ type: "safety.checkSensor", device }) },
        ]}
      />
    </Section>
  );
}
