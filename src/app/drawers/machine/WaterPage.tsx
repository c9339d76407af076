/** The heater-cooler: mode, flow, ice, its two lines and the cut-out. */
import { decimals } from "../../../description/numbers.ts";
import { WATER_LINES } from "../../../world/contract/machineIds.ts";
import { Acts, Choice, type PageProps, Reading, Section, Step, useEyes } from "./parts.tsx";

const MODES = [
  { id: "standby", label: "Standby" },
  { id: "hold", label: "Hold" },
  { id: "heat", label: "Heat" },
  { id: "cool", label: "Cool" },
] as const;
const LINES = { inlet: "Inlet line", outlet: "Outlet line" } as const;

export function WaterPage({ feed, act, isReplay: disabled }: PageProps) {
  const see = useEyes(feed);
  return (
    <>
      <Section title="Heater-cooler">
        <Choice
          name="Mode"
          options={MODES}
          current={see.word("water.mode")}
          disabled={disabled}
          onChoose={(mode) => act({ type: "water.setMode", mode })}
        />
        <Reading
          name="Water"
          value={decimals(see.number("water.temperatureC"), 1)}
          unit="°C, 4 to 42"
          alarmed={see.flag("alarm.waterHot.active") || see.flag("alarm.waterCold.active")}
        />
        <Step
          name="Flow set"
          unit="L/min"
          value={see.number("water.setFlowLpm")}
          min={0}
          max={25}
          step={1}
          decimals={0}
          disabled={disabled}
          onSet={(flowLpm) => act({ type: "water.setFlow", flowLpm })}
        />
        <Reading
          name="Flow"
          value={decimals(see.number("water.flowLpm"), 1)}
          unit="L/min, 10 to 25"
          alarmed={see.flag("alarm.waterFlowLow.active")}
        />
        <Reading
          name="Pressure"
          value={decimals(see.number("water.pressureMmHg"), 0)}
          unit="mmHg, below 600"
          alarmed={see.flag("alarm.waterPressureHigh.active")}
        />
        <Reading name="Ice" value={decimals(see.number("water.iceKg"), 1)} unit="kg" />
        <Acts
          disabled={disabled}
          acts={[
            { label: "Add ice", run: () => act({ type: "water.addIce" }) },
            { label: "Change the unit", run: () => act({ type: "water.swapUnit" }) },
            { label: "Reset the cut-out", run: () => act({ type: "water.resetCutOut" }) },
          ]}
        />
      </Section>
      <Section title="Lines at the exchanger">
        {WATER_LINES.map((line) => (
          <Choice
            key={line}
            name={LINES[line]}
            options={[
              { id: "open", label: "Open" },
              { id: "shut", label: "Shut" },
            ]}
            current={see.flag(`water.${line}Clamped`) ? "shut" : "open"}
            disabled={disabled}
            onChoose={(id) => act({ type: "water.clampLine", line, closed: id === "shut" })}
          />
        ))}
        <Acts
          disabled={disabled}
          acts={[
            {
              label: "Look at the water lines",
              run: () => act({ type: "inspect", what: "waterLines" }),
            },
          ]}
        />
      </Section>
    </>
  );
}
