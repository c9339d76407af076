/** Transducers, in-line sensors, laps of the timers, plugs and light. */
import { decimals, percent } from "../../../description/numbers.ts";
import {
  INLINE_SENSORS,
  PLUGGED_DEVICES,
  TRANSDUCERS,
} from "../../../world/contract/machineIds.ts";
import { Acts, Choice, onOff, type PageProps, Reading, Section, useEyes } from "./parts.tsx";

const TRANSDUCER_WORDS = {
  arterial: ["Arterial pressure", "patient.arterialPressureMeanMmHg"],
  venous: ["Venous pressure", "patient.centralVenousPressureMmHg"],
  premembrane: ["Pre-membrane", "circuit.premembranePressureMmHg"],
  postmembrane: ["Arterial line", "circuit.postmembranePressureMmHg"],
} as const;
const INLINE_WORDS = {
  venousSaturation: ["SvO₂", "circuit.venousSaturationDisplayedFraction"],
  hematocrit: ["Haematocrit", "circuit.hematocritDisplayedFraction"],
  arterialGas: ["Arterial gas", "circuit.arterialSaturationDisplayedFraction"],
} as const;
const TIMERS = {
  bypass: "Bypass",
  crossClamp: "Cross-clamp",
  cardioplegia: "Cardioplegia",
} as const;
const DEVICES = { heaterCooler: "Heater-cooler", monitor: "Monitor" } as const;

export function MonitorsPage({ feed, act, isReplay: disabled }: PageProps) {
  const see = useEyes(feed);
  return (
    <>
      <Section title="Transducers">
        {TRANSDUCERS.map((transducer) => {
          const [name, signal] = TRANSDUCER_WORDS[transducer];
          return (
            <div key={transducer} class="unit-row">
              <Reading name={name} value={decimals(see.number(signal), 0)} unit="mmHg" />
              <button
                type="button"
                class="key"
                disabled={disabled}
                aria-label={`Zero: ${name}`}
                onClick={() => act({ type: "monitor.zero", transducer })}
              >
                Zero
              </button>
              <button
                type="button"
                class="key"
                disabled={disabled}
                aria-label={`Level: ${name}`}
                onClick={() => act({ type: "monitor.level", transducer })}
              >
                Level
              </button>
            </div>
          );
        })}
        <Acts
          disabled={disabled}
          acts={[
            {
              label: "Look at their height",
              run: () => act({ type: "inspect", what: "transducers" }),
            },
          ]}
        />
      </Section>
      <Section title="In line">
        {INLINE_SENSORS.map((sensor) => {
          const [name, signal] = INLINE_WORDS[sensor];
          return (
            <div key={sensor} class="unit-row">
              <Reading name={name} value={percent(see.number(signal))} unit="%" />
              <button
                type="button"
                class="key"
                disabled={disabled}
                aria-label={`Calibrate: ${name}`}
                onClick={() => act({ type: "monitor.calibrate", sensor })}
              >
                Calibrate
              </button>
            </div>
          );
        })}
      </Section>
      <Section title="Laps">
        {(["bypass", "crossClamp", "cardioplegia"] as const).map((timer) => (
          <div key={timer} class="unit-row">
            <Reading
              name={TIMERS[timer]}
              value={decimals(see.number(`timer.${timer}.lapS`) / 60, 1)}
              unit={`min, lap ${see.number(`timer.${timer}.lapCount`)}`}
            />
            <button
              type="button"
              class="key"
              disabled={disabled}
              aria-label={`Lap: ${TIMERS[timer]}`}
              onClick={() => act({ type: "timer.lap", timer })}
            >
              Lap
            </button>
          </div>
        ))}
      </Section>
      <Section title="Power and light">
        <Reading
          name="Load on the battery"
          value={decimals(see.number("power.loadFraction"), 2)}
          unit="of what its minutes are given for"
          alarmed={see.flag("alarm.batteryOverloaded.active")}
        />
        {PLUGGED_DEVICES.map((device) => (
          <Choice
            key={device}
            name={`${DEVICES[device]} plug`}
            options={[
              { id: "wall", label: "Wall" },
              { id: "protected", label: "Protected" },
            ]}
            current={see.word(`power.${device}.socket`)}
            disabled={disabled}
            onChoose={(socket) => act({ type: "power.plug", device, socket })}
          />
        ))}
        <Choice
          name="Emergency light"
          options={onOff}
          current={see.flag("power.emergencyLight") ? "on" : "off"}
          disabled={disabled}
          onChoose={(id) => act({ type: "power.light", on: id === "on" })}
        />
        <Choice
          name="Alarm sound"
          options={onOff}
          current={see.flag("alarms.audioOff") ? "off" : "on"}
          disabled={disabled}
          onChoose={(id) => act({ type: id === "on" ? "alarm.resumeAudio" : "alarm.audioOff" })}
        />
      </Section>
    </>
  );
}
