/** Gas from the wall to the fibres: hoses, cylinder, blender, flow meters, vaporiser, scavenging, analyser. */
import { decimals, percent } from "../../../description/numbers.ts";
import { RESERVOIR_VACUUM_MMHG_MAX } from "../../../world/contract/limits.ts";
import { PIPED_GASES } from "../../../world/contract/machineIds.ts";
import { Acts, Choice, onOff, type PageProps, Reading, Section, Step, useEyes } from "./parts.tsx";

const HOSES = { oxygen: "Oxygen hose", air: "Air hose" } as const;
const SITES = [
  { id: "inlet", label: "Inlet" },
  { id: "effluent", label: "Effluent" },
] as const;

export function GasPage({ feed, act, isReplay: disabled }: PageProps) {
  const see = useEyes(feed);
  const kPa = (id: string) => decimals(see.number(id), 0);
  return (
    <>
      <Section title="Supply">
        <Reading
          name="Oxygen pipeline"
          value={kPa("gas.oxygenPressureKpa")}
          unit="kPa"
          alarmed={see.flag("alarm.oxygenPipelineLow.active")}
        />
        <Reading
          name="Air pipeline"
          value={kPa("gas.airPressureKpa")}
          unit="kPa"
          alarmed={see.flag("alarm.airPipelineLow.active")}
        />
        {PIPED_GASES.map((hose) => (
          <Choice
            key={hose}
            name={HOSES[hose]}
            options={[
              { id: "oxygen", label: "O₂ outlet" },
              { id: "air", label: "Air outlet" },
              { id: "none", label: "Out" },
            ]}
            current={see.flag(`gas.${hose}Hose`) ? hose : "none"}
            disabled={disabled}
            onChoose={(outlet) => act({ type: "gas.connectHose", hose, outlet })}
          />
        ))}
        <Reading
          name="Cylinder"
          value={`${kPa("gas.cylinderPressureKpa")}`}
          unit={`kPa, ${decimals(see.number("gas.cylinderContentsL"), 0)} L, ${see.number("gas.spareCylinderCount")} spare`}
        />
        <Choice
          name="Cylinder valve"
          options={[
            { id: "open", label: "Open" },
            { id: "shut", label: "Shut" },
          ]}
          current={see.flag("gas.cylinderOpen") ? "open" : "shut"}
          disabled={disabled}
          onChoose={(id) => act({ type: "gas.setCylinder", open: id === "open" })}
        />
        <Acts
          disabled={disabled}
          acts={[
            { label: "Change the cylinder", run: () => act({ type: "gas.changeCylinder" }) },
            { label: "Look at the hoses", run: () => act({ type: "inspect", what: "gasHoses" }) },
          ]}
        />
      </Section>
      <Section title="Mixture">
        <Reading name="FiO₂ set" value={percent(see.number("gas.fio2SetFraction"))} unit="%" />
        <Reading
          name="O₂ measured"
          value={percent(see.number("gas.oxygenAnalyserFraction"))}
          unit={`%, ${see.word("gas.analyserSite")}`}
          alarmed={see.flag("alarm.analyserLow.active")}
        />
        <Choice
          name="Analyser site"
          options={SITES}
          current={see.word("gas.analyserSite")}
          disabled={disabled}
          onChoose={(site) => act({ type: "gas.setAnalyserSite", site })}
        />
        <Choice
          name="Blender bypass"
          options={onOff}
          current={see.flag("gas.blenderBypassed") ? "on" : "off"}
          disabled={disabled}
          onChoose={() => act({ type: "gas.bypassBlender" })}
        />
        <Step
          name="CO₂"
          unit="L/min"
          value={see.number("gas.co2Lpm")}
          min={0}
          max={1}
          step={0.05}
          decimals={2}
          disabled={disabled}
          onSet={(co2Lpm) => act({ type: "gas.setCo2", co2Lpm })}
        />
        <Step
          name="Isoflurane"
          unit="%"
          value={see.number("gas.vaporiserSetFraction") * 100}
          min={0}
          max={5}
          step={0.2}
          decimals={1}
          disabled={disabled}
          onSet={(value) => act({ type: "gas.setVaporiser", agentFraction: value / 100 })}
        />
        <Reading
          name="Vaporiser"
          value={percent(see.number("gas.vaporiserLevelFraction"))}
          unit="% full"
        />
        <Acts
          disabled={disabled}
          acts={[
            { label: "Calibrate the analyser", run: () => act({ type: "gas.calibrateAnalyser" }) },
            { label: "Tap the flow meter", run: () => act({ type: "gas.tapFlowMeter" }) },
            { label: "Fill the vaporiser", run: () => act({ type: "gas.fillVaporiser" }) },
          ]}
        />
      </Section>
      <Section title="Line and exhaust">
        <Reading
          name="Gas-side pressure"
          value={decimals(see.number("gas.gasSidePressureMmHg"), 0)}
          unit="mmHg"
          alarmed={see.flag("alarm.pressureGas.active")}
        />
        <Choice
          name="Scavenging"
          options={onOff}
          current={see.flag("gas.scavengingOn") ? "on" : "off"}
          disabled={disabled}
          onChoose={(id) => act({ type: "gas.setScavenging", on: id === "on" })}
        />
        <Step
          name="Reservoir vacuum"
          unit="mmHg"
          value={see.number("gas.vacuumMmHg")}
          min={0}
          max={RESERVOIR_VACUUM_MMHG_MAX}
          step={10}
          decimals={0}
          disabled={disabled}
          onSet={(vacuumMmHg) => act({ type: "gas.setVacuum", vacuumMmHg })}
        />
        <Reading
          name="Reservoir pressure"
          value={decimals(see.number("gas.reservoirPressureMmHg"), 0)}
          unit="mmHg"
          alarmed={see.flag("alarm.reservoirPressure.active")}
        />
        <Acts
          disabled={disabled}
          acts={[
            {
              label: "Look at the reservoir's vent",
              run: () => act({ type: "inspect", what: "reservoirVent" }),
            },
            {
              label: "Open the reservoir's vent",
              run: () => act({ type: "gas.openReservoirVent" }),
            },
            { label: "Look at the gas line", run: () => act({ type: "inspect", what: "gasLine" }) },
            { label: "Reconnect the gas line", run: () => act({ type: "gas.reconnectLine" }) },
            {
              label: "Look at the exhaust",
              run: () => act({ type: "inspect", what: "scavenger" }),
            },
            { label: "Clear the exhaust", run: () => act({ type: "gas.clearScavenging" }) },
          ]}
        />
      </Section>
    </>
  );
}
